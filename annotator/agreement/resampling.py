"""Intervals over documents: a jackknife with Student's t below 30 common documents, a bootstrap from 30, none below 5.

Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapters 11 and 13. Documents are resampled, never spans or
characters, which are not independent. The interval says how much the documents matter, not the annotators.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from annotator.agreement.arrays import Floats
from annotator.agreement.estimate import Estimate
from annotator.agreement.undefined import Undefined, Value

FEWEST, MANY = 5, 30
"""Documents below which there is no interval, and from which it is bootstrapped."""
RESAMPLES = 1000
SEED = 2016
LEVEL = 0.95
_CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class Result:
    """A measure's value with its 95 % interval over documents, where there is one, and how that was made."""

    value: Value
    low: float | None
    high: float | None
    method: str
    documents: int
    count: int


def measured(estimate: Estimate) -> Result:
    """Return the value of an estimate with its interval."""
    value, count = estimate.value, estimate.documents
    if isinstance(value, Undefined) or count < FEWEST:
        return Result(value, None, None, "none", count, estimate.count)
    method, ends = ("bootstrap", _bootstrap(estimate)) if count >= MANY else ("jackknife", _jackknife(estimate, value))
    if ends is None:
        return Result(value, None, None, "none", count, estimate.count)
    low, high = max(estimate.floor, ends[0]), min(1.0, ends[1])
    return Result(value, low, high, method, count, estimate.count)


def _jackknife(estimate: Estimate, value: float) -> tuple[float, float] | None:
    """Return the interval from leaving each document out in turn; None where one of these has no value."""
    from scipy.special import stdtrit

    count = estimate.documents
    without = estimate.at(1 - np.eye(count))
    if np.isnan(without).any():
        return None
    error = np.sqrt((count - 1) / count * ((without - without.mean()) ** 2).sum())
    reach = float(stdtrit(count - 1, (1 + LEVEL) / 2) * error)
    return value - reach, value + reach


def _bootstrap(estimate: Estimate) -> tuple[float, float] | None:
    """Return the percentiles over 1,000 draws of as many documents; None where one draw in ten has no value."""
    drawn = np.concatenate([estimate.at(weights) for weights in _draws(estimate.documents)])
    drawn = drawn[~np.isnan(drawn)]
    if len(drawn) < 0.9 * RESAMPLES:
        return None
    low, high = np.percentile(drawn, [50 * (1 - LEVEL), 50 * (1 + LEVEL)])
    return float(low), float(high)


def _draws(documents: int) -> Iterator[Floats]:
    """Yield how often each document is drawn in each of 1,000 draws, in parts that fit into memory."""
    rows = max(1, min(RESAMPLES, _CELLS // documents))
    for part, first in enumerate(range(0, RESAMPLES, rows)):
        yield _drawn(documents, min(rows, RESAMPLES - first), part)


@lru_cache(maxsize=1)
def _drawn(documents: int, rows: int, part: int) -> Floats:
    """Return one part of the draws: the same for the same count of documents, and most figures share it."""
    drawn = np.random.default_rng([SEED, part]).integers(documents, size=(rows, documents))
    drawn += documents * np.arange(rows)[:, None]
    return np.bincount(drawn.ravel(), minlength=rows * documents).astype(np.float64).reshape(rows, documents)
