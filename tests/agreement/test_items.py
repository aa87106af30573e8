"""Measures of items: published values, what is undefined, and the oracles nltk and scikit-learn."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-untyped]  # nltk has no types
from sklearn.metrics import cohen_kappa_score  # type: ignore[import-untyped]  # scikit-learn has no types

from annotator.agreement.bennett_s import bennett_s
from annotator.agreement.cohen_kappa import cohen_kappa
from annotator.agreement.conger_kappa import conger_kappa, light_kappa
from annotator.agreement.estimate import Estimate
from annotator.agreement.fleiss_kappa import fleiss_kappa, kappa_per_value
from annotator.agreement.gwet_ac1 import gwet_ac1
from annotator.agreement.gwet_ac2 import gwet_ac2
from annotator.agreement.items import Items, make_items
from annotator.agreement.krippendorff_alpha import alpha_per_value, krippendorff_alpha
from annotator.agreement.percent_agreement import percent_agreement
from annotator.agreement.scott_pi import scott_pi
from annotator.agreement.undefined import NO_ITEMS, NO_VARIATION, Undefined
from annotator.agreement.weighted_kappa import weighted_kappa

X = None
KRIPPENDORFF_2011: list[list[Any]] = [
    [1, 1, X, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
    [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [X, 5, 5, 5], [X, X, 1, 1], [X, X, 3, X],
]  # fmt: skip
ALL: dict[str, Callable[[Items], Estimate]] = {
    "krippendorff_alpha": krippendorff_alpha,
    "cohen_kappa": cohen_kappa,
    "weighted_kappa": weighted_kappa,
    "scott_pi": scott_pi,
    "fleiss_kappa": fleiss_kappa,
    "gwet_ac1": gwet_ac1,
    "gwet_ac2": gwet_ac2,
    "bennett_s": bennett_s,
    "conger_kappa": conger_kappa,
    "light_kappa": light_kappa,
}


def items(rows: Sequence[Sequence[Any]], **more: Any) -> Items:
    return make_items([f"A{n}" for n in range(len(rows[0]) if rows else 2)], rows, **more)


def counted(*rows: tuple[Any, Any, int]) -> Items:
    return items([row[:2] for row in rows for _ in range(row[2])])


@pytest.mark.parametrize(
    ("scale", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_alpha_is_that_of_krippendorff_2011_on_four_scales(scale: str, alpha: float) -> None:
    assert krippendorff_alpha(items(KRIPPENDORFF_2011), scale).value == pytest.approx(alpha, abs=5e-4)


def test_two_annotators_of_artstein_and_poesio_2008() -> None:
    made = counted(("S", "S", 20), ("I", "S", 20), ("S", "I", 10), ("I", "I", 50))
    expected = {percent_agreement: 0.7, bennett_s: 0.4, scott_pi: 0.341, cohen_kappa: 0.348}
    assert {measure: measure(made).value for measure in expected} == pytest.approx(expected, abs=5e-4)


def test_prevalence_11_of_13_agree_and_alpha_is_below_0_and_kappa_0() -> None:
    made = counted((1, 1, 11), (1, 2, 1), (1, 3, 1))
    assert krippendorff_alpha(made).value == pytest.approx(-0.0204, abs=1e-4)
    assert cohen_kappa(made).value == pytest.approx(0)
    assert percent_agreement(made).value == pytest.approx(11 / 13)


def test_the_same_agreement_gives_other_kappas_where_values_are_spread_otherwise() -> None:
    even = counted(("y", "y", 40), ("y", "n", 9), ("n", "y", 6), ("n", "n", 45))
    skew = counted(("y", "y", 80), ("y", "n", 10), ("n", "y", 5), ("n", "n", 5))
    assert [percent_agreement(made).value for made in (even, skew)] == pytest.approx([0.85, 0.85])
    assert [cohen_kappa(made).value for made in (even, skew)] == pytest.approx([0.70, 0.32], abs=5e-3)


def test_ac1_of_gwet_2008_by_hand_and_ac2_of_two_values_is_the_same() -> None:
    made = counted(("y", "y", 8), ("n", "n", 1), ("y", "n", 1))
    assert gwet_ac1(made).value == pytest.approx(0.8658, abs=1e-4)
    assert gwet_ac2(made).value == pytest.approx(gwet_ac1(made).value)


@pytest.mark.parametrize(("weights", "kappa"), [("linear", 10 / 14), ("quadratic", 0.8)])
def test_weighted_kappa_by_hand(weights: str, kappa: float) -> None:
    assert weighted_kappa(items([[1, 2], [2, 2], [3, 3], [1, 1]]), weights).value == pytest.approx(kappa)


def test_weights_by_rank_are_those_of_gwet_2014() -> None:
    made = items([[1, 2], [2, 2], [3, 3], [1, 1], [4, 1]])
    weights = np.array([[1, 5 / 6, 0.5, 0], [5 / 6, 1, 5 / 6, 0.5], [0.5, 5 / 6, 1, 5 / 6], [0, 0.5, 5 / 6, 1]])
    assert weighted_kappa(made, "ordinal").value == pytest.approx(weighted_kappa(made, own=weights).value)


def test_fleiss_by_hand_and_by_value() -> None:
    made = items([["Y", "Y", "Y"], ["Y", "Y", "N"], ["N", "N", "Y"], ["N", "N", "N"]])
    assert fleiss_kappa(made).value == pytest.approx(1 / 3)
    assert {value: one.value for value, one in kappa_per_value(made).items()} == pytest.approx({"Y": 1 / 3, "N": 1 / 3})


@pytest.mark.parametrize(("measure", "value"), [(fleiss_kappa, 0.76117), (conger_kappa, 0.76282), (gwet_ac1, 0.77544)])
def test_coefficients_of_four_annotators_with_missing_values_are_those_of_gwet_2014(
    measure: Callable[[Items], Estimate], value: float
) -> None:
    assert measure(items(KRIPPENDORFF_2011)).value == pytest.approx(value, abs=5e-6)


def test_alpha_of_each_value_against_all_others() -> None:
    rows = [[1, 1, 1], [1, 2, 2], [2, 2, 2], [2, 2, 2], [3, 3, 3]]
    by_hand = krippendorff_alpha(items([[value == 2 for value in row] for row in rows])).value
    assert alpha_per_value(items(rows))[2].value == pytest.approx(by_hand)


def test_missing_is_missing_and_no_value() -> None:
    assert krippendorff_alpha(items([[1, 1, X], [1, 1, 1], [2, X, 2]])).value == pytest.approx(1.0)
    assert krippendorff_alpha(items([["nan", "nan"], ["a", "a"], ["a", "nan"]])).count == 3


def test_one_value_only_has_no_alpha_and_full_percent_agreement() -> None:
    made = items([["x", "x"]] * 5)
    assert percent_agreement(made).value == 1.0
    undefined = {name for name, measure in ALL.items() if measure(made).value == Undefined(NO_VARIATION)}
    assert undefined == set(ALL)


@pytest.mark.parametrize("rows", [[], [["x", X], [X, "y"]]])
def test_without_an_item_of_two_there_is_nothing_to_say(rows: list[list[Any]]) -> None:
    made = items(rows)
    assert {str(measure(made).value) for measure in (*ALL.values(), percent_agreement)} == {str(NO_ITEMS)}


def test_documents_are_pooled_and_not_averaged() -> None:
    rows = [["x", "x"], ["x", "y"], ["y", "y"], ["y", "y"], ["x", "x"]]
    made = items(rows, document=[0, 0, 1, 1, 1], documents=2)
    assert krippendorff_alpha(made).value == pytest.approx(krippendorff_alpha(items(rows)).value)
    assert krippendorff_alpha(made).by_document()[1] == 1.0


def test_items_of_two_annotators_are_those_that_both_have_a_value_for() -> None:
    made = items([["x", "x", X], ["y", X, "y"], ["x", "y", "y"]])
    assert made.of(0, 2).codes.shape == (2, 2)


def test_a_single_value_of_an_item_counts_for_chance_in_ac2_only() -> None:
    with_single = items([["x", "x"], ["y", "y"], ["x", "y"], ["y", X], ["y", X]])
    without = items([["x", "x"], ["y", "y"], ["x", "y"]])
    assert gwet_ac1(without).value == pytest.approx(1 / 3)
    assert gwet_ac1(with_single).value == pytest.approx((2 / 3 - 0.42) / 0.58)


def test_the_order_of_values_is_that_of_the_scheme_and_not_of_the_alphabet() -> None:
    rows = [["low", "medium"], ["medium", "high"], ["high", "high"], ["low", "low"]]
    right = krippendorff_alpha(items(rows, values=["low", "medium", "high"]), "ordinal").value
    wrong = krippendorff_alpha(items(rows), "ordinal").value
    numbers = krippendorff_alpha(items([[1, 2], [2, 3], [3, 3], [1, 1]]), "ordinal").value
    assert right == pytest.approx(numbers)
    assert wrong != pytest.approx(numbers)


def test_values_that_are_no_numbers_are_counted_in_their_order() -> None:
    named = krippendorff_alpha(items([["a", "b"], ["b", "c"], ["c", "c"]]), "interval").value
    assert named == pytest.approx(krippendorff_alpha(items([[0, 1], [1, 2], [2, 2]]), "interval").value)


complete = st.lists(st.lists(st.sampled_from("xyz"), min_size=3, max_size=3), min_size=2, max_size=12)
gappy = st.lists(st.lists(st.sampled_from(["x", "y", "z", None]), min_size=3, max_size=3), min_size=2, max_size=12)


def task(rows: Sequence[Sequence[Any]]) -> Any:
    return AnnotationTask([(a, n, v) for n, row in enumerate(rows) for a, v in enumerate(row) if v is not None])


@settings(max_examples=60, deadline=None)
@given(complete)
def test_nltk_and_scikit_learn_say_the_same(rows: list[list[str]]) -> None:
    assume(len({value for row in rows for value in row[:2]}) > 1)
    made, theirs = items(rows), task(rows)
    two = items([row[:2] for row in rows])
    pairs = [
        (cohen_kappa(two), cohen_kappa_score([r[0] for r in rows], [r[1] for r in rows])),
        (krippendorff_alpha(made), theirs.alpha()),
        (fleiss_kappa(made), theirs.pi()),
        (conger_kappa(made), theirs.multi_kappa()),
    ]
    for ours, other in pairs:
        assert ours.value == pytest.approx(other)


@settings(max_examples=60, deadline=None)
@given(gappy)
def test_nltk_says_the_same_of_alpha_with_missing_values(rows: list[list[str | None]]) -> None:
    ours = krippendorff_alpha(items(rows)).value
    if not isinstance(ours, Undefined):
        held = [row for row in rows if sum(value is not None for value in row) > 1]
        assert ours == pytest.approx(task(held).alpha())


@settings(max_examples=60, deadline=None)
@given(gappy, st.permutations(range(3)), st.permutations("xyz"), st.randoms(use_true_random=False))
def test_order_of_annotators_items_and_names_of_values_do_not_matter(
    rows: list[list[str | None]], people: list[int], names: list[str], chance: Any
) -> None:
    renamed: dict[str | None, str | None] = dict(zip("xyz", names, strict=True)) | {None: None}
    other = [[renamed[row[person]] for person in people] for row in rows]
    chance.shuffle(other)
    for measure in (krippendorff_alpha, percent_agreement, gwet_ac1, bennett_s, fleiss_kappa):
        one, two = measure(items(rows)).value, measure(items(other)).value
        assert one == two if isinstance(one, Undefined) else one == pytest.approx(two)
