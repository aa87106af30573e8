"""A crew: several jobs that share the items of one list, so that all cores work; outcomes come in the items' order.

Each child is watched on its own: one that hangs or dies costs its item, and the others never notice.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable
from multiprocessing.connection import wait
from typing import Any

from annotator.jobs.job import Job, Limits, Outcome

AHEAD = 4
"""Items that a child has besides the one it works on, so that it never waits for whoever polls."""
_MOST_HELD = 400
_EACH = 8


class Crew:
    """A function over items in several child processes; polled, cancelled and stopped like a `Job`.

    Items must be small: they are sent before the child asks for them.
    """

    def __init__(
        self, function: Callable[..., Any], items: Iterable[Any], *, limits: Limits | None = None, workers: int = 0
    ) -> None:
        """Prepare; nothing runs before the first `poll`. No number of workers: as many as pay, up to one a core."""
        self._waiting = deque(enumerate(items))
        self._total = len(self._waiting)
        count = workers or min(os.cpu_count() or 1, 4, -(-self._total // _EACH))
        self._jobs = [Job(function, (), limits=limits, ahead=AHEAD) for _ in range(max(1, count))]
        self._sent: list[dict[int, int]] = [{} for _ in self._jobs]
        self._held: dict[int, list[Outcome]] = {}
        self._first = 0

    @property
    def total(self) -> int:
        """Return how many items there are in all."""
        return self._total

    @property
    def finished(self) -> int:
        """Return how many items are over and done with, and those before them too."""
        return self._first

    @property
    def done(self) -> bool:
        """Tell whether every outcome has been given, or the crew was cancelled."""
        return self._first >= self._total

    def poll(self, *, wait_seconds: float = 0.0) -> list[Outcome]:
        """Return what has come in since and is next in order, waiting at most so long for any of it."""
        outcomes = self._turn()
        if not outcomes and not self.done and wait_seconds:
            wait([pipe for job in self._jobs if (pipe := job.pipe) is not None], wait_seconds)
            outcomes = self._turn()
        if self.done:
            self.stop()
        return outcomes

    def cancel(self) -> None:
        """Forget what is waiting and end the children at once."""
        self._waiting.clear()
        self._first = self._total
        for job in self._jobs:
            job.cancel()

    def stop(self) -> None:
        """End the children."""
        for job in self._jobs:
            job.stop()

    def _turn(self) -> list[Outcome]:
        for number, job in enumerate(self._jobs):
            sent = self._sent[number]
            while self._waiting and len(sent) <= AHEAD:
                index, item = self._waiting.popleft()
                sent[job.add(item)] = index
            if self._has_room(sent):
                for outcome in job.poll():
                    self._hold(sent, outcome)
        return self._next_in_order()

    def _has_room(self, sent: dict[int, int]) -> bool:
        """Tell whether more may come of a child: what is not next in order waits in its pipe when too much is held."""
        return self._first in sent.values() or sum(map(len, self._held.values())) < _MOST_HELD

    def _hold(self, sent: dict[int, int], outcome: Outcome) -> None:
        index = sent.pop(outcome.index) if outcome.last else sent[outcome.index]
        mine = Outcome(index, outcome.value, outcome.error, outcome.last)
        self._held.setdefault(index, []).append(mine)

    def _next_in_order(self) -> list[Outcome]:
        outcomes: list[Outcome] = []
        while held := self._held.pop(self._first, None):
            outcomes += held
            if not held[-1].last:
                break
            self._first += 1
        return outcomes
