"""Chains that went on in several places: what they add up to depends on their entries alone."""

import hashlib
from dataclasses import replace
from itertools import permutations

import pytest

from annotator.model.chains import common_state, edits_between, heads_of, is_shared, joined, parents_of, standing
from annotator.model.document import Document
from annotator.model.edits import Edit, EditError, Entry, Gesture, Noun
from annotator.model.ids import (
    AnnotatorId,
    ChainId,
    DocumentId,
    EntityId,
    EvidenceId,
    GestureId,
    LayerId,
    LinkId,
    SpanId,
)
from annotator.model.layer import Entity, Evidence, Layer, Link, Span, Timing
from annotator.model.uniting import united

ANNA, BEN = AnnotatorId("anna"), AnnotatorId("ben")
LAYER = Layer(LayerId("l"), DocumentId("d"), ANNA)
DOCUMENT = Document(DocumentId("d"), "0" * 64, 9, title="guess")


def entry(*edits: Edit, after: tuple[Entry, ...] = (), by: AnnotatorId = ANNA, at: int = 0) -> Entry:
    """Return an entry with an id of its contents."""
    previous = "".join(one.id for one in after)
    gesture = Gesture(GestureId("g"), by, at, edits)
    return Entry(hashlib.sha256(f"{previous}{gesture}".encode()).hexdigest(), previous, ChainId("c"), "", gesture)


def span(id_: str, label: str = "claim", at: int = 0, note: str = "") -> Span:
    return Span(SpanId(id_), LAYER.id, label, ((at, at + 1),), ("x",), {}, note)


def made(*nouns: Noun) -> tuple[Edit, ...]:
    return tuple(Edit(None, noun) for noun in nouns)


ROOT = entry(*made(LAYER))


def test_a_line_stands_as_it_is() -> None:
    one = entry(*made(span("a")), after=(ROOT,))
    found = standing([ROOT, one])
    assert (found.head, found.aside, found.sides) == (one.id, frozenset(), ())
    assert len(found.state) == 2


def test_of_two_sides_the_one_with_more_of_the_owners_entries_stands_whatever_the_clock_says() -> None:
    one = entry(*made(span("a")), after=(ROOT,), at=1)
    two = entry(*made(span("b")), after=(one,), at=2)
    newest = entry(*made(span("c")), after=(ROOT,), at=99)
    imported = entry(*made(span("d")), after=(newest,), by=BEN, at=100)
    for order in ([ROOT, one, two, newest, imported], [ROOT, newest, imported, one, two]):
        found = standing(order)
        assert (found.head, found.sides) == (two.id, (imported.id,))
        assert found.aside == {newest.id, imported.id}


def test_a_side_that_came_to_what_was_there_before_is_nothing_to_settle() -> None:
    one = entry(*made(span("a")), after=(ROOT,))
    undone = entry(Edit(span("a"), None), after=(one,))
    other = entry(*made(span("b")), after=(ROOT,))
    more = entry(*made(span("c")), after=(other,))
    most = entry(*made(span("e")), after=(more,))
    timed = entry(*made(Timing(LAYER.id, 5)), after=(undone,))
    assert standing([ROOT, one, undone, other, more, most, timed]).sides == ()


def test_an_entry_that_joins_two_sides_leaves_one_head() -> None:
    one, other = entry(*made(span("a")), after=(ROOT,)), entry(*made(span("b")), after=(ROOT,))
    both = entry(*made(span("b")), after=(one, other))
    found = standing([ROOT, one, other, both])
    assert parents_of(both) == (one.id, other.id)
    assert (found.head, found.sides, found.aside) == (both.id, (), frozenset({other.id}))
    assert len(found.state) == 3


def test_edits_lead_from_one_state_to_another_with_links_last_made_and_first_erased() -> None:
    one, other = span("a"), span("b", at=3)
    link = Link(LinkId("k"), LAYER.id, "content", one.id, "span", other.id)
    before, after = standing([ROOT]).state, standing([entry(*made(LAYER, one, other, link))]).state
    forth, back = edits_between(before, after), edits_between(after, before)
    assert [edit.after for edit in forth] == [one, other, link]
    assert back[0].before == link
    noted = standing([entry(*made(LAYER, span("a", note="n"), other, link))]).state
    assert edits_between(after, noted) == (Edit(one, span("a", note="n")),)


def test_where_one_entry_leads_to_another_they_part_at_the_first() -> None:
    one = entry(*made(span("a")), after=(ROOT,))
    assert common_state([ROOT, one], ROOT.id, one.id) == standing([ROOT]).state


def test_documents_and_entities_are_shared_and_nothing_else() -> None:
    assert [is_shared(noun) for noun in (DOCUMENT, entity(), LAYER, span("a"))] == [True, True, False, False]


@pytest.mark.parametrize("shared", [True, False])
def test_an_entry_that_follows_nothing_known_is_refused(shared: bool) -> None:
    lost = entry(*made(DOCUMENT if shared else LAYER), after=(ROOT,))
    other = entry(*made(DOCUMENT if shared else LAYER), at=5)
    with pytest.raises(EditError, match="not there"):
        joined([other, lost]) if shared else standing([other, lost])


def test_an_edit_that_does_not_fit_is_refused() -> None:
    with pytest.raises(EditError):
        joined([entry(*made(DOCUMENT)), entry(*made(DOCUMENT), after=(entry(*made(DOCUMENT)),))])


# -- documents --------------------------------------------------------------------------------------


def entity(status: str = "auto", label: str = "LOC") -> Entity:
    return Entity(EntityId("e"), DOCUMENT.id, label, 0, 1, "x", status)  # type: ignore[arg-type]  # one of the four


def test_of_what_is_known_of_a_document_each_field_is_what_somebody_made_it() -> None:
    first, again = entry(*made(DOCUMENT)), entry(*made(DOCUMENT), at=1)
    titled = replace(DOCUMENT, title="Title")
    dated = replace(DOCUMENT, published="2025")
    one = entry(Edit(DOCUMENT, titled), after=(first,))
    other = entry(Edit(DOCUMENT, dated), after=(again,))
    for order in permutations([[first, one], [again, other]]):
        state = joined([item for part in order for item in part])
        assert state["document", "d"] == replace(DOCUMENT, title="Title", published="2025")


def test_a_decision_stands_before_none_and_a_confirmation_before_a_rejection() -> None:
    root = entry(*made(DOCUMENT))
    yes = entry(Edit(entity(), entity("confirmed")), after=(root,))
    no = entry(Edit(entity(), entity("rejected")), after=(root,))
    taken_back = entry(Edit(entity("confirmed"), entity()), after=(yes,))
    key = next(key for key in joined([root, yes]) if key[0] == "entity")
    assert joined([root, yes, no])[key] == joined([root, no, yes])[key] == entity("confirmed")
    assert joined([root, yes, taken_back, no])[key] == entity("rejected")
    assert joined([root, yes, taken_back])[key] == entity()


def test_an_entity_that_was_added_and_taken_away_on_both_sides_is_gone() -> None:
    root = entry(*made(DOCUMENT, entity("added")))
    sides = [entry(Edit(entity("added"), None), after=(root,), at=at) for at in (1, 2)]
    assert [key for key in joined([root, *sides]) if key[0] == "entity"] == []


def test_what_joins_some_ends_is_judged_by_what_it_could_know() -> None:
    """An entry elsewhere that follows the same one must not change what the joining one saw."""
    root = entry(*made(DOCUMENT))
    titles = [replace(DOCUMENT, title=title) for title in ("b", "c", "a")]
    one, other = (entry(Edit(DOCUMENT, titles[n]), after=(root,)) for n in (0, 1))
    elsewhere = entry(Edit(titles[0], titles[2]), after=(one,))
    join = entry(Edit(titles[0], replace(DOCUMENT, title="d")), after=(one, other))
    everything = [root, one, other, elsewhere, join]
    assert heads_of(everything) == tuple(sorted((elsewhere.id, join.id)))
    assert joined(everything) == joined([root, one, other, join, elsewhere])


def test_one_gesture_may_edit_a_noun_twice() -> None:
    titled = replace(DOCUMENT, title="t")
    state = joined([entry(Edit(None, DOCUMENT), Edit(DOCUMENT, titled))])
    assert state["document", "d"] == titled


# -- both sides together ----------------------------------------------------------------------------


def both(base: tuple[Noun, ...], mine: tuple[Edit, ...], theirs: tuple[Edit, ...]) -> tuple[set[Noun | str], int]:
    """Return what putting two sides together leaves, by words, and how many conflicts there are."""
    root = entry(*made(LAYER, *base))
    one, other = entry(*mine, after=(root,), at=1), entry(*theirs, after=(root,), at=2)
    entries = [root, one, other]
    assert common_state(entries, one.id, other.id) == standing([root]).state
    state, conflicts = united(entries, one.id, [other.id])
    return {repr(noun) for noun in state.values()}, len(conflicts)


def words(*nouns: Noun) -> set[str]:
    return {repr(noun) for noun in nouns}


def test_what_only_one_side_did_is_taken() -> None:
    erased, kept = span("a"), span("b", at=3)
    left, conflicts = both(
        (erased, kept), (Edit(erased, None), *made(span("c", at=5))), (Edit(kept, replace(kept, note="n")),)
    )
    assert (left, conflicts) == (words(LAYER, replace(kept, note="n"), span("c", at=5)), 0)


def test_a_change_stands_before_an_erasure_and_is_listed() -> None:
    held, noted = span("a"), span("a", note="n")
    for mine, theirs in (((Edit(held, None),), (Edit(held, noted),)), ((Edit(held, noted),), (Edit(held, None),))):
        assert both((held,), mine, theirs) == (words(LAYER, noted), 1)


def test_two_changes_of_one_span_keep_what_stands_and_list_the_other() -> None:
    held = span("a")
    left, conflicts = both((held,), (Edit(held, span("a", note="1")),), (Edit(held, span("a", note="2")),))
    assert (left, conflicts) == (words(LAYER, span("a", note="1")), 1)


def test_times_add_up_and_two_statuses_mean_that_work_goes_on() -> None:
    begun = Timing(LAYER.id, 10)
    mine = (Edit(begun, Timing(LAYER.id, 15)), Edit(LAYER, replace(LAYER, status="done")))
    theirs = (Edit(begun, Timing(LAYER.id, 30)), Edit(LAYER, replace(LAYER, status="flagged")))
    left, conflicts = both((begun,), mine, theirs)
    assert (left, conflicts) == (words(replace(LAYER, status="in_progress"), Timing(LAYER.id, 35)), 1)
    fresh = both((), made(Timing(LAYER.id, 5)), made(Timing(LAYER.id, 7)))
    assert fresh == (words(LAYER, Timing(LAYER.id, 12)), 0)


def test_the_same_words_labelled_twice_are_one_span_and_links_follow() -> None:
    mine = span("a")
    source = span("s", label="attribution", at=5)
    link = Link(LinkId("k"), LAYER.id, "content", source.id, "span", SpanId("z"))
    left, conflicts = both((), made(mine), made(span("z", note="n"), source, link))
    assert (left, conflicts) == (words(LAYER, mine, source, replace(link, target=mine.id)), 1)
    assert both((), made(mine), made(span("z"))) == (words(LAYER, mine), 0)


def test_a_link_that_has_lost_an_end_goes() -> None:
    one, other, proof = span("a"), span("b", at=3), Evidence(EvidenceId("p"), LAYER.id, {})
    loose = Link(LinkId("k"), LAYER.id, "content", one.id, "span", other.id)
    firm = Link(LinkId("m"), LAYER.id, "evidence", one.id, "evidence", proof.id)
    named = Link(LinkId("n"), LAYER.id, "about", one.id, "entity", "e")
    left, _ = both((one, other, proof), (Edit(other, None),), made(loose, firm, named))
    assert left == words(LAYER, one, proof, firm, named)
