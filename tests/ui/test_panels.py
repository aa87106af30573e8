"""Panels, queue, search, find, keys: what surrounds the article."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.attribute_editors import Checker
from annotator.ui.keys_dialog import KeysDialog
from tests.windows import ALT, CTRL, SHIFT, Session, add_entity

FIRST = "Le pont rouge\n\nSelon Élodie Météo, l’été a fermé le pont. Etat d’urgence : « L'État » répond.\n"
SECOND = "Barrage de l’Onne\n\nLe barrage a tenu, dit l’État.\n"
KEY = Qt.Key
RIGHT_PANELS = ("inspector", "entities", "guideline", "spans")


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    return Session(qtbot, tmp_path, [FIRST, SECOND])


def test_a_hidden_panel_stays_hidden_over_a_restart_and_is_put_back(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.press(KEY.Key_F7, SHIFT)
    assert session.place.panels.docks["spans"].isHidden()
    session.close()
    again = Session(qtbot, tmp_path, [])
    assert again.place.panels.docks["spans"].isHidden()
    again.trigger("panels")
    assert not again.place.panels.docks["spans"].isHidden()


def test_a_floating_panel_is_put_back_where_it_was(session: Session) -> None:
    dock = session.place.panels.docks["inspector"]
    dock.setFloating(True)
    session.trigger("panels")
    assert not dock.isFloating()


def test_an_article_is_painted_before_anything_else_is_done_about_it(session: Session) -> None:
    QTest.qWait(100)
    painted = Painted(session.place.view.viewport())
    session.place.open(session.place.queue.model.rows[1].id)
    assert painted.count >= 1
    assert session.held.text.startswith("Barrage")


def test_the_queue_is_filtered_by_title_without_accents_and_by_status(session: Session) -> None:
    queue = session.place.queue
    queue.search.setText("ONNE")
    assert [row.title for row in queue.model.rows] == ["Barrage de l’Onne"]
    queue.search.clear()
    session.trigger("flag")
    session.qtbot.waitUntil(lambda: "flagged" in [row.status for row in queue.model.rows])
    queue.filter.setCurrentIndex(queue.filter.findData("flagged"))
    assert [row.title for row in queue.model.rows] == ["Le pont rouge"]
    queue.filter.setCurrentIndex(queue.filter.findData("done"))
    assert not queue.empty.isHidden()


def test_find_does_not_mind_accents_capitals_and_apostrophes(session: Session) -> None:
    session.press("f", CTRL)
    bar = session.place.find_bar
    QTest.keyClicks(bar.line, "l'etat")
    assert bar.count.text() == "1 / 1"
    assert session.held.text[slice(*session.place.view.selection())] == "L'État"
    session.press(KEY.Key_Escape)
    assert bar.isHidden()
    assert session.view.hasFocus()


def test_search_finds_in_all_documents_and_opens_the_one_chosen_at_the_words(session: Session) -> None:
    session.press("f", CTRL | SHIFT)
    QTest.keyClicks(session.place.search.line, "barrage tenu")
    session.press(KEY.Key_Return)
    assert session.held.text == SECOND
    assert session.held.text[slice(*session.place.view.selection())].casefold() == "barrage"


def test_a_key_can_be_changed_is_shown_everywhere_and_kept(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    session.trigger("keys")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    dialog.filter.setText("claim")
    dialog.edit.setKeySequence(QKeySequence("W"))
    dialog.edit.editingFinished.emit()
    dialog.close()
    assert session.place.label_bar.buttons["claim"].text() == "W  Claim"
    session.close()
    again = Session(qtbot, tmp_path, [])
    again.place.view.select(20, 20)
    again.press("w")
    assert [span.label for span in again.held.spans] == ["claim"]


def test_a_key_that_a_person_chose_before_the_program_did_stays_theirs(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.settings.keep("keys", {"label_1": "A", "label_2": "D"})
    session.close()
    again = Session(qtbot, tmp_path, [])
    again.place.view.select(20, 20)
    again.press("a")
    assert [span.label for span in again.held.spans] == ["claim"]
    again.press("d")
    assert [span.label for span in again.held.spans] == ["attribution"]


@pytest.mark.parametrize(("key", "holder"), [("2", "Attribution"), ("K", "Move the end on a word")])
def test_a_key_that_is_taken_is_refused_with_the_name_of_who_has_it(session: Session, key: str, holder: str) -> None:
    session.trigger("keys")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    dialog.filter.setText("claim")
    dialog.edit.setKeySequence(QKeySequence(key))
    dialog.edit.editingFinished.emit()
    assert holder in dialog.message.text()
    assert dialog.edit.keySequence() == QKeySequence("1")
    dialog.close()


def test_the_palette_runs_what_was_found(session: Session) -> None:
    session.press("k", CTRL)
    palette = QApplication.activePopupWidget()
    assert palette is not None
    QTest.keyClicks(QApplication.focusWidget() or palette, "guideline")
    QTest.keyClick(QApplication.focusWidget() or palette, KEY.Key_Return)
    assert not session.place.panels.docks["guideline"].visibleRegion().isEmpty()


def test_a_date_is_taken_in_three_lengths_and_nothing_else(session: Session) -> None:
    field = session.place.header.published
    for typed, kept in (("2026-05", "2026-05"), ("hier", "2026-05"), ("2026-02-30", "2026-05"), ("", "")):
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, KEY.Key_Delete)
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, KEY.Key_Return)
        assert (session.held.document.published, field.text()) == (kept, kept)


def test_flags_are_listed_and_shown_in_the_article(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(
        qtbot, tmp_path, ["Le pont a fermé\n\nLe pont a fermé\n\nUn corps d’article.\n\nSources : Norvik\n"]
    )
    actions = session.place.header.flags.menu().actions()
    assert len(actions) == 2
    actions[1].trigger()
    assert session.held.text[slice(*session.place.view.selection())] == "Sources : Norvik"


def test_attributes_that_apply_appear_and_the_keys_stay_where_they_were(session: Session) -> None:
    session.press("1")
    inspector = session.place.inspector
    session.qtbot.waitUntil(lambda: "verdict" in inspector.editors)
    assert "verdict_nuance" not in inspector.editors
    box = inspector.editors["verdict"].widget
    box.setFocus()
    QTest.keyClick(box, KEY.Key_Down)
    session.qtbot.waitUntil(lambda: "verdict_nuance" in inspector.editors)
    assert QApplication.focusWidget() is inspector.editors["verdict"].widget
    assert session.desk.span is not None
    assert session.desk.span.attributes["verdict"] != "unreviewed"


def test_the_words_of_the_current_span_follow_its_edges(session: Session) -> None:
    session.select("l’été a fermé")
    session.press("1")
    inspector = session.place.inspector
    session.qtbot.waitUntil(lambda: inspector.words is not None)
    session.press(KEY.Key_Right, ALT | SHIFT)
    session.qtbot.waitUntil(lambda: inspector.words is not None and "l’été a fermé le" in inspector.words.text())


def test_the_window_fits_a_small_screen_at_150_percent(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [FIRST], language="fr")
    bar, window = session.place.label_bar, session.window
    window.resize(853, 500)
    qtbot.waitUntil(lambda: session.view.width() >= 420 and bar.sizeHint().width() <= bar.width())
    assert (window.width(), window.height()) == (853, 500)
    date = session.place.header.published
    assert date.width() - 20 >= date.fontMetrics().horizontalAdvance("2026-05-14")
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: bar.buttons["claim"].text() == "1  Affirmation")


@pytest.mark.parametrize(
    ("tongue", "names"), [("en", {"Attribution", "Verified fact"}), ("fr", {"Affirmation", "Fait vérifié"})]
)
def test_on_a_small_screen_panels_lie_over_each_other_with_their_whole_names_and_labels_keep_theirs(
    qtbot: QtBot, tmp_path: Path, tongue: str, names: set[str]
) -> None:
    session = Session(qtbot, tmp_path, [FIRST], language=tongue, size=(853, 500))
    add_entity(session, "Élodie Météo")
    session.trigger("panel_entities")
    assert (session.window.width(), session.window.height()) == (853, 500)
    docks = session.place.panels.docks
    tabs = next(bar for bar in session.window.findChildren(QTabBar) if bar.count() == 4)
    assert [tabs.tabText(n) for n in range(4)] == [docks[id_].windowTitle() for id_ in RIGHT_PANELS]
    assert tabs.shape() == QTabBar.Shape.RoundedEast
    assert tabs.sizeHint().height() <= tabs.height()
    assert {button.text()[3:] for button in session.place.label_bar.buttons.values()} >= names
    rows = session.place.entities.table
    assert rows.viewport().height() >= 7 * rows.verticalHeader().defaultSectionSize()
    assert session.place.header.source.width() >= 80


def test_types_of_entities_get_room_of_their_own_below_the_words(session: Session) -> None:
    document = session.place.view.document()
    before = document.size().height()
    session.trigger("show_types")
    lines = document.blockCount()
    assert document.size().height() > before + lines
    session.trigger("show_types")
    assert document.size().height() == before


def test_several_values_are_ticked_by_keys_and_said_in_the_language_of_the_window(session: Session) -> None:
    session.press("1")
    session.qtbot.waitUntil(lambda: "claim_type" in session.place.inspector.editors)
    editor = session.place.inspector.editors["claim_type"]
    assert isinstance(editor, Checker)
    for value in ("event", "quantity"):
        editor.actions[value].trigger()
    assert session.desk.span is not None
    assert session.desk.span.attributes["claim_type"] == ("event", "quantity")
    assert editor.button.accessibleDescription() == "event / who did what, quantity or count"


def test_the_queue_says_how_many_spans_the_documents_have_that_are_seen(session: Session) -> None:
    session.select("pont rouge")
    session.press(KEY.Key_1)
    session.close()
    again = Session(session.qtbot, session.path.parent, [])
    model = again.place.queue.model
    session.qtbot.waitUntil(lambda: [row.spans for row in model.rows] == [1, 0])
