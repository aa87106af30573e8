"""Kappa of more than two annotators, chance from what each gives how often: pooled over pairs, or the mean of pairs.

Pooled: Hubert (1977), Kappa revisited, Psychological Bulletin 84(2):289-297, and Conger (1980), Integration and
generalization of kappas for multiple raters, Psychological Bulletin 88(2):322-328. Mean: Light (1971), Measures of
response agreement for qualitative data, Psychological Bulletin 76(5):365-377.
"""

import numpy as np

from annotator.agreement.arrays import Floats
from annotator.agreement.cohen_kappa import agreed_and_chance, kappa_of
from annotator.agreement.estimate import Estimate
from annotator.agreement.item_estimate import item_estimate, over_chance
from annotator.agreement.items import Items, contingencies


def conger_kappa(items: Items) -> Estimate:
    """Return (mean p_o - mean p_e) / (1 - mean p_e) over pairs."""

    def value(tables: Floats) -> Floats:
        agreed, chance = agreed_and_chance(tables)
        return over_chance(agreed.mean(axis=-1), chance.mean(axis=-1))

    return item_estimate(items, _by_pair(items), value)


def light_kappa(items: Items) -> Estimate:
    """Return the mean of the kappas of all pairs."""
    return item_estimate(items, _by_pair(items), lambda tables: np.asarray(kappa_of(tables).mean(axis=-1)))


def _by_pair(items: Items) -> Floats:
    count = len(items.annotators)
    pairs = [(i, j) for i in range(count) for j in range(i + 1, count)]
    return np.stack([_of_pair(items, i, j) for i, j in pairs], axis=1)


def _of_pair(items: Items, i: int, j: int) -> Floats:
    return contingencies(items.of(i, j))
