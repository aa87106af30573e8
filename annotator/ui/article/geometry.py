"""Geometry of one laid-out paragraph: where its bars, tags, tints and underlines are, in paragraph coordinates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextLayout, QTextLine

from annotator.ui.article.lanes import lanes
from annotator.ui.article.looks import Measures

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u200f\u202b\u202e\u2067]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A fragment of a span, or an entity, inside one paragraph, in UTF-16 units from its start.

    ``first`` and ``last`` say whether the fragment begins and ends here; ``tag`` is the word above its start; an
    entity is ``sure`` when a person has said so.
    """

    id: str
    label: str
    start: int
    end: int
    first: bool = True
    last: bool = True
    tag: str = ""
    fragment: int = 0
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Bar:
    """The part of a piece on one line: ``words`` is the box of its words, ``lane`` the level of its bar."""

    piece: Piece
    words: QRectF
    lane: int
    first: bool
    last: bool

    def bar(self, measures: Measures) -> QRectF:
        """Return where the bar itself runs, below the words."""
        return QRectF(self.words.left(), self.words.bottom() + 1 + self.lane * measures.lane, self.words.width(), 2)


@dataclass(frozen=True, slots=True)
class Tag:
    """The word of a label above the start of a span."""

    piece: Piece
    box: QRectF


@dataclass(frozen=True, slots=True)
class Geometry:
    """Everything that is painted around the words of a paragraph."""

    bars: tuple[Bar, ...]
    tags: tuple[Tag, ...]
    entities: tuple[Bar, ...]
    height: float


def lay_out(
    block: QTextBlock, spans: Sequence[Piece], entities: Sequence[Piece], *, measures: Measures, tag_width: "TagWidth"
) -> Geometry:
    """Break a paragraph into lines, give each the height that its tags and bars need, and say where everything is."""
    layout, text = block.layout(), block.text()
    lines = _broken(layout, measures)
    levels = dict(zip(((p.id, p.fragment) for p in spans), lanes([(p.start, p.end) for p in spans]), strict=True))
    y = 0.0
    for line in lines:
        first, last = line.textStart(), line.textStart() + line.textLength()
        here = [p for p in spans if p.start < last and first < p.end]
        tagged = any(p.tag and first <= p.start < last for p in here)
        deepest = max((levels[p.id, p.fragment] + 1 for p in here), default=0)
        above = max(measures.line * 0.28, measures.tag if tagged else 0.0)
        below = max(measures.line * 0.22, deepest * measures.lane + 3)
        line.setPosition(_at(line, y + above))
        y += above + line.height() + below
    if not text:
        y = measures.line * 0.7
    bars = tuple(bar for piece in spans for bar in _bars(block, piece, levels[piece.id, piece.fragment]))
    marks = tuple(bar for piece in entities for bar in _bars(block, piece, 0))
    return Geometry(bars, _tags(bars, measures, tag_width), marks, y)


class TagWidth:
    """Widths of tag words, measured once each."""

    def __init__(self, measures: Measures) -> None:
        """Take the font of the tags."""
        self._metrics = QFontMetricsF(measures.tag_font)
        self._known: dict[str, float] = {}

    def __call__(self, word: str) -> float:
        """Return the width of a word with its padding, in pixels."""
        if word not in self._known:
            self._known[word] = self._metrics.horizontalAdvance(word) + 6
        return self._known[word]


def boxes(block: QTextBlock, start: int, end: int) -> list[tuple[QTextLine, QRectF]]:
    """Return the box of a stretch on each line that it touches; right-to-left text is measured by its glyphs."""
    result = []
    layout = block.layout()
    bidirectional = bool(_RIGHT_TO_LEFT.search(block.text()))
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        a, b = max(start, first), min(end, last)
        if a < b:
            box = _by_glyphs(line, a, b) if bidirectional else _by_cursor(line, a, b)
            result.append((line, box))
    return result


def _broken(layout: QTextLayout, measures: Measures) -> list[QTextLine]:
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(measures.column)
        lines.append(line)
    layout.endLayout()
    for line in lines:
        line.setPosition(_at(line, line.y(), measures.margin))
    return lines


def _at(line: QTextLine, y: float, x: float | None = None) -> QPointF:
    return QPointF(line.x() if x is None else x, y)


def _by_cursor(line: QTextLine, start: int, end: int) -> QRectF:
    a, b = _x(line, start), _x(line, end)
    return QRectF(min(a, b), line.y(), abs(b - a), line.height())


def _x(line: QTextLine, position: int) -> float:
    """Return where a position is; PySide6 gives it alone or with the position that it came to stand at."""
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # the stub says object


def _by_glyphs(line: QTextLine, start: int, end: int) -> QRectF:
    box = QRectF()
    for run in line.glyphRuns(start, end - start):
        box = box.united(run.boundingRect())
    if box.isEmpty():
        return _by_cursor(line, start, end)
    return QRectF(box.left(), line.y(), box.width(), line.height())


def _bars(block: QTextBlock, piece: Piece, lane: int) -> list[Bar]:
    found = boxes(block, piece.start, piece.end)
    count = len(found)
    return [
        Bar(piece, box, lane, first=piece.first and n == 0, last=piece.last and n == count - 1)
        for n, (_, box) in enumerate(found)
    ]


def _tags(bars: Sequence[Bar], measures: Measures, tag_width: TagWidth) -> tuple[Tag, ...]:
    """Place tags from left to right; one that would run into the next is cut to the room there is."""
    starts = sorted((b for b in bars if b.first and b.piece.tag), key=lambda b: (b.words.top(), b.words.left(), b.lane))
    tags: list[Tag] = []
    taken: dict[float, float] = {}
    for n, bar in enumerate(starts):
        top = bar.words.top() - measures.tag + 1
        left = max(bar.words.left(), taken.get(bar.words.top(), float("-inf")))
        after = next(
            (b.words.left() for b in starts[n + 1 :] if b.words.top() == bar.words.top() and b.words.left() > left),
            None,
        )
        width = tag_width(bar.piece.tag)
        if after is not None:
            width = min(width, max(after - left - 2, measures.tag * 0.6))
        tags.append(Tag(bar.piece, QRectF(left, top, width, measures.tag)))
        taken[bar.words.top()] = left + width + 2
    return tuple(tags)
