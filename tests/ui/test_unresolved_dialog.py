"""Spans to settle, by keys: put where their words stand or where a person says, left out, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.store.unresolved import count_unresolved
from annotator.ui.exchange.unresolved_dialog import UnresolvedDialog
from annotator.ui.words import place_in_file
from annotator.workflow.importing import Importing
from tests.windows import CTRL, Session

TEXT = "\U0001f525 Le pont est miné, selon l’armée. Le pont est sûr."


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    """Return a window whose article has three spans of Ada's that stand elsewhere than their file says."""
    session = Session(qtbot, tmp_path, [TEXT])
    assert session.window.project is not None
    lines = ["T1\tclaim 0 7\tLe pont", "T2\tAUTRE 40 47\tl'armée", "T3\tclaim 1 5\tpont de fer"]
    (tmp_path / "000.ann").write_text("\n".join(lines), encoding="utf-8")
    list(Importing(session.window.project, [tmp_path / "000.ann"], annotator="Ada").run())
    session.window.came_in()
    session.desk.reload()
    return session


@pytest.fixture
def dialog(session: Session) -> UnresolvedDialog:
    assert session.window.status.waiting_label.text() == "3 spans to settle"
    session.trigger("unresolved")
    return session.window.findChildren(UnresolvedDialog)[-1]


def held(session: Session) -> list[tuple[str, str]]:
    return [(span.label, span.text) for span in session.held.spans]


def cell(dialog: UnresolvedDialog, at: int, column: int) -> str:
    item = dialog.table.item(at, column)
    assert item is not None
    return item.text()


def test_a_candidate_is_chosen_and_placed_by_keys_and_taken_back(session: Session, dialog: UnresolvedDialog) -> None:
    assert cell(dialog, 0, 0) == "000.ann, line 1"
    assert [dialog.places.item(n).text()[:12] for n in range(2)] == ["\U0001f525 “Le pont” ", "\U0001f525 Le pont es"]
    dialog.places.setFocus()
    QTest.keyClick(dialog.places, Qt.Key.Key_Down)
    QTest.keyClick(dialog.places, Qt.Key.Key_Return)
    assert held(session) == [("claim", "Le pont")]
    assert session.held.spans[0].start == TEXT.rindex("Le pont")
    assert session.window.status.waiting_label.text() == "2 spans to settle"
    QTest.keyClick(dialog, Qt.Key.Key_Z, CTRL)
    assert (held(session), dialog.table.rowCount()) == ([], 3)


def test_a_label_that_the_scheme_does_not_have_is_asked_for(session: Session, dialog: UnresolvedDialog) -> None:
    dialog.table.selectRow(2)
    assert cell(dialog, 2, 2).startswith("AUTRE")
    dialog.put.click()
    assert dialog.why.text() == "Choose the label that it has here."
    QTest.keyClicks(dialog.label, "Attr")
    dialog.put.click()
    assert held(session) == [("attribution", "l’armée")]


def test_without_a_candidate_the_words_are_selected_in_the_article(session: Session, dialog: UnresolvedDialog) -> None:
    dialog.table.selectRow(1)
    assert (dialog.put.isEnabled(), dialog.put_selected.isEnabled()) == (False, False)
    cursor = QTextCursor(dialog.page.document())
    cursor.setPosition(dialog.page.toPlainText().encode("utf-16-le").index("pont".encode("utf-16-le")) // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    dialog.page.setTextCursor(cursor)
    dialog.put_selected.click()
    assert held(session) == [("claim", "pont")]


def test_all_is_left_out_with_delete_and_main_window_undoes_it(session: Session, dialog: UnresolvedDialog) -> None:
    for _ in range(3):
        QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert dialog.summary.text() == "Nothing waits to be settled."
    assert session.window.status.waiting_label.isHidden()
    dialog.close()
    session.trigger("undo")
    assert session.window.project is not None
    assert count_unresolved(session.window.project) == 1
    assert session.window.status.waiting_label.text() == "1 span to settle"


def test_places_in_files_are_said_in_the_language_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [TEXT], language="fr")
    assert place_in_file("a, b.xlsx, Feuille 1, row 12") == "a, b.xlsx, Feuille 1, ligne 12"
    assert place_in_file("nouvelles.warc, page 3") == "nouvelles.warc, page 3"
    session.window.close()
