"""How unlike two spans are: in their place and in their label.

Mathet, Widlöcher & Métivier (2015), The Unified and Holistic Method Gamma (γ) for Inter-Annotator Agreement Measure and
Alignment, Computational Linguistics 41(3):437-479, sections 4.2 and 4.3. The dissimilarity of a span with nothing is 1
and the unit of all others, so that it cancels in gamma.
"""

from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Floats
from annotator.agreement.study import Spans


@dataclass(frozen=True, slots=True, eq=False)
class Dissimilarity:
    """The weights of place (alpha) and label (beta), and how unlike labels are: 1 where nothing else is said."""

    alpha: float = 1.0
    beta: float = 1.0
    labels: Floats | None = None

    def between(self, a: Spans, b: Spans) -> Floats:
        """Return how unlike each span of one is to each of the other."""
        upright = a.upright()
        return np.asarray(self.alpha * places_apart(upright, b) + self.beta * self.labels_apart(upright, b), np.float64)

    def labels_apart(self, a: Spans, b: Spans) -> Floats:
        """Return how unlike the labels are, span by span."""
        if self.labels is None:
            return np.asarray(a.label != b.label, np.float64)
        return np.asarray(self.labels[a.label, b.label])


def places_apart(a: Spans, b: Spans) -> Floats:
    """Return how far apart the spans lie, span by span: the square of the moved edges over the lengths (equation 1)."""
    moved = np.abs(a.start - b.start) + np.abs(a.end - b.end)
    return np.asarray((moved / (a.end - a.start + b.end - b.start)) ** 2)
