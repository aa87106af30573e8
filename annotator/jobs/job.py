"""A job: one function over many items in one killable child process, watched from outside.

The child is spawned, so that it shares nothing; it dies with its parent; an item that hangs, eats the memory or takes
the process down costs one failed outcome, and a new child goes on with the rest.
"""

import multiprocessing
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from annotator.jobs.child import Reply, child_main
from annotator.model.told import Sentence, sentence

_PIPE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may take; ``start_seconds`` is for the child's own start and set-up."""

    deadline_seconds: float = 60.0
    start_seconds: float = 120.0
    memory_bytes: int = 2 << 30


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item: a value (several, when the function yields), or why there is none.

    ``last`` says that nothing more comes of this item.
    """

    index: int
    value: Any
    error: Sentence | None = None
    last: bool = True


class Job:
    """A function over items in a child process.

    ``function(state, item)`` and ``setup(*setup_arguments) -> state`` are importable functions; what they take and
    return can be pickled. Use `poll` from a timer, or iterate over `results` where waiting is fine.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        items: Iterable[Any],
        *,
        setup: Callable[..., Any] | None = None,
        setup_arguments: tuple[Any, ...] = (),
        limits: Limits | None = None,
        ahead: int = 0,
    ) -> None:
        """Prepare; nothing runs before `start` or the first `poll`.

        ``ahead`` items are sent before the child asks for them: small ones only, a full pipe makes the sender wait.
        """
        self._limits = limits or Limits()
        self._task = (function, setup, setup_arguments, self._limits.memory_bytes)
        self._waiting = deque(enumerate(items))
        self._total = len(self._waiting)
        self._finished = 0
        self._sent: deque[tuple[int, Any]] = deque()
        self._ahead = ahead
        self._deadline = 0.0
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._requests: Connection | None = None
        self._ready = False

    @property
    def total(self) -> int:
        """Return how many items there are in all."""
        return self._total

    @property
    def finished(self) -> int:
        """Return how many items are over and done with."""
        return self._finished

    @property
    def done(self) -> bool:
        """Tell whether nothing is waiting or running."""
        return not self._waiting and not self._sent

    @property
    def pipe(self) -> Connection | None:
        """Return what to wait on for several jobs at once, None when there is no child."""
        return self._pipe

    def add(self, item: Any, *, first: bool = False) -> int:
        """Add an item, before the others when asked; returns its index."""
        index = self._total
        self._total += 1
        if first:
            self._waiting.appendleft((index, item))
        else:
            self._waiting.append((index, item))
        return index

    def start(self) -> None:
        """Start the child; `poll` does it too when it must."""
        if self._process is not None:
            return
        context = multiprocessing.get_context("spawn")
        requests, self._requests = context.Pipe(duplex=False)
        self._pipe, replies = context.Pipe(duplex=False)
        _widen(replies)
        self._process = context.Process(target=child_main, args=(requests, replies, *self._task), daemon=True)
        self._process.start()
        requests.close()
        replies.close()
        self._ready = False
        self._deadline = time.monotonic() + self._limits.start_seconds

    def poll(self, *, wait_seconds: float = 0.0) -> list[Outcome]:
        """Return what has come in since, waiting at most so long for the first of it; never blocks otherwise."""
        outcomes: list[Outcome] = []
        if self.done:
            return outcomes
        self.start()
        assert self._pipe is not None
        if self._ready:
            self._send()
        while self._alive_message(0.0 if outcomes else wait_seconds):
            try:
                reply: Reply = self._pipe.recv()
            except (EOFError, OSError):
                return outcomes + self._lost(Sentence("The process that worked on it died."))
            outcomes += self._take(reply)
            if self.done:
                return outcomes
        if time.monotonic() > self._deadline:
            seconds = self._limits.deadline_seconds if self._ready else self._limits.start_seconds
            outcomes += self._lost(sentence("It took longer than {seconds} seconds.", seconds=f"{seconds:g}"))
        return outcomes

    def results(self) -> Iterator[Outcome]:
        """Yield every outcome, waiting for each."""
        try:
            while not self.done:
                yield from self.poll(wait_seconds=0.2)
        finally:
            self.stop()

    def cancel(self) -> None:
        """Forget what is waiting and end the child at once."""
        self._waiting.clear()
        self._sent.clear()
        self.stop()

    def stop(self) -> None:
        """End the child; a later item starts a new one."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None
        if self._pipe is not None and self._requests is not None:
            self._pipe.close()
            self._requests.close()
            self._pipe = self._requests = None

    def _alive_message(self, wait_seconds: float) -> bool:
        assert self._pipe is not None
        try:
            return self._pipe.poll(wait_seconds)
        except (BrokenPipeError, OSError):
            return True

    def _take(self, reply: Reply) -> list[Outcome]:
        if reply.kind == "ready":
            self._ready = True
            self._send()
            return []
        if reply.kind == "broken":
            return self._all_fail(reply.error or Sentence("The process that worked on it died."))
        outcome = Outcome(self._sent[0][0], reply.value, reply.error, last=reply.kind != "part")
        self._deadline = time.monotonic() + self._limits.deadline_seconds
        if outcome.last:
            self._finished += 1
            self._sent.popleft()
            self._send()
        return [outcome]

    def _send(self) -> None:
        assert self._requests is not None
        while self._waiting and len(self._sent) <= self._ahead:
            if not self._sent:
                self._deadline = time.monotonic() + self._limits.deadline_seconds
            self._sent.append(self._waiting.popleft())
            with suppress(OSError):  # a child that has died is noticed where its replies are read
                self._requests.send(self._sent[-1][1])

    def _lost(self, why: Sentence) -> list[Outcome]:
        started = self._ready
        self.stop()
        if not started:
            return self._all_fail(why)
        if not self._sent:
            return []
        (index, _), *unread = self._sent
        self._sent.clear()
        self._waiting.extendleft(reversed(unread))
        self._finished += 1
        return [Outcome(index, None, why)]

    def _all_fail(self, why: Sentence) -> list[Outcome]:
        """Give up on everything: the child cannot even start."""
        self.stop()
        indexes = [index for index, _ in self._waiting]
        self._waiting.clear()
        self._finished += len(indexes)
        return [Outcome(index, None, why) for index in indexes]


def _widen(pipe: Connection) -> None:
    """Let a child go on while nobody reads: where the system allows it, a pipe holds a hundred articles, not six."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # more than this system, or this person, may have
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
