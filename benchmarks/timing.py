"""Two arms side by side in one run: interleaved pairs, medians, and a null pair that says whether to believe them."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

NULL_LIMIT = 0.10
"""A run whose two equal arms differ by more than this judges nothing."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What a row must reach: bounds on the ratio to the reference arm, the median and the 95th percentile."""

    ratio_at_most: float | None = None
    ratio_at_least: float | None = None
    at_most: float | None = None
    p95_at_most: float | None = None

    def told(self, unit: str) -> str:
        """Return the goal in words."""
        parts = [
            f"≤ {self.ratio_at_most:g} ×" if self.ratio_at_most is not None else "",
            f"≥ {self.ratio_at_least:g} ×" if self.ratio_at_least is not None else "",
            f"≤ {self.at_most:g} {unit}" if self.at_most is not None else "",
            f"p95 ≤ {self.p95_at_most:g} {unit}" if self.p95_at_most is not None else "",
        ]
        return ", ".join(filter(None, parts)) or "–"

    def met_by(self, value: float, ratio: float | None, p95: float | None) -> bool:
        """Tell whether measured values reach it."""
        bounds = (
            (ratio, self.ratio_at_most, 1),
            (ratio, self.ratio_at_least, -1),
            (value, self.at_most, 1),
            (p95, self.p95_at_most, 1),
        )
        return all(found is None or bound is None or found * sign <= bound * sign for found, bound, sign in bounds)


@dataclass(frozen=True, slots=True)
class Row:
    """A result: ours and the reference arm's median in one unit, and the null pair's deviation where there is one."""

    id: str
    work: str
    arm: str
    ours: float
    reference: float | None
    unit: str
    goal: Goal
    p95: float | None = None
    null: float | None = None
    pairs: int = 0
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Return ours over the reference."""
        return self.ours / self.reference if self.reference else None

    @property
    def verdict(self) -> str:
        """Return met or missed; “not judged” when the two equal arms of the run differ too much."""
        if self.null is not None and self.null > NULL_LIMIT:
            return "not judged"
        return "met" if self.goal.met_by(self.ours, self.ratio, self.p95) else "missed"


@dataclass(frozen=True, slots=True)
class Pairs:
    """The seconds of both arms in the order in which they ran, and those of the reference arm once more."""

    ours: tuple[float, ...]
    reference: tuple[float, ...]
    again: tuple[float, ...]

    @property
    def null(self) -> float:
        """Return by how much the reference arm differs from itself."""
        return abs(statistics.median(self.again) / statistics.median(self.reference) - 1)

    def medians(self, scale: float = 1.0) -> tuple[float, float]:
        """Return the medians of ours and of the reference arm, in seconds times a scale."""
        return statistics.median(self.ours) * scale, statistics.median(self.reference + self.again) * scale

    def p95(self, scale: float = 1.0) -> float:
        """Return the 95th percentile of ours."""
        return percentile(self.ours, 0.95) * scale


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes, the collector held still."""
    gc.collect()
    gc.disable()
    began = time.perf_counter()
    work()
    took = time.perf_counter() - began
    gc.enable()
    return took


def pairs(ours: Callable[[], object], reference: Callable[[], object], *, count: int = 5) -> Pairs:
    """Run both arms in turn, after one of each that does not count."""
    ours()
    reference()
    taken = [(seconds(reference), seconds(ours), seconds(reference)) for _ in range(count)]
    return Pairs(tuple(b for _, b, _ in taken), tuple(a for a, _, _ in taken), tuple(c for _, _, c in taken))


def percentile(values: Sequence[float], share: float) -> float:
    """Return a percentile, the nearest value."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, round(share * (len(ranked) - 1)))]


def resident_mb(process: int | str = "self") -> float:
    """Return the resident memory of a process, in MB."""
    with open(f"/proc/{process}/status", encoding="ascii") as file:  # noqa: PTH123  # a kernel file
        return int(next(line for line in file if line.startswith("VmRSS")).split()[1]) / 1024
