"""What the measures of items share: an estimate from tables by document, and why there may be no value."""

from collections.abc import Callable

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.estimate import Estimate, additive
from annotator.agreement.items import Items
from annotator.agreement.undefined import NO_ITEMS, NO_VARIATION


def item_estimate(
    items: Items, statistics: Floats, value: Callable[[Floats], Floats], floor: float = -np.inf, **also: object
) -> Estimate:
    """Return the estimate of a measure of items from what each document adds."""
    count = int(items.pairable.sum())
    if not count:
        return Estimate(lambda weights: np.full(len(weights), np.nan), items.documents, 0, NO_ITEMS, floor, also)
    return Estimate(additive(statistics, value), items.documents, count, NO_VARIATION, floor, also)


def over_chance(agreed: Floats, chance: Floats) -> Floats:
    """Return (agreed - chance) / (1 - chance); NaN where chance agrees always."""
    room = 1 - chance
    return ratio(agreed - chance, np.where(room < 1e-12, 0, room))


def shares(tables: Floats) -> Floats:
    """Return tables of counts (last two axes) as shares of their sum."""
    return ratio(tables, tables.sum(axis=(-1, -2), keepdims=True))
