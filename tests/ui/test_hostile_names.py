"""Names, titles and notes with HTML in them are shown as they are: in every window, list, tool tip and message."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QMessageBox, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.windows import Session

EVIL = "<b>R&D</b><img src=/etc/passwd>"
TEXT = f"{EVIL} Norvik\n\nSelon {EVIL} Norvik, le pont a fermé & rouvert.\n"


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    made = Session(qtbot, tmp_path, [TEXT])
    made.window.begin(EVIL)
    made.place.desk.do(lambda: made.desk.annotating.edit_document(title=EVIL, source=EVIL))
    made.select("le pont a fermé")
    made.press("1", on=made.view)
    made.press("n", on=made.view)
    assert made.place.inspector.note is not None
    made.place.inspector.note.setPlainText(EVIL)
    made.place.inspector.keep_note()
    made.desk.do(lambda: made.desk.annotating.set_gazetteer_name(EVIL, "ORG"))
    made.select(EVIL)
    made.desk.do(lambda: made.desk.annotating.add_entity(*made.place.view.selection(), "PER"))
    return made


def tips(root: QWidget) -> Iterator[str]:
    """Yield all tool tips below a widget, those of items too."""
    for widget in (root, *root.findChildren(QWidget)):
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            columns = widget.model().columnCount() if isinstance(widget, QTableView) else 1
            for row in range(widget.model().rowCount(QModelIndex())):
                for column in range(columns):
                    yield widget.model().index(row, column).data(Qt.ItemDataRole.ToolTipRole) or ""


def rendered(root: QWidget) -> list[str]:
    """Return what a window would take for HTML, though nobody wrote HTML."""
    labels = [
        label.text()
        for label in root.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and GuiQt.mightBeRichText(label.text())
    ]
    return labels + [tip for tip in tips(root) if GuiQt.mightBeRichText(tip) and "<b>" in tip]


def test_nothing_in_the_window_is_rendered(session: Session) -> None:
    session.trigger("search")
    session.place.search.line.setText("Norvik")
    session.place.search.search()
    session.trigger("panel_entities")
    shown = [tip for tip in tips(session.window) if "passwd" in tip]
    assert len(shown) >= 5
    assert rendered(session.window) == []


@pytest.mark.parametrize("action", ["export", "keys", "gazetteer", "about"])
def test_nothing_in_a_dialog_is_rendered(session: Session, action: str) -> None:
    session.trigger(action)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert rendered(dialog) == []
    if isinstance(dialog, QMessageBox):
        assert dialog.textFormat() == Qt.TextFormat.PlainText
    dialog.close()


def test_a_message_shows_a_hostile_file_name_as_it_is(session: Session, tmp_path: Path) -> None:
    session.window.open_project(tmp_path / f"{EVIL.replace('/', ' ')}.annotator")
    assert "<b>" in session.window.banner.words.text()
    assert rendered(session.window) == []


def test_the_tip_over_the_article_says_a_note_as_it_is(session: Session) -> None:
    words = session.place.view.tips(session.held.text.index("le pont a"))
    assert words == [f"Claim — {EVIL}"]


def test_an_ampersand_in_a_menu_is_an_ampersand(session: Session) -> None:
    menu = session.place.header.flags.menu()
    assert isinstance(menu, QMenu)
    shown = [action.text().replace("&&", "&") for action in menu.actions()]
    assert all("&D" in words for words in shown if "<b>" in words)
    page = QTextDocument()
    page.setHtml(session.place.header.title.toolTip())
    assert page.toPlainText() == EVIL
