"""A matrix of figures in shades, for pairs of people or of labels; every cell says its figure in words too."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from annotator.formats.cells import escaped
from annotator.ui.review.figure_table import shown
from annotator.ui.review.picture_file import write_picture


class HeatMatrix(QTableWidget):
    """Rows and columns of the same names; a cell without a figure is blank.

    A cell is darker the nearer its figure is to the largest; the figure itself always stands in it. Ctrl+C copies the
    cells that are selected.
    """

    def __init__(self, name: str) -> None:
        """Build it, empty."""
        super().__init__()
        self._names: Sequence[str] = ()
        self._cells: Sequence[Sequence[float | int | None]] = ()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setMinimumSectionSize(56)

    def show_matrix(
        self, names: Sequence[str], cells: Sequence[Sequence[float | int | None]], *, told: Callable[[int, int], str]
    ) -> None:
        """Show figures; ``told`` says of a cell, by row and column, what it means."""
        self._names, self._cells = names, cells
        self.clear()
        self.setRowCount(len(names))
        self.setColumnCount(len(names))
        self.setHorizontalHeaderLabels(list(names))
        self.setVerticalHeaderLabels(list(names))
        most = max((abs(value) for row in cells for value in row if value is not None), default=0) or 1
        accent, ground = (self.palette().color(role) for role in (QPalette.ColorRole.Accent, QPalette.ColorRole.Base))
        for at, row in enumerate(cells):
            for column, value in enumerate(row):
                item = QTableWidgetItem("" if value is None else shown(value))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                if value is not None:
                    item.setBackground(_mixed(ground, accent, 0.5 * max(0.0, value) / most))
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, told(at, column))
                    item.setToolTip(told(at, column))
                self.setItem(at, column, item)

    def csv(self) -> str:
        """Return the matrix as it stands, with its names; names that would be formulas are escaped."""
        held = io.StringIO()
        writer = csv.writer(held, lineterminator="\n")
        writer.writerow(["", *(escaped(name) for name in self._names)])
        for name, row in zip(self._names, self._cells, strict=True):
            writer.writerow([escaped(name), *("" if value is None else _plain(value) for value in row)])
        return held.getvalue()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = self.selectedRanges()
            lines = [
                "\t".join(_words(self.item(row, column)) for column in range(one.leftColumn(), one.rightColumn() + 1))
                for one in chosen
                for row in range(one.topRow(), one.bottomRow() + 1)
            ]
            QGuiApplication.clipboard().setText("\n".join(lines))
        else:
            super().keyPressEvent(event)

    def save(self, path: Path) -> None:
        """Write all of the matrix and nothing beside it as a picture, SVG by that suffix, else PNG. Raises OSError."""
        ground = self.palette().color(QPalette.ColorRole.Base)
        held, frame = self.size(), 2 * self.frameWidth()
        across, down = self.horizontalHeader(), self.verticalHeader()
        size = QSize(down.width() + across.length() + frame, across.height() + down.length() + frame)
        self._show_bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resize(size)
        try:
            write_picture(path, size, ground, lambda painter: self.render(painter, QPoint()))
        finally:
            self.resize(held)
            self._show_bars(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _show_bars(self, policy: Qt.ScrollBarPolicy) -> None:
        self.setHorizontalScrollBarPolicy(policy)
        self.setVerticalScrollBarPolicy(policy)


def _mixed(ground: QColor, accent: QColor, share: float) -> QColor:
    """Return an opaque shade: not every program that shows an SVG knows others."""
    pairs = (ground.red(), accent.red()), (ground.green(), accent.green()), (ground.blue(), accent.blue())
    return QColor(*(round(one + (other - one) * share) for one, other in pairs))


def _plain(value: float) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _words(item: QTableWidgetItem | None) -> str:
    return "" if item is None else item.text()
