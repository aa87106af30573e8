"""Heights of paragraphs: found by their place, whatever has become exact."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article.heights import RUN, Heights

sizes = st.lists(st.integers(0, 9), min_size=1, max_size=9).map(lambda some: some * (RUN // 3))
changes = st.lists(st.tuples(st.integers(0), st.integers(0, 40)), max_size=9)


@given(sizes, changes, st.integers(-5, 9000))
def test_tops_and_places_are_those_of_the_plain_sums(
    estimates: list[int], exact: list[tuple[int, int]], y: int
) -> None:
    held, heights = [float(size) for size in estimates], Heights(estimates)
    for number, height in exact:
        block = number % len(held)
        assert heights.set(block, height) == height - held[block]
        held[block] = float(height)
    tops = list(accumulate(held, initial=0.0))
    assert [heights.top(block) for block in range(len(held))] == tops[:-1]
    assert heights.total == tops[-1]
    assert heights.at(y) == max((block for block in range(len(held)) if tops[block] <= y), default=0)


def test_what_is_still_an_estimate_is_found_from_anywhere_and_can_be_doubted_again() -> None:
    heights = Heights([1.0, 2.0, 3.0])
    assert heights.next_estimate(1) == 1
    heights.set(1, 2.0)
    heights.set(2, 2.0)
    assert heights.next_estimate(1) == 0
    heights.set(0, 1.0)
    assert heights.next_estimate(1) is None
    heights.doubt(2)
    assert heights.next_estimate(1) == 2
