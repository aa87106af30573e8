"""Code points and Qt's UTF-16 units: the only place where one becomes the other."""

import re
from array import array
from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

SOFT_BREAK = 4_000
"""A paragraph without line ends is shown broken at a space after so many code points."""

_APART = (("« ", "«\u00a0"), *((f" {sign}", f"\u00a0{sign}") for sign in "»;:!?"))
"""A sign that French sets apart never begins a line."""

_LINE_END = re.compile("\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_SWALLOWED = str.maketrans(
    {
        **{code: 0x2400 + code for code in range(32) if code not in (9, 10)},
        0x7F: 0x2421,
        0x85: 0x21B5,
        0x2028: 0x21B5,
        0x2029: 0x21B5,
        0xFDD0: 0xFFFD,
        0xFDD1: 0xFFFD,
        0xFFFC: 0xFFFD,
        0xFFFE: 0xFFFD,
        0xFFFF: 0xFFFD,
    }
)
_ANY_SWALLOWED = re.compile(f"[{re.escape(''.join(map(chr, _SWALLOWED)))}]")


class Offsets:
    """A document's text as Qt shows it, and the way between its code points and Qt's positions.

    ``display`` has exactly as many code points as the text: what Qt would swallow or take for a line end is replaced
    one for one, so that offsets never move.
    """

    def __init__(self, text: str) -> None:
        """Prepare for one text."""
        # translating a text of 1 MB takes 100 ms, seeing that there is nothing to translate takes two
        whole = text.translate(_SWALLOWED) if _ANY_SWALLOWED.search(text) else text
        for loose, tight in _APART:  # three times as fast as one regular expression
            whole = whole.replace(loose, tight)
        self.display = _soft_broken(whole)
        # and almost no text has any of these, which its length in UTF-16 says at once
        some = len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
        self._astral = array("I", (match.start() for match in _ASTRAL.finditer(text)) if some else ())
        self._astral_utf16 = array("I", (at + n for n, at in enumerate(self._astral)))
        self.length = len(text)
        self.length_utf16 = len(text) + len(self._astral)

    @cached_property
    def paragraphs(self) -> list[int]:
        """Return the positions where Qt's paragraphs begin: they are the lines of what is shown, and cheaper here."""
        ends = [match.end() for match in _LINE_END.finditer(self.display)]
        return [0, *(map(self.to_utf16, ends) if self._astral else ends)]

    @property
    def lengths(self) -> list[int]:
        """Return how long Qt's paragraphs are, in UTF-16 units, their ends not counted."""
        return [after - start - 1 for start, after in pairwise((*self.paragraphs, self.length_utf16 + 1))]

    def to_utf16(self, offset: int) -> int:
        """Return the position of a code-point offset."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def to_code_points(self, position: int) -> int:
        """Return the code-point offset of a position; inside a surrogate pair, that of the pair's start."""
        return position - bisect_left(self._astral_utf16, position) if self._astral else position


def _soft_broken(text: str) -> str:
    """Replace a space every SOFT_BREAK code points of an endless paragraph by a line end, one for one."""
    if len(text) <= SOFT_BREAK:
        return text
    pieces = []
    for line in text.split("\n"):
        at = 0
        while len(line) - at > SOFT_BREAK:
            space = line.find(" ", at + SOFT_BREAK)
            if space < 0:
                break
            pieces.append(line[at:space])
            at = space + 1
        pieces.append(line[at:])
    return "\n".join(pieces)
