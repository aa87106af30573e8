"""The u-alpha family, alpha_U and tokens: text that is divided, and what stands beside their values."""

from typing import Any

import pytest
from hypothesis import given, settings
from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-untyped]  # nltk has no types

from annotator.agreement.alpha_u_2004 import alpha_u_2004
from annotator.agreement.bar_u_alpha import bar_u_alpha
from annotator.agreement.continuum import division, division_by_labels, labelled_share
from annotator.agreement.cu_alpha import cu_alpha
from annotator.agreement.ku_alpha import ku_alpha
from annotator.agreement.study import Sheet, Study, Unit, make_study
from annotator.agreement.token_alpha import token_alpha
from annotator.agreement.token_kappa import token_kappa
from annotator.agreement.tokens import token_items
from annotator.agreement.u_alpha import u_alpha
from annotator.agreement.u_alpha_family import Continuum, continuum_of
from annotator.agreement.undefined import (
    NO_COMMON,
    NO_ITEMS,
    NO_LABEL,
    NO_MEETING,
    NO_SPANS,
    NO_VARIATION,
    ONE_LABEL,
    Undefined,
)
from tests.agreement.making import documents, study_of, unit

TWENTY = {
    "a": [unit(2, 5, "1"), unit(9, 11, "1"), unit(12, 20, "2")],
    "p": [unit(2, 5, "1"), unit(7, 15, "2")],
    "s": [unit(2, 5, "1"), unit(10, 15, "2")],
}


def by_labels(study: Study) -> Continuum:
    made = division_by_labels(study)
    assert made is not None
    return continuum_of(made)


def test_the_family_on_a_continuum_of_twenty() -> None:
    made = by_labels(study_of(TWENTY, length=20))
    values = [u_alpha(made).value, bar_u_alpha(made).value, cu_alpha(made).value]
    assert values == pytest.approx([0.474, 0.433, 0.779], abs=5e-4)
    assert [ku_alpha(made, k).value for k in (0, 1)] == pytest.approx([0.769, 0.787], abs=5e-4)
    assert [ku_alpha(made, k).also["coverage"] for k in (0, 1)] == pytest.approx([0.9545, 0.5952], abs=1e-4)
    assert cu_alpha(made).also["coverage"] == pytest.approx(0.3833, abs=1e-4)


def test_u_alpha_of_one_label_is_bar_u_alpha_of_its_layer() -> None:
    made = continuum_of(division(study_of(TWENTY, length=20), 1))
    assert u_alpha(made, 1).value == pytest.approx(float(str(bar_u_alpha(made).value)))


def test_overlapping_spans_of_a_label_are_merged_and_counted_and_touching_ones_are_not() -> None:
    study = study_of({"a": [unit(0, 5), unit(3, 9), unit(9, 12)], "b": [unit(0, 9), unit(9, 12)]})
    estimate = u_alpha(continuum_of(division(study, 0)), 0)
    assert (estimate.value, estimate.also["merged_spans"]) == (1.0, 1)


def test_spans_of_different_labels_that_overlap_have_no_one_division() -> None:
    study = study_of({"a": [unit(0, 5), unit(3, 9, "opinion")], "b": []})
    assert division_by_labels(study) is None
    assert division(study).merged == 1


def test_the_family_is_undefined_with_its_reason() -> None:
    none, one = study_of({"a": [], "b": []}), study_of({"a": [unit(0, 9)], "b": [unit(0, 9)]})
    apart = by_labels(study_of({"a": [unit(0, 9)], "b": [unit(20, 29, "opinion")]}))
    alone = study_of({"a": [unit(0, 9)]}, annotators="ab")
    assert u_alpha(by_labels(none)).value == bar_u_alpha(by_labels(none)).value == Undefined(NO_SPANS)
    assert u_alpha(continuum_of(division(one, 0)), 0).value == 1.0
    assert u_alpha(continuum_of(division(study_of({"a": [unit(0, 9)], "b": []}), 0)), 0).count == 1
    assert cu_alpha(by_labels(one)).value == ku_alpha(by_labels(one), 0).value == Undefined(ONE_LABEL)
    assert cu_alpha(apart).value == ku_alpha(apart, 0).value == Undefined(NO_MEETING)
    for value in (u_alpha(by_labels(alone)), bar_u_alpha(by_labels(alone)), cu_alpha(by_labels(alone))):
        assert value.value == Undefined(NO_COMMON)
    assert ku_alpha(by_labels(alone), 0).value == Undefined(NO_COMMON)


def test_text_that_is_all_labelled_has_no_variation() -> None:
    study = study_of({"a": [unit(0, 100)], "b": [unit(0, 100)]})
    assert bar_u_alpha(by_labels(study)).value == Undefined(NO_VARIATION)
    empty = continuum_of(division(study_of({"a": [unit(0, 9, "x")], "b": []}), 0))
    assert isinstance(u_alpha(empty, 0).value, float)


def test_a_label_that_nobody_used_has_no_layer() -> None:
    sheet = Sheet("d", 50, {"a": [], "b": []})
    study = make_study([sheet], ("a", "b"), labels=("claim",))
    assert u_alpha(continuum_of(division(study, 0)), 0).value == Undefined(NO_LABEL)
    assert alpha_u_2004(study, 0).value == Undefined(NO_LABEL)


def test_an_empty_layer_against_spans_is_below_0() -> None:
    study = study_of({"a": [unit(0, 10, "x"), unit(30, 35, "y")], "b": []}, length=50)
    made = by_labels(study)
    assert u_alpha(made).value == pytest.approx(-0.108302, abs=1e-6)
    assert bar_u_alpha(made).value == pytest.approx(-0.151765, abs=1e-6)


def test_the_share_of_labelled_text_is_over_annotators_and_common_documents() -> None:
    study = study_of({"a": [unit(0, 10), unit(5, 20)], "b": []}, {"a": [unit(0, 100)]})
    assert labelled_share(study) == pytest.approx(0.1)
    assert labelled_share(study_of({"a": [unit(0, 9)]}, annotators="ab")) == 0.0


def test_alpha_u_of_krippendorff_2004() -> None:
    layers = {
        "i": [unit(225, 295, "c"), unit(370, 400, "c"), unit(180, 240, "k"), unit(300, 350, "k")],
        "j": [unit(220, 300, "c"), unit(355, 375, "c"), unit(400, 420, "c"), unit(180, 240, "k"), unit(300, 350, "k")],
    }
    study = make_study([Sheet("p. 254", 300, layers, begin=150)], ("i", "j"))
    assert [alpha_u_2004(study, k).value for k in (0, 1)] == pytest.approx([0.7286, 1.0], abs=5e-5)
    assert alpha_u_2004(study).value == pytest.approx(0.8587, abs=5e-5)


def test_alpha_u_pools_documents_that_all_have_done() -> None:
    both = {"a": [unit(0, 9)], "b": [unit(0, 9)]}
    assert alpha_u_2004(study_of(both, {"a": [unit(3, 4)]})).value == 1.0
    assert alpha_u_2004(study_of({"a": [unit(3, 4)]}, annotators="ab")).value == Undefined(NO_COMMON)
    assert alpha_u_2004(study_of({"a": [], "b": []})).value == Undefined(NO_SPANS)


@settings(max_examples=50, deadline=None)
@given(documents("abc", 6))
def test_the_order_of_annotators_does_not_matter_and_copies_agree(layers: dict[str, list[Unit]]) -> None:
    def values(given: dict[str, list[Unit]]) -> list[Any]:
        study = study_of(given, length=80)
        made = continuum_of(division(study))
        return [bar_u_alpha(made).value, alpha_u_2004(study).value, token_alpha(token_items(study)).value]

    for one, two in zip(values(layers), values(dict(zip("cab", layers.values(), strict=True))), strict=True):
        assert one == two if isinstance(one, Undefined) else one == pytest.approx(two)
    for value in values(dict.fromkeys("ab", layers["a"])):
        assert isinstance(value, Undefined) or value == pytest.approx(1)


def test_two_documents_say_the_same_as_one_document_twice() -> None:
    once = by_labels(study_of(TWENTY, length=20))
    twice = by_labels(study_of(TWENTY, TWENTY, length=20))
    assert u_alpha(twice).value == pytest.approx(float(str(u_alpha(once).value)), abs=0.02)
    assert u_alpha(twice).by_document() == [u_alpha(once).value] * 2


def test_tokens_have_the_set_of_their_labels_as_value() -> None:
    layers = {"a": [unit(0, 9), unit(5, 9, "opinion")], "b": [unit(0, 4)]}
    study = make_study([Sheet("d", 14, layers, tokens=[(0, 4), (5, 9), (10, 14)])], ("a", "b"))
    made = token_items(study)
    rows = [("a", 0, "c"), ("b", 0, "c"), ("a", 1, "co"), ("b", 1, ""), ("a", 2, ""), ("b", 2, "")]
    assert token_alpha(made).value == pytest.approx(AnnotationTask(rows).alpha())
    assert token_kappa(made).value == pytest.approx(AnnotationTask(rows).kappa())
    assert len(token_items(study, 0).values) == 2


def test_without_tokens_each_character_is_one() -> None:
    study = study_of({"a": [unit(2, 10), unit(14, 20)], "b": [unit(4, 8), unit(15, 17)]}, length=24)
    made = token_items(study)
    assert made.codes.shape == (2, 24)
    assert [token_kappa(made).value, token_alpha(made).value] == pytest.approx([0.385, 0.329], abs=5e-4)


def test_a_document_that_one_has_not_done_has_no_tokens_of_theirs() -> None:
    study = study_of({"a": [], "b": [], "c": [unit(0, 1)]}, {"a": [unit(0, 9)], "b": [unit(0, 9)]}, length=10)
    assert token_alpha(token_items(study)).count == 20
    alone = study_of({"a": [unit(0, 9)]}, annotators="ab")
    assert token_alpha(token_items(alone)).value == Undefined(NO_ITEMS)
