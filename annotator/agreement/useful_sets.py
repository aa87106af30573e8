"""The sets of spans that can be part of a best alignment; all others are left out before anything is solved.

With C pairs of annotators, k spans put together cost (their sum + C - k(k-1)/2) / C, each alone costs 1. So a set is
useful only if its sum is at most (k-1) C + k(k-1)/2, and if no member is better left alone: a member's sum with the
others is at most C + k - 1. Both hold for parts of a set with the largest k that it can still reach, which is what
keeps the growing sets few.
"""

import numpy as np

from annotator.agreement.arrays import Bools, Floats, Ints, ranges

NOTHING = -1
"""Where an annotator has no span in a set."""
FEWER = 1e-6
"""What decides between alignments of the same cost: spans together rather than alone."""


def useful_sets(distance: Floats, owner: Ints, m: int) -> tuple[Ints, Floats]:
    """Return the useful sets of two spans or more (sets by annotators) and what each saves, times C.

    ``distance`` is of all spans with all, ``owner`` the annotator of each span, rising, of ``m`` annotators.
    """
    sets, sums = np.empty((0, m), np.int64), np.empty((0, m))
    for annotator in range(m):
        mine = np.flatnonzero(owner == annotator)
        alone = np.full((len(mine), m), NOTHING)
        alone[:, annotator] = mine
        grown, grown_sums = _grown(sets, sums, distance, mine, annotator)
        sets = np.concatenate([sets, grown, alone])
        sums = np.concatenate([sums, grown_sums, np.zeros((len(mine), m))])
        possible = _possible(sets, sums, m - 1 - annotator)
        sets, sums = sets[possible], sums[possible]
    return _saving(sets, sums)


def _grown(sets: Ints, sums: Floats, distance: Floats, mine: Ints, annotator: int) -> tuple[Ints, Floats]:
    """Return every set with every span of one more annotator that is near its first span; sums are by member."""
    if not len(sets) or not len(mine):
        return sets[:0], sums[:0]
    m = sets.shape[1]
    limit = m * (m - 1) / 2 + m - 1
    lead = sets[np.arange(len(sets)), np.argmax(sets != NOTHING, axis=1)]
    near = distance[:, mine] <= limit
    neighbours = np.nonzero(near)[1]
    ends = np.cumsum(near.sum(axis=1))
    rows, places = ranges((ends - near.sum(axis=1))[lead], ends[lead])
    added = mine[neighbours[places]]
    members = sets[rows]
    apart = np.where(members == NOTHING, 0.0, distance[members, added[:, None]])
    grown, grown_sums = members.copy(), sums[rows] + apart
    grown[:, annotator], grown_sums[:, annotator] = added, apart.sum(axis=1)
    return grown, grown_sums


def _possible(sets: Ints, sums: Floats, to_come: int) -> Bools:
    """Tell which sets can still become useful when as many annotators are to come."""
    m = sets.shape[1]
    largest = (sets != NOTHING).sum(axis=1) + to_come
    return np.asarray(sums.max(axis=1) <= m * (m - 1) / 2 + largest - 1 + FEWER)


def _saving(sets: Ints, sums: Floats) -> tuple[Ints, Floats]:
    m = sets.shape[1]
    k = (sets != NOTHING).sum(axis=1)
    saving = (k - 1) * m * (m - 1) / 2 + k * (k - 1) / 2 - sums.sum(axis=1) / 2
    useful = (k > 1) & (saving > -FEWER)
    return sets[useful], saving[useful]
