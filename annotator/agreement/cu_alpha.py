"""cu-alpha: agreement on labels where labelled text meets labelled text; gaps do not count.

Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50(6):2347-2364. The share of text that it looks at
stands beside it.
"""

from annotator.agreement.estimate import Estimate, additive
from annotator.agreement.u_alpha_family import Continuum, off_diagonal_alpha
from annotator.agreement.undefined import NO_COMMON, NO_MEETING, ONE_LABEL


def cu_alpha(made: Continuum) -> Estimate:
    """Return cu-alpha of a division by labels."""
    statistics = made.without_gaps()
    why = NO_COMMON if not len(statistics) else ONE_LABEL if statistics.any() else NO_MEETING
    also = {"merged_spans": made.division.merged, "coverage": float(made.coverage()[-1])}
    return Estimate(additive(statistics, off_diagonal_alpha), len(statistics), made.units, why, also=also)
