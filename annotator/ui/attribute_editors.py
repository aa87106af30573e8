"""One editor for each type of attribute: a list to choose from, a list to check, a line or a few lines of text."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import override

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSizePolicy, QWidget

from annotator.model.layer import Value
from annotator.model.scheme import Attribute, name_in
from annotator.ui.labels import menu_words, plain_tip
from annotator.ui.popup import Popup

ELIDE = Qt.TextElideMode.ElideRight


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


class CalmBox(QComboBox):
    """A list to choose from that the wheel does not turn while one scrolls past it."""

    def __init__(self) -> None:
        """Take no more room than there is."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll, unless the person is in the list."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ElidedButton(QPushButton):
    """A button that says as much as there is room for."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self._words = ""
        self.setProperty("chooser", True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Say these words."""
        self._words = words
        shown = menu_words(self.fontMetrics().elidedText(words, ELIDE, max(40, self.width() - 40)))
        # a style sheet gives a button with a menu no padding on the left
        self.setText(f"\u00a0\u00a0{shown}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the new room."""
        super().resizeEvent(event)
        self.say(self._words)


class Chooser(AttributeEditor):
    """One value of several."""

    def __init__(self, attribute: Attribute, tongue: str) -> None:
        """Fill the list."""
        super().__init__()
        self.box = CalmBox()
        self.widget = self.box
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
    """Several values of several: a button that says what is chosen, and a menu that stays open while one ticks."""

    def __init__(self, attribute: Attribute, tongue: str) -> None:
        """Fill the menu."""
        super().__init__()
        self.button = ElidedButton()
        self.widget = self.button
        self.menu = TickMenu(self.button)
        self.menu.setToolTipsVisible(True)
        self.button.setMenu(self.menu)
        self.actions: dict[str, QAction] = {}
        for choice in attribute.values:
            action = self.menu.addAction(menu_words(name_in(choice.name, tongue)))
            action.setCheckable(True)
            action.setToolTip(plain_tip(name_in(choice.help or choice.name, tongue)))
            action.triggered.connect(self._ticked)
            self.actions[choice.value] = action
        self._names = {choice.value: name_in(choice.name, tongue) for choice in attribute.values}
        self._say(())

    def show_value(self, value: Value | None) -> None:
        """Tick the values."""
        held = (value,) if isinstance(value, str) else value or ()
        for key, action in self.actions.items():
            action.setChecked(key in held)
        self._say(held)

    def _ticked(self) -> None:
        values = tuple(key for key, action in self.actions.items() if action.isChecked())
        self._say(values)
        self.edited.emit(values or None)

    def _say(self, values: Sequence[str]) -> None:
        words = ", ".join(self._names.get(value, value) for value in values)
        self.button.say(words or "—")
        self.button.setToolTip(plain_tip(words))
        self.button.setAccessibleDescription(words)


class TickMenu(Popup):
    """A menu that stays open when a tick is given or taken."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what was clicked."""
        if not self._tick():
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar; Enter closes."""
        if event.key() != Qt.Key.Key_Space or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True


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


class Clock(AttributeEditor):
    """A moment, shown in the time of this place and kept in that of Greenwich."""

    def __init__(self) -> None:
        """Make the line."""
        super().__init__()
        self._value: str | None = None
        self.line = QLineEdit(placeholderText="2026-05-14 09:30")
        self.widget = self.line
        self.line.editingFinished.connect(self._read)

    def show_value(self, value: Value | None) -> None:
        """Show a moment, unless the person is writing one."""
        self._value = value if isinstance(value, str) else None
        if not self.line.hasFocus():
            self.line.setText(_local(self._value))

    def _read(self) -> None:
        words = self.line.text().strip()
        if words == _local(self._value):
            return
        try:
            moment = datetime.fromisoformat(words).astimezone(UTC).isoformat() if words else None
        except ValueError:
            self.line.setText(_local(self._value))
        else:
            self.edited.emit(moment)


def _local(moment: str | None) -> str:
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M") if moment else ""
    except ValueError:
        return moment or ""


def editor_for(attribute: Attribute, tongue: str) -> AttributeEditor:
    """Return the editor that fits an attribute."""
    if attribute.type == "datetime":
        return Clock()
    if attribute.type != "enum":
        return Writer(attribute)
    return Checker(attribute, tongue) if attribute.multi else Chooser(attribute, tongue)
