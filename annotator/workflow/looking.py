"""A look into tables before they are imported: their columns and first rows, read in a worker like everything else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.formats.registry import FORMATS, format_named, format_of, loaded
from annotator.formats.tables import Proposal, proposed
from annotator.jobs.crew import Crew
from annotator.jobs.job import Limits
from annotator.workflow.importing import READING, found_files
from annotator.workflow.preparing import Source

_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Table:
    """Tables that have the same columns, and what the first of them looks like."""

    paths: tuple[Path, ...]
    proposal: Proposal


class Looking:
    """A look under way. Poll it from a timer; tables that cannot be read are left for the import to tell."""

    def __init__(self, sources: Iterable[Source], *, limits: Limits = READING) -> None:
        """Take the tables among the files."""
        self._sources = list(sources)
        self._crew = Crew(look, self._sources, limits=limits)
        self._found: dict[tuple[str, ...], Table] = {}

    @property
    def done(self) -> bool:
        """Tell whether every table has been looked at."""
        return self._crew.done

    def poll(self, *, wait_seconds: float = 0.0) -> None:
        """Take in what the worker has seen since."""
        for outcome in self._crew.poll(wait_seconds=wait_seconds):
            if isinstance(outcome.value, Proposal) and outcome.value.columns:
                self._take(self._sources[outcome.index].path, outcome.value)

    def cancel(self) -> None:
        """Stop looking."""
        self._crew.cancel()

    @property
    def tables(self) -> tuple[Table, ...]:
        """Return what has been seen, files with the same columns together."""
        return tuple(self._found.values())

    def _take(self, path: Path, proposal: Proposal) -> None:
        known = self._found.get(proposal.columns, Table((), proposal))
        self._found[proposal.columns] = replace(known, paths=(*known.paths, path))


def tables_among(paths: Iterable[Path], source: Source) -> list[Source]:
    """Return what may be tables among files and folders, to be read as ``source`` says."""
    named = format_named(source.format_name) if source.format_name else None
    files = found_files(paths, any_suffix=named is not None)[0]
    kinds = [kind for kind in (FORMATS if named is None else (named,)) if kind.rows]
    return [
        replace(source, path=path)
        for path in files
        if any(named is not None or path.name.lower().endswith(kind.suffixes) for kind in kinds)
    ]


def look(_: None, source: Source) -> Proposal | None:
    """Return what a table looks like, None for a file that is none; the function of the worker process."""
    found = format_named(source.format_name) if source.format_name else format_of(source.path)
    if found is None or not found.rows:
        return None
    seen = proposed(loaded(found.rows)(source.path, source.how))
    short = tuple(tuple(cell[:_SHOWN] for cell in row) for row in seen.rows)
    return replace(seen, rows=short)
