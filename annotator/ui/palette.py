"""The command palette: type a few letters of what you want."""

from collections.abc import Mapping
from typing import override

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.model.text import search_form
from annotator.ui.actions import keys_of, said_of
from annotator.ui.labels import plain_label

ID = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """All actions, filtered as one types: by their words, and by their names in keys files (``zoom_in``)."""

    def __init__(self, parent: QWidget, actions: Mapping[str, QAction]) -> None:
        """List the actions."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions = actions
        self.resize(520, 400)
        self.line = QLineEdit(placeholderText=self.tr("What do you want to do?"))
        self.line.setAccessibleName(self.tr("Command"))
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(self.tr("Commands"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.none = plain_label(self.tr("No command has these words."), quiet=True)
        layout = QVBoxLayout(self)
        for widget in (self.line, self.none, self.table):
            layout.addWidget(widget)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._run)
        self.line.installEventFilter(self)
        self.table.cellClicked.connect(lambda _row, _column: self._run())
        self._filter()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            page = self.table.viewport().height() // max(1, self.table.rowHeight(0))
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
            step = steps.get(Qt.Key(event.key()), 0)
            if step:
                self.table.selectRow(max(0, min(self.table.rowCount() - 1, self.table.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _filter(self) -> None:
        words = search_form(self.line.text()).split()
        shown = [
            (id_, action)
            for id_, action in self._actions.items()
            if action.isEnabled()
            and action.isVisible()
            and all(word in search_form(f"{said_of(action)} {id_.replace('_', ' ')}") for word in words)
        ]
        self.table.setRowCount(len(shown))
        for row, (id_, action) in enumerate(shown):
            name = QTableWidgetItem(said_of(action))
            name.setData(ID, id_)
            key = QTableWidgetItem(keys_of(action))
            key.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, 0, name)
            self.table.setItem(row, 1, key)
        self.table.selectRow(0)
        self.none.setVisible(not shown)
        self.table.setVisible(bool(shown))

    def _run(self) -> None:
        item = self.table.item(self.table.currentRow(), 0) if self.table.rowCount() else None
        self.close()
        if item is not None:
            self._actions[item.data(ID)].trigger()
