"""Rulings are kept like everything else: in the journal, in the tables, and taken back by undo."""

from annotator.model.case import Case, is_stale, ruling_id
from annotator.model.edits import Edit
from annotator.model.layer import GOLD, LabelledDocument
from annotator.model.ruling import Ruling
from annotator.store.checking import check
from annotator.workflow.annotating import Annotating

CLAIM = "trois grues sont tombées"


def test_a_ruling_is_kept_undone_and_redone_and_the_project_stays_sound(anna: Annotating) -> None:
    gold, ruling = _ruled(anna)
    gold.do((Edit(None, ruling),))
    assert anna.project.rulings() == _seen(gold).rulings == (ruling,)
    assert anna.project.layer(_seen(gold).document.id, gold.annotator.id) is not None
    gold.undo()
    assert anna.project.rulings() == _seen(gold).rulings == ()
    gold.redo()
    assert anna.project.rulings() == (ruling,)
    assert check(anna.project) == ()


def test_a_ruling_is_stale_once_a_span_it_decided_on_has_changed_or_is_gone(anna: Annotating) -> None:
    _, ruling = _ruled(anna)
    (span,) = _seen(anna).spans
    assert ruling.labels == {"claim"}
    anna.set_note(span.id, "a note changes nothing that was ruled on")
    assert not is_stale(ruling, {s.id: s for s in _seen(anna).spans})
    anna.relabel(span.id, "opinion")
    assert is_stale(ruling, {s.id: s for s in _seen(anna).spans})
    assert is_stale(ruling, {})


def _seen(session: Annotating) -> LabelledDocument:
    assert session.current is not None
    return session.current


def _ruled(anna: Annotating) -> tuple[Annotating, Ruling]:
    start = _seen(anna).text.index(CLAIM)
    anna.make_span(start, start + len(CLAIM), "claim")
    gold = Annotating(anna.project, anna.project.annotator(GOLD))
    layer = gold.open(_seen(anna).document.id).layer
    opinions = Case(layer.document_id, {anna.annotator.id: _seen(anna).spans[0]}).opinions
    return gold, Ruling(ruling_id(layer.id, opinions), layer.id, "Lea", opinions, (), "guideline", gap=True)
