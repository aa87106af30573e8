"""Bringing other people's files in: read by a guarded worker, shown before anything is done, merged whole or not."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.jobs.crew import Crew
from annotator.jobs.job import Limits
from annotator.model.edits import Edit, EditError, Merge
from annotator.model.ids import AnnotatorId, DocumentId, GestureId
from annotator.model.scheme_differences import differences
from annotator.model.told import Sentence, Told
from annotator.store.backups import make_backup
from annotator.store.codec import uuid_text
from annotator.store.foreign import Foreign, read_foreign
from annotator.store.guarded import Request
from annotator.store.journal import now
from annotator.store.planning import LayerPlan, Plan, Verdict, plan
from annotator.store.project import PROGRAM, Project
from annotator.store.schemes import parse_scheme
from annotator.store.settling import merges
from annotator.store.spool import Spool
from annotator.store.union import Stamp, Union, choose

READING = Limits(deadline_seconds=300, memory_bytes=2 << 30)
MOST_READERS = 4
LOSS = 0.10
"""A merge that drops more than this share of a layer's spans asks first."""


class MergeRefused(Told):
    """A merge that cannot be made; nothing was changed."""


class WouldLose(MergeRefused):
    """A merge that would drop much of a layer and waits for a yes; nothing was changed."""


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file as the guarded reader has found it: ``refused`` says why nothing of it comes in."""

    name: str
    refused: Sentence | None = None
    documents: int = 0
    layers: int = 0
    differences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerSeen:
    """What would become of one layer: counts are of spans, ``files`` the names of those that have it."""

    annotator: str
    document: str
    document_id: DocumentId
    verdict: Verdict
    before: int
    after: int
    made: int
    changed: int
    erased: int
    forked: bool
    files: tuple[str, ...]
    reason: Sentence | None = None

    @property
    def lossy(self) -> bool:
        """Tell whether too much of it would go to do it unasked."""
        return self.erased > LOSS * self.before


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would do, by file, layer and document; ``new_documents`` are titles."""

    files: tuple[FileSeen, ...]
    layers: tuple[LayerSeen, ...]
    new_documents: tuple[str, ...]
    nothing_new: bool

    @property
    def refused(self) -> tuple[LayerSeen, ...]:
        """Return the layers that cannot come in."""
        return tuple(layer for layer in self.layers if layer.verdict == "refused")

    @property
    def losses(self) -> tuple[LayerSeen, ...]:
        """Return the layers of which too much would go."""
        return tuple(layer for layer in self.layers if layer.lossy)


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge has done: ``gesture`` can be undone, ``backup`` is the verified copy made before it.

    Neither is there where nothing was new.
    """

    preview: Preview
    gesture: GestureId | None
    backup: Path | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """Files that have been read: what was found sound of each, or why it was not, by its number; the rest lies in the
    spool.
    """

    paths: tuple[Path, ...]
    spool: Path
    found: Mapping[int, Foreign]
    refused: Mapping[int, Sentence]


class Merging:
    """A merge under way: files are read first, then `preview` says what would happen, then `merge` does it.

    Poll it from a timer, or `run` it where waiting is fine; `close` it in the end.
    """

    def __init__(self, project: Project, paths: Sequence[Path]) -> None:
        """Prepare a private folder; nothing is read yet."""
        self._project = project
        self._paths = tuple(paths)
        self._folder = Path(tempfile.mkdtemp(prefix="annotator-merge-"))
        self._spool = self._folder / "spool"
        # made here: of several readers each would find none
        Spool(self._spool).close()
        scheme = project.scheme.id
        requests = [Request(path, self._spool, number, scheme) for number, path in enumerate(self._paths)]
        self._job = Crew(read_foreign, requests, limits=READING, workers=_workers(len(self._paths)))
        self._found: dict[int, Foreign] = {}
        self._refused: dict[int, Sentence] = {}

    @property
    def total(self) -> int:
        """Return how many files there are."""
        return self._job.total

    @property
    def finished(self) -> int:
        """Return how many have been read."""
        return self._job.finished

    @property
    def done(self) -> bool:
        """Tell whether all files have been read, or reading was stopped."""
        return self._job.done

    @property
    def gathered(self) -> Gathered:
        """Return what has been read."""
        return Gathered(self._paths, self._spool, self._found, self._refused)

    def poll(self, *, wait_seconds: float = 0.0) -> None:
        """Take in what the worker has found since."""
        for outcome in self._job.poll(wait_seconds=wait_seconds):
            if isinstance(outcome.value, Foreign):
                self._found[outcome.index] = outcome.value
            else:
                self._refused[outcome.index] = outcome.error or Sentence("It could not be read.")
        if self._job.done:
            self._job.stop()

    def run(self) -> Iterator[tuple[int, int]]:
        """Read everything, yielding (files read, files in all) now and then."""
        while not self.done:
            self.poll(wait_seconds=0.2)
            yield self.finished, self.total

    def stop(self) -> None:
        """Read no further."""
        self._job.cancel()

    def close(self) -> None:
        """End the workers and forget what was read; a merge that is made stays made."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def preview(self) -> Preview:
        """Return what a merge would do now, changing nothing."""
        return foreseen(self._project, self.gathered)

    def merge(self, *, by: AnnotatorId = PROGRAM.id, accept_loss: bool = False) -> MergeReport:
        """Merge everything that is not refused; see `merge` for what can be raised."""
        *_, report = merge(self._project, self.gathered, by=by, accept_loss=accept_loss)
        assert isinstance(report, MergeReport)
        return report


def foreseen(project: Project, gathered: Gathered) -> Preview:
    """Return what a merge would do now, changing nothing."""
    with closing(Spool(gathered.spool)) as spool:
        return _Sight(project, gathered, spool).shown(_planned(project, spool))


def merge(
    project: Project, gathered: Gathered, *, by: AnnotatorId = PROGRAM.id, accept_loss: bool = False
) -> Iterator[tuple[int, int] | MergeReport]:
    """Merge everything that is not refused: a verified backup, then one transaction.

    Yields how many of how many steps are done, and in the end what was done. Raises WouldLose when much of a layer
    would go and nobody said yes, MergeRefused or StoreError when it cannot be done; nothing is changed then.
    """
    with closing(Spool(gathered.spool)) as spool:
        planned = _planned(project, spool)
        shown = _Sight(project, gathered, spool).shown(planned)
        if not planned.nothing_new:
            if shown.losses and not accept_loss:
                raise _would_lose(shown.losses)
            choose(spool, planned)
    if planned.nothing_new:
        yield MergeReport(shown, None, None)
        return
    backup = make_backup(project.path, project.id)
    names = tuple(gathered.found[number].name for number in sorted(gathered.found))
    stamp = Stamp(project.id, project.scheme_sha256, by, now(), names)
    try:
        with project.beside(gathered.spool), project.writing() as connection:
            union = Union(connection, planned)
            yield from union.steps(stamp)
    except EditError as error:
        raise MergeRefused("Nothing was merged: the counts afterwards were not those that were planned.") from error
    yield MergeReport(shown, union.gesture, backup.path)


def _planned(project: Project, spool: Spool) -> Plan:
    labels = frozenset(label.id for label in project.scheme.labels)
    with project.reading() as connection:
        return plan(connection, spool, labels)


class _Sight:
    """How a plan is shown, in words for people."""

    def __init__(self, project: Project, gathered: Gathered, spool: Spool) -> None:
        self._scheme, self._gathered = project.scheme, gathered
        self._people = spool.people()
        self._titles = {row.id: row.title for row in spool.documents()}

    def shown(self, planned: Plan) -> Preview:
        return Preview(
            files=tuple(self._file(number) for number in range(len(self._gathered.paths))),
            layers=tuple(sorted((self._layer(one) for one in planned.layers), key=_by_person)),
            new_documents=tuple(row.title for row in planned.new),
            nothing_new=planned.nothing_new,
        )

    def _file(self, number: int) -> FileSeen:
        name, foreign = self._gathered.paths[number].name, self._gathered.found.get(number)
        if foreign is None:
            return FileSeen(name, self._gathered.refused.get(number, Sentence("It has not been read.")))
        theirs = parse_scheme(foreign.scheme)
        return FileSeen(name, None, foreign.documents, foreign.layers, differences(self._scheme, theirs))

    def _layer(self, one: LayerPlan) -> LayerSeen:
        return LayerSeen(
            annotator=self._people.get(one.annotator, ""),
            document=self._titles.get(one.document, ""),
            document_id=DocumentId(uuid_text(one.document)),
            verdict=one.verdict,
            before=one.before,
            after=one.after,
            made=one.made,
            changed=one.changed,
            erased=one.erased,
            forked=one.forked,
            files=tuple(self._gathered.paths[number].name for number in one.files),
            reason=one.reason,
        )


def take_back(project: Project, *, by: AnnotatorId = PROGRAM.id) -> Merge:
    """Take back the last merge that counts, as one gesture; returns what was taken back.

    Raises MergeRefused when there is none, or when it has been worked on since.
    """
    with project.reading() as connection:
        held = merges(connection)
    if not held:
        raise MergeRefused("There is no merge to take back.")
    last = max(held, key=lambda merge: max((end for _, end in merge.entries), default=0))
    try:
        project.commit([Edit(last, None)], by=by)
    except EditError as error:
        raise MergeRefused("The merge cannot be taken back: somebody has gone on from what came with it.") from error
    return last


def _workers(files: int) -> int:
    """Return how many processes read so many files."""
    return max(1, min(os.cpu_count() or 1, MOST_READERS, files))


def _by_person(layer: LayerSeen) -> tuple[str, str, str]:
    return layer.annotator, layer.document, layer.document_id


def _would_lose(losses: Sequence[LayerSeen]) -> WouldLose:
    worst = max(losses, key=lambda layer: layer.erased)
    return WouldLose(
        "“{name}” would lose {erased} of {before} spans on “{title}” ({count} layers in all lose more than 10%). "
        "Nothing was merged: say that you accept it, or look at the file first.",
        name=worst.annotator,
        erased=worst.erased,
        before=worst.before,
        title=worst.document,
        count=len(losses),
    )
