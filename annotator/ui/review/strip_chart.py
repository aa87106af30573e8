"""Strips: one small diagram below the other, each with its name, all on one scale; its figures stand in a table too."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.review.figure_table import shown
from annotator.ui.review.picture_file import write_picture

LOW, HIGH = 36, 96
"""Heights between which a strip takes what room there is."""
GAP, FOOT, NAME, EDGE = 24, 30, 150, 12
"""The heights of the room between two strips and of the dates below, the width of the names, and of the margin."""
_DARK = 128


@dataclass(frozen=True, slots=True)
class Strip:
    """A name with values from left to right, None where there is none; ``between`` are intervals.

    With intervals points are drawn, without them bars. ``colours`` are for light and dark.
    """

    name: str
    values: Sequence[float | None]
    between: Sequence[tuple[float, float] | None] = ()
    colours: tuple[str, str] | None = None


class StripChart(QWidget):
    """Shows strips; can be saved as a picture."""

    def __init__(self, name: str) -> None:
        """Build it, empty."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._strips: Sequence[Strip] = ()
        self._ticks: Sequence[str] = ()
        self._most = 1.0
        self.hide()

    def show_strips(self, strips: Sequence[Strip], ticks: Sequence[str], *, most: float | None = None) -> None:
        """Show strips above these dates or numbers; ``most`` ends the scale, else the largest value does."""
        self._strips, self._ticks = strips, ticks
        largest = max((value for strip in strips for value in strip.values if value is not None), default=0)
        self._most = most or max(largest, 1)
        words = (f"{strip.name}: {', '.join(map(shown, strip.values))}" for strip in strips)
        self.setAccessibleDescription("; ".join(words))
        self.setVisible(bool(strips and ticks))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Have room for high strips."""
        return QSize(480, len(self._strips) * (HIGH + GAP) + FOOT)

    @override
    def minimumSizeHint(self) -> QSize:
        """Have room for low strips, their names and some values."""
        return QSize(NAME + 120, len(self._strips) * (LOW + GAP) + FOOT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        painter = QPainter(self)
        self._draw(painter)
        painter.end()

    def save(self, path: Path) -> None:
        """Write the strips as a picture, SVG by that suffix, else PNG. Raises OSError."""
        write_picture(path, self.size(), self.palette().color(QPalette.ColorRole.Base), self._draw)

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        count = len(self._strips)
        high = max(LOW, min(HIGH, (self.height() - FOOT) / max(1, count) - GAP))
        room = QRectF(NAME, GAP, self.width() - NAME - EDGE, high)
        for n, strip in enumerate(self._strips):
            self._draw_strip(painter, strip, room.translated(0, n * (high + GAP)))
        self._draw_ticks(painter, room.translated(0, (count - 1) * (high + GAP)))

    def _draw_strip(self, painter: QPainter, strip: Strip, room: QRectF) -> None:
        palette = self.palette()
        text, quiet = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Dark)
        name = painter.fontMetrics().elidedText(strip.name, Qt.TextElideMode.ElideRight, NAME - 56)
        painter.setPen(text)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(EDGE, room.top(), NAME - 56, room.height()), middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(quiet)
        scale = QRectF(room.left() - 44, room.top() - 8, 38, room.height() + 16)
        right = Qt.AlignmentFlag.AlignRight
        painter.drawText(scale, right | Qt.AlignmentFlag.AlignTop, _round(self._most))
        painter.drawText(scale, right | Qt.AlignmentFlag.AlignBottom, "0")
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        for height in (room.top(), room.bottom()):
            painter.drawLine(QPointF(room.left(), height), QPointF(room.right(), height))
        colour = self._colour(strip)
        width = room.width() / max(1, len(self._ticks))
        for n, value in enumerate(strip.values):
            if value is not None:
                cell = QRectF(room.left() + n * width, room.top(), width, room.height())
                between = strip.between[n] if strip.between else None
                self._draw_value(painter, cell, (value, between), colour, bars=not strip.between)

    def _draw_value(
        self,
        painter: QPainter,
        cell: QRectF,
        figure: tuple[float, tuple[float, float] | None],
        colour: QColor,
        *,
        bars: bool,
    ) -> None:
        value, between = figure
        top = cell.bottom() - cell.height() * value / self._most
        if bars:
            inset = min(cell.width() * 0.15, 6)
            painter.fillRect(QRectF(cell.left() + inset, top, cell.width() - 2 * inset, cell.bottom() - top), colour)
            return
        middle = cell.center().x()
        painter.setPen(QPen(colour, 2))
        if between is not None:
            low, high = (cell.bottom() - cell.height() * end / self._most for end in between)
            painter.drawLine(QPointF(middle, low), QPointF(middle, high))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(middle, top), 3, 3)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        words = QRectF(middle + 8, top - 10, 48, 20)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown(value))

    def _draw_ticks(self, painter: QPainter, last: QRectF) -> None:
        """Write as many of the dates as have room."""
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        width = last.width() / max(1, len(self._ticks))
        widest = max((painter.fontMetrics().horizontalAdvance(tick) for tick in self._ticks), default=0) + 12
        step = max(1, -int(-widest // width)) if width else 1
        for n in range(0, len(self._ticks), step):
            room = QRectF(last.left() + n * width - widest, last.bottom() + 8, width + 2 * widest, FOOT)
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._ticks[n])

    def _colour(self, strip: Strip) -> QColor:
        if strip.colours is None:
            return self.palette().color(QPalette.ColorRole.Accent)
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < _DARK
        return QColor(strip.colours[dark])


def _round(value: float) -> str:
    return f"{value:g}"
