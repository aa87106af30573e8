"""Percent agreement: the share of pairs of values of one item that are equal, not corrected for chance.

Pairs are weighted as in Fleiss (1971), Psychological Bulletin 76(5):378-382: each item counts the same.
"""

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.estimate import Estimate
from annotator.agreement.item_estimate import item_estimate
from annotator.agreement.items import Items, per_document, tallies


def percent_agreement(items: Items) -> Estimate:
    """Return the mean over items of the share of agreeing pairs."""
    counts, document = tallies(items)
    rows = np.column_stack([agreeing(counts), np.ones(len(counts))])
    statistics = per_document(rows, document, items.documents)
    return item_estimate(items, statistics, lambda totals: ratio(totals[..., 0], totals[..., 1]), 0.0)


def agreeing(counts: Floats) -> Floats:
    """Return for each item the share of agreeing pairs among all pairs of its values."""
    held = counts.sum(axis=1)
    return np.asarray((counts * (counts - 1)).sum(axis=1) / (held * (held - 1)))
