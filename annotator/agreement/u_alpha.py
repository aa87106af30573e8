"""u-alpha: agreement on units and on their values together, gaps among them.

Krippendorff, Mathet, Bouvry & Widlöcher (2016), On the reliability of unitizing textual continua: Further developments,
Quality & Quantity 50(6):2347-2364. Of the layer of one label it is the same as bar-u-alpha of that layer.
"""

from annotator.agreement.estimate import Estimate, additive
from annotator.agreement.u_alpha_family import Continuum, off_diagonal_alpha
from annotator.agreement.undefined import NO_COMMON, NO_LABEL, NO_SPANS, NO_VARIATION


def u_alpha(made: Continuum, label: int | None = None) -> Estimate:
    """Return u-alpha of a division."""
    statistics = made.with_gaps()
    nothing = NO_SPANS if label is None else NO_LABEL
    why = NO_COMMON if not len(statistics) else NO_VARIATION if made.units else nothing
    return Estimate(
        additive(statistics, off_diagonal_alpha),
        len(statistics),
        made.units,
        why,
        also={"merged_spans": made.division.merged},
    )
