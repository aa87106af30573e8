"""Drift: whether somebody works otherwise in the end than in the beginning, in the order in which documents were done.

Wolfe, Moulder & Myford (2001), Detecting differential rater functioning over time, Journal of Applied Measurement
2(3):256-280, name the trend of a rater against the others; Krippendorff (2004), Content Analysis, chapter 11, calls the
agreement of an annotator with themself stability. Windows here hold equally many documents, ten at least. A change is a
difference of two windows, its interval over the documents of both; it says nothing of why.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from annotator.agreement.arrays import Floats, Ints, ratio
from annotator.agreement.estimate import Estimate
from annotator.agreement.undefined import NO_SPANS

FEWEST, MOST = 10, 12
"""Documents that a window holds at least, and windows that there are at most."""


def windows(documents: int) -> list[slice]:
    """Return where each window begins and ends; none when there are not enough documents for two."""
    count = min(MOST, documents // FEWEST)
    if count < 2:
        return []
    ends = [round(n * documents / count) for n in range(count + 1)]
    return [slice(a, b) for a, b in pairwise(ends)]


def change(first: Estimate, last: Estimate) -> Estimate:
    """Return the last estimate less the first, over the documents of both."""

    def at(weights: Floats) -> Floats:
        return last.at(weights[:, first.documents :]) - first.at(weights[:, : first.documents])

    documents = first.documents + last.documents
    return Estimate(at, documents, first.count + last.count, first.why, floor=-1.0)


def label_changes(sizes: Ints) -> Iterator[tuple[Estimate, Estimate, Estimate]]:
    """Yield the share of each label in the first half of the documents, in the second, and its change.

    ``sizes`` are an annotator's spans, documents in their order by labels.
    """
    half = len(sizes) // 2
    for label in range(sizes.shape[1]):
        first, second = _share(sizes[:half], label), _share(sizes[half:], label)
        yield first, second, change(first, second)


def _share(sizes: Ints, label: int) -> Estimate:
    mine, whole = sizes[:, label].astype(np.float64), sizes.sum(axis=1).astype(np.float64)
    return Estimate(lambda weights: ratio(weights @ mine, weights @ whole), len(sizes), int(whole.sum()), NO_SPANS, 0.0)
