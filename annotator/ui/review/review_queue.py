"""The documents that wait for an adjudicator: how many have done them, how many cases are left; counted while idle."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.model.ids import DocumentId
from annotator.model.layer import Status
from annotator.ui.labels import plain_label
from annotator.ui.queue_delegate import SIGNS
from annotator.ui.rows import show_as_rows
from annotator.ui.words import status_name
from annotator.workflow.adjudicating import Adjudicating
from annotator.workflow.surveying import Seen, seen, standing


class ReviewQueue(QWidget):
    """The documents of one adjudicator.

    Signals:
        chosen(str): the person wants this document.
    """

    chosen = Signal(str)

    def __init__(self, bench: Adjudicating) -> None:
        """List the documents; their cases are counted one document after the other."""
        super().__init__()
        self._bench = bench
        self._looking = Adjudicating(bench.project, bench.adjudicator, blind=bench.blind)
        self._seen: dict[DocumentId, Seen] = {}
        self._ids: list[DocumentId] = []
        self._left: list[DocumentId] = []
        self._current: DocumentId | None = None
        heads = ["", self.tr("Document"), self.tr("By"), self.tr("Wait")]
        self.table = _table(self.tr("Documents to rule on"), heads)
        self.empty = plain_label(
            self.tr("Nobody has finished a document yet. Annotators finish one with Ctrl+Enter."), quiet=True, wrap=True
        )
        self.summary: QLabel = plain_label(quiet=True, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        for widget in (self.empty, self.table, self.summary):
            layout.addWidget(widget)
        self.table.currentCellChanged.connect(self._choose)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._look)
        self.refresh()

    @property
    def ids(self) -> list[DocumentId]:
        """Return the documents in their order."""
        return list(self._ids)

    def refresh(self) -> None:
        """Read the documents again."""
        rows = self._bench.documents()
        self._ids = [row.id for row, _ in rows]
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(rows))
            for at, (row, people) in enumerate(rows):
                cells = (SIGNS[row.status], row.title or self.tr("Untitled"), str(people), self._waiting(row.id))
                for column, words in enumerate(cells):
                    item = QTableWidgetItem(words)
                    item.setToolTip("" if column != 0 else status_name(row.status))
                    if column != 1:
                        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                    self.table.setItem(at, column, item)
        self._left = [id_ for id_ in self._ids if id_ not in self._seen]
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._tell()
        self._idle.start()

    def look_again(self, documents: Iterable[DocumentId]) -> None:
        """Count the cases of documents anew, because something was ruled; what is open already is not read again."""
        here = self._bench.gold
        for document in documents:
            if document == here.document.id:
                self._show(standing(self._bench), here.layer.status)
            elif document not in self._left:
                self._left.insert(0, document)
        self._idle.start()

    def show_document(self, document: DocumentId) -> None:
        """Make a document the current row."""
        self._current = document
        if document in self._ids:
            with QSignalBlocker(self.table):
                self.table.selectRow(self._ids.index(document))

    def next_waiting(self, document: DocumentId | None) -> DocumentId | None:
        """Return the next document after this one whose gold is not done, going round; the first for None."""
        rows = [row for row, _ in self._bench.documents()]
        ids = [row.id for row in rows]
        at = ids.index(document) + 1 if document in ids else 0
        turned = [*rows[at:], *rows[: max(0, at - 1)]]
        left = next((row.id for row in turned if row.status != "done"), None)
        return left or (ids[0] if document is None and ids else None)

    def stop(self) -> None:
        """Ask the project nothing more."""
        self._idle.stop()

    def _look(self) -> None:
        if not self._left:
            self._idle.stop()
            return
        found = seen(self._looking, self._left.pop(0))
        self._show(found, self._looking.gold.layer.status)

    def _show(self, found: Seen, status: Status) -> None:
        self._seen[found.document_id] = found
        if found.document_id in self._ids:
            at = self._ids.index(found.document_id)
            sign, count = self.table.item(at, 0), self.table.item(at, 3)
            if sign is not None and count is not None:
                sign.setText(SIGNS[status])
                sign.setToolTip(status_name(status))
                count.setText(self._waiting(found.document_id))
        self._tell()

    def _waiting(self, document: DocumentId) -> str:
        found = self._seen.get(document)
        return "…" if found is None else str(found.waiting)

    def _tell(self) -> None:
        known = list(self._seen.values())
        self.summary.setText(
            self.tr("{waiting} of {cases} cases wait, {differ} of them disputed").format(
                waiting=sum(one.waiting for one in known),
                cases=sum(one.cases for one in known),
                differ=sum(one.disputed for one in known),
            )
        )

    def _choose(self, row: int, _column: int, _before: int, _same: int) -> None:
        if 0 <= row < len(self._ids) and self._ids[row] != self._current:
            self.chosen.emit(self._ids[row])


def _table(name: str, heads: Sequence[str]) -> QTableWidget:
    table = show_as_rows(QTableWidget(0, 4), name)
    table.setWordWrap(False)
    table.setHorizontalHeaderLabels(list(heads))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(0, 28)
    for column in (2, 3):
        table.setColumnWidth(column, header.sectionSizeHint(column) + 4)
    return table
