"""All keys on one page, found by a few letters; each can be changed."""

from typing import override

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.model.text import search_form
from annotator.ui.actions import TABLE, Actions, keys_of, said_of
from annotator.ui.labels import button, plain_label, row
from annotator.ui.room import take_room
from annotator.ui.rows import show_as_rows
from annotator.ui.settings import Settings

ID = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """A list of actions with their keys, and one place to press another key for the chosen one."""

    def __init__(self, parent: QWidget, actions: Actions, settings: Settings) -> None:
        """List the keys."""
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        self.setWindowTitle(self.tr("Keys"))
        take_room(self, 640, 600)
        self.filter = QLineEdit(placeholderText=self.tr("Find an action or a key"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.tr("Find an action or a key"))
        self.table = _table(self.tr("Keys"))
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(self.tr("New key"))
        self.message = plain_label(
            self.tr("Choose an action, then press Enter and its new key."), quiet=True, wrap=True
        )
        change = button(self.tr("Change"), self.edit.setFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.filter, self.table, self.message):
            layout.addWidget(widget)
        capture = row(plain_label(self.tr("New key")), self.edit, change, stretch=False)
        capture.setStretch(1, 1)
        layout.addLayout(capture)
        close = button(self.tr("Close"), self.close, primary=True)
        layout.addLayout(row(close, button(self.tr("Default keys"), self._reset)))
        self.filter.textChanged.connect(self._list)
        self.table.itemActivated.connect(lambda _item: self.edit.setFocus())
        self.table.currentCellChanged.connect(lambda *_: self._show_chosen())
        self.edit.editingFinished.connect(self._change)
        self.filter.installEventFilter(self)
        self._list()
        self.filter.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on from the line into the list with the arrow down."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)

    @property
    def chosen(self) -> str:
        """Return the id of the chosen action, or nothing."""
        item = self.table.item(self.table.currentRow(), 1)
        return item.data(ID) if item is not None else ""

    def choose(self, id_: str) -> None:
        """Choose an action that is shown."""
        for at in range(self.table.rowCount()):
            if (item := self.table.item(at, 1)) is not None and item.data(ID) == id_:
                self.table.setCurrentCell(at, 1)

    def _list(self) -> None:
        words = search_form(self.filter.text()).split()
        held = self.chosen
        lines = []
        for line in TABLE:
            action = self._actions.by_id[line.id]
            menu = QCoreApplication.translate("Actions", line.menu).replace("&", "")
            key = keys_of(action)
            if all(word in search_form(f"{menu} {said_of(action)} {key}") for word in words):
                lines.append((line.id, menu, said_of(action), key))
        self.table.setRowCount(len(lines))
        for at, (id_, *cells) in enumerate(lines):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setData(ID, id_)
                self.table.setItem(at, column, item)
        self.table.setCurrentCell(0, 1)
        self.choose(held)
        self._show_chosen()

    def _show_chosen(self) -> None:
        action = self._actions.by_id.get(self.chosen)
        self.edit.setEnabled(action is not None)
        if action is not None:
            self.edit.setKeySequence(action.shortcut())

    def _change(self) -> None:
        id_, wanted = self.chosen, self.edit.keySequence()
        if not id_ or wanted == self._actions.by_id[id_].shortcut():
            return
        taken = next((a for a in self._actions.by_id.values() if wanted in a.shortcuts()), None)
        if taken is not None and not wanted.isEmpty():
            self.message.setText(self.tr("That key is taken by “{action}”.").format(action=said_of(taken)))
            self._show_chosen()
        else:
            key = wanted.toString(QKeySequence.SequenceFormat.PortableText)
            self._actions.set_key(id_, key)
            self._settings.keep("keys", {**self._settings.table("keys"), id_: key})
            self.message.setText(self.tr("Kept."))
            self._list()
        self.table.setFocus()

    def _reset(self) -> None:
        self._settings.keep("keys", {})
        for line in TABLE:
            self._actions.set_key(line.id, line.key)
        self.message.setText(self.tr("All keys are as they were at first."))
        self._list()


def _table(name: str) -> QTableWidget:
    table = show_as_rows(QTableWidget(0, 3), name)
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return table
