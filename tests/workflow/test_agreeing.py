"""Measuring agreement in a project: who and what is compared, the report, the reasons, the methods paragraph."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from annotator.model.document import Document
from annotator.model.edits import Edit
from annotator.model.highlights import Highlights
from annotator.model.ids import EntityId, EvidenceId, LinkId, derived_uuid
from annotator.model.layer import Entity, Evidence, Link
from annotator.model.segments import plain_segmentation
from annotator.store.project import Project
from annotator.workflow.agreeing import AgreementError, parse_by, spoken_figures
from annotator.workflow.comparing import ComparingError, comparison
from annotator.workflow.differences import differences
from annotator.workflow.methods import methods
from tests.workflow.laying import CLAIM, TEXTS, WHO, measured, of


def test_two_people_are_measured_on_the_documents_that_both_have_done(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for document in documents[:5]:
        lay("Anna", document, (*CLAIM, "claim"), (*WHO, "attribution"))
        lay("Ben", document, (*CLAIM, "claim"))
    lay("Anna", documents[5], (*CLAIM, "claim"))
    lay("Ben", documents[5], (*CLAIM, "opinion"), status="in_progress")
    report = measured(project)
    exact = of(report.measures, "span_f1_exact")
    assert (report.annotators, report.documents, exact.n, exact.interval) == (("Anna", "Ben"), 5, 15, "jackknife")
    assert [exact.low, exact.value, exact.high] == pytest.approx([2 / 3] * 3)
    assert of(report.measures, "span_f1_exact", "attribution").value == 0.0
    assert report.done == {"Anna": 6, "Ben": 5}
    assert report.pairs[0].measures == report.measures


def test_whoever_never_sets_a_document_to_done_is_measured_on_all_they_have_begun(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    lay("Anna", documents[0], (*CLAIM, "claim"))
    lay("Ben", documents[0], (*CLAIM, "claim"), status="in_progress")
    report = measured(project)
    assert [str(notice) for notice in report.notices] == [
        "“Ben” has set no document to done: all documents that they have begun count."
    ]
    assert of(report.measures, "span_f1_exact").value == 1.0


def test_three_people_have_pairs_and_competence_needs_more_items(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for name in ("Anna", "Ben", "Zoé"):
        lay(name, documents[0], (*CLAIM, "claim"))
    report = measured(project)
    assert [pair.annotators for pair in report.pairs] == [("Anna", "Ben"), ("Anna", "Zoé"), ("Ben", "Zoé")]
    assert "50 items" in str(report.competence["undefined"])
    assert of(report.measures, "fleiss_kappa").undefined is not None
    assert not any(figure.measure == "cohen_kappa" for figure in report.measures)
    assert of(report.pairs[0].measures, "cohen_kappa").undefined is not None


def test_competence_is_told_where_there_is_enough(
    project: Project, file_text: Callable[[str], Document], lay: Callable[..., Any]
) -> None:
    text = "Le pont est miné selon nous. " * 60
    document = file_text(text)
    for n, name in enumerate(("Anna", "Ben", "Zoé")):
        labels = ["opinion" if k % 2 else "claim" for k in range(55)]
        if n == 2:
            labels[::5] = ["attribution"] * 11
        lay(name, document, *((29 * k, 29 * k + 16, label) for k, label in enumerate(labels)))
    rows: Any = measured(project).competence["annotators"]
    assert [row["annotator"] for row in rows] == ["Anna", "Ben", "Zoé"]
    assert rows[2]["dawid_skene"] < rows[0]["dawid_skene"]


@pytest.mark.parametrize(
    ("names", "sentence"), [(["Anna", "Max"], "Nobody named “Max”"), (["Anna"], "two annotators at least; there are 1")]
)
def test_there_must_be_two_people_who_have_worked_here(
    project: Project, documents: list[Document], lay: Callable[..., Any], names: list[str], sentence: str
) -> None:
    lay("Anna", documents[0])
    with pytest.raises(ComparingError, match=sentence):
        measured(project, *names)
    with pytest.raises(ComparingError, match="there are 1"):
        measured(project)
    assert spoken_figures(project, names) == (0, ())


def test_without_a_common_document_there_is_a_reason_and_no_number(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    lay("Anna", documents[0], (*CLAIM, "claim"))
    lay("Ben", documents[1], (*CLAIM, "claim"))
    report = measured(project, by="document")
    assert {figure.value for figure in report.measures} == {None}
    assert all(figure.undefined for figure in report.measures)
    assert (report.documents, report.documents_by) == (0, ())


def test_no_spans_is_a_document_without_value_and_not_a_missing_one(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for name in ("Anna", "Ben"):
        lay(name, documents[0])
        lay(name, documents[1], (*CLAIM, "claim"))
    report = measured(project, by="document")
    values = [of(one.measures, "span_f1_exact").value for one in report.documents_by]
    assert (report.documents, values) == (2, [None, 1.0])
    assert [one.disorder for one in report.documents_by] == [None, 0.0]


def test_gold_gives_precision_and_recall_and_is_no_annotator(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    lay("Anna", documents[0], (*CLAIM, "claim"), (*WHO, "attribution"))
    lay("Ben", documents[0], (*CLAIM, "claim"))
    lay("gold", documents[0], (*CLAIM, "claim"))
    report = measured(project)
    assert report.annotators == ("Anna", "Ben")
    anna, ben = report.gold
    assert [of(anna.measures, name).value for name in ("precision", "recall")] == [0.5, 1.0]
    assert of(ben.measures, "f1", "claim").value == 1.0
    assert measured(project, "Anna", "gold").gold == ()


def test_tokens_are_those_of_the_language_worker_or_else_plain_ones(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for name in ("Anna", "Ben"):
        for document in documents[:2]:
            lay(name, document, (*CLAIM, "claim"))
    plain = plain_segmentation(TEXTS[0])
    before = of(measured(project).measures, "token_alpha")
    project.set_highlights(documents[0].id, TEXTS[0], Highlights(plain, ()))
    after = of(measured(project).measures, "token_alpha")
    assert before.n == after.n == 2 * len(plain.starts)


def test_attributes_are_items_of_aligned_spans(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for n, document in enumerate(documents):
        verdicts = [{"verdict": "supported", "priority": "high"}, {"verdict": "refuted", "priority": "low"}]
        lay("Anna", document, (*CLAIM, "claim"), attributes=[verdicts[n % 2]])
        lay("Ben", document, (*CLAIM, "claim"), attributes=[verdicts[n % 2 if n else 1]])
    report = measured(project)
    verdict = of(report.measures, "percent_agreement", "claim", "verdict")
    assert [verdict.value, verdict.n] == pytest.approx([5 / 6, 6])
    assert of(report.measures, "cohen_kappa", "claim", "verdict").value == pytest.approx(2 / 3)
    assert of(report.measures, "weighted_kappa", "claim", "priority").value is not None
    assert not any(figure.attribute == "commitment" for figure in report.measures)
    attribute = next(loss for loss in report.losses if loss.kind == "attribute")
    assert [attribute.count, attribute.share] == pytest.approx([1, 1 / 6])


def test_attributes_of_three_people_are_measured_for_all_and_for_each_pair(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for name, verdict in (("Anna", "checkable"), ("Ben", "checkable"), ("Zoé", "not_checkable")):
        lay(name, documents[0], (*CLAIM, "claim"), attributes=[{"checkability": verdict}])
    report = measured(project)
    shares = [of(pair.measures, "percent_agreement", "claim", "checkability").value for pair in report.pairs]
    assert shares == [1.0, 0.0, 0.0]
    assert of(report.measures, "percent_agreement", "claim", "checkability").value == pytest.approx(1 / 3)


def test_an_attribute_of_several_values_is_compared_as_a_set(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for n, document in enumerate(documents[:2]):
        both = ("event", "quantity")
        lay("Anna", document, (*CLAIM, "claim"), attributes=[{"claim_type": both}])
        lay("Ben", document, (*CLAIM, "claim"), attributes=[{"claim_type": both[::-1] if n else ("event",)}])
    assert of(measured(project).measures, "percent_agreement", "claim", "claim_type").value == 0.5


def test_each_disagreement_knows_its_spans(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    anna = lay("Anna", documents[0], (*CLAIM, "claim"), (*WHO, "attribution"))
    lay("Ben", documents[0], (11, 27, "claim"))
    made = comparison(project)
    found = differences(made, (0, 1)).disagreements
    assert [(one.kind, [made.spans[at].id for at in one.first]) for one in found] == [
        ("boundary", [anna[0].id]),
        ("missed", [anna[1].id]),
    ]


def test_links_are_compared_by_their_ends_and_evidence_by_what_it_says(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for name, url in (("Anna", "https://a.example"), ("Ben", "https://a.example"), ("Zoé", "https://z.example")):
        claim, who = lay(name, documents[0], (*CLAIM, "claim"), (*WHO, "attribution"))
        owner = claim.layer_id
        proof = Evidence(EvidenceId(derived_uuid(owner, "e")), owner, {"url": url})
        content = Link(LinkId(derived_uuid(owner, 1)), owner, "content", who.id, "span", claim.id)
        evidence = Link(LinkId(derived_uuid(owner, 2)), owner, "evidence", claim.id, "evidence", proof.id)
        lost = Link(LinkId(derived_uuid(owner, 3)), owner, "content", who.id, "span", derived_uuid("gone"))
        project.log(*(Edit(None, noun) for noun in (proof, content, evidence, lost)), by=project.annotator(name).id)
    report = measured(project)
    assert [of(pair.measures, "link_f1").value for pair in report.pairs] == [1.0, 0.5, 0.5]
    losses = {loss.kind: loss for loss in report.pairs[1].losses}
    assert (losses["link"].count, losses["link"].share) == (2, 0.5)
    alone = differences(comparison(project), (0, 2)).disagreements
    assert [(one.kind, len(one.first), len(one.second)) for one in alone] == [("link", 1, 0), ("link", 0, 1)]


def test_spans_of_other_fragments_and_links_to_entities_are_told_apart(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    document = documents[0]
    text = project.text(document.id)
    entity = Entity(EntityId(derived_uuid("e")), document.id, "ORG", 36, 43, text[36:43], "confirmed")
    project.log(Edit(None, entity))
    for name, fragments in (("Anna", ((11, 18), (23, 28))), ("Ben", ((11, 28),))):
        (claim,) = lay(name, document, (*CLAIM, "claim"))
        words = tuple(text[a:b] for a, b in fragments)
        split = replace(claim, fragments=fragments, words=words)
        holder = Link(LinkId(derived_uuid(claim.layer_id)), claim.layer_id, "holder", claim.id, "entity", entity.id)
        project.log(Edit(claim, split), Edit(None, holder), by=project.annotator(name).id)
    report = measured(project)
    assert [of(report.measures, f"span_f1_{kind}").value for kind in ("exact", "overlap")] == [0.0, 1.0]
    assert of(report.measures, "link_f1").value == 1.0
    assert report.suggestions == {"offered": 1, "accepted": 1, "share": 1.0}


def test_where_labels_overlap_some_measures_are_given_label_by_label_only(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for name in ("Anna", "Ben"):
        lay(name, documents[0], (*CLAIM, "claim"), (20, 40, "attribution"))
    report = measured(project)
    assert "label by label" in str(of(report.measures, "u_alpha").undefined)
    assert "label by label" in str(of(report.measures, "ku_alpha", "claim").undefined)
    assert of(report.measures, "u_alpha", "claim").value == 1.0


def test_identical_spans_count_once_and_are_told(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    lay("Anna", documents[0], (*CLAIM, "claim"), (*CLAIM, "claim"))
    lay("Ben", documents[0], (*CLAIM, "claim"))
    report = measured(project)
    assert of(report.measures, "span_f1_exact").value == 1.0
    assert "1 identical spans" in str(report.notices[0])


def test_what_is_lost_is_what_exact_f1_lacks_to_one(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    lay("Anna", documents[0], (*CLAIM, "claim"), (*WHO, "attribution"), (50, 60, "opinion"))
    lay("Ben", documents[0], (11, 20, "claim"), (21, 28, "claim"), (*WHO, "opinion"))
    report = measured(project)
    exact = of(report.measures, "span_f1_exact").value
    assert exact is not None
    assert sum(loss.share for loss in report.losses) == pytest.approx(1 - exact)
    assert {loss.kind: loss.count for loss in report.losses if loss.count} == {
        "missed": 1,
        "label": 1,
        "split_merge": 1,
    }
    assert report.confusion["labels"] == ["claim", "attribution", "opinion"]


def test_figures_are_by_label_or_document_and_by_nothing_else() -> None:
    assert [parse_by(word) for word in ("", "label", "document")] == ["", "label", "document"]
    with pytest.raises(AgreementError, match="“span” is not a choice"):
        parse_by("span")


@pytest.mark.parametrize(
    ("count", "english", "french"), [(2, "no intervals", "Aucun intervalle"), (6, "jackknife", "jackknife")]
)
def test_the_methods_paragraph_has_figures_intervals_versions_and_limits(
    project: Project, documents: list[Document], lay: Callable[..., Any], count: int, english: str, french: str
) -> None:
    for document in documents[:count]:
        lay("Anna", document, (*CLAIM, "claim"), (*WHO, "attribution"))
        lay("Ben", document, (*CLAIM, "claim"))
    report = measured(project)
    told, dit = methods(report), methods(report, "fr")
    assert "Anna and Ben labelled the same texts" in told
    assert "0.67" in told
    assert english in told
    assert "0,67" in dit
    assert french in dit
    assert "numpy" in dit
    assert "substantial" not in told


def test_the_methods_paragraph_gives_reasons_in_its_language_and_the_share_of_suggestions(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    lay("Anna", documents[0])
    lay("Ben", documents[0])
    report = replace(measured(project), suggestions={"offered": 10, "accepted": 4, "share": 0.4})
    assert "has no value (There are no spans)" in methods(report)
    dit = methods(report, "fr", say=lambda sentence: f"Rien ({sentence.template})")
    assert "pas de valeur (Rien (There are no spans.))" in dit
    assert "40\u00a0%" in dit
    assert "40% of 10" in methods(report)
