"""How alike two texts are: runs of words, MinHash fingerprints that find candidates, the exact share in common.

Broder, On the resemblance and containment of documents (1997); banding as in Leskovec, Rajaraman and Ullman, Mining of
Massive Datasets, chapter 3. Words count without case, accents or punctuation.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

import numpy as np
import xxhash
from numpy.typing import NDArray

from annotator.model.text import searched_words

RUN = 4
"""Words in a run."""
BANDS, ROWS = 40, 4
"""Texts that share half of their runs meet in one band at least with 92 chances in 100, one in ten with 4 in 1,000."""
FINGERPRINT_BYTES = BANDS * ROWS * 4
_NEIGHBOURS = 8
_DOUBT = 0.12
"""How far a fingerprint may be from the truth: three times its standard error."""
_CHUNK = 1024
"""Runs that are ordered at once: what the nearest memory of a processor holds."""
_SEED = 20_250_304
_SPREAD = np.uint64(0x9E3779B97F4A7C15)

type Runs = NDArray[np.uint64]


def runs_of(text: str) -> Runs:
    """Return the hashes of the runs of words in a text, sorted, each of them once; of a short text its only one."""
    words = np.fromiter(map(xxhash.xxh3_64_intdigest, searched_words(text)), np.uint64)
    count = max(1, len(words) - RUN + 1)
    hashed = np.zeros(count, np.uint64)
    for n in range(min(RUN, len(words))):
        hashed = (hashed ^ words[n : n + count]) * _SPREAD
        hashed ^= hashed >> np.uint64(29)
    hashed.sort()
    # `np.unique` would hash what is sorted at once
    return hashed[np.concatenate(([True], hashed[1:] != hashed[:-1]))]


def fingerprint(text: str) -> bytes:
    """Return the MinHash of a text, the least of its runs under each of many orders."""
    runs = runs_of(text)
    factors, shifts = _orders()
    least = np.full(len(factors), np.iinfo(np.uint64).max, np.uint64)
    for start in range(0, len(runs), _CHUNK):
        ordered = runs[start : start + _CHUNK] * factors[:, np.newaxis] + shifts[:, np.newaxis]
        np.minimum(least, ordered.min(axis=1), out=least)
    return (least >> np.uint64(32)).astype("<u4").tobytes()


def likeness(one: Runs, other: Runs) -> float:
    """Return the exact share of runs that two texts have in common: 0 for none, 1 for the same words."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)


def candidates(fingerprints: Sequence[bytes], new: Collection[int], *, least: float) -> list[tuple[int, int]]:
    """Return pairs of texts that may have ``least`` in common, one of them new: (later, earlier), by number, in order.

    Of many texts in one band each meets the first and those just before it, so that a thousand copies make no million
    pairs.
    """
    if not new:
        return []
    fresh = np.zeros(len(fingerprints), np.bool_)
    fresh[list(new)] = True
    table = np.frombuffer(b"".join(fingerprints), "<u4").reshape(len(fingerprints), -1)
    bands = table.view(np.dtype((np.void, ROWS * 4)))
    pairs: set[tuple[int, int]] = set()
    for band in range(BANDS):
        for bucket in _buckets(bands[:, band]):
            if fresh[bucket].any():
                pairs |= _pairs(bucket, fresh)
    ranked = sorted(pairs)
    return [pair for pair, share in zip(ranked, _estimates(table, ranked), strict=True) if share >= least - _DOUBT]


def _estimates(table: NDArray[np.uint32], pairs: Sequence[tuple[int, int]]) -> Iterator[float]:
    """Yield the shares of two texts that their fingerprints suggest."""
    for start in range(0, len(pairs), _CHUNK):
        later, earlier = np.array(pairs[start : start + _CHUNK]).T
        yield from (table[later] == table[earlier]).mean(axis=1).tolist()


def _buckets(column: NDArray[np.void]) -> Iterator[NDArray[np.intp]]:
    """Yield the numbers, rising, of texts that have the same band."""
    _, keys, counts = np.unique(column, return_inverse=True, return_counts=True)
    several = np.flatnonzero(counts[keys] > 1)
    order = several[np.argsort(keys[several], kind="stable")]
    if len(order):
        yield from np.split(order, np.flatnonzero(np.diff(keys[order])) + 1)


def _pairs(bucket: NDArray[np.intp], fresh: NDArray[np.bool_]) -> set[tuple[int, int]]:
    pairs = set()
    for n, later in enumerate(bucket):
        for earlier in (bucket[0], *bucket[max(1, n - _NEIGHBOURS) : n]):
            if earlier != later and (fresh[later] or fresh[earlier]):
                pairs.add((int(later), int(earlier)))
    return pairs


@cache
def _orders() -> tuple[Runs, Runs]:
    """Return the factors and shifts of the orders: the same on every machine and for ever."""
    dice = np.random.Generator(np.random.PCG64(_SEED))
    numbers = dice.integers(0, 1 << 63, (2, BANDS * ROWS), np.uint64)
    return numbers[0] * np.uint64(2) + np.uint64(1), numbers[1]
