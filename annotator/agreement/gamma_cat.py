"""Gamma-cat: agreement on labels alone, given the spans that the best alignment puts together.

Mathet (2017), The Agreement Measure Gamma-Cat (γcat): a Complement to Gamma Focused on Categorization of a Continuum,
Computational Linguistics 43(3):661-681. Spans that are aligned with nothing do not count. Over several documents,
disorders are weighted by the summed weights of the pairs.
"""

from annotator.agreement.disorder import Disorders
from annotator.agreement.estimate import Estimate, additive
from annotator.agreement.gamma import less_than_chance
from annotator.agreement.undefined import NO_CHANCE, NO_COMMON, NO_PARTNERS


def gamma_cat(made: Disorders, row: int = 0) -> Estimate:
    """Return gamma-cat; undefined where no spans are aligned. ``row`` is 0 for all labels together."""
    weight, observed, expected = made.labels[:, row].T
    statistics = (weight * (observed, expected)).T
    why = NO_COMMON if not len(weight) else NO_CHANCE if weight.any() else NO_PARTNERS
    return Estimate(additive(statistics, less_than_chance), len(weight), made.spans, why, also=made.settings.stated())
