"""Counts of the message understanding conferences: correct, incorrect, partial, missed and spurious spans.

Chinchor & Sundheim (1993), MUC-5 evaluation metrics, with the four views of Segura-Bedmar, Martínez & Herrero-Zazo
(2013), SemEval-2013 task 9. Spans are paired one to one, so that swapping reference and response swaps what is missed
and what is spurious, also where spans overlap.
"""

import numpy as np

from annotator.agreement.arrays import Bools
from annotator.agreement.meeting import best_pairs
from annotator.agreement.study import Spans

type Counts = tuple[int, int, int, int, int]
"""Correct, incorrect, partial, missed, spurious."""


def match_counts(reference: Spans, response: Spans) -> dict[str, Counts]:
    """Return the counts by view: ``strict`` (place and label), ``exact`` (place), ``partial`` (overlap counts as
    partial) and ``ent_type`` (label)."""
    first, second = best_pairs(reference, response)
    a, b = reference.take(first), response.take(second)
    place = (a.start == b.start) & (a.end == b.end) & (a.shape == b.shape)
    label = a.label == b.label
    rest = len(reference) - len(first), len(response) - len(first)

    def judged(correct: Bools, *, partly: bool = False) -> Counts:
        wrong = int(np.sum(~correct))
        return int(np.sum(correct)), 0 if partly else wrong, wrong if partly else 0, *rest

    return {
        "strict": judged(place & label),
        "exact": judged(place),
        "partial": judged(place, partly=True),
        "ent_type": judged(label),
    }
