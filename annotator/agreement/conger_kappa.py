"""Kappa of more than two annotators, chance from what each gives how often: pooled over pairs, or the mean of pairs.

Pooled: Hubert (1977), Kappa revisited, Psychological Bulletin 84(2):289-297, and Conger (1980), Integration and
generalization of kappas for multiple raters, Psychological Bulletin 88(2):322-328; with missing values as Gwet (2014),
Handbook of Inter-Rater Reliability, 4th ed., chapter 2, has it: agreement over items with two values, chance from the
shares of each annotator's own values. Mean: Light (1971), Measures of response agreement for qualitative data,
Psychological Bulletin 76(5):365-377.
"""

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.cohen_kappa import kappa_of
from annotator.agreement.estimate import Estimate
from annotator.agreement.item_estimate import item_estimate, over_chance
from annotator.agreement.items import MISSING, Items, contingencies, per_document, tallies
from annotator.agreement.percent_agreement import agreeing


def conger_kappa(items: Items) -> Estimate:
    """Return (p_a - p_e) / (1 - p_e), p_e the mean over pairs of the products of their shares of each value."""

    def value(totals: Floats) -> Floats:
        agreed = ratio(totals[..., 0, 0], totals[..., 0, 1])
        share = ratio(given := totals[..., 1:, :], given.sum(axis=-1, keepdims=True))
        many = share.shape[-2]
        pairs = share.sum(axis=-2) ** 2 - (share**2).sum(axis=-2)
        return over_chance(agreed, np.asarray(pairs.sum(axis=-1) / (many * (many - 1))))

    return item_estimate(items, _agreement_and_shares(items), value)


def light_kappa(items: Items) -> Estimate:
    """Return the mean of the kappas of all pairs."""
    return item_estimate(items, _by_pair(items), lambda tables: np.asarray(kappa_of(tables).mean(axis=-1)))


def _by_pair(items: Items) -> Floats:
    count = len(items.annotators)
    pairs = [(i, j) for i in range(count) for j in range(i + 1, count)]
    return np.stack([_of_pair(items, i, j) for i, j in pairs], axis=1)


def _of_pair(items: Items, i: int, j: int) -> Floats:
    return contingencies(items.of(i, j))


def _agreement_and_shares(items: Items) -> Floats:
    """Return by document: a row of agreement and count of items with two values, a row of tallies by annotator."""
    counts, document = tallies(items)
    size = max(2, len(items.values))
    table = np.zeros((items.documents, len(items.codes) + 1, size))
    table[:, 0, :2] = per_document(np.column_stack([agreeing(counts), np.ones(len(counts))]), document, items.documents)
    for row, codes in enumerate(items.codes, 1):
        there = codes != MISSING
        np.add.at(table, (items.document[there], row, codes[there]), 1)
    return table
