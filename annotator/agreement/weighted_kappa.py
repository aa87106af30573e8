"""Weighted kappa: Cohen's kappa where some disagreements weigh less than others.

Cohen (1968), Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit,
Psychological Bulletin 70(4):213-220.
"""

import numpy as np

from annotator.agreement.arrays import Floats
from annotator.agreement.estimate import Estimate
from annotator.agreement.item_estimate import item_estimate, over_chance, shares
from annotator.agreement.items import Items, contingencies
from annotator.agreement.weights import WEIGHTS


def weighted_kappa(items: Items, weights: str = "quadratic", own: Floats | None = None) -> Estimate:
    """Return kappa of two annotators, by linear or quadratic weights of agreement, or by one's own (0 to 1)."""
    weighing = WEIGHTS[weights](len(items.values)) if own is None else own

    def value(tables: Floats) -> Floats:
        return over_chance(*agreed_and_chance(tables, weighing))

    return item_estimate(items, contingencies(items), value, weights=weights if own is None else "own")


def agreed_and_chance(tables: Floats, weighing: Floats) -> tuple[Floats, Floats]:
    """Return the weighted p_o and p_e."""
    share = shares(tables)
    by_chance = share.sum(axis=-1)[..., :, None] * share.sum(axis=-2)[..., None, :]
    return np.asarray((share * weighing).sum(axis=(-1, -2))), np.asarray((by_chance * weighing).sum(axis=(-1, -2)))
