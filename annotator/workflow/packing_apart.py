"""Packs written by a process of its own, so that a window stays awake; it may be stopped at any moment."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, override

from annotator.store.files import sweep_beside
from annotator.store.project import Project
from annotator.workflow.assigning import Wanted, file_name, write_packs
from annotator.workflow.packing import pack
from annotator.workflow.reading_apart import ReadingApart, Work


class _WritingApart(ReadingApart):
    """Packs under way; of one that is not finished when it is stopped nothing stays."""

    def __init__(self, project: Project, places: Sequence[Path], work: Work, *arguments: Any) -> None:
        super().__init__(project, work, *arguments)
        self._places = places

    @override
    def stop(self) -> None:
        """End the process at once; packs that are finished stay."""
        unfinished = not self.done
        super().stop()
        for place in self._places if unfinished else ():
            sweep_beside(place)


class PackingApart(_WritingApart):
    """One pack being written: a `Pack` comes."""

    def __init__(self, project: Project, out: Path, *, annotator: str, with_text: bool) -> None:
        """Prepare."""
        super().__init__(project, (out,), pack_apart, out, annotator, with_text)


class AssigningApart(_WritingApart):
    """Packs for others being written: how many of how many come, and an `Assignment`, which is still to be kept."""

    def __init__(self, project: Project, folder: Path, wanted: Wanted) -> None:
        """Prepare."""
        places = [folder / file_name(name) for name in wanted.annotators]
        super().__init__(project, places, write_packs, folder, wanted)


def pack_apart(project: Project, out: Path, annotator: str, with_text: bool) -> Iterator[object]:  # sent
    """Yield a pack that was written; inside the process."""
    yield pack(project, out, annotator=annotator, with_text=with_text)
