"""Span F1 over pairs of annotators: what each pair has in common, by document and label; exact and overlap share this.

Hripcsak & Rothschild (2005), Agreement, the F-measure, and reliability in information retrieval, JAMIA 12(3):296-298:
F1 = 2 common / (spans of one + spans of the other), which is the agreement that kappa tends to as blank text grows.
Of more than two annotators it is the mean over pairs. Both without spans: undefined; one without: 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Bools, Floats, ratio
from annotator.agreement.estimate import Estimate, additive
from annotator.agreement.undefined import NO_COMMON, NO_LABEL, NO_SPANS

type Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """What pairs of annotators have in common, on the documents that both have done.

    ``both[pair, document, label]`` are the spans that the pair has in common, ``sizes[annotator, document, label]``
    all spans of each annotator, ``together[pair, document]`` tells which documents both have done.
    """

    pairs: Sequence[Pair]
    both: Floats
    sizes: Floats
    together: Bools

    def f1(self, pairs: Sequence[Pair] = (), label: int | None = None) -> Estimate:
        """Return the mean F1 of these pairs (else all), of one label or all labels together."""
        chosen = list(pairs or self.pairs)
        rows = np.array([self.pairs.index(pair) for pair in chosen], np.int64)
        first, second = np.array(chosen, np.int64).reshape(-1, 2).T
        together = self.together[rows]
        both, sizes = _of(self.both[rows], label), _of(self.sizes, label)
        kept = together.any(axis=0)
        statistics = np.stack([both, (sizes[first] + sizes[second]) * together]).transpose(2, 0, 1)[kept]
        why = (NO_SPANS if label is None else NO_LABEL) if kept.any() else NO_COMMON
        count = sizes[np.unique(chosen).astype(np.int64)][:, kept].sum()
        return Estimate(additive(statistics, _mean_f1), int(kept.sum()), int(count), why, floor=0.0)


def _mean_f1(totals: Floats) -> Floats:
    """Return the mean over pairs of F1, from [common, sizes] by pair; a pair without spans has none."""
    values = ratio(2 * totals[..., 0, :], totals[..., 1, :])
    there = ~np.isnan(values)
    return ratio(np.where(there, values, 0).sum(axis=-1), there.sum(axis=-1).astype(np.float64))


def _of(table: Floats, label: int | None) -> Floats:
    return table.sum(axis=2) if label is None else table[:, :, label]
