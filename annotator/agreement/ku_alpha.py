"""(k)u-alpha: cu-alpha for one label: where text of this label meets text of any label.

Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50(6):2347-2364.
"""

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.estimate import Estimate, additive
from annotator.agreement.u_alpha_family import Continuum, met_and_expected, one_less
from annotator.agreement.undefined import NO_COMMON, NO_MEETING, ONE_LABEL


def ku_alpha(made: Continuum, label: int) -> Estimate:
    """Return (k)u-alpha of a label in a division by labels."""
    statistics = made.without_gaps()
    why = NO_COMMON if not len(statistics) else ONE_LABEL if statistics[:, label].any() else NO_MEETING
    also = {"merged_spans": made.division.merged, "coverage": float(made.coverage()[label])}

    def value(totals: Floats) -> Floats:
        """Return 1 - [(l*_k - l*_kk) / l*_k] / [(e*_k - e*_kk) / e*_k]."""
        met, expected = met_and_expected(totals)
        own, chance = (_elsewhere(table, label) for table in (met, expected))
        return one_less(own, chance, np.ones_like(own))

    return Estimate(additive(statistics, value), len(statistics), made.units, why, also=also)


def _elsewhere(table: Floats, label: int) -> Floats:
    """Return the share of a label's length that meets other labels."""
    return 1 - ratio(table[..., label, label], table[..., label, :].sum(axis=-1))
