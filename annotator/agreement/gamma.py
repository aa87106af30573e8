"""Gamma: agreement on places and labels together, over the best alignment, corrected for chance.

Mathet, Widlöcher & Métivier (2015), The Unified and Holistic Method Gamma (γ) for Inter-Annotator Agreement Measure and
Alignment, Computational Linguistics 41(3):437-479: gamma = 1 - observed disorder / expected disorder. Over several
documents both are sums weighted by the spans per annotator, not a mean of gammas.
"""

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.disorder import Disorders
from annotator.agreement.estimate import Estimate, additive
from annotator.agreement.undefined import NO_CHANCE, NO_COMMON, NO_SPANS


def gamma(made: Disorders) -> Estimate:
    """Return gamma; undefined without spans, and where chance would give no disorder."""
    statistics = np.column_stack([made.size * made.observed, made.size * made.expected])
    why = NO_COMMON if not len(made.size) else NO_CHANCE if made.spans else NO_SPANS
    return Estimate(
        additive(statistics, less_than_chance), len(made.size), made.spans, why, also=made.settings.stated()
    )


def less_than_chance(totals: Floats) -> Floats:
    """Return 1 - observed / expected."""
    return 1 - ratio(totals[..., 0], totals[..., 1])
