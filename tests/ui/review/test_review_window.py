"""The review window: cases read and ruled on by real keys, names hidden, bulk rules asked about first."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.document import Document
from annotator.model.ids import annotator_id
from annotator.store.project import Project
from annotator.ui.article.lanes import lanes
from annotator.ui.review.bulk_dialog import BulkDialog
from annotator.ui.review.review_window import ReviewWindow
from annotator.ui.review.sought import Sought
from annotator.workflow.adjudicating import Adjudicating
from annotator.workflow.annotating import Annotating

NONE = Qt.KeyboardModifier.NoModifier
TEXT = "Selon la capitainerie, trois grues sont tombées mardi. Le quai aurait fermé. Un échec honteux pour la ville."
WHO, CRANES, QUAY, SHAME = (
    "Selon la capitainerie",
    "trois grues sont tombées",
    "Le quai aurait fermé",
    "Un échec honteux",
)
WORK = {
    "anna": ((WHO, "attribution"), (CRANES, "claim"), (QUAY, "claim")),
    "ben <b>": ((WHO, "attribution"), (CRANES, "claim"), (QUAY, "opinion"), (SHAME, "opinion")),
}


@pytest.fixture
def window(qtbot: QtBot, project: Project, file_text: Callable[[str], Document]) -> Iterator[ReviewWindow]:
    """Return the window of an adjudicator in front of one document that two people have done."""
    document = file_text(TEXT)
    for name, work in WORK.items():
        session = Annotating(project, project.annotator(name))
        session.open(document.id)
        for words, label in work:
            session.make_span(TEXT.index(words), TEXT.index(words) + len(words), label)
        session.set_status("done")
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ReviewWindow(parent, Adjudicating(project, "Lea"), dark=False)
    made.show()
    qtbot.waitActive(made)
    yield made
    made.close()


def test_keys_rule_on_case_after_case_and_gold_comes_of_it(window: ReviewWindow) -> None:
    _press(window, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert _gold(window) == [(WHO, "attribution"), (CRANES, "claim")]
    assert window.case is not None
    assert window.case.labels == {"claim", "opinion"}
    _press(window, Qt.Key.Key_Return)
    assert len(_gold(window)) == 2, "there is no majority of two"
    _press(window, Qt.Key.Key_2, Qt.Key.Key_0)
    assert _gold(window)[-1] == (QUAY, "opinion")
    assert list(window.bench.waiting) == []
    _press(window, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [case.labels for case in window.bench.waiting] == [{"opinion"}]


def test_tab_goes_through_the_cases_and_backspace_takes_a_ruling_back(window: ReviewWindow) -> None:
    _press(window, Qt.Key.Key_1)
    _press(window, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert window.case == window.bench.cases[0]
    _press(window, Qt.Key.Key_Backspace)
    assert _gold(window) == []


def test_the_reason_goes_with_the_ruling_and_can_be_changed_afterwards(window: ReviewWindow) -> None:
    form = window.panel.form
    form.reason.setCurrentIndex(form.reason.findData("context"))
    form.precedent.setCurrentIndex(form.precedent.findData("3"))
    _press(window, Qt.Key.Key_1)
    window.choose(window.bench.cases[0])
    ruling = window.bench.gold.rulings[0]
    assert (ruling.reason, ruling.precedent, ruling.adjudicator) == ("context", "3", "Lea")
    form.note.setFocus()
    QTest.keyClicks(form.note, "a note")
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    assert window.bench.gold.rulings[0].note == "a note"


def test_what_is_sought_is_found_in_whichever_document_has_it_and_jumped_to_by_key(
    qtbot: QtBot, window: ReviewWindow, project: Project, file_text: Callable[[str], Document]
) -> None:
    other = file_text("Le pont est fermé depuis lundi, selon la mairie.")
    for name, label in (("anna", "claim"), ("chloé", "opinion")):
        session = Annotating(project, project.annotator(name))
        session.open(other.id)
        session.make_span(0, len("Le pont est fermé"), label)
        session.set_status("done")
    window.queue.refresh()
    window.seek(Sought(kind="label", one=annotator_id("chloé")))
    qtbot.waitUntil(lambda: window.bench.gold.document.id == other.id)
    assert [case.labels for case in window.shown] == [{"claim", "opinion"}]
    window.seek(Sought(kind="label", label="opinion"))
    _press(window, Qt.Key.Key_PageDown, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.bench.gold.document.id != other.id)
    assert window.case is not None
    assert window.case.labels == {"claim", "opinion"}
    window.seek(Sought(kind="link"))
    qtbot.waitUntil(lambda: "No document" in window.status.hint.text())
    window.seek(Sought(document=other.id))
    assert window.bench.gold.document.id == other.id


def test_ruling_goes_on_to_the_next_case_that_the_filter_lets_through(window: ReviewWindow) -> None:
    window.filter.ask(Sought(kind="label"))
    window.choose(window.shown[0])
    _press(window, Qt.Key.Key_1)
    assert window.case == window.bench.cases[2], "no other differs so"
    assert "Ctrl+PgDown" in window.status.hint.text()


def test_names_can_be_hidden_and_are_shown_as_they_are(window: ReviewWindow) -> None:
    assert "ben <b>" in window.legend.text()
    _press(window, Qt.Key.Key_H)
    assert "ben" not in window.legend.text()
    assert [voice.name for voice in window.voices] == ["Person A", "Person B"]


def test_the_filter_shows_what_differs_in_one_way_or_between_two(window: ReviewWindow) -> None:
    assert len(window.shown) == 4
    _choose(window, "kind", "label")
    assert [case.labels for case in window.shown] == [{"claim", "opinion"}]
    _choose(window, "kind", "agreed")
    assert len(window.shown) == 2
    _choose(window, "kind", "")
    _choose(window, "label", "attribution")
    assert len(window.shown) == 1
    _choose(window, "label", "")
    _choose(window, "one", window.voices[0].id)
    assert len(window.shown) == 2
    window.filter.waiting.setChecked(True)
    window.settle("equal")
    assert all(not case.agreed for case in window.shown)


def test_a_rule_for_all_documents_is_counted_first_and_followed_on_demand(qtbot: QtBot, window: ReviewWindow) -> None:
    dialog = BulkDialog(window, window.desk, window.bench, "equal")
    qtbot.waitUntil(dialog.follow.isEnabled)
    assert "2 case" in dialog.words.text()
    assert dialog.progress.value() == dialog.progress.maximum()
    assert _gold(window) == []
    dialog.follow.click()
    assert len(_gold(window)) == 2


def test_a_rule_for_all_documents_and_its_undo_count_every_document_anew(
    qtbot: QtBot, window: ReviewWindow, file_text: Callable[[str], Document]
) -> None:
    other = file_text("La mairie dément la fermeture du port.")
    for name in WORK:
        session = Annotating(window.bench.project, window.bench.project.annotator(name))
        session.open(other.id)
        session.make_span(0, len("La mairie dément"), "claim")
        session.set_status("done")
    window.queue.refresh()
    qtbot.waitUntil(lambda: _waiting(window) == ["4", "1"])
    dialog = BulkDialog(window, window.desk, window.bench, "equal")
    qtbot.waitUntil(dialog.follow.isEnabled)
    dialog.follow.click()
    qtbot.waitUntil(lambda: _waiting(window) == ["2", "0"])
    assert window.bench.gold.document.id != other.id
    window.undo()
    qtbot.waitUntil(lambda: _waiting(window) == ["4", "1"])


def test_what_a_rule_for_all_documents_has_ruled_is_said_and_undone_where_one_is(
    qtbot: QtBot, window: ReviewWindow, file_text: Callable[[str], Document]
) -> None:
    other = file_text("La mairie dément la fermeture du port.")
    for name in WORK:
        session = Annotating(window.bench.project, window.bench.project.annotator(name))
        session.open(other.id)
        session.make_span(0, len("La mairie dément"), "claim")
        session.set_status("done")
    window.open(other.id)
    dialog = BulkDialog(window, window.desk, window.bench, "equal")
    dialog.open()
    qtbot.waitUntil(dialog.follow.isEnabled)
    assert dialog.shown.toPlainText().startswith("Attribution: “Selon la capitainerie”")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert window.status.hint.text().startswith("3 case")
    assert window.bench.gold.document.id == other.id
    window.undo()
    assert window.bench.gold.document.id == other.id
    assert len(window.bench.waiting) == 1


def test_undo_shows_the_case_that_it_was_about(window: ReviewWindow) -> None:
    _press(window, Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    _press(window, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.case == window.bench.cases[0]
    _press(window, Qt.Key.Key_Tab)
    _press(window, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.case == window.bench.cases[0]
    assert window.desk.span in window.bench.gold.spans


def test_every_place_of_the_window_can_be_reached_by_keys(window: ReviewWindow) -> None:
    places = set()
    window.view.setFocus()
    for _ in window.panels.docks:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_F6)
        here = window.focusWidget()
        places |= {id_ for id_, dock in window.panels.docks.items() if here and dock.isAncestorOf(here)}
        assert here is not window.panel, "the keys go to what is in it"
    assert places == set(window.panels.docks)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.view.hasFocus()
    _press(window, Qt.Key.Key_N)
    assert window.panel.form.note.hasFocus()
    assert all("&" in action.text() for action in window.menuBar().actions())


def test_tab_goes_from_what_can_be_taken_to_the_reason_of_every_case(qtbot: QtBot, window: ReviewWindow) -> None:
    window.step(1)
    panel = window.panel
    qtbot.waitUntil(
        lambda: any(one.text() == "Take (1)" and one.isVisible() for one in panel.findChildren(QPushButton))
    )
    while not panel.isAncestorOf(window.focusWidget()):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_F6)
    places: list[QWidget | None] = [window.focusWidget()]
    assert isinstance(places[0], QPushButton)
    assert places[0].text() == "Take (1)"
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        places.append(window.focusWidget())
    form = panel.form
    assert places[places.index(form.reason) :][:4] == [form.reason, form.note, form.precedent, form.gap]
    assert all(place and panel.isAncestorOf(place) for place in places[: places.index(form.gap)])


def test_a_gold_span_is_made_of_a_selection_and_its_edges_move(window: ReviewWindow) -> None:
    window.choose(window.bench.cases[3])
    window.view.select(TEXT.index("honteux"), TEXT.index("honteux") + len("honteux"))
    window.make("opinion")
    assert _gold(window) == [("honteux", "opinion")]
    window.choose(window.bench.cases[3])
    _press(window, Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert _gold(window) == [("échec honteux", "opinion")]


def test_when_gold_is_done_nothing_waits(window: ReviewWindow) -> None:
    _press(window, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.bench.gold.layer.status == "done"
    assert window.bench.waiting == ()


def test_every_key_is_given_once(window: ReviewWindow) -> None:
    keys = [key.toString() for action in (*window.actions(), *window.view.actions()) for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert QKeySequence("Tab").toString() in keys


def test_each_group_has_lanes_of_its_own_even_where_it_has_no_bar() -> None:
    stretches = [(0, 9), (0, 9), (2, 4), (0, 9)]
    assert lanes(stretches) == [0, 1, 3, 2]
    assert lanes(stretches, [1, 3, 3, 0]) == [1, 3, 4, 0]


def _press(window: ReviewWindow, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        window.view.setFocus()
        QTest.keyClick(window.view, key, modifier)


def _waiting(window: ReviewWindow) -> list[str]:
    table = window.queue.table
    return [item.text() for row in range(table.rowCount()) if (item := table.item(row, 3))]


def _gold(window: ReviewWindow) -> list[tuple[str, str]]:
    return [(span.text, span.label) for span in window.bench.gold.spans]


def _choose(window: ReviewWindow, box: str, data: str) -> None:
    chooser = getattr(window.filter, box)
    chooser.setCurrentIndex(chooser.findData(data))
    chooser.activated.emit(chooser.currentIndex())
