"""Days, weeks, months, years in UTC: the finest of them in which a stretch of time has few enough parts to be seen."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

MOST = 60
"""Periods that can be told apart side by side."""


class Unit(StrEnum):
    """A length of time that begins on a date; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def start_of(self, at: int) -> date:
        """Return when the period began in which a moment lies (milliseconds since 1970 UTC)."""
        day = day_of(at)
        match self:
            case Unit.DAY:
                return day
            case Unit.WEEK:
                return day - timedelta(days=day.weekday())
            case Unit.MONTH:
                return day.replace(day=1)
            case _:
                return day.replace(month=1, day=1)

    def after(self, start: date) -> date:
        """Return when the period after one begins."""
        match self:
            case Unit.DAY:
                return start + timedelta(days=1)
            case Unit.WEEK:
                return start + timedelta(days=7)
            case Unit.MONTH:
                return (start + timedelta(days=31)).replace(day=1)
            case _:
                return start.replace(year=start.year + 1)


def day_of(at: int) -> date:
    """Return the day of a moment; a clock that was centuries away is brought to the nearest day that there is."""
    try:
        return datetime.fromtimestamp(at / 1000, UTC).date()
    except (OverflowError, ValueError, OSError):
        return date(9998, 12, 31) if at > 0 else date(1, 1, 1)


def unit_for(moments: Sequence[int]) -> Unit:
    """Return the finest unit in which these moments fall into few enough periods; the coarsest where none does."""
    return next((unit for unit in Unit if len(starts_of(moments, unit)) <= MOST), Unit.YEAR)


def starts_of(moments: Sequence[int], unit: Unit) -> tuple[str, ...]:
    """Return the dates on which all periods begin from the first moment to the last, none left out.

    Of more than can be told apart only one more is counted.
    """
    if not moments:
        return ()
    start, last = unit.start_of(min(moments)), unit.start_of(max(moments))
    found = [start]
    while found[-1] < last and (len(found) <= MOST or unit is Unit.YEAR):
        found.append(unit.after(found[-1]))
    return tuple(each.isoformat() for each in found)
