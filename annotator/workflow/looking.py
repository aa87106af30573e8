"""A look into files before they are imported: columns of tables, labels of spans, units that nobody stated.

Read in a worker like everything else; what cannot be read is left for the import to tell.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import batched
from pathlib import Path

from annotator.formats.offsets import UNIT_UNSAID
from annotator.formats.registry import FORMATS, Format, Refusal, format_named, format_of, loaded, read_articles
from annotator.formats.tables import Proposal, proposed
from annotator.jobs.crew import Crew
from annotator.jobs.job import Limits
from annotator.model.document import Article
from annotator.workflow.importing import READING, found_files
from annotator.workflow.preparing import Source

_SHOWN = 300
_AT_ONCE = 200
ASKED_UNITS = ("codepoint", "utf16", "utf8")
"""Units that files of spans are known to count in."""
_SAMPLES = 4


@dataclass(frozen=True, slots=True)
class Table:
    """Tables that have the same columns, and what the first of them looks like."""

    paths: tuple[Path, ...]
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file, or a part of it, looks like: the columns of a table, how many spans have each label.

    ``annotators`` are those whom the file names; ``words`` has, by unit of offsets, the words of some spans, where the
    file leaves its unit open.
    """

    proposal: Proposal | None = None
    labels: Mapping[str, int] = field(default_factory=dict)
    annotators: frozenset[str] = frozenset()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Looking:
    """A look under way. Poll it from a timer.

    ``labels`` counts the spans seen so far by label, ``annotators`` are those whom files name; ``words`` are those of
    spans in each unit they may be counted in.
    """

    def __init__(self, sources: Iterable[Source], *, limits: Limits = READING) -> None:
        """Take the files that are worth a look."""
        self._sources = list(sources)
        self._crew = Crew(look, self._sources, limits=limits)
        self._found: dict[tuple[str, ...], Table] = {}
        self.labels: Counter[str] = Counter()
        self.annotators: frozenset[str] = frozenset()
        self.words: dict[str, tuple[str, ...]] = {}

    @property
    def total(self) -> int:
        """Return how many files are looked at."""
        return self._crew.total

    @property
    def finished(self) -> int:
        """Return how many files have been looked at."""
        return self._crew.finished

    @property
    def done(self) -> bool:
        """Tell whether every file has been looked at."""
        return self._crew.done

    def poll(self, *, wait_seconds: float = 0.0) -> None:
        """Take in what the worker has seen since."""
        for outcome in self._crew.poll(wait_seconds=wait_seconds):
            if isinstance(outcome.value, Seen):
                self._take(self._sources[outcome.index].path, outcome.value)

    def cancel(self) -> None:
        """Stop looking."""
        self._crew.cancel()

    @property
    def tables(self) -> tuple[Table, ...]:
        """Return the tables that have been seen, files with the same columns together."""
        return tuple(self._found.values())

    def _take(self, path: Path, seen: Seen) -> None:
        self.labels.update(seen.labels)
        self.annotators |= seen.annotators
        self.words = self.words or dict(seen.words)
        if seen.proposal is not None and seen.proposal.columns:
            known = self._found.get(seen.proposal.columns, Table((), seen.proposal))
            self._found[seen.proposal.columns] = replace(known, paths=(*known.paths, path))


def worth_a_look(paths: Iterable[Path], source: Source) -> list[Source]:
    """Return what may be tables or hold spans among files and folders, to be read as ``source`` says."""
    named = format_named(source.format_name) if source.format_name else None
    files = found_files(paths, any_suffix=named is not None)[0]
    kinds = [kind for kind in (FORMATS if named is None else (named,)) if kind.readable and _tells(kind)]
    return [
        replace(source, path=path)
        for path in files
        if any(named is not None or path.name.lower().endswith(kind.suffixes) for kind in kinds)
    ]


def look(_: None, source: Source) -> Iterator[Seen]:
    """Yield what a file looks like, a part at a time; the function of the worker process."""
    found = format_named(source.format_name) if source.format_name else format_of(source.path)
    if found is not None and found.rows:
        seen = proposed(loaded(found.rows)(source.path, source.how))
        short = tuple(tuple(cell[:_SHOWN] for cell in row) for row in seen.rows)
        yield Seen(replace(seen, rows=short))
    elif found is not None and found.readable and _tells(found):
        open_unit = False
        for some in batched(_articles(source, found), _AT_ONCE):
            open_unit |= any(isinstance(one, Refusal) and one.reason == UNIT_UNSAID for one in some)
            articles = [one for one in some if isinstance(one, Article)]
            named = frozenset(one.annotator for one in articles if one.spans and one.apart != "prediction")
            labels = Counter(span.label for one in articles for span in one.spans)
            yield Seen(labels=labels, annotators=named - {""})
        if open_unit:
            yield Seen(words={unit: _words(source, found, unit) for unit in ASKED_UNITS})


def _tells(kind: Format) -> bool:
    """Tell whether files of this format have something to be asked about: columns, or labels."""
    return bool(kind.rows) or kind.offset_unit != "none"


def _articles(source: Source, found: Format) -> Iterator[Article | Refusal]:
    return read_articles(source.path, source.how, format_name=found.name)


def _words(source: Source, found: Format, unit: str) -> tuple[str, ...]:
    """Return the words that spans after a character of two UTF-16 units would have."""
    said = replace(source, how=replace(source.how, offset_unit=unit))
    words: list[str] = []
    for one in _articles(said, found):
        if isinstance(one, Article) and (first := _first_astral(one.text)) is not None:
            words += [one.text[slice(*span.fragments[0])] for span in one.spans if span.fragments[0][1] > first]
        if len(words) >= _SAMPLES:
            break
    return tuple(word[:_SHOWN] for word in words[:_SAMPLES])


def _first_astral(text: str) -> int | None:
    return next((n for n, character in enumerate(text) if character > "\uffff"), None)
