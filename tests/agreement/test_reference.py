"""Reference values: all of the shared file are met, files of other shapes are read, and a miss is seen."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.agreement.reference import VectorError, checked
from annotator.agreement.registry import MEASURES, measure_named

TWO = [[0, 10, "x"], [20, 30, "y"]]
NAMES = [
    "span_f1_exact", "span_f1_overlap", "gamma", "gamma_cat", "gamma_k", "u_alpha",
    "bar_u_alpha", "cu_alpha", "ku_alpha", "alpha_u_2004", "krippendorff_alpha",
    "cohen_kappa", "weighted_kappa", "scott_pi", "fleiss_kappa", "gwet_ac1",
    "gwet_ac2", "percent_agreement", "link_f1", "token_alpha", "token_kappa",
]  # fmt: skip


def spans(a: list[Any], b: list[Any], **more: Any) -> dict[str, Any]:
    return {"type": "spans", "continuum": {"begin": 0, "length": 50}, "spans": {"a": a, "b": b}} | more


def items(*rows: Any) -> dict[str, Any]:
    return {"type": "items", "items": list(rows)}


def outcome(measure: str, data: Any, expected: Any, tolerance: float = 1e-5, **more: Any) -> list[bool | None]:
    vector = {"id": "v", "measure": measure, "data": data, "expected": expected, "tolerance": tolerance, **more}
    return [one.ok for one in checked({"vectors": [vector]})]


def test_all_values_of_the_shared_file_are_met(shared: Path) -> None:
    content = json.loads((shared / "vectors" / "agreement_vectors.json").read_text(encoding="utf-8"))
    found = checked(content)
    assert [(one.id, one.quantity, one.got, one.expected) for one in found if one.ok is not True] == []
    assert len({one.id for one in found}) == content["count"] == 75


def test_every_measure_has_a_name_a_paper_and_its_needs() -> None:
    assert [measure.name for measure in MEASURES][: len(NAMES)] == NAMES
    assert all(measure.paper and measure.needed and measure.title for measure in MEASURES)
    assert measure_named("gamma").continuum


@pytest.mark.parametrize(
    ("measure", "data", "expected"),
    [
        ("span_f1_exact", spans(TWO, TWO[:1]), {"f1": 2 / 3, "precision": 1.0, "recall": 0.5}),
        ("span_f1_exact", spans(TWO, TWO[:1]), {"per_label": {"x": 1.0, "y": 0.0}, "per_document": {"0": 2 / 3}}),
        ("span_f1_overlap", spans(TWO, [[5, 12, "x"], [20, 21, "y"]]), 1.0),
        ("pairwise_f1_exact", {"documents": [{"id": "d", "spans": {"a": TWO, "b": TWO}}]}, {"mean": 1.0, "sd": 0.0}),
        ("u_alpha", spans(TWO, TWO), {"value": 1.0, "cu_alpha": 1.0}),
        ("ku_alpha", spans(TWO, TWO), {"x": 1.0, "per_label": {"y": 1.0}}),
        ("u_alpha", spans([[0, 9, "x"], [5, 12, "y"]], []), {"u_alpha": None, "ku_alpha": {"x": None}}),
        ("gamma_k", spans(TWO, TWO), {"x": 1.0, "gamma_k": {"y": 1.0}}),
        ("gamma", spans([], []), {"gamma": None, "best_alignment_disorder": None, "observed_category_disorder": None}),
        ("gamma", spans(TWO, TWO), {"gamma": [0.99, 1.0], "gamma_k_at_most_0": []}),
        ("token_kappa", spans(TWO, TWO, tokens=[[0, 10], [11, 15], [20, 30]]), {"kappa": 1.0}),
        ("token_kappa", items(["O", "O"], ["B", "B"], ["O", "B"]), {"kappa": 0.4}),
        ("gamma", spans([[0, 10, "x"]], [[1, 10, "y"]]), {"combined_row_major": [1 + 1 / 361]}),
        ("weighted_kappa", items([1, 2], [2, 2], [3, 3], [1, 1]), {"weighted_kappa": 0.8}),
        ("fleiss_kappa", {"type": "item_category_counts", "items": [[2, 0], [0, 2]]}, {"fleiss_kappa": 1.0, "pe": 0.5}),
        ("fleiss_kappa", {"type": "item_category_counts", "items": [{"counts": {"a": 2}}, {"counts": {"b": 2}}]}, 1.0),
        ("cohen_kappa", {"type": "table", "categories": ["y", "n"], "table": [[20, 5], [10, 15]]}, {"value": 0.4}),
        ("cohen_kappa", {"type": "ratings", "ratings": {"a": [1, 2], "b": [1, 2]}}, {"cohen_kappa": 1.0}),
        ("scott_pi", items(["x", "x"], ["x", "x"]), {"scott_pi": None, "percent_agreement": 1.0}),
        ("f1", {"type": "contingency", "both": 20, "only_first": 5, "only_second": 5, "neither": 20}, {"kappa": 0.6}),
        ("f1", {"type": "contingency", "both": 20, "only_first": 5, "only_second": 5}, {"f1": 0.8}),
        ("krippendorff_alpha_per_category", items(["x", "x"], ["y", "y"]), {"x": 1.0, "per_category": {"y": 1.0}}),
        ("dawid_skene", items(["x", "x", None], ["y", "y", "y"]), {"map_class": ["x", "y"], "accuracy": [1, 1, 1]}),
    ],
)
def test_vectors_of_many_shapes_are_computed(measure: str, data: Any, expected: Any) -> None:
    people = ["a", "b", "c"] if measure == "dawid_skene" else ["a", "b"]
    assert set(outcome(measure, data, expected, annotators=people)) == {True}


@pytest.mark.parametrize(
    "links",
    [
        [{"type": "t", "source": 0, "target": 1}],
        [{"type": "t", "source": "s0", "target": "s1"}],
        [{"type": "t", "from": [0, 10], "to": {"start": 20, "end": 30}}],
    ],
)
def test_the_ends_of_links_are_places_positions_or_ids(links: list[Any]) -> None:
    own = [{"id": "s0", "start": 0, "end": 10}, {"id": "s1", "fragments": [[20, 24], [26, 30]]}]
    data = spans(own, own) | {"links": {"a": links, "b": links}}
    assert outcome("link_f1", data, {"link_f1": 1.0, "f1": 1.0}) == [True, True]


def test_of_three_annotators_the_mean_and_deviation_over_pairs_are_known() -> None:
    data = {"type": "spans", "spans": {"a": TWO, "b": TWO, "c": []}}
    assert outcome("pairwise_f1_exact", data, {"mean": 1 / 3, "sd": 0.4714045}) == [True, True]


def test_links_alone_are_enough() -> None:
    data = {"links": {"a": [{"type": "t", "source": [0, 4], "target": [5, 9]}], "b": []}}
    assert outcome("link_f1", data, 0.0) == [True]


def test_offsets_may_be_inclusive_where_a_vector_says_so() -> None:
    data = spans([[0, 9, "x"]], [[10, 19, "x"]], offsets="inclusive ends")
    assert outcome("span_f1_overlap", data, 0.0) == [True]
    assert outcome("span_f1_overlap", spans([[0, 9, "x"]], [[9, 19, "x"]], offsets="closed"), 1.0) == [True]


@pytest.mark.parametrize(
    ("params", "alpha"),
    [
        ({"metric": "interval"}, 0.8),
        ({"distance": {"categories": [1, 2, 3], "matrix": [[0, 1, 4], [1, 0, 1], [4, 1, 0]]}}, 0.8),
    ],
)
def test_distances_are_named_or_given_as_a_matrix(params: dict[str, Any], alpha: float) -> None:
    data = items([1, 2], [2, 2], [3, 3], [1, 1])
    assert outcome("krippendorff_alpha", data, alpha, 0.05, params=params) == [True]
    assert outcome("weighted_kappa", data, 0.7, 0.2, params=params) == [True]


@pytest.mark.parametrize(
    ("params", "kappa"),
    [
        ({"weights": "linear"}, 7 / 12),
        ({"weight": "linear"}, 7 / 12),
        ({"weights": "none"}, 0.375),
        ({}, 0.75),
        ({"weights": None}, 0.75),
    ],
)
def test_weights_are_known_by_name(params: dict[str, Any], kappa: float) -> None:
    data = {"table": [[1, 1, 0], [0, 0, 1], [0, 0, 2]], "categories": [1, 2, 3]}
    ours = outcome("weighted_kappa", data, kappa, params=params)
    assert ours == [True]


def test_weights_that_there_are_not_are_passed_over() -> None:
    assert outcome("weighted_kappa", items([1, 2], [2, 2]), 0.5, params={"weights": "radical"}) == [None]


@pytest.mark.parametrize("name", ["table", "confusion_matrix", "contingency_table"])
def test_a_table_of_two_annotators_has_several_names(name: str) -> None:
    assert outcome("cohen_kappa", {name: [[2, 0], [0, 2]]}, 1.0) == [True]


@pytest.mark.parametrize("measure", ["krippendorff_alpha", "cohen_kappa", "weighted_kappa", "scott_pi", "gwet_ac2"])
@pytest.mark.parametrize("rows", [[], [["a", None], [None, "b"]], [["a"], ["b"]], [[None, None]], [["a", "a"]] * 3])
def test_where_there_is_nothing_to_compare_no_value_is_expected_and_none_is_given(measure: str, rows: Any) -> None:
    assert outcome(measure, items(*rows), None) == [True]
    assert outcome(measure, items(*rows), 0.5) == [False]


def test_a_span_without_length_is_refused_which_may_be_what_is_expected() -> None:
    assert outcome("gamma", spans([[5, 5, "x"]], TWO), None) == [True]
    assert outcome("gamma", spans([[5, 5, "x"]], TWO), 1.0) == [False]


def test_one_value_is_expected_of_labels_that_have_the_same_and_not_of_others() -> None:
    both = spans([[1, 10, "x"], [20, 30, "y"]], [[1, 10, "x"], [20, 30, "y"]])
    assert outcome("ku_alpha", both, 1.0) == [True]
    apart = spans([[1, 10, "x"], [20, 30, "y"]], [[1, 10, "x"], [20, 30, "x"]])
    assert outcome("ku_alpha", apart, 1.0) == [None]


def test_a_miss_is_a_miss_within_and_without_chance() -> None:
    assert outcome("span_f1_exact", spans(TWO, TWO), 0.5) == [False]
    assert outcome("span_f1_exact", spans(TWO, TWO), {"f1": None, "per_label": {"z": 1.0}}) == [False, False]
    assert (
        outcome("gamma", spans(TWO, TWO), {"gamma": 0.5, "expected_disorder": 9.0, "gamma_cat": [0, 0.1]})
        == [False] * 3
    )
    assert outcome("dawid_skene", items(["x", "x"]), {"map_class": "y", "prevalence": [1.0, 2.0]}) == [False, False]


def test_what_depends_on_chance_may_lie_as_far_off_as_the_vector_says() -> None:
    data = spans(TWO, [[1, 10, "x"], [20, 31, "y"]])
    said = {"params": {"sampler": "shift (gamma within 0.9 absolute, expected disorder within 900 %)"}}
    assert outcome("gamma", data, {"gamma": 0.5, "expected_disorder": 0.4}, 1e-9, **said) == [True, True]


def test_what_has_no_measure_or_another_shape_is_passed_over_and_says_why() -> None:
    vectors = [
        {"expected": {"gamma": 1}, "data": {"type": "riddle"}},
        {"expected": {"riddle": 1}, "data": spans(TWO, TWO)},
        {"expected": {"pair_dissimilarities": []}, "data": spans(TWO, TWO), "pair_dissimilarities": [["z", 0, "a", 0]]},
        {"expected": {"gamma": 1}, "data": {"spans": {"a": TWO}}},
    ]
    found = checked(vectors)
    assert [one.ok for one in found] == [None] * 4
    assert all(one.note for one in found)


@pytest.mark.parametrize("content", [{"a": 1}, [1], "x", {"vectors": [{"id": "v"}]}])
def test_a_file_without_vectors_is_refused(content: Any) -> None:
    with pytest.raises(VectorError, match="holds no reference values"):
        checked(content)
