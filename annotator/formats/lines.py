"""From printed lines to paragraphs: lines that belong together are joined, words broken at line ends mended.

Pure: it knows where each line stands on its page, and nothing of PDF.
"""

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_SOFT = "\u00ad"
BROKEN = "\ufffe\x02"
"""What PDF libraries make of any hyphen at the end of a line."""
_HARD = "-\u2010" + BROKEN
_HYPHENS = {ord(_SOFT): None} | dict.fromkeys(map(ord, BROKEN), "-")
_ENDS = re.compile(r"[.!?…:;][»”\"')\]]*\s*$")
_PART = re.compile(r"(\w+)$")
_FIRST = re.compile(r"\w+")
_COMPOUND = re.compile(r"\w+-\w+")
_TIED = re.compile("(?:je|tu|ils?|elles?|on|nous|vous|t|ce|ci|là|l[ea]s?|lui|leur|moi|toi|y|en|mêmes?|être|dit)$")
"""Words that French ties to what stands before them: a hyphen before one of them is no line's hyphen."""
_TYING = re.compile("(?:non|ex|vice|quasi|demi|mi|semi|sous|avant|arrière|après|contre|celui|celles?|ceux|peut)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words and its box, in any unit that grows to the right and upwards, on a numbered page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int = 0

    @property
    def height(self) -> float:
        """Return how high the line is."""
        return max(self.top - self.bottom, 0.1)


@dataclass(frozen=True, slots=True)
class Flowed:
    """Paragraphs, and how many words were mended whose hyphen may have been a real one."""

    text: str
    mended: int


def flowed(lines: Iterable[Line]) -> Flowed:
    """Return the paragraphs of lines that stand in reading order, an empty line between them."""
    columns = _columns(replace(line, text=line.text.strip()) for line in lines if line.text.strip())
    compounds = {found.lower() for column in columns for line in column for found in _COMPOUND.findall(line.text)}
    gap = _usual_gap(columns)
    paragraphs: list[str] = []
    mended = 0
    for column in columns:
        edge = sorted(line.right for line in column)[int(0.9 * (len(column) - 1))]
        last: Line | None = None
        for line in column:
            begins = _begins_column(paragraphs, line) if last is None else _begins(last, line, gap, edge)
            if begins:
                paragraphs.append(line.text)
            else:
                paragraphs[-1], guessed = joined(paragraphs[-1], line.text, compounds)
                mended += guessed
            last = line
    return Flowed("\n\n".join(map(_clean, paragraphs)), mended)


def joined(before: str, after: str, compounds: Iterable[str] = ()) -> tuple[str, bool]:
    """Return two lines as one, and whether a hyphen was taken out that might have been meant."""
    if before[-1] in _SOFT:
        return before[:-1] + after, False
    part, first = _PART.search(before[:-1]), _FIRST.match(after)
    if before[-1] not in _HARD or part is None or first is None:
        return f"{before} {after}", False
    whole = f"{part.group()}-{first.group()}".lower()
    meant = whole in compounds or _TIED.match(first.group().lower()) or _TYING.match(part.group().lower())
    if meant or not first.group()[0].islower() or part.group().isdigit():
        return before + after, False
    return before[:-1] + after, True


def _columns(lines: Iterable[Line]) -> list[list[Line]]:
    """Return lines in runs that go down a page: a line higher than the one before begins another column."""
    columns: list[list[Line]] = []
    for line in lines:
        last = columns[-1][-1] if columns else None
        if last is None or line.page != last.page or line.bottom > last.top:
            columns.append([])
        columns[-1].append(line)
    return columns


def _begins_column(paragraphs: Sequence[str], line: Line) -> bool:
    """Tell whether the first line of a column begins a paragraph, and does not go on with the last one."""
    return not paragraphs or bool(_ENDS.search(paragraphs[-1])) or not line.text[0].islower()


def _begins(last: Line, line: Line, gap: float, edge: float) -> bool:
    """Tell whether a line begins a paragraph."""
    if line.top > last.bottom + 0.3 * line.height and line.left >= last.right - line.height:
        return False
    if not 0.75 < line.height / last.height < 1.33:
        return True
    if last.bottom - line.top > gap + 0.5 * line.height:
        return True
    indented = line.left - last.left > 0.8 * line.height
    missing = (edge - last.right) / max(edge - last.left, line.height)
    ends = bool(_ENDS.search(last.text))
    return (ends and (indented or missing > 0.12)) or (missing > 0.4 and not line.text[0].islower())


def _usual_gap(columns: Sequence[Sequence[Line]]) -> float:
    """Return the white that usually stands between two lines."""
    gaps = [a.bottom - b.top for column in columns for a, b in pairwise(column) if a.bottom > b.bottom]
    return max(0.0, statistics.median_low(gaps)) if gaps else 0.0


def _clean(text: str) -> str:
    """Return a text without soft hyphens, and with plain ones where a library has its own."""
    return text.translate(_HYPHENS)
