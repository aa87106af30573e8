"""A table of figures that can be sorted, copied, and taken along as CSV."""

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from annotator.formats.cells import escaped
from annotator.ui.labels import plain_tip
from annotator.ui.words import language

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

ASCENDING = Qt.SortOrder.AscendingOrder
WIDEST = 340
"""Pixels of a column, so that a title leaves room for its figures; the tip says all of it."""
SHORT = 16
"""Words of so many characters have room in any column."""


class FigureTable(QTableWidget):
    """Rows of words and numbers; numbers are sorted as numbers. Ctrl+C copies what is selected, S sorts by a column."""

    def __init__(self, name: str, head: Sequence[str]) -> None:
        """Build it, empty."""
        super().__init__(0, len(head))
        self._nothing = ""
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(head))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: Sequence[Sequence[object]], *, tips: Sequence[str] = ()) -> None:
        """Show these rows; None is a dash, a float has two decimals."""
        self.setSortingEnabled(False)
        self.setRowCount(len(rows))
        numbers = {column for row in rows for column, value in enumerate(row) if isinstance(value, int | float)}
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                item = _Cell(value, number=column in numbers)
                item.setToolTip(plain_tip(tips[at] if at < len(tips) else _whole(value)))
                item.setData(Qt.ItemDataRole.UserRole + 1, at)
                self.setItem(at, column, item)
        self.horizontalHeader().setStretchLastSection(self.columnCount() - 1 not in numbers)
        for column in range(self.columnCount()):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(RIGHT if column in numbers else LEFT)
        self.horizontalHeader().setSortIndicator(-1, ASCENDING)
        self.setSortingEnabled(True)
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            self.setColumnWidth(column, min(WIDEST, self.columnWidth(column)))

    def say_nothing(self, words: str) -> None:
        """Say why there are no rows, while there are none."""
        self._nothing = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or why there are none."""
        super().paintEvent(event)
        if self._nothing and not self.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(16, 16, -16, -16)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap), self._nothing)
            painter.end()

    def row_meant(self, row: int) -> int:
        """Return which of the rows that were shown stands in this place, however it is sorted."""
        item = self.item(row, 0)
        return -1 if item is None else int(item.data(Qt.ItemDataRole.UserRole + 1))

    def csv(self) -> str:
        """Return the table as it stands, cells that would be formulas escaped."""
        held = io.StringIO()
        writer = csv.writer(held, lineterminator="\n")
        heads = [self.horizontalHeaderItem(column) for column in range(self.columnCount())]
        writer.writerow([head.text() if head else "" for head in heads])
        for row in range(self.rowCount()):
            cells = [self.item(row, column) for column in range(self.columnCount())]
            writer.writerow([cell.plain() if isinstance(cell, _Cell) else "" for cell in cells])
        return held.getvalue()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C; sort by the column of the current cell with S, the other way with the next S."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            lines = ["\t".join(self._text(row, column) for column in range(self.columnCount())) for row in rows]
            QGuiApplication.clipboard().setText("\n".join(lines))
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            header, column = self.horizontalHeader(), max(0, self.currentColumn())
            again = header.sortIndicatorSection() == column and header.sortIndicatorOrder() == ASCENDING
            self.sortItems(column, Qt.SortOrder.DescendingOrder if again else ASCENDING)
        else:
            super().keyPressEvent(event)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""


class _Cell(QTableWidgetItem):
    def __init__(self, value: object, *, number: bool) -> None:
        super().__init__(shown(value))
        self._value = value
        if number:
            self.setTextAlignment(RIGHT)

    def plain(self) -> str:
        """Return what a program reads: a point in every language, nothing where there is no figure, no formula."""
        if self._value is None:
            return ""
        return f"{self._value:.2f}" if isinstance(self._value, float) else escaped(str(self._value))

    def __lt__(self, other: object) -> bool:
        mine, theirs = self._value, other._value if isinstance(other, _Cell) else None
        if isinstance(mine, int | float) and isinstance(theirs, int | float):
            return mine < theirs
        return (mine is None, str(mine)) < (theirs is None, str(theirs))


def _whole(value: object) -> str:
    """Return words that may be cut off in their column."""
    return value if isinstance(value, str) and len(value) > SHORT else ""


def shown(value: object) -> str:
    """Return what a cell says, in the language of the window."""
    if value is None:
        return "–"
    if not isinstance(value, float):
        return str(value)
    return f"{value:.2f}".replace(".", "," if language() == "fr" else ".")
