"""Edits know their inverse; what they add up to is the state; history reads undo and redo off them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.changes import document_of_edits
from annotator.model.edits import Edit, EditError, GazetteerName, Gesture, Setting, State, apply, inverse, key_of
from annotator.model.history import History
from annotator.model.ids import AnnotatorId, DocumentId, EntityId, GestureId, LayerId, ProjectId, SpanId
from annotator.model.layer import Entity, Span

P, D, L = ProjectId("p"), DocumentId("d"), LayerId("l")


def span(note: str) -> Span:
    return Span(SpanId("s"), L, "claim", ((0, 2),), ("ab",), note=note)


def setting(key: str, value: str) -> Setting:
    return Setting(P, key, value)


@st.composite
def sessions(draw: st.DrawFn) -> list[tuple[Edit, ...]]:
    """Return gestures that fit one another, over three settings and one span."""
    state: State = {}
    gestures = []
    for _ in range(draw(st.integers(0, 8))):
        edits = []
        for _ in range(draw(st.integers(1, 3))):
            value = draw(st.sampled_from(["1", "2", ""]))
            key = draw(st.sampled_from(["a", "b", "span"]))
            noun = span(value or "x") if key == "span" else setting(key, value)
            before = state.get(key_of(noun))
            edit = Edit(before, noun if value or before is None else None)
            apply(state, edit)
            edits.append(edit)
        gestures.append(tuple(edits))
    return gestures


def gesture(edits: tuple[Edit, ...]) -> Gesture:
    return Gesture(GestureId("g"), AnnotatorId("a"), 0, edits)


@given(sessions())
def test_a_session_and_its_inverse_are_nothing(gestures: list[tuple[Edit, ...]]) -> None:
    state: State = {}
    states = [dict(state)]
    for edits in gestures:
        for edit in edits:
            apply(state, edit)
        states.append(dict(state))
    for edits in reversed(gestures):
        assert state == states.pop()
        for edit in inverse(gesture(edits)):
            apply(state, edit)
    assert state == {}


def test_an_edit_of_nothing_is_none() -> None:
    with pytest.raises(EditError, match="of nothing"):
        Edit(None, None).noun  # noqa: B018  # asking is enough


def test_an_edit_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(EditError, match="span l s is not what the edit says it was"):
        apply({}, Edit(span("old"), span("new")))


def test_what_the_machine_made_stands_for_nothing() -> None:
    made = Entity(EntityId("e"), D, "PER", 0, 2, "ab")
    confirmed = Entity(EntityId("e"), D, "PER", 0, 2, "ab", "confirmed")
    state: State = {}
    apply(state, Edit(made, confirmed))
    assert state == {("entity", "d e"): confirmed}
    apply(state, Edit(confirmed, made))
    assert state == {}


def test_edits_of_the_project_are_on_no_document() -> None:
    assert document_of_edits([Edit(None, GazetteerName(P, "Norvik", "LOC")), Edit(None, span(""))], {}) is None


def ids(*names: str) -> list[GestureId]:
    return [GestureId(name) for name in names]


def test_history_is_two_stacks_and_a_new_gesture_forgets_what_could_be_redone() -> None:
    a, b, u, r = ids("a", "b", "u", "r")
    history = History([(a, "do", None), (b, "do", None), (u, "undo", b)])
    assert (history.undoable, history.redoable) == ([a], [b])
    history.add(r, "redo", b)
    assert (history.undoable, history.redoable) == ([a, b], [])
    history.add(u, "undo", a)
    assert (history.undoable, history.redoable) == ([b], [a])
    history.add(r, "do", None)
    history.add(u, "log", None)
    history.add(u, "undo", GestureId("of another machine"))
    assert history.undoable == [b, r]
