"""Cohen's kappa: two annotators, chance from what each of them gives how often.

Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1):37-46.
"""

import numpy as np

from annotator.agreement.arrays import Floats
from annotator.agreement.estimate import Estimate
from annotator.agreement.item_estimate import item_estimate, over_chance, shares
from annotator.agreement.items import Items, contingencies


def cohen_kappa(items: Items) -> Estimate:
    """Return kappa of the two annotators of these items."""
    return item_estimate(items, contingencies(items), kappa_of)


def kappa_of(tables: Floats) -> Floats:
    """Return kappa of summed tables."""
    agreed, chance = agreed_and_chance(tables)
    return over_chance(agreed, chance)


def agreed_and_chance(tables: Floats) -> tuple[Floats, Floats]:
    """Return p_o, and p_e = sum of the products of both annotators' shares of each value."""
    share = shares(tables)
    chance = (share.sum(axis=-1) * share.sum(axis=-2)).sum(axis=-1)
    return np.asarray(np.trace(share, axis1=-2, axis2=-1)), chance
