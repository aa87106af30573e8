"""Where spans of two annotators meet: every pair that shares text, found for all documents at once."""

from dataclasses import dataclass

import numpy as np

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

    def once(self, ends: Ints) -> "Meetings":
        """Return the first pair of each of these ends, given one for each pair."""
        at = np.unique(ends, return_index=True)[1]
        return Meetings(self.first[at], self.second[at], self.shared[at])


def meetings(a: Spans, b: Spans) -> Meetings:
    """Return all pairs of spans that share text; both on one line, sorted by start."""
    nearest = np.searchsorted(np.maximum.accumulate(b.end), a.start, side="right")
    first, second = ranges(nearest, np.searchsorted(b.start, a.end, side="left"))
    shared = np.minimum(a.end[first], b.end[second]) - np.maximum(a.start[first], b.start[second])
    return Meetings(first, second, shared).take(shared > 0)


def most_paired(met: Meetings, a: Spans, b: Spans) -> Bools:
    """Tell for each first span whether it is one of the most that can be paired, each with a second one at most once.

    ``met`` are all meetings of these spans that have one label. A pair of which one meets nothing else is in some
    largest set of pairs, and so on without it; the few that are left are paired in the order of their ends.
    """
    paired = np.zeros(len(a), bool)
    while len(met.first):
        only = (np.bincount(met.first, minlength=len(a)) == 1)[met.first]
        only |= (np.bincount(met.second, minlength=len(b)) == 1)[met.second]
        if not only.any():
            paired[_paired_by_ends(met, a.end, b.end)] = True
            break
        chosen = met.take(only)
        chosen = chosen.once(chosen.first)
        chosen = chosen.once(chosen.second)
        paired[chosen.first] = True
        free = np.ones(len(b), bool)
        free[chosen.second] = False
        met = met.take(~paired[met.first] & free[met.second])
    return paired


def _paired_by_ends(met: Meetings, first_ends: Ints, second_ends: Ints) -> list[int]:
    """Return the rows of first spans that are paired: whichever ends first takes what ends first of all that it meets.

    All that the earliest to end meets reach beyond that end, so that what ends soonest of them meets no more of the
    others than the rest do: no choice could leave more to them.
    """
    around: dict[int, list[int]] = {}
    end: dict[int, int] = {}
    # second spans are known by what is below 0
    for first, second in zip(met.first.tolist(), (~met.second).tolist(), strict=True):
        around.setdefault(first, []).append(second)
        around.setdefault(second, []).append(first)
        end[first], end[second] = int(first_ends[first]), int(second_ends[~second])
    taken: dict[int, int] = {}
    for one in sorted(around, key=end.__getitem__):
        free = () if one in taken else [other for other in around[one] if other not in taken]
        if free:
            other = min(free, key=end.__getitem__)
            taken[one], taken[other] = other, one
    return [one for one in taken if one >= 0]


def most_pairs(met: Meetings, rows: int, columns: int) -> Ints:
    """Return for each first span a second one (or -1) so that as many as can be are paired, each at most once."""
    # loaded late: it takes longer than the first figures of a project
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    graph = csr_array((np.ones(len(met.first), np.int8), (met.first, met.second)), shape=(rows, columns))
    return np.asarray(maximum_bipartite_matching(graph, perm_type="column"), np.int64)


def best_pairs(a: Spans, b: Spans) -> tuple[Ints, Ints]:
    """Return the rows of the spans to pair: most pairs first, then most equal labels, then most text in common."""
    # loaded late: it takes longer than the first figures of a project
    from scipy.optimize import linear_sum_assignment

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
