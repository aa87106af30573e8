"""What a whole document says about its names: one type for one surface, and a name found once found everywhere."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from annotator.model.text import search_form
from annotator.nlp.words import Words

MODEL, SHAPE, LISTED, OWN = 1, 2, 3, 4
"""How far a name is to be trusted: guessed, of a known shape, of the lists that ship, of the project's list."""
_WEIGHT = {MODEL: 2, SHAPE: 7, LISTED: 50, OWN: 100_000}
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, in code points."""

    start: int
    end: int
    label: str
    trust: int

    def holds(self, other: "Name") -> bool:
        """Tell whether another name lies inside this one and is shorter."""
        return (
            self.start <= other.start and other.end <= self.end and (self.start, self.end) != (other.start, other.end)
        )


def one_type_each(text: str, names: list[Name]) -> list[Name]:
    """Give all places of one surface the type that most, and the most trusted, of them have.

    A family name alone is a person where the person is named whole, a part of an organisation's name where nothing
    surer is known is the organisation.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    surest: dict[str, int] = defaultdict(int)
    surfaces = [search_form(text[name.start : name.end]) for name in names]
    for surface, name in zip(surfaces, names, strict=True):
        votes[surface][name.label] += _WEIGHT[name.trust]
        surest[surface] = max(surest[surface], name.trust)
    best = {surface: labels.most_common(1)[0][0] for surface, labels in votes.items()}
    families = {surface.rsplit(" ", 1)[-1] for surface, label in best.items() if " " in surface and label == "PER"}
    parts = {re.split("[ -]", surface)[-1] for surface, label in best.items() if label == "ORG"}
    for surface, trust in surest.items():
        if trust < LISTED and surface in families:
            best[surface] = "PER"
        elif trust == MODEL and surface in parts and best[surface] != "PER":
            best[surface] = "ORG"
    return [replace(name, label=best[surface]) for surface, name in zip(surfaces, names, strict=True)]


def everywhere(words: Words, names: list[Name], taken: list[tuple[int, int]]) -> list[Name]:
    """Add the other places of names found once, also in lines of capitals, and the family names of people."""
    text = words.text
    wanted: dict[str, str] = {}
    for name in names:
        surface = text[name.start : name.end]
        if len(surface) > _SHORTEST or surface.isupper():
            wanted[surface] = name.label
    for name in names:
        if name.label == "PER":
            for family in _families(text[name.start : name.end]):
                wanted.setdefault(family, "PER")
    if not wanted:
        return names
    if words.shouts:
        wanted |= {surface.upper(): label for surface, label in wanted.items()}
    longest_first = sorted(wanted, key=lambda surface: (-len(surface), surface))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")
    spans = sorted([(name.start, name.end) for name in names] + taken)
    labels = {search_form(surface): label for surface, label in wanted.items()}
    return names + [
        Name(*match.span(), labels[search_form(match.group())], SHAPE)
        for match in pattern.finditer(text)
        if not _touches(spans, *match.span())
    ]


def _families(words: str) -> Iterator[str]:
    """Yield what a person is called by without the given name: « von der Leyen », « Leyen », « Al-Burhane »."""
    _, _, rest = words.partition(" ")
    last = rest.rsplit(" ", 1)[-1]
    for form in (rest, last):
        if len(form) >= _SHORTEST and form[0].isupper() and not form.isupper():
            yield form
    if last[:3] in ("al-", "el-"):
        yield last[0].upper() + last[1:]


def _touches(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, start))
    return any(a < end and start < b for a, b in taken[max(0, at - 2) : at + 2])
