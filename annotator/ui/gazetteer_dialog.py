"""The gazetteer of the project: names that are always, or never, entities."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.model.scheme import name_in
from annotator.ui.desk import Desk
from annotator.ui.labels import button, plain_label, row
from annotator.ui.words import language


class GazetteerDialog(QDialog):
    """A list of names with their types, and a line to add one."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """List the names."""
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Gazetteer of this project"))
        self.resize(480, 480)
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Names"))
        self.line = QLineEdit(placeholderText=self.tr("Name to highlight"))
        self.line.setAccessibleName(self.tr("Name to highlight"))
        self.types = QComboBox()
        self.types.setAccessibleName(self.tr("Entity type"))
        for kind in desk.scheme.entity_types:
            self.types.addItem(name_in(kind.name, language()), kind.key)
        self.types.addItem(self.tr("Never an entity"), "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        text = self.tr("These names are found everywhere in the project; accents, capitals and hyphens do not matter.")
        layout.addWidget(plain_label(text, quiet=True, wrap=True))
        for widget in (self.names, self.line, self.types):
            layout.addWidget(widget)
        layout.addLayout(
            row(
                button(self.tr("Add"), self.add, icon_name="plus", primary=True),
                button(self.tr("Take out"), self.take_out),
                button(self.tr("Close"), self.close),
            )
        )
        self.line.returnPressed.connect(self.add)
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

    def _refresh(self) -> None:
        self.names.clear()
        for name, label in self._desk.annotating.project.gazetteer():
            item = QListWidgetItem(f"{name}  ·  {label or self.tr('Never an entity')}", self.names)
            item.setData(Qt.ItemDataRole.UserRole, name)
