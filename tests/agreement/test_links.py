"""Link F1: type, ends that share text, evidence that is the same."""

from annotator.agreement.link_f1 import LinkEnds, link_common, make_links
from annotator.agreement.undefined import NO_SPANS, Undefined
from tests.agreement.making import study_of, unit

SPANS = {"a": [unit(0, 10), unit(20, 30)], "b": [unit(0, 10), unit(20, 30)]}


def link(type_: str, source: tuple[int, int], target: tuple[int, int], kind: str = "span") -> LinkEnds:
    return type_, ("span", *source), (kind, *target)


def f1(a: list[LinkEnds], b: list[LinkEnds]) -> object:
    study = study_of(SPANS)
    return link_common(study, make_links(study, [{"a": a, "b": b}])).f1().value


def test_ends_that_share_text_are_enough_and_both_must() -> None:
    one = link("content", (0, 10), (20, 30))
    assert f1([one], [link("content", (5, 12), (29, 40))]) == 1.0
    assert f1([one], [link("content", (5, 12), (30, 40))]) == 0.0
    assert f1([one], [link("content", (10, 12), (20, 30))]) == 0.0


def test_another_type_or_another_kind_of_target_is_another_link() -> None:
    one = link("content", (0, 10), (20, 30))
    assert f1([one], [link("contradicts", (0, 10), (20, 30))]) == 0.0
    assert f1([one], [link("content", (0, 10), (20, 30), "entity")]) == 0.0


def test_evidence_is_the_same_or_another() -> None:
    one = link("evidence", (0, 10), (7, 8), "evidence")
    assert f1([one], [link("evidence", (0, 9), (7, 8), "evidence")]) == 1.0
    assert f1([one], [link("evidence", (0, 9), (8, 9), "evidence")]) == 0.0


def test_a_link_is_paired_once_and_a_repeated_one_counts_once() -> None:
    one, near = link("content", (0, 10), (20, 30)), link("content", (1, 10), (20, 30))
    assert f1([one, near], [one]) == 2 / 3
    assert f1([one, one], [one]) == 1.0


def test_links_are_counted_by_type_and_document() -> None:
    study = study_of(SPANS, SPANS)
    one, other = link("content", (0, 10), (20, 30)), link("holder", (0, 10), (20, 30))
    links = make_links(study, [{"a": [one, other], "b": [one]}, {"b": [one]}])
    common = link_common(study, links)
    assert links.types == ("content", "holder")
    assert common.f1(label=1).value == 0.0
    assert common.f1().by_document() == [2 / 3, 0.0]


def test_without_links_there_is_no_value() -> None:
    assert f1([], []) == Undefined(NO_SPANS)
