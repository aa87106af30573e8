"""Motion by action: what each key does in the article, by real key presses on the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.windows import ALT, CTRL, NONE, SHIFT, Session, add_entity

TEXT = (
    "Le quai nord rouvre\n\n"
    "Selon la capitainerie, « trois grues sont tombées » mardi. Le quai aurait fermé, a dit Lena Hout.\n"
    "Un échec honteux pour Norvik.\n"
)
KEY = Qt.Key


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    return Session(qtbot, tmp_path, [TEXT, "Un second article sur Norvik, plus court.\n"])


def words(session: Session) -> list[tuple[str, ...]]:
    return [span.words for span in session.held.spans]


def labels(session: Session) -> list[str]:
    return [span.label for span in session.held.spans]


@pytest.mark.parametrize(
    ("key", "label"), [("1", "claim"), ("2", "attribution"), ("3", "opinion"), ("4", "verified_fact")]
)
def test_a_number_labels_what_is_selected(session: Session, key: str, label: str) -> None:
    session.select("trois grues sont tombées")
    session.press(key)
    assert (labels(session), words(session)) == ([label], [("trois grues sont tombées",)])


def test_without_a_selection_a_number_takes_the_sentence_and_on_a_span_it_relabels(session: Session) -> None:
    session.place.view.select(TEXT.index("échec"), TEXT.index("échec"))
    session.press("3")
    session.press("1")
    assert (labels(session), words(session)) == (["claim"], [("Un échec honteux pour Norvik",)])


@pytest.mark.parametrize(
    ("key", "label"),
    [
        (KEY.Key_Ampersand, "claim"),
        (KEY.Key_Eacute, "attribution"),
        (KEY.Key_QuoteDbl, "opinion"),
        (KEY.Key_Apostrophe, "verified_fact"),
    ],
)
def test_the_unshifted_number_row_of_an_azerty_keyboard_labels(session: Session, key: Qt.Key, label: str) -> None:
    session.select("trois grues")
    session.press(key)
    assert labels(session) == [label]


def test_the_number_keys_work_by_their_place_whatever_stands_on_them(session: Session) -> None:
    session.select("trois grues")
    third = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_ssharp, Qt.KeyboardModifier.NoModifier, 12, 0, 0, "ß")
    QApplication.sendEvent(session.view, third)
    assert labels(session) == ["opinion"]


def test_a_place_key_that_was_given_another_action_no_longer_labels(session: Session) -> None:
    assert session.window.actions_ is not None
    session.window.actions_.set_key("label_3", "F9")
    session.select("trois grues")
    third = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_ssharp, Qt.KeyboardModifier.NoModifier, 12, 0, 0, "ß")
    QApplication.sendEvent(session.view, third)
    assert labels(session) == []
    session.press(KEY.Key_F9)
    assert labels(session) == ["opinion"]


def test_motions_select_and_shift_extends(session: Session) -> None:
    view = session.place.view
    seen = {}
    for key in "sqc":
        view.select(25, 25)
        session.press(key)
        seen[key] = TEXT[slice(*view.selection())]
        session.press(key, SHIFT if key != "s" else CTRL | SHIFT)
        assert view.selection()[1] - view.selection()[0] > len(seen[key]) or key == "q"
    assert seen["s"].startswith("Selon la")
    assert seen["s"].rstrip().endswith("mardi.")
    assert seen["q"] == "« trois grues sont tombées »"
    assert seen["c"] == "Selon la capitainerie"
    session.press("s", SHIFT)
    assert view.selection()[0] <= 25


@pytest.mark.parametrize("keys", ["s1s2", "1s2"])
def test_after_a_label_the_next_motion_goes_on(session: Session, keys: str) -> None:
    session.place.view.select(TEXT.index("Selon"), TEXT.index("Selon"))
    for key in keys:
        session.press(key)
    assert words(session) == [
        ("Selon la capitainerie, « trois grues sont tombées » mardi",),
        ("Le quai aurait fermé, a dit Lena Hout",),
    ]


@pytest.mark.parametrize("motion", ["s", "q", "c"])
def test_a_motion_to_other_words_lets_go_of_the_entity(session: Session, motion: str) -> None:
    add_entity(session, "capitainerie", "ORG")
    session.press("e")
    assert session.desk.entity is not None
    session.press(motion)
    assert session.desk.entity is None


def test_what_there_is_to_look_at_lets_go_of_the_entity(session: Session) -> None:
    add_entity(session, "capitainerie", "ORG")
    session.press("e")
    session.place.header.pointed.emit(0, 20)
    assert (session.desk.entity, session.place.view.selection()) == (None, (0, 20))


def test_tab_goes_round_the_spans_and_shift_tab_back(session: Session) -> None:
    for name, key in (("Selon la capitainerie", "2"), ("Le quai aurait fermé", "1")):
        session.select(name)
        session.press(key)
    visited = []
    for modifiers in (SHIFT, NONE) * 2:
        session.press(KEY.Key_Tab, modifiers)
        assert session.desk.span is not None
        visited.append(session.desk.span.label)
    assert visited == ["attribution", "claim", "attribution", "claim"]


def test_edges_move_by_words_and_by_characters(session: Session) -> None:
    session.select("grues sont")
    session.press("1")
    session.press(KEY.Key_Left, ALT)
    session.press(KEY.Key_Right, ALT | SHIFT)
    assert words(session) == [("trois grues sont tombées",)]
    session.press(KEY.Key_Right, ALT | CTRL)
    session.press(KEY.Key_Left, ALT | CTRL | SHIFT)
    assert words(session) == [("rois grues sont tombée",)]


def test_edges_move_with_letters_too_where_the_desktop_keeps_the_arrows(session: Session) -> None:
    session.select("grues sont")
    session.press("1")
    session.press(KEY.Key_D)
    session.press(KEY.Key_K)
    assert words(session) == [("trois grues sont tombées",)]
    session.press(KEY.Key_F, SHIFT)
    session.press(KEY.Key_J, SHIFT)
    assert words(session) == [("rois grues sont tombée",)]


def test_by_words_an_edge_goes_over_the_signs_that_no_span_begins_or_ends_with(session: Session) -> None:
    session.select("Le quai aurait fermé")
    session.press("1")
    session.press(KEY.Key_D)
    session.press(KEY.Key_K)
    assert words(session) == [("mardi. Le quai aurait fermé, a",)]
    session.press(KEY.Key_J)
    session.press(KEY.Key_F)
    assert words(session) == [("Le quai aurait fermé",)]


@pytest.mark.parametrize("key", ["a", "n"])
def test_attributes_and_note_take_the_keys_though_another_panel_lies_above(session: Session, key: str) -> None:
    session.select("trois grues")
    session.press("1")
    session.trigger("panel_entities")
    session.view.setFocus()
    session.press(key)
    inspector = session.place.inspector
    assert inspector.note is not None
    wanted = inspector.note if key == "n" else next(iter(inspector.editors.values())).widget
    assert QApplication.focusWidget() is wanted
    assert not wanted.visibleRegion().isEmpty()
    assert wanted.visibleRegion().boundingRect() == wanted.rect()
    assert session.window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    session.press(KEY.Key_Escape)
    assert QApplication.focusWidget() is session.view


def test_attributes_are_asked_for_only_on_a_span(session: Session) -> None:
    session.press("a")
    assert "Go to a span first" in session.window.status.hint.text()


def test_plus_adds_a_second_fragment(session: Session) -> None:
    session.select("Selon la capitainerie")
    session.press("2")
    session.select("a dit Lena Hout")
    session.press("+")
    assert words(session) == [("Selon la capitainerie", "a dit Lena Hout")]


def test_delete_erases_and_undo_brings_it_back_with_its_note(session: Session) -> None:
    session.select("trois grues")
    session.press("1")
    session.press("n")
    session.press("à vérifier")
    session.press(KEY.Key_Escape)
    notes = []
    for key, modifiers in ((KEY.Key_Delete, NONE), (KEY.Key_Z, CTRL), (KEY.Key_Z, CTRL | SHIFT)):
        session.press(key, modifiers)
        notes.append([span.note for span in session.held.spans])
    assert notes == [[], ["à vérifier"], []]


def test_a_link_goes_from_the_span_to_what_is_chosen_next(session: Session) -> None:
    session.select("Selon la capitainerie")
    session.press("2")
    session.select("trois grues sont tombées")
    session.press("1")
    session.press(KEY.Key_Tab, SHIFT)
    session.press("l")
    session.press(KEY.Key_Tab)
    attribution, claim = session.held.spans
    assert [(k.type, k.source, k.target) for k in session.held.links] == [("content", attribution.id, claim.id)]
    assert session.desk.span_id == attribution.id
    assert "trois grues sont tombées" in session.window.status.hint.text()


def test_a_link_begun_at_the_wrong_end_is_made_the_right_way_round(session: Session) -> None:
    session.select("Selon la capitainerie")
    session.press("2")
    session.select("trois grues sont tombées")
    session.press("1")
    session.press("l")
    session.press(KEY.Key_Tab, SHIFT)
    attribution, claim = session.held.spans
    assert [(k.type, k.source, k.target) for k in session.held.links] == [("content", attribution.id, claim.id)]


def test_where_several_links_are_possible_the_person_chooses(session: Session) -> None:
    entity = add_entity(session, "Lena Hout", "PER")
    session.select("Selon la capitainerie")
    session.press("2")
    session.press("l")
    session.press("e")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 2
    session.press("2", on=menu)
    assert [(k.type, k.target) for k in session.held.links] == [("relay", entity.id)]


def test_enter_confirms_an_entity_and_backspace_rejects_it(session: Session) -> None:
    add_entity(session, "Lena Hout", "PER")
    add_entity(session, "Norvik")
    session.press("e")
    session.press(KEY.Key_Return)
    session.press("e")
    session.press(KEY.Key_Backspace)
    assert [(e.words, e.status) for e in session.held.entities] == [("Lena Hout", "confirmed"), ("Norvik", "rejected")]


def test_an_entity_that_was_passed_is_reached_again(session: Session) -> None:
    add_entity(session, "Lena Hout", "PER")
    add_entity(session, "Norvik")
    session.press("e")
    session.press("e")
    session.press("e", CTRL | SHIFT)
    assert session.desk.entity is not None
    assert session.desk.entity.words == "Lena Hout"


def test_everywhere_is_one_gesture_and_one_undo(session: Session) -> None:
    project = session.desk.annotating.project
    add_entity(session, "Norvik")
    session.place.open(session.desk.annotating.queue()[1].id)
    add_entity(session, "Norvik")
    session.press("e")
    session.press(KEY.Key_Return, ALT)
    statuses = [e.status for row in session.desk.annotating.queue() for e in project.entities(row.id)]
    assert statuses == ["confirmed", "confirmed"]
    assert "2 places" in session.window.status.hint.text()
    session.press("z", CTRL)
    assert [e.status for row in session.desk.annotating.queue() for e in project.entities(row.id)] == ["auto", "auto"]


def test_t_makes_the_selection_an_entity_of_a_chosen_type(session: Session) -> None:
    session.select("capitainerie")
    session.press("t")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    session.press("2", on=menu)
    assert [(e.words, e.label, e.status) for e in session.held.entities] == [("capitainerie", "ORG", "added")]


def test_done_and_next_goes_on_and_says_when_nothing_is_left(session: Session) -> None:
    first = session.held.document.id
    session.press(KEY.Key_Return, CTRL)
    assert session.held.document.id != first
    session.press(KEY.Key_Return, CTRL)
    assert {row.status for row in session.desk.annotating.queue()} == {"done"}
    assert "Nothing is left" in session.window.status.hint.text()


def test_a_flag_is_given_and_taken_away_with_one_key(session: Session) -> None:
    seen = []
    for _ in range(2):
        session.press("g", CTRL)
        seen.append(session.held.layer.status)
    assert seen == ["flagged", "in_progress"]


def test_letters_typed_into_a_note_or_a_title_are_letters(session: Session) -> None:
    session.place.header.title.setFocus()
    session.place.header.title.selectAll()
    session.press("1 sec, 2 sens")
    session.press(KEY.Key_Return)
    assert session.held.document.title == "1 sec, 2 sens"
    assert session.held.spans == ()
    assert session.view.hasFocus()


def test_escape_forgets_what_was_typed_into_the_title(session: Session) -> None:
    before = session.held.document.title
    session.place.header.title.setFocus()
    session.press("zzz")
    session.press(KEY.Key_Escape)
    assert session.view.hasFocus()
    assert session.held.document.title == before == session.place.header.title.text()


def test_f6_goes_round_the_panels_and_back_to_the_article(session: Session) -> None:
    visited = []
    for _ in range(4):
        session.press(KEY.Key_F6)
        visited.append(QApplication.focusWidget())
    assert session.view in visited
    assert len(set(visited)) >= 3
