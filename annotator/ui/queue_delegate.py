"""How a document looks in the queue: status, title on two lines at most, outlet and date, spans, near copies."""

from typing import override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.model.layer import QueueRow
from annotator.ui.offsets import Offsets

SIGNS = {"new": "○", "in_progress": "◐", "done": "●", "flagged": "⚑"}
ROW = Qt.ItemDataRole.UserRole
COPIES = Qt.ItemDataRole.UserRole + 1
PADDING = 6
GUTTER = 28
"""Room for the sign of the status and for the count of spans, in pixels."""
LINES = 2


class QueueDelegate(QStyledItemDelegate):
    """Paints one document; it reads the row itself, so that nothing has to be packed into strings."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of a title of two lines and a line below it."""
        return QSize(100, row_height(option.fontMetrics.lineSpacing()))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one document."""
        row: QueueRow = index.data(ROW)
        palette: QPalette = option.palette
        role = QPalette.ColorRole
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, palette.color(role.Highlight))
        ink = palette.color(role.HighlightedText if chosen else role.Text)
        quiet = ink if chosen else palette.color(role.PlaceholderText)
        box = QRectF(option.rect).adjusted(PADDING, PADDING, -PADDING, -PADDING)
        painter.setFont(option.font)
        painter.setPen(quiet)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), SIGNS[row.status])
        if row.spans:
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), str(row.spans))
        words = box.adjusted(GUTTER - PADDING, 0, -GUTTER, 0)
        painter.setPen(ink)
        font = QFont(option.font)
        font.setBold(bool(index.data(Qt.ItemDataRole.FontRole)))
        below = _title(painter, index.data(), font, words)
        painter.setPen(quiet)
        painter.setFont(option.font)
        copies = index.data(COPIES)
        if copies:
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), f"≈ {copies}")
        known = " · ".join(filter(None, (row.source, row.published)))
        elided = painter.fontMetrics().elidedText(known, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(QPointF(words.left(), below + painter.fontMetrics().ascent()), elided)
        painter.restore()


def row_height(line: int) -> int:
    """Return how high a row is when a line of text is so high, in pixels."""
    return line * (LINES + 1) + 2 * PADDING


def _title(painter: QPainter, title: str, font: QFont, box: QRectF) -> float:
    """Draw a title, elided on its last line; returns where the next line begins."""
    layout = QTextLayout(title, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    painter.setFont(font)
    metrics, top = painter.fontMetrics(), box.top()
    for number in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        rest = title[Offsets(title).to_code_points(line.textStart()) :]
        if number < LINES - 1:
            rest = rest[: Offsets(rest).to_code_points(line.textLength())].rstrip()
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(QPointF(box.left(), top + metrics.ascent()), shown)
        top += metrics.lineSpacing()
    layout.endLayout()
    return top
