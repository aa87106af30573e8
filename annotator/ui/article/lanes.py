"""Lanes: which bar runs on which level, so that nested and crossing spans stay readable."""

from collections.abc import Sequence


def lanes(stretches: Sequence[tuple[int, int]], groups: Sequence[int] = ()) -> list[int]:
    """Return a lane for each (start, end), 0 nearest to the words; those that overlap never share one.

    Greedy interval colouring: stretches take the first free lane in order of start, longer ones first. With groups,
    each group has lanes of its own, in their order, and one at least even where it has no stretch.
    """
    if not any(groups):
        return _coloured(stretches)
    result, above = [0] * len(stretches), 0
    for group in range(max(groups) + 1):
        mine = [n for n, its in enumerate(groups) if its == group]
        own = _coloured([stretches[n] for n in mine])
        for n, lane in zip(mine, own, strict=True):
            result[n] = above + lane
        above += max(own, default=0) + 1
    return result


def _coloured(stretches: Sequence[tuple[int, int]]) -> list[int]:
    order = sorted(range(len(stretches)), key=lambda n: (stretches[n][0], -stretches[n][1], n))
    ends: list[int] = []
    result = [0] * len(stretches)
    for number in order:
        start, end = stretches[number]
        lane = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = end
        result[number] = lane
    return result
