"""The command palette: type a few letters of what you want."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.model.text import search_form


class Palette(QDialog):
    """All actions, filtered as one types."""

    def __init__(self, parent: QWidget, actions: Mapping[str, QAction]) -> None:
        """List the actions."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions = actions
        self.resize(520, 400)
        self.line = QLineEdit(placeholderText=self.tr("What do you want to do?"))
        self.line.setAccessibleName(self.tr("Command"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._run)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._run())
        self._filter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _filter(self) -> None:
        words = search_form(self.line.text()).split()
        self.list.clear()
        for id_, action in self._actions.items():
            if action.isEnabled() and all(word in search_form(action.text()) for word in words):
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(f"{action.text()}    {key}", self.list)
                item.setData(Qt.ItemDataRole.UserRole, id_)
        self.list.setCurrentRow(0)

    def _run(self) -> None:
        item = self.list.currentItem()
        self.close()
        if item is not None:
            self._actions[item.data(Qt.ItemDataRole.UserRole)].trigger()
