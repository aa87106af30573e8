"""Heights of paragraphs, estimated until they are laid out, with prefix sums to find one by its place."""

import numpy as np


class Heights:
    """Tops and heights of all paragraphs, in pixels."""

    def __init__(self, estimates: np.ndarray) -> None:
        """Begin with estimates."""
        self._heights = estimates.astype(float)
        self.exact = np.zeros(len(estimates), dtype=bool)
        self._tops: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def set(self, block: int, height: float) -> float:
        """Set the exact height of a paragraph; returns by how much it changed."""
        change = height - float(self._heights[block])
        self.exact[block] = True
        if change:
            self._heights[block] = height
            self._tops = None
        return change

    def doubt(self, block: int) -> None:
        """Take the height of a paragraph for an estimate again."""
        self.exact[block] = False

    def top(self, block: int) -> float:
        """Return where a paragraph begins."""
        return float(self._sums()[block])

    def height(self, block: int) -> float:
        """Return how high a paragraph is."""
        return float(self._heights[block])

    def at(self, y: float) -> int:
        """Return the paragraph at a height, the first or last one beyond the ends."""
        found = int(np.searchsorted(self._sums(), y, side="right")) - 1
        return min(max(found, 0), len(self._heights) - 1)

    @property
    def total(self) -> float:
        """Return the height of all paragraphs together."""
        return float(self._sums()[-1])

    def next_estimate(self, start: int) -> int | None:
        """Return a paragraph that is still an estimate, looking from one on and then from the first; None if none."""
        rest = np.flatnonzero(~self.exact[start:])
        if len(rest):
            return start + int(rest[0])
        before = np.flatnonzero(~self.exact[:start])
        return int(before[0]) if len(before) else None

    def _sums(self) -> np.ndarray:
        if self._tops is None:
            self._tops = np.concatenate(([0.0], np.cumsum(self._heights)))
        return self._tops
