"""Bar-u-alpha (|uα): agreement on which text is labelled at all, whatever the labels.

Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50(6):2347-2364.
"""

from annotator.agreement.arrays import Floats
from annotator.agreement.estimate import Estimate, additive
from annotator.agreement.u_alpha_family import Continuum, met_and_expected, one_less
from annotator.agreement.undefined import NO_COMMON, NO_SPANS, NO_VARIATION


def bar_u_alpha(made: Continuum) -> Estimate:
    """Return bar-u-alpha of a division."""
    statistics = made.with_gaps()
    why = NO_COMMON if not len(statistics) else NO_VARIATION if made.units else NO_SPANS
    return Estimate(
        additive(statistics, _value), len(statistics), made.units, why, also={"merged_spans": made.division.merged}
    )


def _value(totals: Floats) -> Floats:
    """Return 1 - (l_gap - l_gap,gap) / (e_gap - e_gap,gap)."""
    observed, expected = (table[..., -1, :-1].sum(axis=-1) for table in met_and_expected(totals))
    return one_less(observed, expected, totals.sum(axis=(-1, -2)))
