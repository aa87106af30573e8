"""The span list: all spans of the layer in text order; row changes come in batches of 30 ms."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from annotator.model.layer import Span
from annotator.ui.labels import plain_label, plain_tip
from annotator.ui.rows import show_as_rows

BATCH_MS = 30
type Index = QModelIndex | QPersistentModelIndex


class SpanModel(QAbstractTableModel):
    """Spans as rows: label, words."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.spans: tuple[Span, ...] = ()
        self.names: Mapping[str, tuple[str, str]] = {}

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Show these spans."""
        if len(spans) == len(self.spans):
            self.spans = spans
            self.dataChanged.emit(self.index(0, 0), self.index(max(0, len(spans) - 1), 1))
            return
        self.beginResetModel()
        self.spans = spans
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many spans there are."""
        return len(self.spans)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return two: label, words."""
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        span = self.spans[index.row()]
        name, colour = self.names.get(span.label, (span.label, ""))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return name if index.column() == 0 else " ".join(span.text.split())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0 and colour:
            return QColor(colour)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{name}\n{span.text[:400]}" + (f"\n{span.note}" if span.note else ""))
        return None


class SpanList(QWidget):
    """The lower right column.

    Signals:
        spanChosen(str): the person wants this span.
    """

    spanChosen = Signal(str)

    def __init__(self) -> None:
        """Build it, empty."""
        super().__init__()
        self.model = SpanModel()
        self.table = show_as_rows(QTableView(), self.tr("Spans"))
        self.table.setModel(self.model)
        self.table.setWordWrap(False)
        self.table.verticalHeader().setDefaultSectionSize(28)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.empty = plain_label(
            self.tr("No spans yet. Select words in the article and press 1, 2, 3 or 4."), quiet=True, wrap=True
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self.table.hide()
        self.spans: tuple[Span, ...] = ()
        self._current: str | None = None
        self._timer = QTimer(self, interval=BATCH_MS, singleShot=True)
        self._timer.timeout.connect(self._refresh)
        self.table.selectionModel().currentRowChanged.connect(self._choose)

    def set_names(self, names: Mapping[str, tuple[str, str]]) -> None:
        """Say what each label id is called and its colour; the longest name fits."""
        self.model.names = names
        widths = (self.table.fontMetrics().horizontalAdvance(name) for name, _ in names.values())
        self.table.setColumnWidth(0, max(widths, default=80) + 24)
        self.table.viewport().update()

    def show_spans(self, spans: tuple[Span, ...], current: str | None) -> None:
        """Show these spans soon, one of them current."""
        self.spans, self._current = spans, current
        self._timer.start()

    def _refresh(self) -> None:
        with QSignalBlocker(self.table.selectionModel()):
            if self.spans is not self.model.spans:
                self.model.show_spans(self.spans)
            at = next((i for i, span in enumerate(self.spans) if span.id == self._current), -1)
            if at >= 0:
                self.table.selectRow(at)
                self.table.scrollTo(self.model.index(at, 0))
            else:
                self.table.clearSelection()
        self.table.viewport().update()
        self.empty.setVisible(not self.spans)
        self.table.setVisible(bool(self.spans))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.spanChosen.emit(self.model.spans[index.row()].id)
