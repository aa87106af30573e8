"""Lanes: which bar runs on which level, so that nested and crossing spans stay readable."""

from collections.abc import Sequence


def lanes(stretches: Sequence[tuple[int, int]]) -> list[int]:
    """Return a lane for each (start, end), 0 nearest to the words; those that overlap never share one.

    Greedy interval colouring: stretches take the first free lane in order of start, longer ones first.
    """
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
