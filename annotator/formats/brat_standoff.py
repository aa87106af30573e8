"""Lines of brat's standoff files, one by one, as https://brat.nlplab.org/standoff.html has them.

Real files have line ends inside the text column: lines that begin like none of brat's may go on with the one before,
which only the text can tell. A line that is wrong is told by its number, and the others stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.model.told import Told

_START = re.compile(r"(?:[TERAMN]\d\S*|#\d*|\*)\t")
_STRETCH = re.compile(r"(\S+) +(\d+ +\d+(?:;\d+ +\d+)*) *")
_DIGITS = 9


class StandoffError(Told):
    """A line that is not of the format."""


@dataclass(slots=True)
class Stretch:
    """A text-bound line (T): type, fragments, and the words of its last column (None when it has none).

    ``more`` are the lines after it, with their numbers, that may go on with its words.
    """

    line: int
    id: str
    type: str
    fragments: tuple[tuple[int, int], ...]
    words: str | None
    more: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Event:
    """An event (E): type, trigger, and arguments as (role, id)."""

    line: int
    id: str
    type: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation (R) of two arguments as (role, id)."""

    line: int
    id: str
    type: str
    arguments: tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Equivalence:
    """Things that are the same (``*``)."""

    line: int
    type: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Something said of another line: an attribute (A, M), a reference to a knowledge base (N) or a note (#)."""

    line: int
    kind: str
    id: str
    type: str
    target: str
    value: str


type Record = Stretch | Event | Relation | Equivalence | Said


def records(text: str) -> Iterator[Record | tuple[int, StandoffError]]:
    """Yield what each line says, or its number and what is wrong with it."""
    lines = text.split("\n")
    if len(lines) > 1 and all(line.endswith("\r") for line in lines[:-1]):
        lines = [line.removesuffix("\r") for line in lines]
    last: Record | None = None
    for number, line in enumerate(lines, 1):
        if _START.match(line):
            last = None
            try:
                last = _record(number, line)
                yield last
            except StandoffError as error:
                yield number, error
        elif isinstance(last, Stretch) and last.words is not None:
            last.more.append((number, line))
        elif line.strip():
            yield number, like_none(line)


def like_none(line: str) -> StandoffError:
    """Return what is told of a line that is of no kind."""
    return StandoffError("It begins like no line of brat: “{line}”", line=line[:60])


def _record(number: int, line: str) -> Record:
    id_, body, *rest = line.split("\t", 2)
    last = rest[0] if rest else None
    match id_[0]:
        case "T":
            return _stretch(number, id_, body, last)
        case "E":
            (type_, trigger), *arguments = _pairs(body)
            return Event(number, id_, type_, trigger, tuple(arguments))
        case "R":
            type_, _, more = body.partition(" ")
            arguments = _pairs(more)
            if len(arguments) != 2:
                raise StandoffError("A relation has two arguments: “{line}”", line=line[:60])
            return Relation(number, id_, type_, (arguments[0], arguments[1]))
        case "*":
            type_, *members = body.split()
            return Equivalence(number, type_, tuple(members))
        case kind:
            return _said(number, "A" if kind == "M" else kind, id_, body, last or "")


def _stretch(number: int, id_: str, body: str, words: str | None) -> Stretch:
    found = _STRETCH.fullmatch(body)
    if not found or max(map(len, re.split("[ ;]+", found[2]))) > _DIGITS:
        raise StandoffError("It has no type with start and end: “{body}”", body=body[:60])
    pairs = (piece.split() for piece in found[2].split(";"))
    return Stretch(number, id_, found[1], tuple((int(start), int(end)) for start, end in pairs), words)


def _pairs(body: str) -> list[tuple[str, str]]:
    pairs = [piece.rpartition(":")[::2] for piece in body.split()]
    if not pairs or not all(role and id_ for role, id_ in pairs):
        raise StandoffError("It is not made of ROLE:ID: “{body}”", body=body[:60])
    return pairs


def _said(number: int, kind: str, id_: str, body: str, last: str) -> Said:
    type_, _, more = body.partition(" ")
    target, _, value = more.partition(" ")
    if not (type_ and target):
        raise StandoffError("It does not say of what it speaks: “{body}”", body=body[:60])
    return Said(number, kind, id_, type_, target, last if kind == "#" else value)
