"""The word lists that ship with the program, read once for each process."""

from collections.abc import Iterator
from functools import cache

from annotator.model.bundled import bundled
from annotator.model.text import search_form

TYPES = {"places": "LOC", "organisations": "ORG", "others": "MISC"}
"""The lists of names, and the type of what they name. Where two lists name the same thing the later one counts."""


def listed(name: str) -> Iterator[str]:
    """Yield the lines of a list, without its remarks."""
    place = bundled("resources").joinpath(f"gazetteers/{name}.txt")
    yield from (line for line in place.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")


@cache
def given_names() -> frozenset[str]:
    """Return common given names, as search forms."""
    return frozenset(search_form(line) for line in listed("given_names"))


@cache
def functions() -> frozenset[str]:
    """Return what people are called before their names, as search forms, in the singular."""
    return frozenset(search_form(line) for line in listed("functions"))


@cache
def not_names() -> frozenset[str]:
    """Return words that have a capital and are no names, as search forms."""
    return frozenset(search_form(line) for line in listed("never"))


@cache
def demonyms() -> frozenset[str]:
    """Return peoples in all their forms, as search forms."""
    return frozenset(form for line in listed("demonyms") for form in _forms(search_form(line)))


def _forms(word: str) -> Iterator[str]:
    feminine = word if word.endswith("e") else word + "e"
    if word.endswith(("en", "on")):
        feminine = word + "ne"
    plural = word[:-2] + "aux" if word.endswith("al") else word if word[-1] in "sx" else word + "s"
    yield from (word, feminine, feminine + "s", plural)
