"""All keys on one page; each can be changed."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFormLayout, QKeySequenceEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.actions import TABLE, Actions
from annotator.ui.labels import button, plain_label, row
from annotator.ui.settings import Settings


class KeysDialog(QDialog):
    """A list of actions with their keys."""

    def __init__(self, parent: QWidget, actions: Actions, settings: Settings) -> None:
        """List the keys."""
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        self.setWindowTitle(self.tr("Keys"))
        self.resize(560, 600)
        self.message = plain_label(quiet=True, wrap=True)
        body = QWidget()
        form = QFormLayout(body)
        self.edits: dict[str, QKeySequenceEdit] = {}
        for line in TABLE:
            action = actions.by_id[line.id]
            edit = QKeySequenceEdit(action.shortcut())
            edit.setAccessibleName(action.text())
            edit.setMaximumSequenceLength(1)
            edit.editingFinished.connect(lambda id_=line.id: self._change(id_))
            self.edits[line.id] = edit
            form.addRow(plain_label(action.text()), edit)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(area)
        layout.addWidget(self.message)
        layout.addLayout(row(button(self.tr("Default keys"), self._reset), button(self.tr("Close"), self.close)))

    def _change(self, id_: str) -> None:
        wanted = self.edits[id_].keySequence()
        taken = next((a for other, a in self._actions.by_id.items() if other != id_ and a.shortcut() == wanted), None)
        if taken is not None and not wanted.isEmpty():
            self.message.setText(self.tr("That key is taken by “{action}”.").format(action=taken.text()))
            self.edits[id_].setKeySequence(self._actions.by_id[id_].shortcut())
            return
        key = wanted.toString(QKeySequence.SequenceFormat.PortableText)
        self._actions.set_key(id_, key)
        self._settings.keep("keys", {**self._settings.table("keys"), id_: key})

    def _reset(self) -> None:
        self._settings.keep("keys", {})
        for line in TABLE:
            self._actions.set_key(line.id, line.key)
            self.edits[line.id].setKeySequence(self._actions.by_id[line.id].shortcut())
