"""The best alignment of the spans of all annotators on one document: exact, and the engine below much else.

Mathet, Widlöcher & Métivier (2015), Computational Linguistics 41(3):437-479, section 4.4. A set takes one span at most
of each annotator. Its cost is the mean of the dissimilarity over all pairs of annotators, 1 for a pair with an empty
place. The best alignment puts every span into one set at the lowest sum of costs; for two annotators this is the
assignment problem, for more a set packing, solved by linear and where needed integer programming (HiGHS).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Floats, Ints
from annotator.agreement.dissimilarity import Dissimilarity
from annotator.agreement.packing import best_packing
from annotator.agreement.study import Spans
from annotator.agreement.useful_sets import FEWER, NOTHING, useful_sets


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """Sets of spans taken for one another: ``sets[set, annotator]`` is a place in that annotator's layer, or NOTHING.

    ``cost`` is the sum over the sets.
    """

    sets: Ints
    cost: float

    @property
    def spans(self) -> int:
        """Return how many spans are aligned, with others or with nothing."""
        return int((self.sets != NOTHING).sum())

    @property
    def disorder(self) -> float:
        """Return the cost by the mean number of spans of an annotator; NaN without spans."""
        return self.cost * self.sets.shape[1] / self.spans if self.spans else np.nan


def best_alignment(layers: Sequence[Spans], unlike: Dissimilarity) -> Alignment:
    """Return the cheapest alignment of the layers of two annotators or more on one document."""
    if len(layers) == 2:
        return _of_two(unlike.between(*layers))
    sizes = np.array([len(layer) for layer in layers])
    owner = np.repeat(np.arange(len(layers)), sizes)
    sets, savings = useful_sets(_all_with_all(layers, unlike), owner, len(layers))
    chosen = best_packing(sets, savings + FEWER * ((sets != NOTHING).sum(axis=1) - 1), len(owner))
    kept, rows = sets[chosen], len(layers) * (len(layers) - 1) / 2
    alone = np.setdiff1d(np.arange(len(owner)), kept)
    places = np.full((len(kept) + len(alone), len(layers)), NOTHING)
    first = np.cumsum(sizes) - sizes
    places[: len(kept)] = np.where(kept == NOTHING, NOTHING, kept - first)
    places[len(kept) + np.arange(len(alone)), owner[alone]] = alone - first[owner[alone]]
    return Alignment(places, float(len(owner) - savings[chosen].sum() / rows))


def _of_two(distance: Floats) -> Alignment:
    """Return the best alignment of two annotators: two spans are put together where that costs less than both alone."""
    # loaded late: it takes longer than the first figures of a project
    from scipy.optimize import linear_sum_assignment

    gain = np.minimum(distance - 2 - FEWER, 0)
    first, second = linear_sum_assignment(gain)
    together = gain[first, second] < 0
    first, second = first[together], second[together]
    alone = [np.setdiff1d(np.arange(size), taken) for size, taken in zip(distance.shape, (first, second), strict=True)]
    sets = np.full((len(first) + len(alone[0]) + len(alone[1]), 2), NOTHING)
    sets[: len(first)] = np.column_stack([first, second])
    sets[len(first) : len(first) + len(alone[0]), 0] = alone[0]
    sets[len(first) + len(alone[0]) :, 1] = alone[1]
    return Alignment(sets, float(sum(distance.shape) + (distance[first, second] - 2).sum()))


def _all_with_all(layers: Sequence[Spans], unlike: Dissimilarity) -> Floats:
    joined = Spans(*(np.concatenate(columns) for columns in zip(*(layer.columns() for layer in layers), strict=True)))
    return unlike.between(joined, joined)
