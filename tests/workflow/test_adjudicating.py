"""Settling layers into gold: cases, rulings, their reasons, and taking them back."""

from collections.abc import Callable

import pytest

from annotator.model.case import Case
from annotator.model.document import Document
from annotator.model.ids import AnnotatorId
from annotator.model.layer import GOLD
from annotator.model.ruling import Ruling
from annotator.store.checking import check
from annotator.store.project import Project
from annotator.workflow.adjudicating import Adjudicating, Parts, Why
from annotator.workflow.annotating import Annotating
from annotator.workflow.labelling import CannotLabel
from annotator.workflow.settling import proposals
from annotator.workflow.surveying import Seen, Settlement, seen

TEXT = "Selon la capitainerie, trois grues sont tombées mardi. Le quai aurait fermé. Un échec honteux pour la ville."
WHO, CRANES, CRANES_LONG, QUAY, SHAME = (
    "Selon la capitainerie", "trois grues sont tombées", "trois grues sont tombées mardi", "Le quai aurait fermé",
    "Un échec honteux",
)  # fmt: skip

type Work = tuple[tuple[str, str], ...]
ANNA: Work = ((WHO, "attribution"), (CRANES, "claim"), (QUAY, "claim"))
BEN: Work = ((WHO, "attribution"), (CRANES_LONG, "claim"), (QUAY, "opinion"), (SHAME, "opinion"))
ZOE: Work = ((WHO, "attribution"), (CRANES, "claim"), (QUAY, "claim"))


@pytest.fixture
def bench(project: Project, file_text: Callable[[str], Document]) -> Adjudicating:
    """Return the session of an adjudicator, a document open that three people have done."""
    document = file_text(TEXT)
    for name, work in (("anna", ANNA), ("ben", BEN), ("zoe", ZOE)):
        session = Annotating(project, project.annotator(name))
        session.open(document.id)
        for words, label in work:
            session.make_span(TEXT.index(words), TEXT.index(words) + len(words), label)
        session.set_status("done")
    adjudicating = Adjudicating(project, "Lea")
    adjudicating.open(document.id)
    return adjudicating


def test_documents_that_somebody_has_finished_wait_for_the_adjudicator(
    bench: Adjudicating, file_text: Callable[[str], Document]
) -> None:
    late = Annotating(bench.project, bench.project.annotator("late"))
    late.open(file_text("Un autre article, que personne n'a terminé.").id)
    late.set_status("in_progress")
    assert [(row.id, row.status, count) for row, count in bench.documents()] == [(bench.gold.document.id, "new", 3)]


def test_spans_that_stand_for_one_another_are_one_case_in_text_order(bench: Adjudicating) -> None:
    assert [_words(case) for case in bench.cases] == [{WHO}, {CRANES, CRANES_LONG}, {QUAY}, {SHAME}]
    assert [case.agreed for case in bench.cases] == [True, False, False, False]
    assert [len(case.missing) for case in bench.cases] == [0, 0, 0, 2]
    assert bench.cases[2].labels == {"claim", "opinion"}


def test_a_case_says_how_the_annotators_differ(bench: Adjudicating) -> None:
    assert [case.differences for case in bench.cases] == [set(), {"boundary"}, {"label"}, {"missed"}]
    anna = Annotating(bench.project, bench.project.annotator("anna"))
    spans = {span.text: span.id for span in anna.open(bench.gold.document.id).spans}
    anna.add_link("content", spans[WHO], "span", spans[QUAY])
    anna.set_attribute(spans[WHO], "source_role", "primary")
    anna.make_span(TEXT.index(SHAME), TEXT.index(SHAME) + len("Un échec"), "opinion")
    anna.make_span(TEXT.index("honteux"), TEXT.index("honteux") + len("honteux"), "opinion")
    cases = bench.open(bench.gold.document.id)
    assert cases[0].differences == {"link", "attribute"}
    assert {"boundary", "missed"} < set.union(*(set(case.differences) for case in cases[3:]))
    assert "split_merge" in set.union(*(set(case.differences) for case in cases[3:]))


def test_layers_that_are_not_done_and_gold_itself_are_no_part_of_a_case(bench: Adjudicating) -> None:
    late = Annotating(bench.project, bench.project.annotator("late"))
    late.open(bench.gold.document.id)
    late.make_span(0, 5, "claim")
    bench.take(bench.cases[0], _who(bench, "anna"))
    bench.annotating.set_status("done")
    assert len(bench.open(bench.gold.document.id)) == 4


def test_where_all_agree_gold_is_taken_at_once_and_as_one_gesture(bench: Adjudicating) -> None:
    bench.settle(proposals(bench.waiting, "equal"))
    assert _gold(bench) == [WHO]
    assert [ruling.reason for ruling in bench.gold.rulings] == ["agreed"]
    assert len(bench.waiting) == 3
    bench.annotating.undo()
    assert _gold(bench) == []
    assert bench.project.rulings() == ()


def test_the_majority_settles_what_most_have_and_rejects_what_most_have_not(bench: Adjudicating) -> None:
    bench.reject(bench.cases[1], Why("extent"))
    bench.settle(proposals(bench.cases, "majority"))
    assert {(span.text, span.label) for span in bench.gold.spans} == {(WHO, "attribution"), (QUAY, "claim")}
    assert bench.waiting == ()
    assert _ruled(bench, bench.cases[1]).reason == "extent", "what was ruled stays"
    assert _ruled(bench, bench.cases[3]).spans == ()


def test_gold_points_at_what_it_decided_on_and_says_why(bench: Adjudicating) -> None:
    case = bench.cases[1]
    bench.take(case, _who(bench, "ben"), Why("guideline", "the date belongs to it ", precedent="3", gap=True))
    ruling, (span,) = _ruled(bench, case), bench.gold.spans
    assert (span.text, ruling.spans) == (CRANES_LONG, (span.id,))
    assert {opinion.span_id for opinion in ruling.decided_on} == {s.id for s in case.spans.values()}
    assert (ruling.adjudicator, ruling.note, ruling.precedent, ruling.gap) == (
        "Lea",
        "the date belongs to it",
        "3",
        True,
    )
    assert check(bench.project) == ()


def test_parts_of_several_spans_make_one(bench: Adjudicating) -> None:
    anna, ben = _who(bench, "anna"), _who(bench, "ben")
    bench.take_parts(bench.cases[2], Parts(extent=anna, label=ben, attributes=anna))
    (span,) = bench.gold.spans
    assert (span.text, span.label) == (QUAY, "opinion")
    bench.take_parts(bench.cases[1], Parts(extent=ben, label=anna, attributes=anna))
    assert CRANES_LONG in _gold(bench)


def test_a_span_that_nobody_had_can_be_made(bench: Adjudicating) -> None:
    start = TEXT.index(SHAME)
    bench.make(bench.cases[3], start, start + len("Un échec"), "claim", Why("context"))
    assert [(span.text, span.label) for span in bench.gold.spans] == [("Un échec", "claim")]
    assert not bench.is_open(bench.cases[3])


def test_ruling_again_replaces_what_came_of_the_first_ruling(bench: Adjudicating) -> None:
    case = bench.cases[1]
    bench.take(case, _who(bench, "anna"))
    bench.take(case, _who(bench, "ben"))
    assert _gold(bench) == [CRANES_LONG]
    bench.reopen(case)
    assert _gold(bench) == []
    assert bench.project.rulings() == ()
    bench.reopen(case)
    bench.annotating.undo()
    assert _gold(bench) == [CRANES_LONG]


def test_a_reason_can_be_given_afterwards_but_not_for_nothing(bench: Adjudicating) -> None:
    case = bench.cases[0]
    with pytest.raises(CannotLabel, match="no ruling"):
        bench.explain(case, Why("oversight"))
    bench.reject(case)
    bench.explain(case, Why("oversight", "twice"))
    bench.explain(case, Why("oversight", "twice"))
    assert (_ruled(bench, case).reason, _ruled(bench, case).note) == ("oversight", "twice")


def test_a_case_waits_again_when_an_annotator_changes_what_was_ruled_on(bench: Adjudicating) -> None:
    bench.settle(proposals(bench.cases, "majority"))
    ben = Annotating(bench.project, bench.project.annotator("ben"))
    layer = ben.open(bench.gold.document.id)
    ben.relabel(next(span.id for span in layer.spans if span.text == QUAY), "claim")
    bench.open(bench.gold.document.id)
    assert [_words(case) for case in bench.waiting] == [{QUAY}]


def test_precedents_are_shown_at_cases_with_the_same_labels(bench: Adjudicating) -> None:
    bench.take(bench.cases[2], _who(bench, "anna"), Why("guideline", precedent="5"))
    bench.take(bench.cases[1], _who(bench, "anna"), Why("extent"))
    assert [ruling.precedent for ruling in bench.similar(bench.cases[2])] == ["5"]
    assert bench.similar(bench.cases[1]) == ()


def test_a_second_adjudicator_reviews_blind_in_a_gold_of_their_own(bench: Adjudicating) -> None:
    bench.settle(proposals(bench.cases, "majority"))
    second = Adjudicating(bench.project, "Max", blind=True)
    assert len(second.open(bench.gold.document.id)) == 4
    assert _gold(second) == []
    second.take(second.cases[3], _who(bench, "ben"))
    assert _gold(second) == [SHAME]
    bench.open(bench.gold.document.id)
    assert SHAME not in _gold(bench)
    assert {a.name for a in bench.project.annotators()} >= {GOLD, "gold:Max"}


def test_links_come_with_the_spans_that_they_join(bench: Adjudicating) -> None:
    anna = Annotating(bench.project, bench.project.annotator("anna"))
    spans = {span.text: span.id for span in anna.open(bench.gold.document.id).spans}
    anna.add_link("content", spans[WHO], "span", spans[CRANES])
    anna.add_evidence(spans[CRANES], {"url": "https://example.org", "quote": "grues"})
    bench.open(bench.gold.document.id)
    bench.take(bench.cases[0], anna.annotator.id)
    assert _links(bench) == []
    bench.take(bench.cases[1], anna.annotator.id)
    assert _links(bench) == ["content", "evidence"]
    assert bench.gold.evidence[0].record["quote"] == "grues"
    bench.take(bench.cases[0], _who(bench, "ben"))
    assert _links(bench) == ["evidence"], "ben drew no link"
    assert check(bench.project) == ()


def test_links_that_most_have_come_with_the_majority(bench: Adjudicating) -> None:
    for name in ("anna", "zoe"):
        session = Annotating(bench.project, bench.project.annotator(name))
        spans = {span.text: span.id for span in session.open(bench.gold.document.id).spans}
        session.add_link("content", spans[WHO], "span", spans[QUAY])
    bench.open(bench.gold.document.id)
    bench.settle(proposals(bench.cases, "majority"))
    assert _links(bench) == ["content"]


def test_spans_that_are_only_near_each_other_are_two_cases_and_two_opinions_are_no_majority(
    project: Project, file_text: Callable[[str], Document]
) -> None:
    document = file_text(TEXT)
    for name, words in (("anna", "trois grues sont"), ("ben", "tombées mardi")):
        session = Annotating(project, project.annotator(name))
        session.open(document.id)
        session.make_span(TEXT.index(words), TEXT.index(words) + len(words), "claim")
        session.make_span(0, len(WHO), "claim" if name == "anna" else "opinion")
        session.set_status("done")
    bench = Adjudicating(project, "Lea")
    assert [len(case.spans) for case in bench.open(document.id)] == [2, 1, 1]
    assert proposals(bench.cases, "majority") == ()


def test_one_annotator_alone_makes_cases_and_nobody_makes_none(
    project: Project, file_text: Callable[[str], Document]
) -> None:
    bench = Adjudicating(project, "Lea")
    with pytest.raises(CannotLabel, match="No document"):
        _ = bench.gold
    document = file_text(TEXT)
    assert bench.open(document.id) == ()
    anna = Annotating(project, project.annotator("anna"))
    anna.open(document.id)
    anna.make_span(0, len(WHO), "attribution")
    anna.make_span(TEXT.index(QUAY), TEXT.index(QUAY) + len(QUAY), "claim")
    anna.set_status("done")
    assert [case.agreed for case in bench.open(document.id)] == [True, True]


def _who(bench: Adjudicating, name: str) -> AnnotatorId:
    return bench.project.annotator(name).id


def _gold(bench: Adjudicating) -> list[str]:
    return [span.text for span in bench.gold.spans]


def _links(bench: Adjudicating) -> list[str]:
    return sorted(link.type for link in bench.gold.links)


def _words(case: Case) -> set[str]:
    return {span.text for span in case.spans.values()}


def _ruled(bench: Adjudicating, case: Case) -> Ruling:
    ruling = bench.ruling_on(case)
    assert ruling is not None
    return ruling


def test_many_documents_are_settled_as_one_gesture_after_a_look(
    bench: Adjudicating, file_text: Callable[[str], Document]
) -> None:
    other = file_text("La mairie dément. Le port reste ouvert.")
    for name in ("anna", "ben"):
        session = Annotating(bench.project, bench.project.annotator(name))
        session.open(other.id)
        session.make_span(0, len("La mairie dément"), "claim")
        session.set_status("done")
    documents = [row.id for row, _ in bench.documents()]
    settlement = Settlement(bench, documents, "equal")
    while not settlement.done:
        settlement.step()
    assert (settlement.cases, settlement.documents) == (2, 2)
    assert bench.project.rulings() == ()
    changes = settlement.commit()
    assert set(changes.documents) == set(documents), "every row that may differ is named"
    assert {span.layer_id for span in changes.spans} == {bench.gold.layer.id}, "views show one document"
    assert len(bench.project.rulings()) == 2
    assert seen(bench, other.id) == Seen(other.id, cases=1, waiting=0, disputed=0)
    bench.annotating.undo()
    assert bench.project.rulings() == ()
