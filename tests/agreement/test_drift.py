"""Drift: windows of documents, the change from one to another, shares of labels by half."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.drift import FEWEST, MOST, change, label_changes, windows
from annotator.agreement.resampling import measured
from annotator.agreement.span_f1_exact import exact_common
from annotator.agreement.study import Sheet, Study, Unit, make_study
from annotator.agreement.undefined import Undefined


@given(st.integers(0, 2000))
def test_windows_take_every_document_once_and_are_nearly_equal(documents: int) -> None:
    cut = windows(documents)
    if documents < 2 * FEWEST:
        assert cut == []
        return
    sizes = [each.stop - each.start for each in cut]
    assert [at for each in cut for at in range(each.start, each.stop)] == list(range(documents))
    assert 2 <= len(cut) <= MOST
    assert min(sizes) >= FEWEST
    assert max(sizes) - min(sizes) <= 1


def study_of(shares: list[int]) -> Study:
    """Return two people's ten spans a document, so many of which they have in common."""
    sheets = []
    for n, common in enumerate(shares):
        mine: list[Unit] = [(10 * k, 10 * k + 5, "claim", ()) for k in range(10)]
        theirs: list[Unit] = [(10 * k, 10 * k + (5 if k < common else 6), "claim", ()) for k in range(10)]
        sheets.append(Sheet(f"d{n}", 100, {"anna": mine, "ben": theirs}))
    return make_study(sheets, ["anna", "ben"])


def test_a_change_is_the_last_window_less_the_first_with_an_interval_that_holds_it() -> None:
    study = study_of([9, 8, 9, 10, 9, 8, 4, 5, 4, 3, 5, 4])
    first, last = (exact_common(study.between([0, 1], np.arange(*ends))).f1() for ends in ((0, 6), (6, 12)))
    found = measured(change(first, last))
    assert found.value == pytest.approx(25 / 60 - 53 / 60)
    assert (found.method, found.documents, found.count) == ("jackknife", 12, 240)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 25 / 60 - 53 / 60 < found.high < 0


def test_the_interval_of_a_change_is_as_wide_as_two_windows_make_it() -> None:
    study = study_of([9, 8, 9, 10, 9, 8, 4, 5, 4, 3, 5, 4])
    first, last = (exact_common(study.between([0, 1], np.arange(*ends))).f1() for ends in ((0, 6), (6, 12)))
    found = [measured(one) for one in (change(first, last), first, last)]
    whole, one, other = ((each.high - each.low) / 2 for each in found if each.high is not None and each.low is not None)
    assert whole == pytest.approx(math.hypot(one, other), rel=0.2)


def test_shares_of_labels_are_told_of_both_halves() -> None:
    sizes = np.array([[3, 1]] * 5 + [[1, 3]] * 5)
    (first, second, moved), (_, _, other) = label_changes(sizes)
    assert (first.value, second.value) == (0.75, 0.25)
    assert (measured(moved).value, measured(other).value) == (-0.5, 0.5)
    assert measured(moved).low == -0.5, "all documents of a half are the same"


def test_half_a_life_without_spans_has_no_shares() -> None:
    ((_, second, moved),) = label_changes(np.array([[1], [1], [0], [0]]))
    assert isinstance(second.value, Undefined)
    assert isinstance(moved.value, Undefined)
