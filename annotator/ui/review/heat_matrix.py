"""A matrix of figures in shades, for pairs of people or of labels; every cell says its figure in words too."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from annotator.ui.review.figure_table import shown
from annotator.ui.review.picture_file import write_picture


class HeatMatrix(QTableWidget):
    """Rows and columns of the same names; a cell without a figure is blank.

    A cell is darker the nearer its figure is to the largest; the figure itself always stands in it.
    """

    def __init__(self, name: str) -> None:
        """Build it, empty."""
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setMinimumSectionSize(56)

    def show_matrix(
        self, names: Sequence[str], cells: Sequence[Sequence[float | int | None]], *, told: Callable[[int, int], str]
    ) -> None:
        """Show figures; ``told`` says of a cell, by row and column, what it means."""
        self.clear()
        self.setRowCount(len(names))
        self.setColumnCount(len(names))
        self.setHorizontalHeaderLabels(list(names))
        self.setVerticalHeaderLabels(list(names))
        most = max((abs(value) for row in cells for value in row if value is not None), default=0) or 1
        accent = self.palette().color(QPalette.ColorRole.Accent)
        for at, row in enumerate(cells):
            for column, value in enumerate(row):
                item = QTableWidgetItem("" if value is None else shown(value))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                if value is not None:
                    shade = QColor(accent)
                    shade.setAlphaF(0.5 * max(0.0, value) / most)
                    item.setBackground(shade)
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, told(at, column))
                    item.setToolTip(told(at, column))
                self.setItem(at, column, item)

    def save(self, path: Path) -> None:
        """Write the matrix as a picture, SVG by that suffix, else PNG. Raises OSError."""
        size = self.sizeHint().expandedTo(self.size())
        ground = self.palette().color(QPalette.ColorRole.Base)
        write_picture(path, size, ground, lambda painter: self.render(painter, QPoint()))
