"""Names that are known beforehand, found on characters: case, accents, hyphens and apostrophes do not matter.

Acronyms are case-sensitive, and a name of the lists that ship must be written with a capital, because half of them are
common words too. A name with an empty type is never an entity.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Self

from annotator.model.text import search_form
from annotator.nlp.lexicon import TYPES, listed
from annotator.nlp.words import Words

_WORD = re.compile(r"[^\W_]+")
_GAPS = frozenset(["", " ", "-", "'", "' ", " '", ".", ". ", "&", " & ", " - ", ", "])
_PREFIX = re.compile(r"(?<![\w-])(?!(?:al|el|as|an|ar|at|ez|ach|ash)-)(?:[a-zà-ÿ]+|[A-Z]{1,5})-$")
_COMPOUND = re.compile(r"-(?=\w)(?!\d|[A-Z]{2,}(?!\w))")
NEVER = ""
"""The type of a name that is no entity."""


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in a text, in code points; ``own``: a project's, not one of the lists that ship."""

    start: int
    end: int
    label: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    label: str
    exact: str = ""
    tail: str = ""
    own: bool = False
    capital: bool = False
    ordinary: bool = False


class Gazetteer:
    """Known names, the longest first."""

    def __init__(self, names: Iterable[_Name]) -> None:
        """Index names by their first word, the longer ones by their second too; of two the same the later counts."""
        by_words = {(name.words, name.tail): name for name in names if name.words}
        self._alone: dict[str, list[_Name]] = {}
        self._longer: dict[str, dict[str, list[_Name]]] = {}
        for name in by_words.values():
            first, *rest = name.words
            held = (
                self._longer.setdefault(first, {}).setdefault(rest[0], [])
                if rest
                else self._alone.setdefault(first, [])
            )
            held.append(name)
        for held in (*self._alone.values(), *(some for longer in self._longer.values() for some in longer.values())):
            held.sort(key=lambda name: (-len(name.words), not name.own, not name.tail))

    @classmethod
    def of(cls, own: Iterable[tuple[str, str]] = ()) -> Self:
        """Return the lists that ship, overlaid with a project's own names."""
        return cls([*_shipped(), *(_named(name, label, own=True) for name, label in own)])

    def matches(self, words: Words) -> list[Match]:
        """Return the longest matches from left to right, not overlapping."""
        found: list[Match] = []
        beyond = 0
        folded = words.folded
        alone, longer = self._alone, self._longer
        for at, word in enumerate(folded):
            if at < beyond or (word not in alone and word not in longer):
                continue
            held = longer[word].get(folded[at + 1], ()) if word in longer and at + 1 < len(folded) else ()
            name = next((n for n in (*held, *alone.get(word, ())) if _fits(n, words, at)), None)
            if name is not None:
                beyond = at + len(name.words)
                found.append(Match(words.starts[at], words.ends[beyond - 1] + len(name.tail), name.label, name.own))
        return found


@cache
def _shipped() -> tuple[_Name, ...]:
    return tuple(
        _named(line.lstrip("~"), label, ordinary=line.startswith("~"))
        for file, label in TYPES.items()
        for line in listed(file)
    )


def _named(name: str, label: str, *, own: bool = False, ordinary: bool = False) -> _Name:
    found = list(_WORD.finditer(name))
    words = tuple(search_form(word.group()) for word in found)
    acronym = name.isupper() and len(words) == 1 and len(name) <= 6
    tail = name[found[-1].end() :].rstrip(" .") if found else ""
    return _Name(words, label, name if acronym else "", tail, own, not own and name[:1].isupper(), ordinary)


def _fits(name: _Name, words: Words, at: int) -> bool:
    last = at + len(name.words) - 1
    if last > at and tuple(words.folded[at : last + 1]) != name.words:
        return False
    text, starts, ends = words.text, words.starts, words.ends
    if name.exact and text[starts[at] : ends[at]] != name.exact:
        return False
    if not all(text[ends[i] : starts[i + 1]] in _GAPS for i in range(at, last)):
        return False
    if name.tail and not text.startswith(name.tail, ends[last]):
        return False
    return name.own or _stands_alone(name, words, at, last)


def _stands_alone(name: _Name, words: Words, at: int, last: int) -> bool:
    """Tell whether a name of the lists has its capital, for itself, and is no part of a compound."""
    text, start, end = words.text, words.starts[at], words.ends[last]
    if name.capital and not words.capital(at):
        return False
    quoted = text[end : end + 2] == " »"
    if name.ordinary and not quoted and (words.first(at) or words.shouted(start, end)):
        return False
    if _COMPOUND.match(text, end):
        return False
    return text[start - 1 : start] != "-" or bool(_PREFIX.search(text, max(0, start - 12), start))
