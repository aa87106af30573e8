"""Krippendorff's alpha for items: any number of annotators, missing values, four scales.

Krippendorff (2004), Content Analysis: An Introduction to Its Methodology, 2nd ed., chapter 11; Krippendorff (2011),
Computing Krippendorff's Alpha-Reliability. An item with one value only is left out.
"""

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.estimate import Estimate
from annotator.agreement.item_estimate import item_estimate
from annotator.agreement.items import Items, coincidences
from annotator.agreement.weights import DISTANCES, Distance


def krippendorff_alpha(items: Items, scale: str = "nominal", distance: Distance | None = None) -> Estimate:
    """Return alpha on a scale, or with a distance of one's own."""
    apart = distance or DISTANCES[scale]

    def value(totals: Floats) -> Floats:
        return alpha_of(totals, apart(items.values, totals.sum(axis=-1)))

    return item_estimate(items, coincidences(items), value, scale="own" if distance else scale)


def alpha_of(totals: Floats, apart: Floats) -> Floats:
    """Return alpha of summed coincidences, for squared distances of the values."""
    observed, expected = observed_and_expected(totals, apart)
    return 1 - ratio(observed, expected)


def observed_and_expected(totals: Floats, apart: Floats) -> tuple[Floats, Floats]:
    """Return the mean distance of paired values, D_o, and of any two values, D_e."""
    each = totals.sum(axis=-1)
    count = each.sum(axis=-1)
    observed = ratio((totals * apart).sum(axis=(-1, -2)), count)
    pairs = each[..., :, None] * each[..., None, :] * apart
    return observed, ratio(pairs.sum(axis=(-1, -2)), count * (count - 1))


def alpha_per_value(items: Items) -> dict[object, Estimate]:
    """Return the alpha of each value against all others taken as one."""
    tables = coincidences(items)

    def against_others(at: int) -> Estimate:
        return item_estimate(items, tables, lambda totals: alpha_of(_two_values(totals, at), 1 - np.eye(2)))

    return {value: against_others(at) for at, value in enumerate(items.values)}


def _two_values(totals: Floats, at: int) -> Floats:
    own, each = totals[..., at, at], totals[..., at, :].sum(axis=-1)
    rest = totals.sum(axis=(-1, -2)) - 2 * each + own
    return np.stack([np.stack([own, each - own], -1), np.stack([each - own, rest], -1)], -2)
