"""What runs inside the child process of a job: limits first, then set-up, then item after item."""

import contextlib
import gc
import inspect
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Literal

from annotator.model.offline import open_no_socket
from annotator.model.told import Sentence, sentence_of

_LONGEST_REPLY = 256 << 20


@dataclass(frozen=True, slots=True)
class Reply:
    """One message of the child: ready, part of an item's values, its last value, failed, or broken in set-up."""

    kind: Literal["ready", "part", "last", "failed", "broken"]
    value: Any = None
    error: Sentence | None = None


def child_main(
    requests: Connection,
    replies: Connection,
    function: Callable[..., Any],
    setup: Callable[..., Any] | None,
    setup_arguments: tuple[Any, ...],
    memory_bytes: int,
) -> None:
    """Serve what is requested until nobody can request any more, which is what happens when the parent dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    open_no_socket()
    logging.disable()  # what libraries murmur about a file is said to nobody: the reply says what a person must know
    _die_with_parent()
    try:
        state = setup(*setup_arguments) if setup else None
    except Exception as error:
        replies.send(Reply("broken", error=sentence_of(error)))
        return
    _limit_memory(memory_bytes)
    # what is loaded stays, and what is read is seldom garbage: to look through it all time and again is a tenth of it
    gc.freeze()
    gc.set_threshold(20_000)
    with contextlib.suppress(EOFError, OSError):
        replies.send(Reply("ready"))
        while True:
            for reply in _replies(function, state, requests.recv()):
                if not _sent(replies, reply):
                    break


def _sent(pipe: Connection, reply: Reply) -> bool:
    """Send a reply; False when it cannot go through a pipe, such as lists in lists in lists: that is said instead."""
    try:
        pipe.send(reply)
    except (RecursionError, MemoryError) as error:
        pipe.send(Reply("failed", error=sentence_of(error)))
        return False
    return True


def _replies(function: Callable[..., Any], state: Any, item: Any) -> Iterator[Reply]:
    size = 0
    try:
        result = function(state, item)
        if not inspect.isgenerator(result):
            yield Reply("last", result)
            return
        for value in result:
            size += _size(value)
            if size > _LONGEST_REPLY:
                yield Reply("failed", error=Sentence("It holds more than fits in memory."))
                return
            yield Reply("part", value)
        yield Reply("last")
    except MemoryError:
        yield Reply("failed", error=Sentence("It needs more memory than is allowed."))
    except Exception as error:
        yield Reply("failed", error=sentence_of(error))


def _size(value: Any) -> int:
    text = getattr(value, "text", "")
    return len(text) * 2 + 200 if isinstance(text, str) else 200


def _limit_memory(memory_bytes: int) -> None:
    """Let the process grow by so much above what set-up took, where the system can limit that."""
    if sys.platform == "win32":
        return
    import resource

    page = resource.getpagesize()
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  # a kernel file, read in one go
            taken = int(file.read().split()[0]) * page
    except OSError:
        taken = 0
    limit = taken + memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _die_with_parent() -> None:
    """Ask Linux to end this process when its parent ends; elsewhere the closed pipe does, between items."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    parent = os.getppid()
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
