"""A merge in processes of its own: files are read by several, what would happen is found out by one, done by another.

Whoever merges holds the project meanwhile, lends it and writes nothing. A process that is killed leaves no merge.
"""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.jobs.job import Job
from annotator.model.ids import AnnotatorId
from annotator.model.told import Sentence
from annotator.store.project import Project
from annotator.workflow.merging import Gathered, MergeReport, Merging, foreseen, merge
from annotator.workflow.reading_apart import LIMITS, ReadingApart


class GatheringApart:
    """Files being read: how many of how many come, and a `Preview` in the end; ``gathered`` is what was read."""

    def __init__(self, project: Project, paths: tuple[Path, ...]) -> None:
        """Prepare; nothing runs before the first `poll`."""
        self._project = project
        self._merging = Merging(project, paths)
        self._planning: ReadingApart | None = None

    @property
    def gathered(self) -> Gathered:
        """Return what was read; it is there until `close`."""
        return self._merging.gathered

    @property
    def done(self) -> bool:
        """Tell whether nothing more comes."""
        return self._planning is not None and self._planning.done

    @property
    def error(self) -> Sentence | None:
        """Return why nothing more comes, where that is not as it should be."""
        return None if self._planning is None else self._planning.error

    def poll(self) -> list[object]:
        """Return what was found since."""
        if self._planning is not None:
            return self._planning.poll()
        self._merging.poll()
        if self._merging.done:
            self._planning = ReadingApart(self._project, foresee_apart, self.gathered)
        return [(self._merging.finished, self._merging.total)]

    def stop(self) -> None:
        """End the processes at once."""
        self._merging.stop()
        if self._planning is not None:
            self._planning.stop()

    def close(self) -> None:
        """Stop, and forget what was read."""
        self.stop()
        self._merging.close()


@dataclass(frozen=True, slots=True)
class Order:
    """What the process that merges is told, and where what it needs for itself may lie."""

    project: Path
    gathered: Gathered
    by: AnnotatorId
    accept_loss: bool
    folder: str


class MergingApart:
    """Files being merged: how many of how many steps are done comes, and a `MergeReport` in the end.

    ``merged`` tells, once it is over however it ended, whether there is a merge.
    """

    def __init__(self, project: Project, gathered: Gathered, *, by: AnnotatorId, accept_loss: bool = False) -> None:
        """Prepare; nothing runs before the first `poll`."""
        self._project = project
        self._head = project.head()
        self._folder = tempfile.mkdtemp(prefix="annotator-merge-")
        self._job = Job(merge_apart, [Order(project.path, gathered, by, accept_loss, self._folder)], limits=LIMITS)
        self._error: Sentence | None = None
        self._report: MergeReport | None = None
        self._over = False
        self.merged = False

    @property
    def done(self) -> bool:
        """Tell whether nothing more comes."""
        return self._over

    @property
    def error(self) -> Sentence | None:
        """Return why nothing was merged, where that could not be."""
        return self._error

    def poll(self) -> list[object]:
        """Return what was done since; the report when the project has caught up with it."""
        outcomes = self._job.poll()
        self._error = next((one.error for one in outcomes if one.error), self._error)
        values = [one.value for one in outcomes if not one.last]
        self._report = next((value for value in values if isinstance(value, MergeReport)), self._report)
        if not self._job.done:
            return [value for value in values if value is not self._report]
        self.stop()
        return [] if self._report is None else [self._report]

    def stop(self) -> None:
        """End the process at once: what it has not finished is as if it had never begun."""
        if not self._over:
            self._job.cancel()
            shutil.rmtree(self._folder, ignore_errors=True)
            self._project.catch_up()
            self.merged = self._project.head() != self._head
            self._over = True


def foresee_apart(project: Project, gathered: Gathered) -> Iterator[object]:
    """Yield what a merge would do; inside the process."""
    yield foreseen(project, gathered)


def merge_apart(_state: object, order: Order) -> Iterator[object]:
    """Merge into the project that was lent; inside the process."""
    # a process that is killed cleans nothing up: what it needs lies where whoever kills it does
    tempfile.tempdir = order.folder
    with Project(order.project, lent=True) as project:
        yield from merge(project, order.gathered, by=order.by, accept_loss=order.accept_loss)
