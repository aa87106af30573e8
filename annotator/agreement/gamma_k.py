"""Gamma-k: gamma-cat for one label: only pairs of aligned spans in which one has the label.

Mathet (2017), Computational Linguistics 43(3):661-681, section 4.4. A label in no such pair has no value.
"""

from annotator.agreement.disorder import Disorders
from annotator.agreement.estimate import Estimate
from annotator.agreement.gamma_cat import gamma_cat


def gamma_k(made: Disorders, label: int) -> Estimate:
    """Return gamma-k of a label."""
    return gamma_cat(made, 1 + label)
