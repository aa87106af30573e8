"""One converter for units of offsets: code points, UTF-16 units, UTF-8 bytes, graphemes.

UTF-16 is what UIMA, WebAnno TSV and JavaScript count; graphemes are the extended grapheme clusters of Unicode Standard
Annex 29, https://www.unicode.org/reports/tr29/, as the library `regex` finds them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from annotator.model.told import Sentence, Told

UNITS = ("codepoint", "utf16", "utf8", "grapheme")
UNIT_UNSAID = Sentence("It has characters that UTF-16 counts twice: say in which unit its offsets are (--offset-unit).")
"""Why spans are refused whose file does not tell its unit, and has no words to find it out by."""


class OffsetError(Told):
    """An offset that lies outside a text, or inside one of its characters."""


def parse_unit(text: str) -> str:
    """Return a unit that a person named, or none. Raises OffsetError for what is no unit of files."""
    if text not in ("", *UNITS):
        raise OffsetError("“{unit}” is no unit of offsets. There are: {known}.", unit=text, known=", ".join(UNITS))
    return text


class Offsets:
    """The offsets of one text in one unit, to and from code points."""

    def __init__(self, text: str, unit: str) -> None:
        """Measure a text. Raises OffsetError for a unit that is none."""
        parse_unit(unit or "none")
        self._points: Sequence[int] = range(len(text) + 1)
        self._units: Sequence[int] = self._points
        if unit == "grapheme":
            self._points = _graphemes(text)
            self._units = range(len(self._points))
        elif unit != "codepoint" and not text.isascii():
            self._units = list(accumulate(map(_utf16 if unit == "utf16" else _utf8, text), initial=0))

    def codepoint(self, offset: int) -> int:
        """Return the code-point offset of one in the unit. Raises OffsetError where no character starts or ends."""
        return _across(self._units, self._points, offset)

    def unit(self, codepoint: int) -> int:
        """Return the offset in the unit of one in code points. Raises OffsetError where no character starts or ends."""
        return _across(self._points, self._units, codepoint)


def _across(source: Sequence[int], target: Sequence[int], offset: int) -> int:
    at = bisect_left(source, offset)
    if at == len(source) or source[at] != offset:
        raise OffsetError("No character starts or ends at {offset}.", offset=offset)
    return target[at]


def _utf16(character: str) -> int:
    return 2 if character > "\uffff" else 1


def _utf8(character: str) -> int:
    return 1 if character < "\x80" else 2 if character < "\u0800" else 3 if character < "\U00010000" else 4


def _graphemes(text: str) -> list[int]:
    import regex

    return [0, *(found.end() for found in regex.finditer(r"\X", text))]
