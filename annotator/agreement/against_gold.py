"""Precision, recall and F1 of an annotator against gold.

van Rijsbergen (1979), Information Retrieval, 2nd ed., chapter 7. Pooled over the documents that both have done.
"""

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.estimate import Estimate, additive
from annotator.agreement.span_f1 import Common
from annotator.agreement.undefined import NO_COMMON, NO_LABEL, NO_SPANS


def against_gold(common: Common, annotator: int, gold: int, label: int | None = None) -> dict[str, Estimate]:
    """Return ``precision``, ``recall`` and ``f1``; without spans of the annotator there is no precision."""
    row = common.pairs.index((min(annotator, gold), max(annotator, gold)))
    kept = common.together[row].astype(bool)
    columns = [common.both[row], common.sizes[annotator], common.sizes[gold]]
    statistics = np.stack([table[kept].sum(axis=1) if label is None else table[kept, label] for table in columns], 1)
    count = int(statistics[:, 1:].sum())
    why = (NO_SPANS if label is None else NO_LABEL) if kept.any() else NO_COMMON

    def estimate(below: Floats) -> Estimate:
        def value(totals: Floats) -> Floats:
            return ratio(totals[..., 0], totals @ below)

        return Estimate(additive(statistics, value), int(kept.sum()), count, why, floor=0.0)

    parts = {"precision": (0, 1, 0), "recall": (0, 0, 1), "f1": (0, 0.5, 0.5)}
    return {name: estimate(np.array(below)) for name, below in parts.items()}
