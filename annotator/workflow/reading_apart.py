"""Long reading of a project in a process of its own, so that a window stays awake and can stop it at any moment."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from annotator.jobs.job import Job, Limits
from annotator.model.told import Sentence
from annotator.store.project import Project

LIMITS = Limits(deadline_seconds=3600, memory_bytes=4 << 30)
"""What one document of many annotators may take: gamma has no bound that is known beforehand."""

type Work = Callable[..., Iterator[object]]
"""An importable function of a project, and of more that can be pickled, which yields what it has found so far."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the process is told: what to do, with which file, and where its private copy of the file may lie."""

    work: Work
    path: Path
    arguments: tuple[Any, ...]
    folder: str


class Apart(Protocol):
    """Something long that goes on in other processes: polled from a timer, and stopped in the end."""

    @property
    def done(self) -> bool:
        """Tell whether nothing more comes."""

    @property
    def error(self) -> Sentence | None:
        """Return why nothing more comes, where that is not as it should be."""

    def poll(self) -> list[object]:
        """Return what was found since; pairs of numbers say how much of how much is done."""

    def stop(self) -> None:
        """End the processes at once."""


class ReadingApart:
    """One reading under way, on a copy of the project as it was last committed.

    Poll it from a timer; `stop` it in the end, which leaves neither process nor copy behind.
    """

    def __init__(self, project: Project, work: Work, *arguments: Any) -> None:
        """Prepare a private folder; nothing runs before the first `poll`."""
        self._folder = tempfile.mkdtemp(prefix="annotator-")
        self._job = Job(read, [Order(work, project.path, arguments, self._folder)], limits=LIMITS)
        self._error: Sentence | None = None

    @property
    def error(self) -> Sentence | None:
        """Return why it could not go on, where it could not."""
        return self._error

    @property
    def done(self) -> bool:
        """Tell whether nothing more comes."""
        return self._job.done

    def poll(self, *, wait_seconds: float = 0.0) -> list[object]:
        """Return what was found since; where it cannot go on, `error` says why."""
        outcomes = self._job.poll(wait_seconds=wait_seconds)
        self._error = next((one.error for one in outcomes if one.error), self._error)
        if self.done:
            self.stop()
        return [one.value for one in outcomes if not one.last]

    def stop(self) -> None:
        """End the process at once, and take its copy away."""
        self._job.cancel()
        shutil.rmtree(self._folder, ignore_errors=True)


def read(_state: object, order: Order) -> Iterator[object]:
    """Do what was ordered, inside the process."""
    # a process that is killed cleans nothing up: its copy lies where whoever kills it does
    tempfile.tempdir = order.folder
    with Project.open(order.path, read_only=True) as project:
        yield from order.work(project, *order.arguments)
