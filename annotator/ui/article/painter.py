"""Painting one paragraph: tints, finds and selection below the words, bars, underlines and tags around them."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
)

from annotator.ui.article.geometry import Bar, Geometry, Tag, boxes
from annotator.ui.article.looks import PATTERNS, ArticlePalette, Measures, SpanStyle

EDGE = 5.0
"""How near to an edge of the current span the pointer grips it, in pixels."""


class ArticlePainter:
    """Knows the looks in force and paints paragraphs with them."""

    def __init__(self, palette: ArticlePalette) -> None:
        """Begin without labels."""
        self.palette = palette
        self.styles: Mapping[str, SpanStyle] = {}
        self.entity_names: Mapping[str, str] = {}
        self.current = ""
        self.current_entity = ""
        self.show_types = False
        self.caret_visible = True

    def paint(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        block: QTextBlock,
        geometry: Geometry,
        *,
        top: float,
        measures: Measures,
        found: Sequence[tuple[int, int]],
    ) -> None:
        """Paint one paragraph whose top is at a height; ``found`` are stretches in its UTF-16 units."""
        painter.save()
        painter.translate(0, top)
        layout = block.layout()
        for bar in geometry.bars:
            painter.fillRect(bar.words, self._tint(bar))
        for start, end in found:
            for box in boxes(block, start, end):
                painter.fillRect(box, self.palette.found)
        painter.setPen(self.palette.text)
        layout.draw(painter, QPointF(0, 0), _selected(context, block, self.palette.selection), QRectF())
        for mark in geometry.entities:
            self._entity(painter, mark, measures)
        for bar in geometry.bars:
            self._bar(painter, bar, measures)
        self._types(painter, geometry.entities, measures)
        painter.setFont(measures.tag_font)
        for tag in geometry.tags:
            self._tag(painter, tag)
        self._caret(painter, context, block, layout)
        painter.restore()

    def _style(self, label: str) -> SpanStyle:
        return self.styles.get(label) or SpanStyle(label, self.palette.quiet, "solid")

    def _tint(self, bar: Bar) -> QColor:
        color = QColor(self._style(bar.piece.label).color)
        current = bar.piece.id == self.current
        color.setAlpha((85 if self.palette.dark else 62) if current else (40 if self.palette.dark else 22))
        return color

    def _bar(self, painter: QPainter, bar: Bar, measures: Measures) -> None:
        style = self._style(bar.piece.label)
        line = bar.bar(measures)
        width = 1.0 if style.pattern == "double" else 2.0
        pen = QPen(style.color, width, PATTERNS.get(style.pattern, Qt.PenStyle.SolidLine), Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        y = line.center().y()
        if style.pattern == "double":
            painter.drawLine(QPointF(line.left(), y - 1), QPointF(line.right(), y - 1))
            painter.drawLine(QPointF(line.left(), y + 1), QPointF(line.right(), y + 1))
        else:
            painter.drawLine(QPointF(line.left(), y), QPointF(line.right(), y))
        painter.setPen(QPen(style.color, 1.0))
        for at, edge in ((line.left(), bar.first), (line.right(), bar.last)):
            if edge:
                painter.drawLine(QPointF(at, bar.words.bottom() - 3), QPointF(at, y + 1))
        if bar.piece.id == self.current:
            self._handles(painter, bar, style)

    def _handles(self, painter: QPainter, bar: Bar, style: SpanStyle) -> None:
        for at, edge in ((bar.words.left(), bar.first), (bar.words.right(), bar.last)):
            if edge:
                grip = QRectF(at - 1.5, bar.words.top(), 3, bar.words.height())
                painter.fillRect(grip, style.color)

    def _tag(self, painter: QPainter, tag: Tag) -> None:
        style = self._style(tag.piece.label)
        if tag.piece.id == self.current:
            painter.fillRect(tag.box, style.color)
            painter.setPen(QColor("#10151a") if self.palette.dark else QColor("#ffffff"))
        else:
            painter.setPen(style.color)
        painter.drawText(tag.box.adjusted(2, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), tag.words)

    def _entity(self, painter: QPainter, mark: Bar, measures: Measures) -> None:
        current = mark.piece.id == self.current_entity
        sure = mark.piece.sure
        color = self.palette.text if current else self.palette.entity
        pen = QPen(color, 1.6 if current else 1.0, Qt.PenStyle.SolidLine if sure else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        y = mark.words.bottom() - measures.line * 0.06
        painter.drawLine(QPointF(mark.words.left(), y), QPointF(mark.words.right(), y))
        if current:
            painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
            painter.drawRect(mark.words.adjusted(-1, 0, 1, 0))

    def _types(self, painter: QPainter, marks: Sequence[Bar], measures: Measures) -> None:
        """Say the types below the words, over whatever runs there, each as far as the next one leaves room."""
        metrics = QFontMetricsF(measures.tag_font)
        painter.setFont(measures.tag_font)
        painter.setPen(self.palette.quiet)
        shown = [m for m in marks if m.first and (self.show_types or m.piece.id == self.current_entity)]
        for mark, after in zip_longest(shown, shown[1:]):
            beside = after is not None and after.words.top() == mark.words.top()
            room = after.words.left() - mark.words.left() - 4 if beside else measures.column
            name = self.entity_names.get(mark.piece.label, mark.piece.label)
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room, 0))
            box = QRectF(
                mark.words.left(), mark.words.bottom(), metrics.horizontalAdvance(words) + 2, measures.tag * 0.9
            )
            painter.fillRect(box, self.palette.paper)
            painter.drawText(box.adjusted(1, 0, 1, 0), int(Qt.AlignmentFlag.AlignTop), words)

    def _caret(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        block: QTextBlock,
        layout: QTextLayout,
    ) -> None:
        at = context.cursorPosition - block.position()
        if self.caret_visible and context.cursorPosition >= 0 and 0 <= at < block.length():
            painter.setPen(self.palette.text)
            layout.drawCursor(painter, QPointF(0, 0), at, 2)


def _selected(
    context: QAbstractTextDocumentLayout.PaintContext, block: QTextBlock, color: QColor
) -> list[QTextLayout.FormatRange]:
    """Return the selected stretches of a paragraph, the words keeping their colour."""
    ranges = []
    for selection in context.selections:
        start = max(selection.cursor.selectionStart() - block.position(), 0)
        end = min(selection.cursor.selectionEnd() - block.position(), block.length() - 1)
        if start < end:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, end - start
            looks = QTextCharFormat()
            looks.setBackground(color)
            one.format = looks
            ranges.append(one)
    return ranges
