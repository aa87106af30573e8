"""SIGKILL at random points of a session."""

import os
import random
import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from annotator.store.files import journal_of
from tests.reliability.judging import faults
from tests.reliability.session import void, work


@dataclass(frozen=True, slots=True)
class Killed:
    """What a kill left: how many works had been acknowledged, whether it fell into a commit, and what is wrong.

    ``torn`` is what is wrong with a copy of the project file alone, without the journal that lay beside it.
    """

    acknowledged: int
    in_commit: bool
    faults: list[str]
    torn: list[str]


def kill_once(base: Path, folder: Path, *, seed: int) -> Killed:
    """Let a session run, kill it, and judge the project and a copy of its file alone."""
    path = folder / "killed.annotator"
    for old in folder.iterdir():
        old.unlink()
    shutil.copy(base, path)
    acknowledged = _killed(path, seed)
    alone = folder / "copy.annotator"
    shutil.copy(path, alone)
    in_commit = journal_of(path).exists()
    wrong = faults(path, acknowledged)
    torn = faults(alone, [told for told in acknowledged if not told.startswith("backup")])
    if not in_commit:
        wrong += [f"copy of the file alone: {fault}" for fault in torn]
    return Killed(len(acknowledged), in_commit, wrong, torn if in_commit else [])


def _killed(path: Path, seed: int) -> list[str]:
    """Run a session, kill it, and return what it had acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(path, 10_000, lambda told: void(os.write(writing, f"{told}\n".encode())), seed=seed)
        finally:
            os._exit(0)
    os.close(writing)
    first = os.read(reading, 1)
    time.sleep(random.Random(seed).uniform(0, 0.12))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        lines = (first + pipe.read()).decode().split("\n")
    return [line for line in lines[:-1] if line]
