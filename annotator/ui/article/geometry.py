"""Geometry of one laid-out paragraph: where its bars, tags, tints and underlines are, in paragraph coordinates."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, takewhile

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextLayout, QTextLine

from annotator.ui.article.lanes import lanes
from annotator.ui.article.looks import Measures

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u200f\u202b\u202e\u2067]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A fragment of a span, or an entity, inside one paragraph, in UTF-16 units from its start.

    ``first`` and ``last`` say whether the fragment begins and ends here; ``tag`` is the word above its start; an
    entity is ``sure`` when a person has said so; pieces of one ``group`` have lanes of their own.
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
    group: int = 0


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
        below = self.words.bottom() + measures.types + 1 + self.lane * measures.lane
        return QRectF(self.words.left(), below, self.words.width(), 2)


@dataclass(frozen=True, slots=True)
class Tag:
    """The word of a label above the start of a span, already cut to the room there is."""

    piece: Piece
    box: QRectF
    words: str


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
    lines = Lines.of(block, _broken(block.layout(), measures))
    own = lanes([(p.start, p.end) for p in spans], [p.group for p in spans])
    levels = dict(zip(((p.id, p.fragment) for p in spans), own, strict=True))
    deepest, tagged = [0] * len(lines.lines), [False] * len(lines.lines)
    for piece in spans:
        touched = lines.touched(piece.start, piece.end)
        for number in touched:
            deepest[number] = max(deepest[number], levels[piece.id, piece.fragment] + 1)
        if piece.tag and touched:
            tagged[touched[0]] = True
    y = 0.0
    for number, line in enumerate(lines.lines):
        above = max(measures.line * 0.28, measures.tag if tagged[number] else 0.0)
        below = measures.types + max(measures.line * 0.22, deepest[number] * measures.lane + 3)
        line.setPosition(_at(line, y + above))
        y += above + line.height() + below
    if block.length() <= 1:
        y = measures.line * 0.7
    bars = tuple(bar for piece in spans for bar in _bars(lines, piece, levels[piece.id, piece.fragment]))
    marks = tuple(bar for piece in entities for bar in _bars(lines, piece, 0))
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

    def cut(self, word: str, room: float) -> str:
        """Return as much of a word as there is room for, in pixels, with its padding."""
        if self(word) <= room:
            return word
        return self._metrics.elidedText(word, Qt.TextElideMode.ElideRight, room - 2)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a paragraph that has been broken, and where each begins: asked of Qt once and not for each piece."""

    lines: tuple[QTextLine, ...]
    starts: tuple[int, ...]
    end: int
    bidirectional: bool

    @classmethod
    def of(cls, block: QTextBlock, lines: Sequence[QTextLine]) -> "Lines":
        """Return the lines of a paragraph."""
        text = block.text()
        turned = not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))
        return cls(tuple(lines), tuple(line.textStart() for line in lines), block.length() - 1, turned)

    def touched(self, start: int, end: int) -> range:
        """Return the numbers of the lines that a stretch touches."""
        return range(max(bisect_right(self.starts, start) - 1, 0), bisect_left(self.starts, end))

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return the box of a stretch on each line that it touches; right-to-left text is measured by its glyphs."""
        box_of = _by_glyphs if self.bidirectional else _by_cursor
        ends = (*self.starts[1:], self.end)
        return [
            box_of(self.lines[n], max(start, self.starts[n]), min(end, ends[n]))
            for n in self.touched(start, end)
            if max(start, self.starts[n]) < min(end, ends[n])
        ]


def boxes(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """Return the box of a stretch on each line of a paragraph that has been laid out."""
    layout = block.layout()
    return Lines.of(block, [layout.lineAt(n) for n in range(layout.lineCount())]).boxes(start, end)


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


def _bars(lines: Lines, piece: Piece, lane: int) -> list[Bar]:
    found = lines.boxes(piece.start, piece.end)
    count = len(found)
    return [
        Bar(piece, box, lane, first=piece.first and n == 0, last=piece.last and n == count - 1)
        for n, box in enumerate(found)
    ]


def _tags(bars: Sequence[Bar], measures: Measures, tag_width: TagWidth) -> tuple[Tag, ...]:
    """Place tags from left to right; one that would run into the next is cut to the room there is."""
    starts = sorted((b for b in bars if b.first and b.piece.tag), key=lambda b: (b.words.top(), b.words.left(), b.lane))
    tags: list[Tag] = []
    taken: dict[float, float] = {}
    for n, bar in enumerate(starts):
        top = bar.words.top() - measures.tag + 1
        left = max(bar.words.left(), taken.get(bar.words.top(), float("-inf")))
        same_line = takewhile(partial(_on_line, bar.words.top()), islice(starts, n + 1, None))
        after = next((b.words.left() for b in same_line if b.words.left() > left), None)
        width = tag_width(bar.piece.tag)
        if after is not None:
            width = min(width, max(after - left - 2, measures.tag * 0.6))
        words = tag_width.cut(bar.piece.tag, width)
        tags.append(Tag(bar.piece, QRectF(left, top, width, measures.tag), words))
        taken[bar.words.top()] = left + width + 2
    return _kept_in(tags, measures.column + 2 * measures.margin)


def _kept_in(tags: Sequence[Tag], right: float) -> tuple[Tag, ...]:
    """Move tags that would run out of the view back to the left, and those before them as far as they need room."""
    kept: list[Tag] = []
    edges: dict[float, float] = {}
    for tag in reversed(tags):
        over = tag.box.right() - edges.get(tag.box.top(), right)
        moved = replace(tag, box=tag.box.translated(-min(over, tag.box.left()), 0)) if over > 0 else tag
        edges[tag.box.top()] = moved.box.left() - 2
        kept.append(moved)
    return tuple(reversed(kept))


def _on_line(top: float, bar: Bar) -> bool:
    return bar.words.top() == top
