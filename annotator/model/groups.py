"""Things that hang together, joined two by two (Tarjan's disjoint sets): pure."""

from collections.abc import Hashable


class Groups[T: Hashable]:
    """Groups of things; what was never joined is a group of its own."""

    def __init__(self) -> None:
        """Begin with nothing joined."""
        self._above: dict[T, T] = {}

    def join(self, one: T, other: T) -> None:
        """Put two things, and all that hang on them, into one group."""
        self._above[self.top(one)] = self.top(other)

    def together(self, one: T, other: T) -> bool:
        """Tell whether two things are of one group."""
        return self.top(one) == self.top(other)

    def top(self, one: T) -> T:
        """Return the thing that stands for a group; it changes when the group grows."""
        path = []
        while (above := self._above.get(one, one)) != one:
            path.append(one)
            one = above
        self._above |= dict.fromkeys(path, one)
        return one
