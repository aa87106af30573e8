"""Heights of paragraphs, estimated until they are laid out, with sums to find one by its place.

The sums are kept by runs of paragraphs, so that a height that becomes exact costs microseconds in a text of any length;
in plain lists, because loading numpy would be a tenth of the program's start.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

RUN = 256
"""So many paragraphs are summed together."""


class Heights:
    """Tops and heights of all paragraphs, in pixels."""

    def __init__(self, estimates: Sequence[float]) -> None:
        """Begin with estimates."""
        self._heights = list(estimates)
        self._exact = bytearray(len(self._heights))
        self._runs = [sum(self._heights[at : at + RUN]) for at in range(0, len(self._heights), RUN)]
        self._tops: list[float] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def set(self, block: int, height: float) -> float:
        """Set the exact height of a paragraph; returns by how much it changed."""
        change = height - self._heights[block]
        self._exact[block] = 1
        if change:
            self._heights[block] = height
            run = block // RUN
            self._runs[run] = sum(self._heights[run * RUN : (run + 1) * RUN])
            self._tops = None
        return change

    def doubt(self, block: int) -> None:
        """Take the height of a paragraph for an estimate again."""
        self._exact[block] = 0

    def top(self, block: int) -> float:
        """Return where a paragraph begins."""
        run = block // RUN
        return self._run_tops()[run] + sum(self._heights[run * RUN : block])

    def height(self, block: int) -> float:
        """Return how high a paragraph is."""
        return self._heights[block]

    def at(self, y: float) -> int:
        """Return the paragraph at a height, the first or last one beyond the ends."""
        tops = self._run_tops()
        run = min(max(bisect_right(tops, y) - 1, 0), len(self._runs) - 1)
        within = list(accumulate(self._heights[run * RUN : (run + 1) * RUN - 1], initial=tops[run]))
        return run * RUN + max(bisect_right(within, y, hi=min(len(within), len(self) - run * RUN)) - 1, 0)

    @property
    def total(self) -> float:
        """Return the height of all paragraphs together."""
        return self._run_tops()[-1]

    def next_estimate(self, start: int) -> int | None:
        """Return a paragraph that is still an estimate, looking from one on and then from the first; None if none."""
        found = self._exact.find(0, start)
        if found < 0:
            found = self._exact.find(0, 0, start)
        return found if found >= 0 else None

    def _run_tops(self) -> list[float]:
        if self._tops is None:
            self._tops = list(accumulate(self._runs, initial=0.0))
        return self._tops
