"""The queue: documents with their status, a filter, a search for titles, and how far the layer is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.model.ids import DocumentId
from annotator.model.layer import STATUSES, QueueRow
from annotator.model.text import search_form
from annotator.ui.labels import plain_label, plain_tip
from annotator.ui.queue_delegate import COPIES, ROW, SIGNS, QueueDelegate, row_height
from annotator.ui.rows import show_as_rows
from annotator.ui.words import status_name

type Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractTableModel):
    """Rows of the queue.

    Signals:
        uncounted(str): a document is shown whose spans nobody has counted.
    """

    uncounted = Signal(str)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.rows: list[QueueRow] = []
        self.current: DocumentId | None = None
        self.copies: Mapping[DocumentId, int] = {}

    def show_rows(self, rows: list[QueueRow], current: DocumentId | None) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows, self.current = rows, current
        self.endResetModel()

    def change_rows(self, rows: list[QueueRow]) -> None:
        """Take newer rows of the same documents."""
        changed = [n for n, (row, before) in enumerate(zip(rows, self.rows, strict=True)) if row != before]
        self.rows = rows
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def set_current(self, current: DocumentId | None) -> None:
        """Write another document's title bold."""
        before, self.current = self.current, current
        for at in [at for at, row in enumerate(self.rows) if row.id == before or row.id == current]:
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many documents are shown."""
        return len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return one: the delegate paints all there is to a document."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says."""
        row = self.rows[index.row()]
        title = " ".join(row.title.split()) or self.tr("Untitled")
        copies = self.copies.get(row.id, 0)
        akin = self.tr("%n near copies in the project", "", copies) if copies else ""
        known = (title, row.source, row.published, status_name(row.status), akin)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == ROW:
            if row.spans is None:
                self.uncounted.emit(row.id)
            return row
        if role == COPIES:
            return self.copies.get(row.id, 0)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(filter(None, known)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spans = "" if row.spans is None else self.tr("%n span(s)", "", row.spans)
            return ", ".join(filter(None, (*known, spans)))
        if role == Qt.ItemDataRole.FontRole and row.id == self.current:
            font = QFont()
            font.setBold(True)
            return font
        return None


class QueuePanel(QWidget):
    """The left column.

    Signals:
        documentChosen(str): the person wants this document.
    """

    documentChosen = Signal(str)

    def __init__(self) -> None:
        """Build it, empty."""
        super().__init__()
        self._rows: list[QueueRow] = []
        self._current: DocumentId | None = None
        self.search = QLineEdit(placeholderText=self.tr("Filter by title or outlet"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Filter the queue"))
        self.filter = QComboBox()
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filter.setAccessibleName(self.tr("Status to show"))
        self.filter.addItem(self.tr("All documents"), "")
        for status in STATUSES:
            self.filter.addItem(f"{SIGNS[status]}  {status_name(status)}", status)
        self.model = QueueModel()
        self.table = _table(self.model, self.tr("Queue of documents"))
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(self.tr("Documents done"))
        self.summary = plain_label(quiet=True)
        self.empty = plain_label(quiet=True, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget in (self.search, self.filter, self.empty):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        layout.addWidget(self.progress)
        layout.addWidget(self.summary)
        self.search.textChanged.connect(self._refresh)
        self.filter.currentIndexChanged.connect(self._refresh)
        self.table.selectionModel().currentRowChanged.connect(self._choose)

    def show_queue(self, rows: Sequence[QueueRow], current: DocumentId | None) -> None:
        """Show a queue with one document current."""
        self._rows, self._current = list(rows), current
        self._refresh()

    def show_copies(self, copies: Mapping[DocumentId, int]) -> None:
        """Say beside each document how many near copies it has."""
        self.model.copies = copies
        self._refresh()

    def change_rows(self, rows: Sequence[QueueRow]) -> None:
        """Take newer rows of some documents; the others stay as they are."""
        newer = {row.id: row for row in rows}
        before, self._rows = self._rows, [newer.get(row.id, row) for row in self._rows]
        if self._rows == before:
            return
        shown = self._fitting()
        if [row.id for row in shown] != [row.id for row in self.model.rows]:
            self._refresh()
        else:
            self.model.change_rows(shown)
            self._show_progress()

    def set_current(self, current: DocumentId | None) -> None:
        """Make a document the current one."""
        self._current = current
        with QSignalBlocker(self.table.selectionModel()):
            self.model.set_current(current)
            self._select_current()

    @property
    def rows(self) -> Sequence[QueueRow]:
        """Return all rows, whatever the filter says."""
        return self._rows

    def neighbour(self, step: int) -> DocumentId | None:
        """Return the document after (1) or before (-1) the current one, as filtered."""
        ids = [row.id for row in self.model.rows]
        if self._current not in ids:
            return ids[0] if ids else None
        at = ids.index(self._current) + step
        return ids[at] if 0 <= at < len(ids) else None

    def next_unfinished(self) -> DocumentId | None:
        """Return the next document after the current one that is not done, going round."""
        ids = [row.id for row in self._rows]
        at = ids.index(self._current) + 1 if self._current in ids else 0
        turned = [*self._rows[at:], *self._rows[: max(0, at - 1)]]
        return next((row.id for row in turned if row.status in ("new", "in_progress")), None)

    def _fitting(self) -> list[QueueRow]:
        """Return the rows that the filter lets through."""
        words = search_form(self.search.text())
        status = self.filter.currentData()
        return [
            row
            for row in self._rows
            if (not status or row.status == status) and (not words or words in search_form(f"{row.title} {row.source}"))
        ]

    def _refresh(self) -> None:
        shown = self._fitting()
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show_rows(shown, self._current)
            self._select_current()
        nothing = self.tr("Nothing to show: change the filter.") if self._rows else self.tr("No documents yet.")
        self.empty.setText(nothing)
        self.empty.setVisible(not shown)
        self.table.setVisible(bool(shown))
        for widget in (self.progress, self.summary):
            widget.setVisible(bool(self._rows))
        self._show_progress()

    def _select_current(self) -> None:
        at = next((i for i, row in enumerate(self.model.rows) if row.id == self._current), -1)
        if at >= 0:
            self.table.selectRow(at)
        else:
            self.table.clearSelection()

    def _show_progress(self) -> None:
        done = sum(row.status == "done" for row in self._rows)
        self.progress.setRange(0, max(1, len(self._rows)))
        self.progress.setValue(done)
        self.summary.setText(self.tr("{done} of {all} done").format(done=done, all=len(self._rows)))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.rows[index.row()].id != self._current:
            self.documentChosen.emit(self.model.rows[index.row()].id)


def _table(model: QAbstractTableModel, name: str) -> QTableView:
    table = show_as_rows(QTableView(), name)
    table.setModel(model)
    table.verticalHeader().setDefaultSectionSize(row_height(table.fontMetrics().lineSpacing()))
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.setItemDelegate(QueueDelegate(table))
    return table
