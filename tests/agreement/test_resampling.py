"""Intervals over documents: which kind when, the same every time, and never where there is nothing to say."""

import numpy as np
import pytest

from annotator.agreement.estimate import Estimate, additive
from annotator.agreement.resampling import measured
from annotator.agreement.span_f1_exact import exact_common
from annotator.agreement.study import Unit
from annotator.agreement.undefined import NO_SPANS, Undefined
from tests.agreement.making import study_of, unit


def documents(count: int) -> list[dict[str, list[Unit]]]:
    """Return documents of which every other has a span that differs."""
    same, other = [unit(0, 5), unit(10, 15)], [unit(0, 5), unit(10, 16)]
    return [{"a": same, "b": same if n % 2 else other} for n in range(count)]


@pytest.mark.parametrize(("count", "method"), [(4, "none"), (5, "jackknife"), (29, "jackknife"), (30, "bootstrap")])
def test_the_kind_of_interval_goes_by_the_number_of_documents(count: int, method: str) -> None:
    result = measured(exact_common(study_of(*documents(count))).f1())
    assert (result.method, result.documents) == (method, count)
    assert (result.low is None) is (method == "none")


def test_the_value_lies_inside_and_no_end_leaves_the_range_of_f1() -> None:
    for count in (5, 12, 40):
        result = measured(exact_common(study_of(*documents(count))).f1())
        assert isinstance(result.value, float)
        assert result.low is not None
        assert result.high is not None
        assert 0 <= result.low <= result.value <= result.high <= 1


def test_the_jackknife_of_a_mean_is_students_interval() -> None:
    sample = np.array([0.2, 0.5, 0.3, 0.9, 0.4, 0.6])
    statistics = np.column_stack([sample, np.ones(6)])
    estimate = Estimate(additive(statistics, lambda t: t[..., 0] / t[..., 1]), 6, 6, NO_SPANS)
    result = measured(estimate)
    reach = 2.570582 * sample.std(ddof=1) / np.sqrt(6)
    assert (result.low, result.high) == pytest.approx((sample.mean() - reach, sample.mean() + reach))


def test_the_bootstrap_is_seeded_and_narrows_with_documents() -> None:
    small, large = (exact_common(study_of(*documents(count))).f1() for count in (30, 300))
    assert measured(small) == measured(small)
    widths = [float(str(r.high)) - float(str(r.low)) for r in (measured(small), measured(large))]
    assert widths[1] < widths[0]


def test_undefined_stays_undefined_and_has_no_interval() -> None:
    result = measured(exact_common(study_of(*[{"a": [], "b": []}] * 40)).f1())
    assert (result.value, result.low, result.method) == (Undefined(NO_SPANS), None, "none")


@pytest.mark.parametrize("count", [8, 40])
def test_there_is_no_interval_where_one_document_holds_all(count: int) -> None:
    empty: dict[str, list[Unit]] = {"a": [], "b": []}
    only = {"a": [unit(0, 5)], "b": [unit(0, 5)]}
    result = measured(exact_common(study_of(only, *[empty] * (count - 1))).f1())
    assert (result.value, result.low, result.method) == (1.0, None, "none")


def test_very_many_documents_are_drawn_in_parts_and_say_the_same() -> None:
    statistics = np.tile([[1.0, 2.0]], (5000, 1))
    result = measured(Estimate(additive(statistics, lambda t: t[..., 0] / t[..., 1]), 5000, 1, NO_SPANS))
    assert (result.low, result.high, result.method) == (0.5, 0.5, "bootstrap")
