"""The cases of a document: what waits, what is ruled, how the annotators differ."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from annotator.model.case import Case
from annotator.ui.labels import plain_label, plain_tip
from annotator.ui.review.voices import difference_name
from annotator.ui.rows import show_as_rows

type Index = QModelIndex | QPersistentModelIndex
type State = Literal["waiting", "ruled", "changed"]

SIGNS: dict[State, str] = {"waiting": "○", "ruled": "●", "changed": "◐"}


class CaseModel(QAbstractTableModel):
    """Cases as rows: state, words and how they differ."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.rows: list[tuple[Case, State]] = []

    def show_rows(self, rows: Sequence[tuple[Case, State]]) -> None:
        """Show these cases."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many cases are shown."""
        return len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return two: state, words."""
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        case, state = self.rows[index.row()]
        words = " ".join(next(iter(case.spans.values())).text.split())
        if role == Qt.ItemDataRole.DisplayRole:
            return SIGNS[state] if index.column() == 0 else f"{words}\n{self.differ(case)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.state_name(state)}, {self.differ(case)}, {words}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{self.state_name(state)}\n{words}\n{self.differ(case)}")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def differ(self, case: Case) -> str:
        """Say how the annotators differ."""
        return ", ".join(map(difference_name, sorted(case.differences))) or self.tr("all agree")

    def state_name(self, state: State) -> str:
        """Return what a state is called."""
        return {
            "waiting": self.tr("waits for a ruling"),
            "ruled": self.tr("settled"),
            "changed": self.tr("changed since it was ruled on"),
        }[state]


class CaseList(QWidget):
    """The cases that the filter lets through.

    Signals:
        chosen(int): the person wants the case in this row.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        """Build it, empty."""
        super().__init__()
        self.model = CaseModel()
        self.table = show_as_rows(QTableView(), self.tr("Cases"))
        self.table.setModel(self.model)
        self.table.setWordWrap(False)
        self.table.verticalHeader().setDefaultSectionSize(40)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 32)
        self.empty = plain_label(self.tr("No case is let through by the filter."), quiet=True, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        self.table.selectionModel().currentRowChanged.connect(self._choose)

    def show_rows(self, rows: Sequence[tuple[Case, State]], current: int) -> None:
        """Show cases, one of them current (-1 for none)."""
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show_rows(rows)
            if 0 <= current < len(rows):
                self.table.selectRow(current)
                self.table.scrollTo(self.model.index(current, 0))
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.table.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())
