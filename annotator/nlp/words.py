"""The words of a text: found once, folded once, and read by every rule."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from annotator.model.text import search_form

_WORD = re.compile(r"[^\W_]+")
_LINE = re.compile(r"[^\n]+")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŒŠŽ]")
_SMALL = re.compile(r"[a-zß-öø-ÿœšž]")
_ENDS = frozenset(".!?:…\n")
_OPENING = " «»\"'“”(–—•*-"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in normal form, and its words in code points with their search forms.

    A word is a run of letters and digits: hyphens, apostrophes and dots part words.
    """

    text: str
    starts: list[int]
    ends: list[int]
    folded: list[str]
    shouts: list[tuple[int, int]]
    """Lines of capitals, where a capital says nothing."""

    @classmethod
    def of(cls, text: str) -> "Words":
        """Cut a text in normal form."""
        found = list(_WORD.finditer(text))
        whole = search_form(text)
        starts = [m.start() for m in found]
        ends = [m.end() for m in found]
        shouts = [line.span() for line in _LINE.finditer(text) if _shouts(line.group())]
        return cls(text, starts, ends, [whole[a:b] for a, b in zip(starts, ends, strict=True)], shouts)

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.starts)

    def at(self, place: int) -> int:
        """Return the index of the first word that begins at a place or after it."""
        return bisect_left(self.starts, place)

    def before(self, place: int) -> int:
        """Return the index of the last word that ends at a place or before it, -1 if there is none."""
        return bisect_right(self.ends, place) - 1

    def capital(self, index: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def first(self, index: int) -> bool:
        """Tell whether a word begins a sentence, so that its capital says nothing."""
        return begins_sentence(self.text, self.starts[index])

    def shouted(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies in a line of capitals that is longer than it."""
        return bool(self.shouts) and any(a <= start and end <= b and b - a > end - start + 6 for a, b in self.shouts)

    def joined(self, index: int) -> bool:
        """Tell whether only one space stands between a word and the next one."""
        return index + 1 < len(self.starts) and self.text[self.ends[index] : self.starts[index + 1]] == " "


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence, a line or a quotation begins at a place."""
    at = start - 1
    while at >= 0 and text[at] in _OPENING:
        if text[at] in '«"“•':
            return True
        at -= 1
    return at < 0 or text[at] in _ENDS


def _shouts(line: str) -> bool:
    capitals = len(_CAPITAL.findall(line))
    return capitals > 9 and " " in line and capitals > 2 * len(_SMALL.findall(line))
