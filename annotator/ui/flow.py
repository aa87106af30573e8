"""A row that goes on in a next line where there is no more room: many labels never push the window apart."""

from typing import override

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FlowLayout(QLayout):
    """Widgets from left to right, line after line."""

    def __init__(self) -> None:
        """Begin empty; the spacing is between widgets and between lines."""
        super().__init__()
        self._items: list[QLayoutItem] = []

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        edges = self.contentsMargins()
        return size.grownBy(QMargins(edges.left(), edges.top(), edges.right(), edges.bottom()))

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Return how high the lines are in this width; put the widgets there when asked."""
        edges = self.contentsMargins()
        x, y, high = rect.left() + edges.left(), rect.top() + edges.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if high and x + size.width() > rect.right() + 1 - edges.right():
                x, y, high = rect.left() + edges.left(), y + high + self.spacing(), 0
            if move:
                item.setGeometry(QRect(x, y, size.width(), size.height()))
            x += size.width() + self.spacing()
            high = max(high, size.height())
        return y + high + edges.bottom() - rect.top()
