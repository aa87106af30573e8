"""Bringing articles in, and the spans that came with them: files read in a worker, filed in batches, all reported."""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.formats.registry import Reading, Refusal, is_beside, known_suffix
from annotator.jobs.crew import Crew
from annotator.jobs.job import Limits
from annotator.model.ids import DocumentId
from annotator.model.told import Sentence, sentence
from annotator.store.project import Project
from annotator.workflow.families import find_families
from annotator.workflow.filing import FATES, Fate, Filing
from annotator.workflow.kin import known_families
from annotator.workflow.mapping import Unknown
from annotator.workflow.misfits import Misfit
from annotator.workflow.preparing import Prepared, Source, read_and_prepare

_MOMENT = 0.03
READING = Limits(deadline_seconds=60, memory_bytes=1 << 30)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document that came in: from where, in which encoding, and what a person should know of it."""

    where: str
    document_id: DocumentId
    title: str
    encoding: str
    notices: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came in, what was there already, what was refused and why, what was passed over.

    ``copies`` are those that came in and are near copies of another document, ``fates`` says of all spans of the files
    how many came to what, ``skipped`` counts those that were left out by choice, by their label in the files,
    ``not_taken`` names the details of a text that was there with others.
    """

    came_in: tuple[Incoming, ...]
    already_there: tuple[DocumentId, ...]
    spans: int
    refused: tuple[Refusal, ...]
    passed_over: tuple[str, ...]
    copies: tuple[DocumentId, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)
    fates: Mapping[Fate, int] = field(default_factory=dict)
    not_taken: tuple[Refusal, ...] = ()

    @property
    def unresolved(self) -> tuple[Misfit, ...]:
        """Return the refused spans whose words stand elsewhere or nowhere: a person may still settle them."""
        return tuple(one for one in self.refused if isinstance(one, Misfit))


class Importing:
    """An import under way. Poll it from a timer, or `run` it where waiting is fine.

    Cancelling keeps the documents that are already in, each of them whole. With ``strict`` nothing goes in as soon as
    anything is refused.
    """

    def __init__(
        self,
        project: Project,
        paths: Iterable[Path],
        *,
        format_name: str = "",
        how: Reading = Reading(),
        annotator: str = "",
        otherwise: str = "",
        strict: bool = False,
        limits: Limits = READING,
        columns: Mapping[Path, Mapping[str, str]] | None = None,
        left_out: Collection[Path] = (),
        labels: Mapping[str, str] | None = None,
        unknown: Unknown = "refuse",
    ) -> None:
        """Find the files; folders are walked in order of names. ``columns`` says what is what in tables.

        ``annotator`` is whose layer takes all spans, ``otherwise`` whose takes those of files that name nobody.
        """
        files, passed_over, missing = found_files(paths, any_suffix=bool(format_name))
        self._passed_over = (*passed_over, *map(str, left_out))
        default = project.setting("language", "fr")
        said = {path: replace(how, columns=held) for path, held in (columns or {}).items()}
        self._sources = [
            Source(path, format_name, said.get(path, how), default, name)
            for path, name in files.items()
            if path not in left_out
        ]
        self._crew = Crew(read_and_prepare, self._sources, limits=limits)
        self._filing = Filing(project, annotator=annotator, otherwise=otherwise, labels=labels, unknown=unknown)
        self._filing.filed.refused += missing
        self._incoming: dict[DocumentId, Incoming] = {}
        self._held: list[Prepared] | None = [] if strict else None
        self._project = project
        self._families: Iterator[object] | None = None
        self._copies: tuple[DocumentId, ...] = ()
        self._finished = False

    @property
    def total(self) -> int:
        """Return how many files there are."""
        return self._crew.total

    @property
    def finished(self) -> int:
        """Return how many files have been read."""
        return self._crew.finished

    @property
    def done(self) -> bool:
        """Tell whether everything has been read and written, or cancelled."""
        return self._finished

    def poll(self, *, wait_seconds: float = 0.0) -> None:
        """Take in what the worker has read since. Raises StoreError when the project cannot take it."""
        for outcome in self._crew.poll(wait_seconds=wait_seconds):
            if outcome.error:
                self._filing.filed.refused.append(Refusal(self._sources[outcome.index].name, outcome.error))
            elif isinstance(outcome.value, Refusal):
                self._filing.filed.refused.append(outcome.value)
            elif isinstance(outcome.value, Prepared):
                self._take(outcome.value)
        if self._families is not None:
            self._look_for_copies()
        elif self._crew.done and not self._finished:
            self._file_the_rest()
            self._families = find_families(self._project)

    def run(self) -> Iterator[tuple[int, int]]:
        """Do it all, yielding (files read, files in all) now and then."""
        try:
            while not self.done:
                self.poll(wait_seconds=0.2)
                yield self.finished, self.total
        finally:
            self._crew.stop()

    def cancel(self) -> None:
        """Stop reading; what is in stays in."""
        self._crew.cancel()
        self._held = None
        self._file_the_rest()
        self._finished = True

    @property
    def report(self) -> ImportReport:
        """Return what has become of the files so far."""
        filed = self._filing.filed
        return ImportReport(
            came_in=tuple(self._incoming[id_] for id_ in filed.documents),
            already_there=tuple(filed.known),
            spans=filed.fates["stored"],
            refused=tuple(filed.refused),
            passed_over=self._passed_over,
            copies=self._copies,
            skipped=dict(sorted((+filed.skipped).items())),
            fates={fate: filed.fates[fate] for fate in FATES},
            not_taken=tuple(filed.not_taken),
        )

    def _take(self, prepared: Prepared) -> None:
        document, article = prepared.document, prepared.article
        notices = (*article.notices, *(flag.sentence for flag in document.flags))
        incoming = Incoming(article.where, document.id, document.title, document.encoding, notices)
        self._incoming.setdefault(document.id, incoming)
        if self._held is None:
            self._filing.add(prepared)
        else:
            self._held.append(prepared)
            self._filing.filed.refused += prepared.refusals

    def _look_for_copies(self) -> None:
        """Compare what has come in with all there is, for a moment; nobody waits longer for a poll."""
        assert self._families is not None
        until = time.monotonic() + _MOMENT
        while time.monotonic() < until:
            if next(self._families, None) is None:
                families = known_families(self._project)
                self._copies = tuple(id_ for id_ in self._filing.filed.documents if id_ in families)
                self._families = None
                self._finished = True
                return

    def _file_the_rest(self) -> None:
        if self._held is not None:
            if self._filing.filed.refused:
                return
            for prepared in self._held:
                self._filing.add(prepared)
        self._filing.flush()


def found_files(
    paths: Iterable[Path], *, any_suffix: bool = False
) -> tuple[dict[Path, str], tuple[str, ...], list[Refusal]]:
    """Return the files to read, the names of those passed over in folders, and a refusal for each that cannot be.

    The files come with the names that the report has for them: one in a folder by its path below that folder, and by
    the folder's own name too where there are several.
    """
    paths = list(paths)
    files: dict[Path, str] = {}
    passed_over: list[Path] = []
    refused: list[Refusal] = []
    for path in paths:
        if path.is_dir():
            root = path if len(paths) == 1 else path.parent
            for inside in sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p, path)):
                if not is_beside(inside) and (any_suffix or known_suffix(inside)):
                    files.setdefault(inside, inside.relative_to(root).as_posix())
                else:
                    passed_over.append(inside)
        elif not path.exists():
            refused.append(Refusal(str(path), Sentence("There is no such file.")))
        elif any_suffix or known_suffix(path):
            files.setdefault(path, path.name)
        else:
            why = sentence("Files ending in “{suffix}” cannot be read here.", suffix=path.suffix)
            refused.append(Refusal(path.name, why))
    spanned = {path.with_suffix(".txt") for path in files if path.suffix == ".ann"}
    files = {path: name for path, name in files.items() if path not in spanned}
    return files, tuple(str(path) for path in passed_over), refused


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)
