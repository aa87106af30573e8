"""Names that are known beforehand, found on characters: case, accents, hyphens and apostrophes do not matter.

Acronyms are case-sensitive, and a one-word name of the list that ships must be written with a capital, because half of
them are common words too. A name with an empty type is never an entity.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from annotator.model.bundled import bundled
from annotator.model.text import search_form

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[-' .&]{0,3}|")
NEVER = ""
"""The type of a name that is no entity."""


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in a text, in code points."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    label: str
    exact: str
    capital: bool


class Gazetteer:
    """Known names by their first word, longest first."""

    def __init__(self, names: Iterable[_Name]) -> None:
        """Index names; of two with the same words the later one counts."""
        by_words = {name.words: name for name in names if name.words}
        self._by_first: dict[str, list[_Name]] = {}
        for name in by_words.values():
            self._by_first.setdefault(name.words[0], []).append(name)
        for held in self._by_first.values():
            held.sort(key=lambda name: -len(name.words))

    @classmethod
    def of(cls, own: Iterable[tuple[str, str]] = ()) -> Self:
        """Return the list that ships, overlaid with a project's own names."""
        return cls([*_shipped(), *(_named(name, label, capital=False) for name, label in own)])

    def matches(self, text: str) -> list[Match]:
        """Return the longest matches from left to right, not overlapping; ``text`` is in normal form."""
        words = list(_WORD.finditer(text))
        folded = [search_form(word.group()) for word in words]
        found: list[Match] = []
        index = 0
        while index < len(words):
            name = next(
                (n for n in self._by_first.get(folded[index], ()) if _fits(n, text, words, folded, index)), None
            )
            if name is None:
                index += 1
                continue
            last = index + len(name.words) - 1
            found.append(Match(words[index].start(), words[last].end(), name.label))
            index = last + 1
        return found


def given_names() -> frozenset[str]:
    """Return common given names, as search forms."""
    lines = bundled("resources").joinpath("gazetteers/given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(search_form(line) for line in lines if line and not line.startswith("#"))


def _shipped() -> Iterator[_Name]:
    for line in bundled("resources").joinpath("gazetteers/fr.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, label = line.split("\t")
            yield _named(name, label, capital=True)


def _named(name: str, label: str, *, capital: bool) -> _Name:
    words = tuple(search_form(word) for word in _WORD.findall(name))
    acronym = name.isupper() and len(words) == 1 and len(name) <= 6
    return _Name(words, label, name if acronym else "", capital and name[:1].isupper())


def _fits(name: _Name, text: str, words: list[re.Match[str]], folded: list[str], index: int) -> bool:
    last = index + len(name.words) - 1
    if last >= len(words) or tuple(folded[index : last + 1]) != name.words:
        return False
    first = words[index]
    if name.exact and first.group() != name.exact:
        return False
    if name.capital and not first.group()[0].isupper():
        return False
    return all(_GAP.fullmatch(text, words[i].end(), words[i + 1].start()) for i in range(index, last))
