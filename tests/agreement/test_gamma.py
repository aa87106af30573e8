"""Gamma, gamma-cat and gamma-k: the published definitions, chance by seed, documents pooled."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.continua import shifted, statistical
from annotator.agreement.disorder import Disorders, Settings, disorders, document_disorder, samples_for
from annotator.agreement.gamma import gamma
from annotator.agreement.gamma_cat import gamma_cat
from annotator.agreement.gamma_k import gamma_k
from annotator.agreement.study import Study, Unit
from annotator.agreement.undefined import NO_CHANCE, NO_COMMON, NO_PARTNERS, NO_SPANS, Undefined
from tests.agreement.making import documents, study_of, unit

GAMMA_SOFTWARE = {
    "Alex": [(2, 9, "1"), (11, 17, "2"), (24, 30, "5"), (32, 36, "6"), (36, 44, "6"), (44, 60, "7")],
    "Paul": [(2, 9, "1"), (11, 17, "3"), (19, 25, "5"), (32, 44, "6")],
    "Suzan": [(2, 9, "1"), (11, 17, "4"), (21, 27, "5"), (32, 36, "6"), (36, 40, "6"), (40, 44, "6")],
}
MISSED = {
    "a": [unit(0, 10, "x"), unit(20, 30, "y"), unit(40, 50, "x")],
    "b": [unit(1, 10, "x"), unit(40, 51, "x")],
}


def made(study: Study, **settings: object) -> Disorders:
    return disorders(study, Settings(**settings))  # type: ignore[arg-type]  # by name


def example_of_the_gamma_software() -> Study:
    layers = {name[0]: [unit(*span) for span in spans] for name, spans in GAMMA_SOFTWARE.items()}
    return study_of(layers, length=60)


def test_gamma_of_the_example_of_the_gamma_software() -> None:
    found = made(example_of_the_gamma_software(), alpha=3.0)
    assert found.observed[0] == pytest.approx(0.9606, abs=1e-4)
    assert gamma(found).value == pytest.approx(0.456, abs=0.03)


def test_gamma_k_is_one_where_all_agree_and_not_above_0_where_none_does() -> None:
    study = example_of_the_gamma_software()
    found = made(study, alpha=3.0, samples=10)
    by_label = {label: gamma_k(found, n).value for n, label in enumerate(study.labels)}
    assert by_label["1"] == by_label["5"] == 1.0
    assert max(float(str(by_label[label])) for label in "234") <= 0
    assert by_label["7"] == Undefined(NO_PARTNERS)


def test_a_span_without_partner_does_not_lower_gamma_cat() -> None:
    found = made(study_of(MISSED, length=60))
    assert gamma_cat(found).value == 1.0
    assert found.observed[0] == pytest.approx(0.40201506)


def test_gamma_cat_weighs_pairs_by_how_near_they_lie() -> None:
    layers = {"a": MISSED["a"], "b": [unit(1, 10, "x"), unit(20, 32, "x"), unit(40, 51, "x")]}
    found = made(study_of(layers, length=60))
    assert found.labels[0, 0, 1] == pytest.approx(0.33205084)


@pytest.mark.parametrize("sampler", ["shift", "statistical"])
def test_copies_have_gamma_1_and_an_empty_layer_brings_it_to_0_or_below(sampler: str) -> None:
    spans = [unit(1, 5, "a"), unit(10, 15, "b"), unit(20, 25, "c")]
    assert gamma(made(study_of({"a": spans, "b": spans}), sampler=sampler)).value == 1.0
    value = gamma(made(study_of({"a": spans, "b": []}), sampler=sampler)).value
    assert isinstance(value, float)
    assert value <= 0.1


def test_what_cannot_be_compared_is_undefined_with_its_reason() -> None:
    assert gamma(made(study_of({"a": [], "b": []}))).value == Undefined(NO_SPANS)
    assert gamma(made(study_of({"a": [unit(0, 5)]}, annotators="ab"))).value == Undefined(NO_COMMON)
    assert gamma_cat(made(study_of({"a": [unit(0, 5)]}, annotators="ab"))).value == Undefined(NO_COMMON)
    one_place = study_of({"a": [unit(0, 1)], "b": [unit(0, 1)]}, length=1)
    assert gamma(made(one_place)).value == Undefined(NO_CHANCE)
    assert gamma_cat(made(one_place)).value == Undefined(NO_CHANCE)


def test_documents_are_pooled_by_their_spans_and_not_averaged() -> None:
    near = {"a": [unit(n, n + 9) for n in range(0, 80, 10)], "b": [unit(n, n + 8) for n in range(0, 80, 10)]}
    far = {"a": [unit(0, 9)], "b": [unit(60, 90)]}
    both = gamma(made(study_of(near, far)))
    each = [gamma(made(study_of(one))).value for one in (near, far)]
    assert both.by_document() == pytest.approx(each)
    assert isinstance(both.value, float)
    assert both.value > np.mean([float(str(value)) for value in each])


def test_a_documents_chance_does_not_depend_on_the_other_documents() -> None:
    one, other = {"a": [unit(0, 9)], "b": [unit(3, 9)]}, {"a": [unit(5, 20)], "b": [unit(5, 9)]}
    assert made(study_of(one, other)).expected[1] == made(study_of(other)).expected[0]


def test_what_was_computed_before_is_not_computed_again() -> None:
    study = study_of(MISSED, length=60)
    before = document_disorder(study, 0, Settings())
    again = disorders(study, Settings(), rows={0: before * 2})
    assert again.observed[0] == 2 * made(study).observed[0]


def test_the_alignment_is_told_in_the_order_of_the_annotators() -> None:
    study = study_of({"a": [unit(50, 60)], "b": [], "c": [unit(0, 5), unit(50, 59)]})
    sets = made(study, samples=1).aligned[0]
    assert sorted(sets.tolist()) == [[-1, -1, 0], [0, -1, 1]]


def test_parameters_stand_beside_the_value() -> None:
    estimate = gamma(made(study_of(MISSED), alpha=3.0, samples=5))
    assert estimate.also == {"alpha": 3.0, "beta": 1.0, "sampler": "shift", "samples": 5, "seed": 2015}


@settings(max_examples=25, deadline=None)
@given(documents("ab", 5), st.permutations("ab"))
def test_the_order_of_annotators_does_not_matter(layers: dict[str, list[Unit]], names: list[str]) -> None:
    other = {new: layers[old] for new, old in zip("ab", names, strict=True)}
    one, two = (gamma(made(study_of(given, length=60), samples=3)).value for given in (layers, other))
    assert one == two if isinstance(one, Undefined) else one == pytest.approx(two)


@settings(max_examples=40, deadline=None)
@given(documents("abc", 5), st.integers(0, 9))
def test_shifted_spans_keep_their_lengths_and_labels_and_start_in_the_text(
    layers: dict[str, list[Unit]], seed: int
) -> None:
    study = study_of(layers, length=60)
    own = [study.layer(0, annotator) for annotator in range(3)]
    if not len(study.spans):
        return
    sources = [sorted(zip((o.end - o.start).tolist(), o.label.tolist(), strict=True)) for o in own]
    for drawn in shifted(own, 0, 60, np.random.default_rng(seed)):
        assert ((drawn.start >= 0) & (drawn.start < 60)).all()
        assert sorted(zip((drawn.end - drawn.start).tolist(), drawn.label.tolist(), strict=True)) in sources


@settings(max_examples=40, deadline=None)
@given(documents("abc", 5), st.integers(0, 9))
def test_chance_never_leaves_all_layers_empty(layers: dict[str, list[Unit]], seed: int) -> None:
    study = study_of(layers, length=60)
    if len(study.spans):
        own = [study.layer(0, annotator) for annotator in range(3)]
        for sampler in (shifted, statistical):
            assert any(len(drawn) for drawn in sampler(own, 0, 60, np.random.default_rng(seed)))


def test_many_documents_need_fewer_samples_each() -> None:
    assert [samples_for(count) for count in (1, 10, 30, 100, 1000)] == [30, 30, 10, 3, 1]
