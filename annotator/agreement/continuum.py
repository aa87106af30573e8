"""The text as a line that each annotator divides into units and gaps, and how long which value meets which.

For the measures of unitizing, where an annotator gives each place one value: the spans of one label (or of all labels
taken as one) with overlapping ones merged, or of several labels that do not overlap.
"""

from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Bools, Floats, Ints, counted
from annotator.agreement.meeting import meetings
from annotator.agreement.study import Spans, Study

ALL = None
"""In place of a label: all labels as one, text that is labelled at all."""


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """The units of one annotator on one line: they do not overlap. ``value`` counts from 0."""

    start: Ints
    end: Ints
    value: Ints
    document: Ints

    @property
    def length(self) -> Ints:
        """Return how long each is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """How all annotators of a study divide its texts, document by document (those that two have done).

    ``units`` are those of each annotator, ``values`` how many there are, ``merged`` how many spans went into others.
    """

    study: Study
    kept: Ints
    units: tuple[Units, ...]
    values: int
    merged: int

    @property
    def annotators(self) -> Ints:
        """Return how many have done each document."""
        return np.asarray(self.study.done[self.kept].sum(axis=1))

    @property
    def lengths(self) -> Ints:
        """Return how long each document is."""
        return self.study.length[self.kept]


def division(study: Study, label: int | None = ALL) -> Division:
    """Return the division by one label, or by labelled and not."""
    return _divided(study, np.zeros(len(study.labels), np.int64), None if label is ALL else study.spans.label == label)


def division_by_labels(study: Study) -> Division | None:
    """Return the division by all labels, None where an annotator's spans of different labels overlap."""
    made = _divided(study, np.arange(len(study.labels)), None)
    overlapping = any((units.start[1:] < units.end[:-1]).any() for units in made.units)
    return None if overlapping else made


def _divided(study: Study, value_of: Ints, which: Bools | None) -> Division:
    common = study.common()
    kept = np.flatnonzero(common)
    inside = common[study.document] if which is None else which & common[study.document]
    row = np.cumsum(common) - 1
    units, merged = [], 0
    for annotator in range(len(study.annotators)):
        spans, document = study.of(annotator, inside)
        made = _merged(spans, row[document], value_of)
        merged += len(spans) - len(made.start)
        units.append(made)
    return Division(study, kept, tuple(units), int(value_of.max(initial=0)) + 1, merged)


def _merged(spans: Spans, document: Ints, value_of: Ints) -> Units:
    """Return the spans with overlapping ones of the same value as one unit, in text order."""
    value = value_of[spans.label]
    order = np.lexsort((spans.start, value))
    start, end, value, document = spans.start[order], spans.end[order], value[order], document[order]
    if not len(start):
        return Units(start, end, value, document)
    line = int(end.max()) + 1
    reach = np.maximum.accumulate(end + value * line)
    fresh = np.flatnonzero(np.concatenate([[True], (start + value * line)[1:] >= reach[:-1]]))
    ends = np.maximum.reduceat(end, fresh)
    back = np.lexsort((ends, start[fresh]))
    return Units(start[fresh][back], ends[back], value[fresh][back], document[fresh][back])


def met_lengths(made: Division) -> Floats:
    """Return by document and ordered pair of values (the last is the gap) how long they meet, over m - 1.

    These are the l_ck of Krippendorff et al. (2016): summed over ordered pairs of annotators.
    """
    documents, gap = len(made.kept), made.values
    total = np.zeros((documents, gap + 1, gap + 1))
    by_value = [
        counted(u.document, u.value, shape=(documents, gap), weights=u.length.astype(np.float64)) for u in made.units
    ]
    done = made.study.done[made.kept]
    for i, j in made.study.pairs():
        both = done[:, i] & done[:, j]
        a, b = made.units[i], made.units[j]
        met = meetings(as_spans(a), as_spans(b))
        shared = met.shared.astype(np.float64)
        table = np.zeros_like(total)
        shape = (documents, gap, gap)
        table[:, :gap, :gap] = counted(
            a.document[met.first], a.value[met.first], b.value[met.second], shape=shape, weights=shared
        )
        table[:, :gap, gap] = by_value[i] - table[:, :gap, :gap].sum(axis=2)
        table[:, gap, :gap] = by_value[j] - table[:, :gap, :gap].sum(axis=1)
        table[:, gap, gap] = made.lengths - table.sum(axis=(1, 2))
        total += (table + table.transpose(0, 2, 1)) * both[:, None, None]
    return total / (made.annotators - 1)[:, None, None]


def squared_lengths(made: Division) -> Floats:
    """Return by document and value the summed squares of unit lengths; of the gap, which has no units, its length."""
    documents = len(made.kept)
    table = np.zeros((documents, made.values + 1))
    gaps = (made.annotators * made.lengths).astype(np.float64)
    for units in made.units:
        length = units.length.astype(np.float64)
        table[:, :-1] += counted(units.document, units.value, shape=(documents, made.values), weights=length**2)
        gaps -= counted(units.document, shape=(documents,), weights=length)
    table[:, -1] = gaps
    return table


def squared_meetings(made: Division) -> Floats:
    """Return by document and value the summed squares of how long each unit is covered by another's, over m - 1."""
    documents = len(made.kept)
    table = np.zeros((documents, made.values))
    for i, a in enumerate(made.units):
        for j, b in enumerate(made.units):
            if i != j:
                met = meetings(as_spans(a), as_spans(b))
                covered = np.bincount(met.first, met.shared, len(a.start))
                table += counted(a.document, a.value, shape=(documents, made.values), weights=covered**2)
    return table / (made.annotators - 1)[:, None]


def labelled_share(study: Study) -> float:
    """Return the share of the text of the common documents that is labelled, over the annotators who have done them."""
    made = division(study)
    every = int((made.annotators * made.lengths).sum())
    return sum(int(units.length.sum()) for units in made.units) / every if every else 0.0


def as_spans(units: Units) -> Spans:
    """Return units as spans, for what is asked of spans."""
    return Spans(units.start, units.end, units.value, units.value, units.value)
