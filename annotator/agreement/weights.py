"""How much two values differ: the distances of Krippendorff's alpha, and weights for kappa and AC2.

Krippendorff (2004), Content Analysis, section 11.3; Cohen (1968), Weighted kappa, Psychological Bulletin 70(4):213-220.
"""

from collections.abc import Callable, Hashable, Sequence

import numpy as np

from annotator.agreement.arrays import Floats

type Distance = Callable[[Sequence[Hashable], Floats], Floats]
"""From the values and how often each is paired (last axis) to the squared distances (last two axes)."""


def nominal(values: Sequence[Hashable], totals: Floats) -> Floats:  # noqa: ARG001  # a Distance
    """Return 1 for different values."""
    return 1 - np.eye(len(values))


def ordinal(values: Sequence[Hashable], totals: Floats) -> Floats:  # noqa: ARG001  # a Distance
    """Return the square of how many values lie between, in the order of the values, the two themselves by half."""
    upto = np.cumsum(totals, axis=-1) - totals / 2
    return np.asarray((upto[..., :, None] - upto[..., None, :]) ** 2)


def interval(values: Sequence[Hashable], totals: Floats) -> Floats:  # noqa: ARG001  # a Distance
    """Return the square of the difference of numbers."""
    numbers = as_numbers(values)
    return np.asarray((numbers[:, None] - numbers) ** 2)


def ratio_scale(values: Sequence[Hashable], totals: Floats) -> Floats:  # noqa: ARG001  # a Distance
    """Return the square of the difference over the sum."""
    numbers = as_numbers(values)
    sums = numbers[:, None] + numbers
    return np.asarray(((numbers[:, None] - numbers) / np.where(sums == 0, 1, sums)) ** 2)


DISTANCES: dict[str, Distance] = {
    "nominal": nominal,
    "ordinal": ordinal,
    "interval": interval,
    "ratio": ratio_scale,
}


def as_numbers(values: Sequence[Hashable]) -> Floats:
    """Return values as numbers; those that are none are numbered in their order."""
    try:
        return np.array([float(str(value)) for value in values])
    except ValueError:
        return np.arange(len(values), dtype=np.float64)


def linear(size: int) -> Floats:
    """Return weights of agreement that fall with the steps between two values."""
    steps = np.abs(np.subtract.outer(np.arange(size), np.arange(size)))
    return np.asarray(1 - steps / max(1, size - 1))


def quadratic(size: int) -> Floats:
    """Return weights of agreement that fall with the square of the steps between two values."""
    steps = np.subtract.outer(np.arange(size), np.arange(size))
    return np.asarray(1 - (steps / max(1, size - 1)) ** 2)


def by_rank(size: int) -> Floats:
    """Return weights of agreement that fall with the pairs of values between two values (ordinal, Gwet 2014)."""
    steps = np.abs(np.subtract.outer(np.arange(size), np.arange(size)))
    between = steps * (steps + 1) / 2
    return np.asarray(1 - between / max(1, between.max(initial=0)))


WEIGHTS: dict[str, Callable[[int], Floats]] = {
    "identity": np.eye,
    "linear": linear,
    "quadratic": quadratic,
    "ordinal": by_rank,
}
