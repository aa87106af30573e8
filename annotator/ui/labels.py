"""Widgets that show words as they are: a name with HTML in it is shown, never rendered."""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QSizePolicy, QWidget

from annotator.ui.icons import give_icon


def plain_label(text: str = "", *, quiet: bool = False, wrap: bool = False) -> QLabel:
    """Return a label that shows its text as plain text."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if quiet:
        label.setProperty("quiet", True)
    return label


class ElidedLabel(QLabel):
    """A line that shows where it goes on."""

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Elide what does not fit."""
        room, role = self.contentsRect(), self.foregroundRole()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        flags, live = int(self.alignment().value), self.isEnabled()
        self.style().drawItemText(QPainter(self), room, flags, self.palette(), live, shown, role)


def elided_label() -> QLabel:
    """Return a quiet label that is cut off rather than push its neighbours away."""
    label = ElidedLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("quiet", True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def heading(text: str) -> QLabel:
    """Return a large label."""
    label = plain_label(text)
    label.setProperty("heading", True)
    return label


class PlainButton(QPushButton):
    """A button that Enter presses while it has the focus; Qt would press the window's first button instead."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, pressed: Callable[[], object], *, icon_name: str = "", primary: bool = False) -> QPushButton:
    """Return a button with words, and an icon beside them."""
    made = PlainButton(text)
    made.setAccessibleName(text)
    made.clicked.connect(lambda _checked=False: pressed())
    made.setAutoDefault(primary)
    made.setProperty("primary", primary)
    if icon_name:
        give_icon(made, icon_name)
    return made


def row(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    """Return a row of widgets, pushed to the left."""
    layout = QHBoxLayout()
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch:
        layout.addStretch(1)
    return layout


def plain_tip(text: str) -> str:
    """Return a text for a tool tip: Qt takes what looks like HTML, ``&lt;`` too, for HTML unless it is escaped."""
    if "<" not in text and "&" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"


def menu_words(text: str) -> str:
    """Return a text for a menu, where a single ``&`` would underline the letter after it."""
    return text.replace("&", "&&")


def tell(parent: QWidget, title: str, text: str) -> None:
    """Tell the person something in a window of its own, without stopping the program."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
