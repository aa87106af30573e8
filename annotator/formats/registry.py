"""The table of formats. To add one: write its file beside this one, then its line here. Nothing else needs to know.

A reader takes ``(path, encoding, language)`` and yields `Article` and `Refusal`; a writer takes
``(documents, path)``, writes one file, reads it back and returns what it could not carry. Their modules are imported
only when used.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from annotator.model.document import Article
from annotator.model.told import Sentence, Told

type Direction = Literal["in", "out", "both"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in a file that did not come in: where it stands and why."""

    where: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Format:
    """A line of the table. ``cannot`` lists what the format does not carry when written."""

    name: str
    title: str
    direction: Direction
    suffixes: tuple[str, ...]
    offset_unit: str
    cannot: tuple[str, ...] = ()
    reader: str = ""
    writer: str = ""


class FormatError(Told):
    """A file or format that cannot be used as asked."""


FORMATS = (
    Format("txt", "Plain text", "in", (".txt",), "none", reader="annotator.formats.txt:read"),
    Format(
        "jsonl",
        "JSON Lines",
        "both",
        (".jsonl", ".ndjson"),
        "codepoint",
        reader="annotator.formats.jsonl:read",
        writer="annotator.formats.jsonl_writer:write",
    ),
    Format(
        "spacy",
        "spaCy DocBin",
        "out",
        (".spacy",),
        "token",
        cannot=("links and evidence", "spans off token borders", "a second layer of the same document in one file"),
        writer="annotator.formats.spacy_docbin:write",
    ),
)


def format_named(name: str) -> Format:
    """Return a format by name. Raises FormatError that lists those there are."""
    found = next((f for f in FORMATS if f.name == name), None)
    if found is None:
        known = ", ".join(f.name for f in FORMATS)
        raise FormatError("There is no format “{name}”. There are: {known}.", name=name, known=known)
    return found


def format_of(path: Path) -> Format | None:
    """Return the format that reads files with this suffix."""
    suffix = path.suffix.lower()
    return next((f for f in FORMATS if f.direction != "out" and suffix in f.suffixes), None)


def read_articles(
    path: Path, *, format_name: str = "", encoding: str = "", language: str = ""
) -> Iterator[Article | Refusal]:
    """Yield what a file holds, good and bad, in its order. Raises FormatError when no reader fits."""
    found = format_named(format_name) if format_name else format_of(path)
    if found is None or not found.reader:
        raise FormatError("“{name}” is not in a format that can be read here.", name=path.name)
    read: Callable[..., Iterator[Article | Refusal]] = loaded(found.reader)
    yield from read(path, encoding=encoding, language=language)


def loaded(address: str) -> Callable[..., Any]:
    """Import a function by its ``module:name``."""
    module, name = address.split(":")
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function
