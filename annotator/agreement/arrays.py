"""Arrays by the names that the room uses for their types, and the few ways to work on columns that numpy lacks."""

import numpy as np
from numpy.typing import NDArray

type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]
type Bools = NDArray[np.bool_]

_WIDEST = 2**62


def joint(*columns: Ints) -> Ints:
    """Return one number for each row of these columns (none below 0), equal exactly where rows are equal."""
    code = columns[0]
    if not code.size:
        return code
    for column in columns[1:]:
        size = int(column.max()) + 1
        if (int(code.max()) + 1) * size > _WIDEST:
            code = np.unique(code, return_inverse=True)[1].astype(np.int64)
        code = code * size + column
    return code


def counted(*columns: Ints, shape: tuple[int, ...], weights: Floats | None = None) -> Floats:
    """Return how often (or with what summed weight) each combination of these columns occurs, as an array."""
    flat = np.zeros(0, np.int64) if not columns[0].size else np.ravel_multi_index(columns, shape)
    return np.bincount(flat, weights, minlength=int(np.prod(shape))).astype(np.float64).reshape(shape)


def ranges(first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Return the numbers of ``first[i]:last[i]`` one after the other, each with the i that it comes from."""
    sizes = np.maximum(last - first, 0)
    rows = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return rows, np.repeat(first, sizes) + within


def ratio(above: Floats, below: Floats) -> Floats:
    """Divide; NaN where there is nothing to divide by."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(below == 0, np.nan, above / below)
