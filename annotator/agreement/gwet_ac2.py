"""Gwet's AC2: AC1 with weights of partial agreement.

Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 5. Any number of annotators; missing values are
allowed: the shares of the values are means over items of the share that each value has of an item's values.
"""

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.estimate import Estimate
from annotator.agreement.item_estimate import item_estimate, over_chance
from annotator.agreement.items import MISSING, Items, per_document, tallies
from annotator.agreement.weights import WEIGHTS


def gwet_ac2(items: Items, weights: str = "quadratic") -> Estimate:
    """Return AC2 by weights of agreement."""
    weighing = WEIGHTS[weights](len(items.values))

    def value(totals: Floats) -> Floats:
        return over_chance(*agreed_and_chance(totals, weighing))

    return item_estimate(items, statistics_of(items, weighing), value, weights=weights)


def agreed_and_chance(totals: Floats, weighing: Floats) -> tuple[Floats, Floats]:
    """Return p_a, and p_e = (sum of all weights) / (q (q - 1)) * sum of p (1 - p)."""
    size = len(weighing)
    agreed = ratio(totals[..., 0], totals[..., 1])
    share = ratio(totals[..., 3:], totals[..., 2:3])
    spread = weighing.sum() / max(1, size * (size - 1))
    return agreed, np.asarray(spread * (share * (1 - share)).sum(axis=-1) + (0 if size > 1 else 1))


def statistics_of(items: Items, weighing: Floats) -> Floats:
    """Return by document: weighted agreement and count of items with two values, count of all, shares of the values."""
    counts, document = tallies(items)
    held = counts.sum(axis=1)
    near = (counts * (counts @ weighing - 1)).sum(axis=1) / (held * (held - 1))
    pairs = per_document(np.column_stack([near, np.ones(len(counts))]), document, items.documents)
    single, at = _single(items)
    each = np.concatenate([counts / held[:, None], single])
    everyone = per_document(
        np.column_stack([np.ones(len(each)), each]), np.concatenate([document, at]), items.documents
    )
    return np.concatenate([pairs, everyone], axis=1)


def _single(items: Items) -> tuple[Floats, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """Return the items with one value only, as rows with a 1 at it: they have a share in chance, none in agreement."""
    alone = (items.codes != MISSING).sum(axis=0) == 1
    value = items.codes[:, alone].max(axis=0)
    return np.eye(len(items.values))[value], items.document[alone]
