"""A study: what agreement is computed on. The spans of all annotators on all documents, as columns.

Offsets are code points, ends exclusive. A document that an annotator has not done is missing there, which is not the
same as having no spans. Identical spans of one annotator count once; a span without length is refused.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from annotator.agreement.arrays import Bools, Ints, joint, ranges
from annotator.model.told import Told

type Inner = tuple[tuple[int, int], ...]
type Unit = tuple[int, int, str, Inner]
"""A span: start, end, label, and its fragments where it has several (else an empty tuple)."""


class StudyError(Told):
    """Spans that no agreement can be computed on."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document as its annotators labelled it; an annotator who has not done it is not in ``layers``."""

    name: str
    length: int
    layers: Mapping[str, Sequence[Unit]]
    begin: int = 0
    tokens: Sequence[tuple[int, int]] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """Spans as columns. ``shape`` tells spans of other fragments apart, ``origin`` counts them as they were given."""

    start: Ints
    end: Ints
    label: Ints
    shape: Ints
    origin: Ints

    def __len__(self) -> int:
        return len(self.start)

    def take(self, which: Ints | Bools | slice) -> "Spans":
        """Return some of the spans."""
        return Spans(*(column[which] for column in self.columns()))

    def columns(self) -> tuple[Ints, ...]:
        """Return the columns in their order."""
        return self.start, self.end, self.label, self.shape, self.origin

    def upright(self) -> "Spans":
        """Return the columns standing, so that they meet each of those of another layer."""
        return Spans(*(column[:, None] for column in self.columns()))


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """Spans sorted by document, annotator, start, end and label; ``bounds`` cuts them into layers.

    ``begin`` and ``length`` are those of each document's text, ``done`` tells who has done which (documents by
    annotators), ``tokens`` holds starts and ends where the texts were cut into tokens, ``duplicates`` counts the
    identical spans that were left out.
    """

    annotators: tuple[str, ...]
    labels: tuple[str, ...]
    documents: tuple[str, ...]
    begin: Ints
    length: Ints
    done: Bools
    spans: Spans
    bounds: Ints
    tokens: tuple[tuple[Ints, Ints], ...] | None = None
    duplicates: int = 0
    document: Ints = field(init=False)
    annotator: Ints = field(init=False)
    shift: Ints = field(init=False)

    def __post_init__(self) -> None:
        """Derive each span's document and annotator, and where each document lies when all lie on one line."""
        sizes = np.diff(self.bounds)
        groups = np.repeat(np.arange(len(sizes)), sizes)
        object.__setattr__(self, "document", groups // max(1, len(self.annotators)))
        object.__setattr__(self, "annotator", groups % max(1, len(self.annotators)))
        object.__setattr__(self, "shift", _shifts(self))

    def layer(self, document: int | np.int64, annotator: int | np.int64) -> Spans:
        """Return the spans of one annotator on one document."""
        at = document * len(self.annotators) + annotator
        return self.spans.take(slice(self.bounds[at], self.bounds[at + 1]))

    def of(self, annotator: int, which: Bools | None = None) -> tuple[Spans, Ints]:
        """Return an annotator's spans of all documents on one line, and the document of each."""
        mine = self.annotator == annotator
        if which is not None:
            mine &= which
        spans, document = self.spans.take(mine), self.document[mine]
        shift = self.shift[document]
        return replace(spans, start=spans.start + shift, end=spans.end + shift), document

    def pairs(self) -> list[tuple[int, int]]:
        """Return all pairs of annotators, the earlier first."""
        count = len(self.annotators)
        return [(i, j) for i in range(count) for j in range(i + 1, count)]

    def cut(self, tokens: Sequence[Sequence[tuple[int, int]]]) -> "Study":
        """Return the study of documents that are cut into these tokens."""
        return replace(self, tokens=_columns_of(tokens))

    def common(self) -> Bools:
        """Tell for each document whether two annotators at least have done it."""
        return np.asarray(self.done.sum(axis=1) >= 2)

    def between(self, annotators: Sequence[int], documents: Ints | None = None) -> "Study":
        """Return the study of these annotators, on these documents or else on those that two of them have done."""
        done = self.done[:, annotators]
        kept = np.flatnonzero(done.sum(axis=1) >= 2) if documents is None else documents
        m = len(self.annotators)
        groups = (kept[:, None] * m + np.asarray(annotators)).ravel()
        sizes = np.diff(self.bounds)[groups]
        rows = ranges(self.bounds[groups], self.bounds[groups + 1])[1]
        return Study(
            tuple(self.annotators[a] for a in annotators),
            self.labels,
            tuple(self.documents[d] for d in kept),
            self.begin[kept],
            self.length[kept],
            done[kept],
            self.spans.take(rows),
            np.concatenate([[0], np.cumsum(sizes)]),
            None if self.tokens is None else tuple(self.tokens[d] for d in kept),
            self.duplicates,
        )


def make_study(sheets: Sequence[Sheet], annotators: Sequence[str], labels: Iterable[str] = ()) -> Study:
    """Return the study of these documents. Labels that are not named come after, by name.

    Raises StudyError for a span without length.
    """
    layers = [sheet.layers.get(name) for sheet in sheets for name in annotators]
    units = [unit for layer in layers for unit in layer or ()]
    named = dict.fromkeys(labels)
    all_labels = (*named, *sorted({unit[2] for unit in units} - named.keys()))
    group = np.repeat(np.arange(len(layers)), [len(layer or ()) for layer in layers])
    columns = _columns(units, {label: n for n, label in enumerate(all_labels)})
    _refuse_empty(columns, group, sheets, len(annotators))
    order, kept = _sorted(group, columns)
    return Study(
        tuple(annotators),
        all_labels,
        tuple(sheet.name for sheet in sheets),
        np.array([sheet.begin for sheet in sheets], np.int64),
        np.array([sheet.length for sheet in sheets], np.int64),
        np.array([layer is not None for layer in layers], bool).reshape(len(sheets), len(annotators)),
        columns.take(order[kept]),
        np.concatenate([[0], np.cumsum(np.bincount(group[order[kept]], minlength=len(layers)))]),
        _tokens(sheets),
        int(len(order) - kept.sum()),
    )


def _columns(units: Sequence[Unit], codes: Mapping[str, int]) -> Spans:
    starts, ends, labels, inner = zip(*units, strict=True) if units else ((), (), (), ())
    shapes = {form: n for n, form in enumerate(dict.fromkeys((*((),), *inner)))}
    count = len(units)
    return Spans(
        np.fromiter(starts, np.int64, count),
        np.fromiter(ends, np.int64, count),
        np.fromiter(map(codes.__getitem__, labels), np.int64, count),
        np.fromiter(map(shapes.__getitem__, inner), np.int64, count),
        np.arange(count),
    )


def _refuse_empty(spans: Spans, group: Ints, sheets: Sequence[Sheet], annotators: int) -> None:
    empty = np.flatnonzero(spans.end <= spans.start)
    if empty.size:
        at = int(empty[0])
        raise StudyError(
            "A span of “{document}” at {start} has no length: agreement cannot be computed on it.",
            document=sheets[int(group[at]) // annotators].name,
            start=int(spans.start[at]),
        )


def _sorted(group: Ints, spans: Spans) -> tuple[Ints, Bools]:
    """Return the order of the spans, and which in that order are not the same as the one before."""
    if not len(spans):
        return np.zeros(0, np.int64), np.zeros(0, bool)
    key = joint(group, spans.start - spans.start.min())
    rest = joint(spans.end - spans.end.min(), spans.label, spans.shape)
    order = np.lexsort((rest, key))
    key, rest = key[order], rest[order]
    fresh = np.concatenate([[True], (key[1:] != key[:-1]) | (rest[1:] != rest[:-1])])
    return order, fresh


def _tokens(sheets: Sequence[Sheet]) -> tuple[tuple[Ints, Ints], ...] | None:
    if not sheets or any(sheet.tokens is None for sheet in sheets):
        return None
    return _columns_of([sheet.tokens or () for sheet in sheets])


def _columns_of(tokens: Sequence[Sequence[tuple[int, int]]]) -> tuple[tuple[Ints, Ints], ...]:
    cut = [np.array(some, np.int64).reshape(-1, 2) for some in tokens]
    return tuple((some[:, 0], some[:, 1]) for some in cut)


def _shifts(study: Study) -> Ints:
    """Return what to add to each document's offsets so that all documents lie one after the other."""
    low, high = study.begin.copy(), study.begin + study.length
    np.minimum.at(low, study.document, study.spans.start)
    np.maximum.at(high, study.document, study.spans.end)
    sizes = high - low
    return np.asarray(np.cumsum(sizes) - sizes - low)
