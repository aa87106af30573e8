"""What the mouse does in the article: select and label, click spans and their tags, drag edges, menus, wheel, drops."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.import_dialog import ImportDialog
from tests.windows import ALT, CTRL, NONE, Session, add_entity, drag

TEXT = "Selon la mairie, le pont rouge a fermé mardi. Un échec honteux.\n"
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    return Session(qtbot, tmp_path, [TEXT])


def place_of(session: Session, offset: int) -> QPoint:
    """Return where the character at an offset begins, in the viewport."""
    view = session.place.view
    view.select(offset, offset)
    return view.cursorRect().center()


def words(session: Session) -> list[tuple[str, ...]]:
    return [span.words for span in session.held.spans]


def paper(session: Session) -> QWidget:
    return session.place.view.viewport()


def test_words_selected_by_dragging_are_labelled_by_a_click_on_a_label(session: Session) -> None:
    start, end = TEXT.index("pont"), TEXT.index("rouge") + 3
    first, last = place_of(session, start), place_of(session, end)
    drag(paper(session), first + QPoint(2, 0), last + QPoint(2, 0))
    session.place.label_bar.buttons["claim"].click()
    assert words(session) == [("pont rouge",)]
    assert session.view.hasFocus()


def test_alt_while_selecting_takes_the_words_to_the_character(session: Session) -> None:
    first, last = place_of(session, TEXT.index("pont") + 1), place_of(session, TEXT.index("rouge") + 3)
    drag(paper(session), first, last, modifiers=ALT)
    session.press("1")
    assert words(session) == [("ont rou",)]


def test_a_click_makes_a_span_current_and_the_next_click_the_one_around_it(session: Session) -> None:
    session.select("le pont rouge a fermé")
    session.press("1")
    session.select("rouge")
    session.press("3")
    at = place_of(session, TEXT.index("rouge") + 2)
    session.desk.choose_span(None)
    seen = []
    for _ in range(2):
        QTest.mouseClick(paper(session), LEFT, NONE, at)
        QTest.qWait(QApplication.doubleClickInterval() + 20)
        assert session.desk.span is not None
        seen.append(session.desk.span.label)
    assert seen == ["opinion", "claim"]


def test_a_click_on_the_word_of_a_label_makes_its_span_current(session: Session) -> None:
    session.select("le pont rouge a fermé")
    session.press("1")
    at = place_of(session, TEXT.index("le pont"))
    top = session.place.view.cursorRect().top()
    session.desk.choose_span(None)
    QTest.mouseClick(paper(session), LEFT, NONE, QPoint(at.x() + 6, top - 4))
    assert session.desk.span is not None


def test_an_edge_is_dragged_to_the_end_of_a_word(session: Session) -> None:
    session.select("le pont rouge")
    session.press("1")
    edge, further = place_of(session, TEXT.index(" a fermé")), place_of(session, TEXT.index("fermé") + 4)
    drag(paper(session), edge, further)
    assert words(session) == [("le pont rouge a fermé",)]
    session.press("z", CTRL)
    assert words(session) == [("le pont rouge",)]


def test_the_right_button_opens_a_menu_for_the_span_below_it(session: Session) -> None:
    session.select("le pont rouge")
    session.press("1")
    at = place_of(session, TEXT.index("rouge"))
    session.desk.choose_span(None)
    QApplication.sendEvent(paper(session), _context(paper(session), at))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[:4] == ["Claim", "Attribution", "Opinion", "Verified fact"]
    assert "Erase the span" in names
    assert "Add the selection as a fragment" not in names
    next(action for action in menu.actions() if action.text() == "Erase the span").trigger()
    menu.close()
    assert session.held.spans == ()


def menu_at(session: Session, point: QPoint, *, by_key: bool = False) -> list[str]:
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, point, paper(session).mapToGlobal(point))
    QApplication.sendEvent(paper(session), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    return [action.text() for action in menu.actions() if action.text()]


def test_the_menu_key_on_an_entity_offers_what_can_be_done_with_it(session: Session) -> None:
    entity = add_entity(session, "mairie")
    session.press("e")
    names = menu_at(session, QPoint(), by_key=True)
    assert {"Confirm the entity", "Reject the entity", "Entity type"} <= set(names)
    assert session.desk.entity_id == entity.id


def test_a_menu_is_about_what_is_pointed_at_not_about_words_selected_elsewhere(session: Session) -> None:
    entity = add_entity(session, "mairie")
    at = place_of(session, entity.start + 1)
    session.select("pont rouge")
    names = menu_at(session, at)
    assert "Confirm the entity" in names
    assert session.desk.entity_id == entity.id


def test_in_selected_words_a_menu_offers_nothing_that_would_touch_another_span(session: Session) -> None:
    session.select("le pont rouge a fermé")
    session.press("1")
    session.press(Qt.Key.Key_Escape)
    at = place_of(session, TEXT.index("pont") + 1)
    session.select("pont")
    assert "Erase the span" not in menu_at(session, at)


def test_the_wheel_with_ctrl_zooms_and_the_size_is_remembered(session: Session) -> None:
    at = QPointF(100, 100)
    wheel = QWheelEvent(
        at,
        paper(session).mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(paper(session), wheel)
    assert session.settings.number("zoom", 100) == 110
    assert "110" in session.window.status.hint.text()


@pytest.mark.parametrize("onto", ["window", "article"])
def test_files_and_folders_dropped_are_imported(session: Session, tmp_path: Path, onto: str) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "b.txt").write_text("Un autre article, déposé.\n", encoding="utf-8")
    target = session.window if onto == "window" else paper(session)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    at, copy = QPoint(50, 50), Qt.DropAction.CopyAction
    QApplication.sendEvent(target, QDragEnterEvent(at.toPointF(), copy, data, LEFT, NONE))
    QApplication.sendEvent(target, QDropEvent(at.toPointF(), copy, data, LEFT, NONE))
    session.qtbot.waitUntil(lambda: len(session.desk.annotating.queue()) == 2, timeout=20_000)
    dialog = session.window.findChild(ImportDialog)
    assert dialog is not None
    session.qtbot.waitUntil(lambda: "b.txt" in dialog.report.toPlainText(), timeout=20_000)
    dialog.close()


def _context(widget: QWidget, at: QPoint) -> QEvent:
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
