"""Who can be relied on: Dawid & Skene, MACE, and when nothing is said."""

import numpy as np
import pytest

from annotator.agreement.dawid_skene import dawid_skene, enough, most_likely, votes
from annotator.agreement.items import Items, make_items
from annotator.agreement.mace import mace
from annotator.agreement.undefined import TOO_FEW_ANNOTATORS, TOO_FEW_ITEMS, Undefined

TRUTH = "xyxxy" * 20


def labelled(careless: int = 2, count: int = 100) -> Items:
    """Return items of three annotators of which one is careless."""
    chance = np.random.default_rng(7)
    rows = [
        [value if annotator != careless or chance.random() < 0.5 else "x" for annotator in range(3)] for value in TRUTH
    ]
    noisy = [[("y" if value == "x" else "x") if chance.random() < 0.05 else value for value in row] for row in rows]
    return make_items("abc", noisy[:count])


def test_the_true_values_are_found_and_the_careless_annotator_too() -> None:
    items = labelled()
    found = dawid_skene(votes(items))
    right = [items.values[n] == truth for n, truth in zip(most_likely(found).tolist(), TRUTH, strict=True)]
    assert np.mean(right) > 0.9
    assert found.accuracy.argmin() == 2
    assert mace(votes(items)).knowing.argmin() == 2


def test_two_equal_runs_give_equal_results() -> None:
    given = votes(labelled())
    assert mace(given).knowing.tolist() == mace(given).knowing.tolist()
    assert dawid_skene(given).log_likelihood == dawid_skene(given).log_likelihood


def test_the_likelihood_never_falls_below_that_of_the_votes() -> None:
    given = votes(labelled())
    shares = given.sum(axis=1) / given.sum(axis=(1, 2))[:, None]
    found = dawid_skene(given)
    assert found.posterior.sum(axis=1) == pytest.approx(np.ones(len(given)))
    assert found.prevalence == pytest.approx(shares.mean(axis=0), abs=0.15)


def test_a_missing_value_is_no_vote() -> None:
    items = make_items("abc", [["x", "x", None], ["y", None, "y"], ["x", "x", "x"]])
    assert votes(items).sum() == 7
    assert dawid_skene(votes(items)).accuracy == pytest.approx(np.ones(3))


def test_a_value_that_is_never_true_leaves_the_others_as_they_are() -> None:
    given = np.concatenate([votes(labelled()), np.zeros((100, 3, 1))], axis=2)
    assert dawid_skene(given).prevalence[2] == pytest.approx(0)


def test_competence_needs_three_annotators_and_50_shared_items() -> None:
    assert enough(make_items("ab", [["x", "x"]] * 80)) == Undefined(TOO_FEW_ANNOTATORS)
    assert enough(labelled(count=49)) == Undefined(TOO_FEW_ITEMS)
    assert enough(labelled(count=50)) is None
    assert enough(make_items("abc", [["x", "x", None]] * 80)) == Undefined(TOO_FEW_ITEMS)
