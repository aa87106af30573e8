"""SIGKILL at random points of a labelling session."""

import os
import random
import shutil
import signal
import time
from pathlib import Path

from tests.reliability.judging import faults
from tests.reliability.session import label, void


def kill_once(base: Path, folder: Path, *, seed: int) -> tuple[int, list[str]]:
    """Let a session run, kill it, and judge the project and a copy of its file alone.

    Returns how many edits had been acknowledged, and what is wrong.
    """
    path = folder / "killed.annotator"
    for old in folder.iterdir():
        old.unlink()
    shutil.copy(base, path)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            label(path, 10_000, lambda gesture: void(os.write(writing, f"{gesture}\n".encode())), seed=seed)
        finally:
            os._exit(0)
    os.close(writing)
    first = os.read(reading, 37)
    time.sleep(random.Random(seed).uniform(0, 0.06))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        lines = (first + pipe.read()).decode().split("\n")
    acknowledged = [line for line in lines[:-1] if line]
    alone = folder / "copy.annotator"
    if not _journal(path).exists():
        shutil.copy(path, alone)
        wrong = [f"copy of the file alone: {fault}" for fault in faults(alone, acknowledged)]
    else:
        wrong = []
    return len(acknowledged), faults(path, acknowledged) + wrong


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")
