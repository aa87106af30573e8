"""An export in a process of its own: counted before, written beside its place, and put there when all of it is whole.

The process may be killed at any moment: what it was writing is taken away, what stood there still does.
"""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import override

from annotator.formats.writing import new_stamp, put
from annotator.store.project import Project
from annotator.workflow.exporting import ExportReport, Meter, Staged, Wanted, preview, stage
from annotator.workflow.reading_apart import ReadingApart

_MOMENT = 0.1


class PreviewingApart(ReadingApart):
    """One counting of what an export will be: a `Preview` comes."""

    def __init__(self, project: Project, wanted: Wanted) -> None:
        """Prepare."""
        super().__init__(project, preview_apart, wanted)


class ExportingApart(ReadingApart):
    """One export under way: pairs of documents written and documents in all come, and a `Staged` in the end."""

    def __init__(self, project: Project, out: Path, wanted: Wanted) -> None:
        """Prepare; the folder is made where it is not there."""
        self._out, self._stamp, self._was_there = out, new_stamp(), out.exists()
        super().__init__(project, stage_apart, out, wanted, self._stamp)

    @override
    def poll(self, *, wait_seconds: float = 0.0) -> list[object]:
        found = super().poll(wait_seconds=wait_seconds)
        if self.error is not None:
            self._sweep()
        return found

    @override
    def stop(self) -> None:
        """End the process at once; what it has not finished is as if it had never begun."""
        unfinished = not self.done
        super().stop()
        if unfinished:
            self._sweep()

    def _sweep(self) -> None:
        for folder in (self._out, self._out.parent):
            for path in folder.glob(f".*.{self._stamp}.new") if folder.is_dir() else ():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        if not self._was_there and self._out.is_dir() and not any(self._out.iterdir()):
            self._out.rmdir()


def finish(staged: Staged) -> ExportReport:
    """Let a data set take its place. Raises WriteError when the system refuses."""
    put(staged.beside)
    return staged.report


def preview_apart(project: Project, wanted: Wanted) -> Iterator[object]:
    """Yield what an export will be; inside the process."""
    yield preview(project, wanted)


def stage_apart(project: Project, out: Path, wanted: Wanted, stamp: str) -> Iterator[object]:
    """Yield how far the writing is, and the staged data set; inside the process."""
    meter = Meter()
    with ThreadPoolExecutor(1) as pool:
        # writers pull layers and cannot say how far they are: another thread looks at the meter meanwhile
        work = pool.submit(stage, project, out, wanted, stamp=stamp, meter=meter)
        while not work.done():
            if meter.total:
                yield meter.done, meter.total
            wait([work], _MOMENT)
        yield work.result()
