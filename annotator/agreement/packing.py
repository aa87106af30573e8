"""Set packing: disjoint sets with the largest sum of savings, exactly.

The linear relaxation is solved first, and most often is whole already. Where it is not, its dual prices and a greedy
packing tell which sets cannot be in any better one (reduced-cost fixing), and the few that are left are solved as an
integer program.
"""

from typing import TYPE_CHECKING, Any

import numpy as np

from annotator.agreement.arrays import Bools, Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csc_array

_WHOLE = 1e-6


def best_packing(sets: Ints, savings: Floats, members: int) -> Bools:
    """Return which sets to take; ``sets`` holds members by row, padded with -1."""
    # loaded late: it takes longer than the first figures of a project
    from scipy.optimize import linprog

    if not len(sets):
        return np.zeros(0, bool)
    uses: Any = _incidence(sets, members)  # the stubs of linprog and milp know dense matrices only
    relaxed = linprog(-savings, A_ub=uses, b_ub=np.ones(members), bounds=(0, None), method="highs")
    share = np.asarray(relaxed.x)
    if np.abs(share - share.round()).max() < _WHOLE:
        return np.asarray(share > 0.5)
    greedy = _greedy(sets, np.lexsort((-savings, -share)), members)
    gap = savings @ share - savings[greedy].sum()
    price = -relaxed.ineqlin.marginals @ uses - savings
    return _whole_packing(savings, uses, np.flatnonzero(price <= gap + _WHOLE))


def _whole_packing(savings: Floats, uses: Any, open_: Ints) -> Bools:
    """Return the best packing of the sets that are open."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    found = milp(
        -savings[open_],
        constraints=LinearConstraint(uses[:, open_], ub=1),
        integrality=np.ones(len(open_), np.int64),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    chosen = np.zeros(len(savings), bool)
    chosen[open_[np.asarray(found.x) > 0.5]] = True
    return chosen


def _incidence(sets: Ints, members: int) -> "csc_array[np.float64]":
    from scipy.sparse import csc_array

    there = sets >= 0
    ends = np.concatenate([[0], np.cumsum(there.sum(axis=1))])
    return csc_array((np.ones(int(ends[-1])), sets[there], ends), shape=(members, len(sets)))


def _greedy(sets: Ints, order: Ints, members: int) -> Bools:
    """Return the packing that takes each set in this order where its members are still free."""
    free, chosen = np.ones(members, bool), np.zeros(len(sets), bool)
    for at in order:
        inside = sets[at][sets[at] >= 0]
        if free[inside].all():
            free[inside] = False
            chosen[at] = True
    return chosen
