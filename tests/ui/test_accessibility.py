"""What a screen reader is told: a name for everything that can be used, a word for everything that is done."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.windows import Session

TEXT = "Selon la mairie, le pont rouge a fermé mardi. Un échec honteux.\n"
USED = (
    *(QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox),
    *(QLineEdit, QPlainTextEdit, QTextEdit),
)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    made = Session(qtbot, tmp_path, [TEXT])
    made.select("le pont rouge a fermé")
    made.press("1")
    return made


def inside_another(widget: QWidget) -> bool:
    """Tell whether a widget is only a part of one that has a name: the list of a combo box, the corner of a table."""
    if isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_"):
        return True
    around, up = [], widget.parentWidget()
    while up is not None:
        around.append(up)
        up = up.parentWidget()
    owners = (QComboBox, QAbstractSpinBox, QLineEdit)
    return any(isinstance(parent, owners) for parent in around) or isinstance(widget.parentWidget(), QTableView)


def nameless(root: QWidget) -> list[str]:
    """Return what can be used below a widget and has no name."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, USED) and not inside_another(widget)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]


def test_everything_in_the_window_has_a_name(session: Session) -> None:
    assert nameless(session.window) == []


@pytest.mark.parametrize("action", ["export", "keys", "gazetteer", "about"])
def test_everything_in_a_dialog_has_a_name(session: Session, action: str) -> None:
    session.trigger(action)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert nameless(dialog) == []
    dialog.close()


def test_everything_on_the_first_pages_has_a_name(session: Session) -> None:
    session.window.ask_name()
    assert nameless(session.window) == []
    session.window.close_project()
    assert nameless(session.window) == []


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is announced, as Qt is asked to."""
    said: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


def test_a_span_is_announced_when_it_is_made_changed_and_erased(session: Session, announced: list[str]) -> None:
    session.select("Un échec honteux")
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_Delete):
        session.press(key)
    assert announced == ["Opinion made: Un échec honteux", "Claim changed: Un échec honteux", "1 span erased"]
