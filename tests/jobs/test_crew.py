"""A crew works on all cores, gives outcomes in order, and loses one item with a child that hangs or dies."""

import os
import time
from collections.abc import Iterator
from typing import Any

import pytest

from annotator.jobs.crew import Crew
from annotator.jobs.job import Job, Limits, Outcome


def slowly(_: None, item: tuple[float, int]) -> tuple[int, int]:
    """Wait, then say who worked."""
    time.sleep(item[0])
    return item[1], os.getpid()


def many(_: None, count: int) -> Iterator[int]:
    """Yield numbers."""
    yield from range(count)


def harmful(_: None, what: str) -> str:
    """Do what is said."""
    if what == "die":
        os._exit(1)
    if what == "hang":
        time.sleep(60)
    return what


def all_of(crew: Crew) -> list[Outcome]:
    """Return every outcome of a crew."""
    outcomes: list[Outcome] = []
    while not crew.done:
        outcomes += crew.poll(wait_seconds=0.2)
    return outcomes


def test_outcomes_come_in_the_order_of_items_whoever_is_first() -> None:
    items = [(0.3 if n == 0 else 0.0, n) for n in range(40)]
    outcomes = all_of(Crew(slowly, items, workers=2))
    assert [outcome.value[0] for outcome in outcomes] == list(range(40))
    assert [outcome.index for outcome in outcomes] == list(range(40))
    assert len({outcome.value[1] for outcome in outcomes}) == 2


def test_an_item_that_yields_gives_its_values_together() -> None:
    crew = Crew(many, [3, 2000, 0, 2], workers=2)
    outcomes = all_of(crew)
    assert [outcome.value for outcome in outcomes if not outcome.last] == [0, 1, 2, *range(2000), 0, 1]
    assert [outcome.index for outcome in outcomes if outcome.last] == [0, 1, 2, 3]
    assert crew.finished == crew.total == 4


@pytest.mark.parametrize("harm", ["die", "hang"])
def test_a_child_that_is_lost_costs_one_item(harm: str) -> None:
    items = ["a", harm, "b", "c", harm, "d", "e"]
    outcomes = all_of(Crew(harmful, items, workers=2, limits=Limits(deadline_seconds=1)))
    assert [outcome.value for outcome in outcomes] == ["a", None, "b", "c", None, "d", "e"]
    assert all((outcome.error is None) == (outcome.value is not None) for outcome in outcomes)


def test_a_crew_that_is_cancelled_is_done_at_once() -> None:
    crew = Crew(slowly, [(60.0, n) for n in range(9)], workers=2)
    crew.poll(wait_seconds=0.1)
    crew.cancel()
    assert crew.done
    assert crew.poll(wait_seconds=60) == []


def test_nothing_to_do_is_done() -> None:
    assert Crew(many, []).done


def test_too_much_is_not_held_for_an_item_that_is_not_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.jobs.crew._MOST_HELD", 5)
    items: list[Any] = [(1.0, 0), *((0.0, n) for n in range(1, 60))]
    crew = Crew(slowly, items, workers=2)
    most, outcomes = 0, []
    while not crew.done:
        outcomes += crew.poll(wait_seconds=0.05)
        most = max(most, sum(map(len, crew._held.values())))
    assert [outcome.value[0] for outcome in outcomes] == list(range(60))
    assert most <= 5 + 5


def test_an_item_that_comes_while_the_child_is_idle_is_taken_up() -> None:
    job = Job(many, [1])
    outcomes = []
    for again in (True, False):
        while not job.done:
            outcomes += job.poll(wait_seconds=0.2)
        if not again:
            break
        job.add(2)
    job.stop()
    assert [outcome.value for outcome in outcomes] == [0, None, 0, 1, None]
