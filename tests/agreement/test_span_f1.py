"""Span F1: exact and overlap, over pairs, by label, and what is undefined."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.against_gold import against_gold
from annotator.agreement.meeting import best_pairs, meetings, most_paired, most_pairs
from annotator.agreement.span_f1_exact import exact_common
from annotator.agreement.span_f1_overlap import overlap_common
from annotator.agreement.study import Sheet, Study, Unit, make_study
from annotator.agreement.undefined import NO_COMMON, NO_LABEL, NO_SPANS, Undefined
from tests.agreement.making import documents, study_of, unit


def exact(study: Study, label: int | None = None) -> Any:
    return exact_common(study).f1(label=label).value


def overlap(study: Study, label: int | None = None) -> Any:
    return overlap_common(study).f1(label=label).value


def test_a_moved_end_is_no_exact_match_and_an_overlap_match() -> None:
    study = study_of({"a": [unit(0, 10), unit(20, 30)], "b": [unit(0, 10), unit(20, 31)]})
    assert (exact(study), overlap(study)) == (0.5, 1.0)


def test_ends_are_exclusive_so_spans_that_touch_share_nothing() -> None:
    assert overlap(study_of({"a": [unit(0, 10)], "b": [unit(10, 20)]})) == 0.0


def test_spans_of_several_fragments_match_exactly_by_all_their_fragments() -> None:
    split = (0, 9, "claim", ((0, 3), (6, 9)))
    layers: dict[str, list[Unit]] = {"a": [split], "b": [unit(0, 9)]}
    study = make_study([Sheet("d", 10, layers)], ("a", "b"))
    assert (exact(study), overlap(study)) == (0.0, 1.0)


def test_a_span_is_paired_once_only_and_as_many_as_can_be_are_paired() -> None:
    study = study_of({"a": [unit(0, 10), unit(8, 20)], "b": [unit(9, 12), unit(0, 4)]})
    assert overlap(study) == 1.0
    assert overlap(study_of({"a": [unit(0, 10), unit(2, 8)], "b": [unit(1, 9)]})) == pytest.approx(2 / 3)


def test_blind_to_labels_other_labels_may_be_paired() -> None:
    study = study_of({"a": [unit(0, 10, "claim")], "b": [unit(0, 10, "opinion")]})
    assert overlap_common(study).f1().value == 0.0
    assert overlap_common(study, same_label=False).f1().value == 1.0


def test_of_three_annotators_it_is_the_mean_over_pairs() -> None:
    study = study_of({"a": [unit(0, 10)], "b": [unit(0, 10)], "c": [unit(50, 60)]})
    assert exact(study) == pytest.approx(1 / 3)
    assert exact_common(study).f1([(0, 1)]).value == 1.0


def test_a_pair_without_spans_of_a_label_does_not_lower_the_mean_of_the_others() -> None:
    study = study_of({"a": [unit(0, 10, "opinion")], "b": [], "c": []})
    assert exact(study, label=0) == 0.0
    assert exact_common(study).f1([(1, 2)], label=0).value == Undefined(NO_LABEL)


def test_no_spans_is_undefined_and_one_empty_layer_is_nothing_in_common() -> None:
    assert exact(study_of({"a": [], "b": []})) == Undefined(NO_SPANS)
    assert exact(study_of({"a": [unit(0, 10)], "b": []})) == 0.0


def test_a_document_that_one_has_not_done_is_left_out() -> None:
    both = {"a": [unit(0, 10)], "b": [unit(0, 10)]}
    study = study_of(both, {"a": [unit(3, 10)]})
    assert exact(study) == 1.0
    assert exact(study_of({"a": [unit(3, 10)]}, annotators="ab")) == Undefined(NO_COMMON)


def test_documents_are_pooled_and_each_has_its_own_value() -> None:
    study = study_of({"a": [unit(0, 10)] * 1, "b": [unit(0, 10)]}, {"a": [unit(0, 1), unit(2, 3)], "b": [unit(5, 9)]})
    estimate = exact_common(study).f1()
    assert estimate.value == pytest.approx(2 / 5)
    assert estimate.by_document() == [1.0, 0.0]
    assert estimate.count == 5


def test_precision_and_recall_are_of_the_annotator_against_gold() -> None:
    study = study_of({"a": [unit(0, 10), unit(20, 30), unit(40, 50)], "g": [unit(0, 10), unit(60, 70)]})
    found = {name: estimate.value for name, estimate in against_gold(exact_common(study), 0, 1).items()}
    assert found == pytest.approx({"precision": 1 / 3, "recall": 1 / 2, "f1": 2 / 5})
    empty = against_gold(exact_common(study_of({"a": [], "g": [unit(0, 1)]})), 0, 1, label=0)
    assert isinstance(empty["precision"].value, Undefined)
    assert empty["recall"].value == 0.0


@given(documents("abc"))
def test_order_of_annotators_and_spans_does_not_matter(layers: dict[str, list[Unit]]) -> None:
    values = set()
    for order in permutations("abc"):
        study = make_study([Sheet("d", 60, {name: layers[name][::-1] for name in order})], order)
        values.add((str(exact(study)), str(overlap(study))))
    assert len({(a[:14], b[:14]) for a, b in values}) == 1


@given(documents("ab"))
def test_exact_never_exceeds_overlap_and_identical_layers_give_one(layers: dict[str, list[Unit]]) -> None:
    study = study_of(layers)
    if not isinstance(exact(study), Undefined):
        assert exact(study) <= overlap(study) <= 1
    same = study_of({"a": layers["a"], "b": layers["a"]})
    assert exact(same) in (1.0, Undefined(NO_SPANS))
    assert overlap(same) in (1.0, Undefined(NO_SPANS))


@given(documents("ab"))
def test_the_best_pairing_has_as_many_pairs_as_the_value_counts(layers: dict[str, list[Unit]]) -> None:
    study = study_of(layers)
    a, b = study.layer(0, 0), study.layer(0, 1)
    first, second = best_pairs(a, b)
    assert len(first) == (most_pairs(meetings(a, b), len(a), len(b)) >= 0).sum()
    assert all(a.start[i] < b.end[j] and b.start[j] < a.end[i] for i, j in zip(first, second, strict=True))


def test_among_largest_pairings_equal_labels_come_first_and_then_shared_text() -> None:
    study = study_of({"a": [unit(0, 10)], "b": [unit(0, 9), unit(0, 10, "opinion"), unit(8, 20)]})
    first, second = best_pairs(study.layer(0, 0), study.layer(0, 1))
    assert (first.tolist(), second.tolist()) == ([0], [0])


@given(documents("ab"))
def test_all_pairs_that_share_text_are_found(layers: dict[str, list[Unit]]) -> None:
    study = study_of(layers)
    a, b = study.layer(0, 0), study.layer(0, 1)
    met = meetings(a, b)
    found = set(zip(met.first.tolist(), met.second.tolist(), met.shared.tolist(), strict=True))
    every = {
        (i, j, int(min(a.end[i], b.end[j]) - max(a.start[i], b.start[j]))) for i in range(len(a)) for j in range(len(b))
    }
    assert found == {pair for pair in every if pair[2] > 0}


CROWDED = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda one: unit(one[0], sum(one))), max_size=20
)


@given(CROWDED, CROWDED)
def test_as_many_are_paired_by_their_ends_as_a_general_pairing_finds(one: list[Unit], other: list[Unit]) -> None:
    study = study_of({"a": one, "b": other})
    a, b = study.layer(0, 0), study.layer(0, 1)
    met = meetings(a, b)
    assert most_paired(met, a, b).sum() == (most_pairs(met, len(a), len(b)) >= 0).sum()
