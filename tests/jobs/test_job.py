"""A job's child may loop, eat the memory, or die: it costs one outcome, and the rest goes on."""

import os
import signal
import subprocess
import sys
import time
from typing import Any

import pytest

from annotator.jobs.job import Job, Limits, Outcome
from tests.jobs import tasks

SHORT = Limits(deadline_seconds=1.5, start_seconds=30, memory_bytes=512 << 20)


def outcomes(job: Job) -> list[tuple[int, object, str]]:
    return [(one.index, one.value, str(one.error or "")) for one in job.results()]


def test_items_come_back_in_order_with_the_state_of_the_setup() -> None:
    assert outcomes(Job(tasks.double, (1, 2, 3))) == [(0, 2, ""), (1, 4, ""), (2, 6, "")]
    assert outcomes(Job(tasks.double, (4,), setup=tasks.make_state, setup_arguments=(5,))) == [(0, 20, "")]
    assert outcomes(Job(tasks.double, ())) == []


def test_what_a_function_yields_comes_one_by_one_and_ends() -> None:
    assert [(o.value, o.last) for o in Job(tasks.count, (2,)).results()] == [(0, False), (1, False), (None, True)]


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ("loop", "It took longer than 1.5 seconds."),
        ("eat", "It needs more memory than is allowed."),
        ("die", "The process that worked on it died."),
        ("fail", "no good."),
        ("nest", "maximum recursion depth exceeded"),
    ],
)
def test_a_bad_item_costs_itself_and_the_others_come(item: str, sentence: str) -> None:
    first, bad, last = outcomes(Job(tasks.misbehave, ("a", item, "b"), limits=SHORT))
    assert (first, last) == ((0, "a", ""), (2, "b", ""))
    assert bad[:2] == (1, None)
    assert sentence in bad[2]


def test_more_than_fits_in_memory_is_cut_short() -> None:
    found = list(Job(tasks.pour, (20 << 20,), limits=Limits()).results())
    assert 1 < len(found) < 20
    assert str(found[-1].error) == "It holds more than fits in memory."


@pytest.mark.parametrize(
    ("setup", "sentence"),
    [
        (tasks.break_in_setup, "the model is not there."),
        (tasks.die_in_setup, "The process that worked on it died."),
        (tasks.sleep_in_setup, "It took longer than 1 seconds."),
    ],
)
def test_a_child_that_cannot_begin_fails_every_item(setup: Any, sentence: str) -> None:
    job = Job(tasks.double, (1, 2), setup=setup, limits=Limits(start_seconds=1 if "sleep" in setup.__name__ else 30))
    assert outcomes(job) == [(0, None, sentence), (1, None, sentence)]
    assert (job.done, job.finished, job.total) == (True, 2, 2)


def until(job: Job, count: int) -> list[Outcome]:
    found: list[Outcome] = []
    while len(found) < count:
        found += job.poll(wait_seconds=0.1)
    return found


def test_items_may_be_added_before_others_and_after_a_pause() -> None:
    job = Job(tasks.double, (1, 2))
    job.add(9, first=True)
    assert [o.value for o in until(job, 3)] == [18, 2, 4]
    assert job.poll() == []
    began = time.monotonic()
    job.add(5)
    assert [o.value for o in until(job, 1)] == [10]
    assert time.monotonic() - began < Limits().deadline_seconds / 2
    job.stop()


def test_a_child_that_is_killed_while_it_has_nothing_to_do_is_replaced() -> None:
    job = Job(tasks.pid_of, (0,))
    child: int = until(job, 1)[0].value
    os.kill(child, signal.SIGKILL)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    job.add(1)
    job.add(2)
    found = until(job, 2)
    assert [bool(o.error) for o in found] == [True, False]
    assert found[1].value != child
    job.stop()


def test_cancelling_forgets_what_waits_and_ends_the_child() -> None:
    job = Job(tasks.misbehave, ("a", "loop", "b"))
    until(job, 1)
    job.cancel()
    assert job.done
    assert job.poll() == []
    job.stop()


def test_a_child_does_not_outlive_its_parent() -> None:
    code = (
        "import time; from annotator.jobs.job import Job; from tests.jobs import tasks\n"
        "job = Job(tasks.pid_of, (0, 1))\n"
        "print(next(job.results()).value, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    for _ in range(500):
        if not _lives(child):
            return
        time.sleep(0.01)
    raise AssertionError("the child is still there")


def _lives(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:  # noqa: PTH123  # a kernel file
            return file.read().rsplit(") ", 1)[1][0] != "Z"
    except OSError:
        return False
