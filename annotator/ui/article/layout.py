"""Our own document layout: paragraphs broken lazily, each line as high as its tags and bars need.

The `QTextDocument` is kept here: asking the layout for it from Python crashes.
"""

import time
from collections.abc import Callable, Sequence
from math import ceil
from typing import override

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPainterPath, QTextBlock, QTextDocument, QTextFrame

from annotator.ui.article.geometry import Geometry, Piece, TagWidth, lay_out
from annotator.ui.article.heights import Heights
from annotator.ui.article.looks import Measures

type PiecesOf = Callable[[QTextBlock], tuple[list[Piece], list[Piece]]]
type Painted = Callable[[QPainter, QAbstractTextDocumentLayout.PaintContext, QTextBlock, Geometry, float], None]

PARAGRAPH_GAP = 0.35
"""Space after a paragraph, in lines."""


class ArticleLayout(QAbstractTextDocumentLayout):
    """Lays out and finds; what a paragraph looks like is the painter's."""

    def __init__(self, document: QTextDocument, lengths: Sequence[int], pieces_of: PiecesOf, paint: Painted) -> None:
        """Take the document, how long its paragraphs are, who knows the pieces of one, and who paints one."""
        super().__init__(document)
        self._document = document
        self._pieces_of = pieces_of
        self._paint = paint
        self._types = False
        self._measures = Measures.of(document.defaultFont(), 600)
        self._tag_width = TagWidth(self._measures)
        self._heights = Heights([0.0])
        self._geometry: dict[int, Geometry] = {}
        self._top = 16.0
        self._lengths = lengths

    @property
    def measures(self) -> Measures:
        """Return the sizes in force."""
        return self._measures

    @property
    def types_said(self) -> bool:
        """Tell whether there is room for the types of entities."""
        return self._types

    # -- what Qt asks ---------------------------------------------------------------------------

    @override
    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Take a new text or width: everything is an estimate again."""
        self.start_over()

    @override
    def documentSize(self) -> QSizeF:
        """Return the size of everything, partly estimated."""
        return QSizeF(self._document.textWidth(), self._heights.total + 2 * self._top)

    @override
    def pageCount(self) -> int:
        """Return one: this is a scroll, not a book."""
        return 1

    @override
    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """Return the one frame there is."""
        return QRectF(QPointF(0, 0), self.documentSize())

    @override
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return where a paragraph is; lays it out, because Qt moves the caret by its lines."""
        if not block.isValid():
            return QRectF()
        self.geometry(block)
        number = block.blockNumber()
        return QRectF(0, self.top(number), self._document.textWidth(), self._heights.height(number))

    @override
    def hitTest(self, at: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy) -> int:
        """Return the position under a point; with ExactHit -1 where no words are."""
        point = (
            at
            if isinstance(at, QPointF)
            else QPointF(at.x, at.y)
            if isinstance(at, QPainterPath.Element)
            else QPointF(at)
        )
        block = self.block_at(point.y())
        self.geometry(block)
        layout, top = block.layout(), self.top(block.blockNumber())
        nearest = None
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            nearest = line
            if point.y() - top < line.y() + line.height() + self._measures.line * 0.22:
                break
        if nearest is None:
            return -1 if accuracy == Qt.HitTestAccuracy.ExactHit else block.position()
        if accuracy == Qt.HitTestAccuracy.ExactHit:
            words = nearest.naturalTextRect().translated(0, top)
            if not words.contains(point):
                return -1
        return block.position() + int(nearest.xToCursor(point.x()))

    @override
    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the paragraphs inside the clip."""
        clip = context.clip if context.clip.isValid() else QRectF(0, 0, 1e6, 1e6)
        painter.save()
        block = self.block_at(clip.top())
        while block.isValid() and self.top(block.blockNumber()) < clip.bottom():
            geometry = self.geometry(block)
            self._paint(painter, context, block, geometry, self.top(block.blockNumber()))
            block = block.next()
        painter.restore()

    # -- what the view asks ---------------------------------------------------------------------

    def start_over(self) -> None:
        """Measure everything anew."""
        width = self._document.textWidth()
        self._measures = Measures.of(self._document.defaultFont(), width if width > 0 else 600, types=self._types)
        self._tag_width = TagWidth(self._measures)
        self._geometry.clear()
        self._heights = Heights(self._estimates())
        self.documentSizeChanged.emit(self.documentSize())

    def make_room_for_types(self, *, wanted: bool) -> None:
        """Leave room below the words for the types of entities, or no more."""
        self._types = wanted
        self.start_over()

    def geometry(self, block: QTextBlock) -> Geometry:
        """Return where everything of a paragraph is, laying it out when that has not been done."""
        number = block.blockNumber()
        held = self._geometry.get(number)
        if held is None:
            spans, entities = self._pieces_of(block)
            layout = block.layout()
            option = layout.textOption()
            option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
            option.setTextDirection(block.textDirection())
            layout.setTextOption(option)
            layout.setFont(self._measures.font)
            held = lay_out(block, spans, entities, measures=self._measures, tag_width=self._tag_width)
            self._geometry[number] = held
            gap = self._measures.line * PARAGRAPH_GAP if block.length() > 1 else 0
            # whole pixels, as scroll bars have: what is seen stays exactly where it is while heights become exact
            self._heights.set(number, ceil(held.height + gap))
        return held

    def forget(self, number: int) -> None:
        """Lay a paragraph out anew when it is next needed: its spans have changed."""
        if self._geometry.pop(number, None) is not None:
            self._heights.doubt(number)

    def is_between(self, number: int, top: float, bottom: float) -> bool:
        """Tell whether a paragraph, as far as is known, lies between two heights."""
        at = self.top(number)
        return at <= bottom and at + self._heights.height(number) >= top

    def top(self, number: int) -> float:
        """Return where a paragraph begins, in document coordinates."""
        return self._top + self._heights.top(number)

    def block_at(self, y: float) -> QTextBlock:
        """Return the paragraph at a height."""
        return self._document.findBlockByNumber(self._heights.at(y - self._top))

    def settle(self, top: float, bottom: float) -> bool:
        """Lay out what lies between two heights; tells whether a height has changed."""
        before = self._heights.total
        block = self.block_at(top)
        while block.isValid() and self.top(block.blockNumber()) < bottom:
            self.geometry(block)
            block = block.next()
        return self._heights.total != before

    def settle_more(self, start: int, seconds: float) -> bool:
        """Lay out estimated paragraphs from one on for so long; tells whether some are left."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            number = self._heights.next_estimate(start)
            if number is None:
                return False
            self.geometry(self._document.findBlockByNumber(number))
        return True

    def tell_size(self) -> None:
        """Let the view adjust its scroll bars; never from inside `draw`."""
        self.documentSizeChanged.emit(self.documentSize())

    def _estimates(self) -> list[int]:
        measures = self._measures
        a_line, gap = measures.line * 1.5, measures.line * PARAGRAPH_GAP
        per_line = max(1.0, measures.column / (measures.line * 0.42))
        known = {length: round(ceil(length / per_line) * a_line + gap) for length in set(self._lengths)}
        known[0] = ceil(measures.line * 0.7)
        return [known[length] for length in self._lengths]
