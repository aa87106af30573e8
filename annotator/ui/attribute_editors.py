"""One editor for each type of attribute: a list to choose from, a list to check, a line or a few lines of text."""

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from annotator.model.layer import Value
from annotator.model.scheme import Attribute, name_in
from annotator.ui.labels import plain_tip


class AttributeEditor(QObject):
    """What all editors share.

    Signals:
        edited(object): the person gave this value (str, tuple of str, or None for none).
    """

    edited = Signal(object)
    widget: QWidget

    def show_value(self, value: Value | None) -> None:
        """Show a value without telling anybody."""
        raise NotImplementedError


class Chooser(AttributeEditor):
    """One value of several."""

    def __init__(self, attribute: Attribute, tongue: str) -> None:
        """Fill the list."""
        super().__init__()
        self.box = QComboBox()
        self.widget = self.box
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.addItem("—", "")
        for choice in attribute.values:
            self.box.addItem(name_in(choice.name, tongue), choice.value)
            if choice.help:
                tip = plain_tip(name_in(choice.help, tongue))
                self.box.setItemData(self.box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.box.activated.connect(lambda at: self.edited.emit(self.box.itemData(at) or None))

    def show_value(self, value: Value | None) -> None:
        """Show a value."""
        self.box.setCurrentIndex(max(0, self.box.findData(value or "")))


class Checker(AttributeEditor):
    """Several values of several."""

    def __init__(self, attribute: Attribute, tongue: str) -> None:
        """Fill the list."""
        super().__init__()
        self.list = QListWidget()
        self.widget = self.list
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for choice in attribute.values:
            item = QListWidgetItem(name_in(choice.name, tongue), self.list)
            item.setData(Qt.ItemDataRole.UserRole, choice.value)
            item.setCheckState(Qt.CheckState.Unchecked)
        rows = min(6, len(attribute.values))
        self.list.setFixedHeight(rows * max(22, self.list.sizeHintForRow(0)) + 8)
        self.list.itemChanged.connect(lambda _item: self.edited.emit(self._checked()))

    def show_value(self, value: Value | None) -> None:
        """Check the values."""
        held = (value,) if isinstance(value, str) else value or ()
        with QSignalBlocker(self.list):
            for item in self._items():
                on = item.data(Qt.ItemDataRole.UserRole) in held
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _checked(self) -> tuple[str, ...] | None:
        values = (i.data(Qt.ItemDataRole.UserRole) for i in self._items() if i.checkState() == Qt.CheckState.Checked)
        return tuple(values) or None


class Writer(AttributeEditor):
    """A line of text."""

    def __init__(self, attribute: Attribute) -> None:
        """Make the line."""
        super().__init__()
        self.line = QLineEdit()
        self.widget = self.line
        if attribute.max_chars:
            self.line.setMaxLength(attribute.max_chars)
        if attribute.type == "date_partial":
            self.line.setPlaceholderText(QCoreApplication.translate("Writer", "2026, 2026-05 or 2026-05-14"))
        self.line.editingFinished.connect(lambda: self.edited.emit(self.line.text().strip() or None))

    def show_value(self, value: Value | None) -> None:
        """Show a text, unless the person is writing one."""
        if not self.line.hasFocus():
            self.line.setText(value if isinstance(value, str) else "")


def editor_for(attribute: Attribute, tongue: str) -> AttributeEditor:
    """Return the editor that fits an attribute."""
    if attribute.type != "enum":
        return Writer(attribute)
    return Checker(attribute, tongue) if attribute.multi else Chooser(attribute, tongue)
