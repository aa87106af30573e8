"""The gazetteer of the project: names that are always, or never, entities."""

from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.ui.desk import Desk
from annotator.ui.labels import button, plain_label, row
from annotator.ui.room import take_room
from annotator.ui.words import entity_name


class GazetteerDialog(QDialog):
    """A list of names with their types, and a line to add one."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """List the names."""
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Gazetteer of this project"))
        take_room(self, 480, 480)
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Names"))
        none = self.tr("No names yet. The names that ship with the program are found besides.")
        self.empty = plain_label(none, quiet=True, wrap=True)
        self.line = QLineEdit(placeholderText=self.tr("Name to highlight"))
        self.line.setAccessibleName(self.tr("Name to highlight"))
        self.types = QComboBox()
        self.types.setAccessibleName(self.tr("Entity type"))
        for kind in desk.scheme.entity_types:
            self.types.addItem(entity_name(desk.scheme, kind.key), kind.key)
        self.types.addItem(self.tr("Never an entity"), "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        text = self.tr("These names are found everywhere in the project; accents, capitals and hyphens do not matter.")
        layout.addWidget(plain_label(text, quiet=True, wrap=True))
        layout.addWidget(self.empty)
        layout.addWidget(self.names, 1)
        entry = row(self.line, self.types, button(self.tr("Add"), self.add, icon_name="plus"), stretch=False)
        entry.setStretch(0, 1)
        layout.addLayout(entry)
        self.out = button(self.tr("Take out"), self.take_out, icon_name="cross")
        layout.addLayout(row(button(self.tr("Close"), self.close, primary=True), self.out))
        self.line.returnPressed.connect(self.add)
        self.names.currentRowChanged.connect(lambda at: self.out.setEnabled(at >= 0))
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.names)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.take_out)
        self.line.setFocus()
        self._refresh()

    def add(self) -> None:
        """Put the name in."""
        name, label = self.line.text().strip(), self.types.currentData()
        if name:
            self._desk.do(lambda: self._desk.annotating.set_gazetteer_name(name, label))
            self.line.clear()
            self._refresh()

    def take_out(self) -> None:
        """Take the chosen name out."""
        item = self.names.currentItem()
        if item is not None:
            name = item.data(Qt.ItemDataRole.UserRole)
            self._desk.do(lambda: self._desk.annotating.set_gazetteer_name(name, None))
            self._refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter while one types a name: Enter closes only where nothing is being typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.hasFocus():
            return
        super().keyPressEvent(event)

    def _refresh(self) -> None:
        self.names.clear()
        for name, label in self._desk.annotating.project.gazetteer():
            kind = entity_name(self._desk.scheme, label) if label else self.tr("Never an entity")
            item = QListWidgetItem(f"{name}  ·  {kind}", self.names)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.empty.setVisible(not self.names.count())
        self.out.setEnabled(self.names.currentRow() >= 0)
