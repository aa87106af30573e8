"""Two arms side by side in one run: interleaved pairs, medians, and a null pair that says whether to believe them."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

NULL_LIMIT = 0.10
"""A run whose two equal arms differ by more than this judges nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """A result: ours and the reference in one unit, their ratio, the goal, and the null pair's deviation."""

    number: int
    work: str
    ours: float
    reference: float | None
    unit: str
    goal: str
    note: str = ""
    null: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return ours over the reference."""
        return self.ours / self.reference if self.reference else None


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes, the collector held still."""
    gc.collect()
    gc.disable()
    began = time.perf_counter()
    work()
    took = time.perf_counter() - began
    gc.enable()
    return took


def pairs(ours: Callable[[], object], reference: Callable[[], object], *, count: int = 5) -> tuple[float, float, float]:
    """Return the medians of both arms in seconds, interleaved, and by how much the reference differs from itself."""
    a, b, again = [], [], []
    for _ in range(count):
        a.append(seconds(ours))
        b.append(seconds(reference))
        again.append(seconds(reference))
    null = abs(statistics.median(again) / statistics.median(b) - 1)
    return statistics.median(a), statistics.median(b), null


def percentile(values: list[float], share: float) -> float:
    """Return a percentile, the nearest value."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, round(share * (len(ranked) - 1)))]
