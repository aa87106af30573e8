"""Fleiss' kappa: chance from what all annotators together give how often.

Fleiss (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5):378-382, with the kappa
of each value (equation 24). Where values are missing, kappa over all values is that of Gwet (2014), Handbook of
Inter-Rater Reliability, 4th ed., chapter 2: agreement over items with two values, each value's share the mean over all
items of its share of an item's values. Without missing values both are the same. The kappas of single values have no
such form: items with a missing value are left out of them.
"""

from dataclasses import replace

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.estimate import Estimate
from annotator.agreement.gwet_ac2 import statistics_of
from annotator.agreement.item_estimate import item_estimate, over_chance
from annotator.agreement.items import MISSING, Items, per_document, tallies


def fleiss_kappa(items: Items) -> Estimate:
    """Return kappa over all values."""
    statistics = statistics_of(items, np.eye(len(items.values)))
    return item_estimate(items, statistics, lambda totals: over_chance(*_agreed_and_chance(totals)))


def kappa_per_value(items: Items) -> dict[object, Estimate]:
    """Return kappa_j of each value: (P_j - p_j) / (1 - p_j), P_j how often two agree on it where one gives it."""
    whole = _whole(items)
    statistics = _squares_and_counts(whole)

    def of(at: int) -> Estimate:
        return item_estimate(whole, statistics, lambda totals: _of_value(totals, at, len(whole.codes)))

    return {value: of(at) for at, value in enumerate(whole.values)}


def _agreed_and_chance(totals: Floats) -> tuple[Floats, Floats]:
    """Return the mean share of agreeing pairs, and the sum of the squared shares of the values."""
    share = ratio(totals[..., 3:], totals[..., 2:3])
    return ratio(totals[..., 0], totals[..., 1]), np.asarray((share**2).sum(axis=-1))


def _of_value(totals: Floats, at: int, annotators: int) -> Floats:
    squares, counts = totals[..., 0, at], totals[..., 1, at]
    share = ratio(counts, totals[..., 1, :].sum(axis=-1))
    return over_chance(ratio(squares - counts, counts * (annotators - 1)), share)


def _whole(items: Items) -> Items:
    """Return the items that have all values."""
    kept = (items.codes != MISSING).all(axis=0)
    return replace(items, codes=items.codes[:, kept], document=items.document[kept])


def _squares_and_counts(items: Items) -> Floats:
    """Return by document, for each value, its summed squared tallies and its summed tallies."""
    counts, document = tallies(items)
    return per_document(np.stack([counts**2, counts], axis=1), document, items.documents)
