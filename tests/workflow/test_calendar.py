"""Periods: the finest unit in which a stretch of time has few enough of them."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.workflow.calendar import MOST, Unit, day_of, starts_of, unit_for

MOMENTS = st.lists(st.integers(-(10**18), 10**18) | st.integers(0, 2 * 10**12), max_size=5)


def at(year: int, month: int, day: int) -> int:
    return int(datetime(year, month, day, 23, 59, tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("days", "unit", "first"),
    [
        (((2026, 11, 4), (2026, 12, 1)), Unit.DAY, "2026-11-04"),
        (((2026, 7, 1), (2026, 12, 1)), Unit.WEEK, "2026-06-29"),
        (((2024, 2, 29), (2026, 12, 1)), Unit.MONTH, "2024-02-01"),
        (((1970, 1, 1), (2026, 12, 1)), Unit.YEAR, "1970-01-01"),
    ],
)
def test_the_unit_follows_the_stretch(days: tuple[tuple[int, int, int], ...], unit: Unit, first: str) -> None:
    moments = [at(*day) for day in days]
    assert unit_for(moments) is unit
    assert starts_of(moments, unit)[0] == first
    assert starts_of(moments, unit)[-1] == unit.start_of(moments[-1]).isoformat()


@given(MOMENTS)
def test_every_moment_lies_in_a_period_and_none_is_left_out_between(moments: list[int]) -> None:
    unit = unit_for(moments)
    starts = starts_of(moments, unit)
    assert {unit.start_of(one).isoformat() for one in moments} <= set(starts)
    assert len(starts) <= MOST or unit is Unit.YEAR
    assert all(unit.after(date.fromisoformat(a)).isoformat() == b for a, b in pairwise(starts))


def test_a_clock_that_is_far_out_gives_a_day_all_the_same() -> None:
    assert day_of(10**18) == date(9998, 12, 31)
    assert day_of(-(10**18)) == date(1, 1, 1)
