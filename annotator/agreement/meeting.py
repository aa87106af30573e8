"""Where spans of two annotators meet: every pair that shares text, found for all documents at once."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from annotator.agreement.arrays import Bools, Floats, Ints, ranges
from annotator.agreement.study import Spans


@dataclass(frozen=True, slots=True, eq=False)
class Meetings:
    """Pairs of spans that share text: row of the first annotator, row of the second, and how much is shared."""

    first: Ints
    second: Ints
    shared: Ints

    def take(self, which: Bools) -> "Meetings":
        """Return some of the pairs."""
        return Meetings(self.first[which], self.second[which], self.shared[which])


def meetings(a: Spans, b: Spans) -> Meetings:
    """Return all pairs of spans that share text; both on one line, sorted by start."""
    nearest = np.searchsorted(np.maximum.accumulate(b.end), a.start, side="right")
    first, second = ranges(nearest, np.searchsorted(b.start, a.end, side="left"))
    shared = np.minimum(a.end[first], b.end[second]) - np.maximum(a.start[first], b.start[second])
    return Meetings(first, second, shared).take(shared > 0)


def most_pairs(met: Meetings, rows: int, columns: int) -> Ints:
    """Return for each first span a second one (or -1) so that as many as can be are paired, each at most once."""
    graph = csr_array((np.ones(len(met.first), np.int8), (met.first, met.second)), shape=(rows, columns))
    return np.asarray(maximum_bipartite_matching(graph, perm_type="column"), np.int64)


def best_pairs(a: Spans, b: Spans) -> tuple[Ints, Ints]:
    """Return the rows of the spans to pair: most pairs first, then most equal labels, then most text in common."""
    if not len(a) or not len(b):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    overlap = _overlaps(a, b)
    most = min(overlap.shape) + 1
    same = a.label[:, None] == b.label
    weight = np.where(overlap > 0, 1 + (same + overlap / most) / most, 0)
    first, second = linear_sum_assignment(weight, maximize=True)
    paired = overlap[first, second] > 0
    return first[paired], second[paired]


def _overlaps(a: Spans, b: Spans) -> Floats:
    """Return intersection over union of every span of one with every span of the other."""
    start, end = a.start[:, None], a.end[:, None]
    shared = np.maximum(np.minimum(end, b.end) - np.maximum(start, b.start), 0)
    return np.asarray(shared / (end - start + b.end - b.start - shared))
