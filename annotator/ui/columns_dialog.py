"""Which column of a table is the text, the title, the date: a form with what is proposed, and the first rows below."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFormLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.formats.tables import FIELDS
from annotator.ui.labels import button, plain_label, plain_tip, row
from annotator.ui.room import take_room
from annotator.ui.words import field_name
from annotator.workflow.looking import Table

_ROWS = 6
_WIDEST = 280


class ColumnsDialog(QDialog):
    """Accepted when the person says what is what; rejected when the table is to be left out."""

    def __init__(self, parent: QWidget, table: Table) -> None:
        """Show one table, or the first of several that have the same columns."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Columns of a table"))
        take_room(self, 760, 520)
        self._columns = table.proposal.columns
        first = table.paths[0].name
        others = len(table.paths) - 1
        words = self.tr("{file} and %n other table(s) with the same columns", "", others) if others else "{file}"
        self.fields = {field: self._choice(field, table.proposal.mapping) for field in FIELDS}
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for field, choice in self.fields.items():
            form.addRow(plain_label(field_name(field)), choice)
        self.preview = self._preview(table)
        self.why = plain_label(quiet=True, wrap=True)
        self.accept_button = button(self.tr("Import"), self.accept, icon_name="import", primary=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(plain_label(words.format(file=first), wrap=True))
        layout.addLayout(form)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.why)
        layout.addLayout(row(self.accept_button, button(self.tr("Leave out"), self.reject)))
        self._check()

    @property
    def mapping(self) -> dict[str, str]:
        """Return the fields that a column was chosen for."""
        return {field: choice.currentData() for field, choice in self.fields.items() if choice.currentData()}

    def _choice(self, field: str, mapping: Mapping[str, str]) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(field_name(field))
        choice.addItem("–", "")
        for column in self._columns:
            choice.addItem(column, column)
        choice.setCurrentIndex(max(0, choice.findData(mapping.get(field, ""))))
        choice.currentIndexChanged.connect(self._check)
        return choice

    def _preview(self, table: Table) -> QTableWidget:
        rows = table.proposal.rows[:_ROWS]
        preview = QTableWidget(len(rows), len(self._columns))
        preview.setAccessibleName(self.tr("First rows"))
        preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        preview.setTabKeyNavigation(False)
        preview.setWordWrap(True)
        preview.setHorizontalHeaderLabels(list(self._columns))
        for n, cells in enumerate(rows):
            for m, cell in enumerate(cells[: len(self._columns)]):
                item = QTableWidgetItem(" ".join(cell.split()))
                item.setToolTip(plain_tip(cell))
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                preview.setItem(n, m, item)
        preview.resizeColumnsToContents()
        for m in range(len(self._columns)):
            preview.setColumnWidth(m, min(_WIDEST, preview.columnWidth(m)))
        preview.resizeRowsToContents()
        return preview

    def _check(self) -> None:
        chosen = list(self.mapping.values())
        twice = len(set(chosen)) < len(chosen)
        if "text" not in self.mapping:
            self.why.setText(self.tr("Choose the column that holds the text."))
        else:
            self.why.setText(self.tr("A column is chosen twice.") if twice else "")
        self.accept_button.setEnabled("text" in self.mapping and not twice)
