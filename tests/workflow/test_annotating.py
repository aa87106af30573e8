"""One person at work: every verb is on disk when it returns, and can be undone in any later session."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from annotator.model.document import Document
from annotator.model.ids import SpanId
from annotator.model.layer import Span
from annotator.store.checking import check
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.labelling import CannotLabel
from annotator.workflow.starting import new_project

type FileText = Callable[[str], Document]


def span_of(session: Annotating, words: str, label: str = "claim") -> Span:
    assert session.current is not None
    start = session.current.text.index(words)
    return session.make_span(start, start + len(words), label).spans[0]


def on_disk(session: Annotating) -> tuple[Span, ...]:
    assert session.current is not None
    return session.project.labelled(session.current.document.id, session.annotator).spans


def test_a_span_is_on_disk_with_its_words_when_the_verb_returns(anna: Annotating) -> None:
    span = span_of(anna, "trois grues sont tombées")
    assert on_disk(anna) == (span,)
    assert span.words == ("trois grues sont tombées",)
    assert span.attributes["quoted"] == "full"


def test_the_first_span_makes_the_layer_in_progress(anna: Annotating) -> None:
    span_of(anna, "trois grues")
    assert anna.queue()[0].status == "in_progress"


def test_the_same_words_under_the_same_label_are_not_doubled(anna: Annotating) -> None:
    span = span_of(anna, "trois grues")
    assert anna.make_span(*span.fragments[0], "claim").current == span.id
    assert len(on_disk(anna)) == 1


def test_a_verified_fact_over_a_claim_is_the_same_span_promoted(anna: Annotating) -> None:
    claim = span_of(anna, "trois grues sont tombées")
    fact = anna.make_span(*claim.fragments[0], "verified_fact").spans[0]
    assert (fact.id, fact.label, fact.attributes["verifier"]) == (claim.id, "verified_fact", "Anna")


def test_a_selection_over_a_line_end_is_refused_and_nothing_changes(anna: Annotating) -> None:
    with pytest.raises(CannotLabel, match="one paragraph"):
        anna.make_span(0, 60, "claim")
    assert on_disk(anna) == ()


def test_a_split_quotation_gets_a_second_fragment(anna: Annotating) -> None:
    span = span_of(anna, "Le quai aurait fermé", "attribution")
    assert anna.current is not None
    at = anna.current.text.index("sa directrice Lena Hout")
    changed = anna.add_fragment(span.id, at, at + 23).spans[0]
    assert changed.words == ("Le quai aurait fermé", "sa directrice Lena Hout")


def test_edges_move_by_words_and_by_characters(anna: Annotating) -> None:
    span = span_of(anna, "grues sont")
    assert anna.move_edge(span.id, "start", forward=False).spans[0].words == ("trois grues sont",)
    assert anna.move_edge(span.id, "end", forward=True).spans[0].words == ("trois grues sont tombées",)
    assert anna.move_edge(span.id, "end", forward=False, by_character=True).spans[0].words == (
        "trois grues sont tombée",
    )


def test_erasing_a_span_takes_its_links_and_undo_brings_both_back(anna: Annotating) -> None:
    claim = span_of(anna, "trois grues sont tombées")
    source = span_of(anna, "Selon la capitainerie de Norvik", "attribution")
    anna.add_link("content", source.id, "span", claim.id)
    anna.erase(claim.id)
    assert anna.current is not None
    assert anna.current.links == ()
    anna.undo()
    assert len(anna.current.links) == 1
    assert len(on_disk(anna)) == 2


def test_undo_reaches_over_a_restart_and_redo_too(anna: Annotating) -> None:
    span = span_of(anna, "trois grues")
    anna.set_note(span.id, "à revoir")
    assert anna.current is not None
    again = Annotating(anna.project, anna.annotator)
    again.open(anna.current.document.id)
    again.undo()
    again.undo()
    assert on_disk(again) == ()
    third = Annotating(anna.project, anna.annotator)
    third.open(anna.current.document.id)
    third.redo()
    third.redo()
    assert on_disk(third)[0].note == "à revoir"


def test_undo_leads_back_to_the_document_where_it_was_done(anna: Annotating, file_text: FileText) -> None:
    first = anna.current
    assert first is not None
    span_of(anna, "trois grues")
    anna.open(file_text("Un autre article, plus court.").id)
    assert anna.undo().document == first.document.id
    assert [row.spans for row in anna.rows_of([first.document.id])] == [0]
    assert {row.spans for row in anna.queue()} == {None}


def test_an_entity_decided_everywhere_is_one_gesture_and_one_undo(anna: Annotating) -> None:
    assert anna.current is not None
    at = anna.current.text.index("Norvik")
    anna.add_entity(at, at + 6, "LOC", everywhere=True)
    assert len(anna.project.entities_named("Norvik")) == 2
    assert anna.project.gazetteer() == (("Norvik", "LOC"),)
    anna.undo()
    assert anna.project.entities_named("Norvik") == ()
    assert anna.project.gazetteer() == ()


class Labelling(RuleBasedStateMachine):
    """Any sequence of verbs leaves tables that are the fold of the journal; undoing all of them leaves nothing."""

    project: Project

    def __init__(self) -> None:
        super().__init__()
        import tempfile
        from pathlib import Path

        from annotator.model.document import Document
        from annotator.model.ids import document_id
        from annotator.model.text import sha256_of
        from annotator.store.bulk import NewDocument

        self._folder = tempfile.TemporaryDirectory()
        self.project = new_project(Path(self._folder.name) / "p.annotator")
        text = "Un deux trois quatre cinq six sept huit neuf dix 😀 onze douze."
        document = Document(document_id(sha256_of(text)), sha256_of(text), len(text))
        self.project.add_documents([NewDocument(document, text)])
        self.session = Annotating(self.project, self.project.annotator("Zoé"))
        self.session.open(document.id)

    @property
    def ids(self) -> list[SpanId]:
        assert self.session.current is not None
        return [span.id for span in self.session.current.spans]

    @rule(
        start=st.integers(0, 55), length=st.integers(1, 20), label=st.sampled_from(["claim", "opinion", "attribution"])
    )
    def make(self, start: int, length: int, label: str) -> None:
        try:
            self.session.make_span(start, min(start + length, 60), label)
        except CannotLabel:
            return

    @precondition(lambda self: self.ids)
    @rule(data=st.data())
    def change(self, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(self.ids))
        try:
            match data.draw(st.sampled_from(["erase", "note", "label", "edge", "attribute", "fragment"])):
                case "erase":
                    self.session.erase(id_)
                case "note":
                    self.session.set_note(id_, data.draw(st.text(max_size=5)))
                case "label":
                    self.session.relabel(id_, data.draw(st.sampled_from(["claim", "opinion"])))
                case "edge":
                    self.session.move_edge(id_, "end", forward=data.draw(st.booleans()))
                case "attribute":
                    self.session.set_attribute(id_, "priority", data.draw(st.sampled_from(["high", None])))
                case _:
                    self.session.add_fragment(
                        id_, *sorted(data.draw(st.tuples(st.integers(0, 60), st.integers(0, 60))))
                    )
        except CannotLabel:
            return

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    def teardown(self) -> None:
        assert self.session.current is not None
        assert self.session.current.spans == on_disk(self.session)
        assert check(self.project) == ()
        while self.session.can_undo:
            self.session.undo()
        assert on_disk(self.session) == ()
        assert check(self.project) == ()
        self.project.close()
        self._folder.cleanup()


def test_any_session_is_the_fold_of_its_journal_and_can_be_undone_whole() -> None:
    run_state_machine_as_test(Labelling, settings=settings(max_examples=25, stateful_step_count=20, deadline=None))
