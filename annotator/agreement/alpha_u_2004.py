"""Alpha_U of 1995 and 2004, superseded by the u-alpha family and here for comparison with tools that still give it.

Krippendorff (1995), On the reliability of unitizing continuous data, Sociological Methodology 25:47-76; Krippendorff
(2004), Measuring the reliability of qualitative text analysis data, Quality & Quantity 38:787-800. Documents lie end to
end on one continuum; gaps end with them. Overlapping spans of one label are merged.
"""

from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Floats, Ints, counted, ratio
from annotator.agreement.continuum import Division, Units, as_spans, division
from annotator.agreement.estimate import Estimate
from annotator.agreement.meeting import meetings
from annotator.agreement.study import Study
from annotator.agreement.undefined import NO_COMMON, NO_LABEL, NO_SPANS


@dataclass(frozen=True, slots=True, eq=False)
class Disagreement:
    """By document: summed squared differences, and how many units and gaps of each length there are."""

    squares: Floats
    unit_lengths: Floats
    units: Floats
    gap_lengths: Floats
    gaps: Floats

    def observed_and_expected(self, weights: Floats, lengths: Ints, annotators: int) -> tuple[Floats, Floats]:
        """Return D_o and D_e for each weighing of the documents."""
        length, units, gaps = weights @ lengths, weights @ self.units, weights @ self.gaps
        observed = ratio(2 * (weights @ self.squares), annotators * (annotators - 1) * length**2)
        u, q = self.unit_lengths, self.gap_lengths
        among = (units.sum(axis=1, keepdims=True) - 1) / 3 * (2 * u**3 - 3 * u**2 + u)
        inside = u**2 * (gaps @ np.maximum(q[:, None] - u + 1, 0))
        places = annotators * length * (annotators * length - 1) - units @ (u * (u - 1))
        return observed, ratio(2 * (units * (among + inside)).sum(axis=1), length * places)


def alpha_u_2004(study: Study, label: int | None = None) -> Estimate:
    """Return alpha_U of a label, or of all: 1 - sum of D_o over labels / sum of D_e."""
    whole = study.between(range(len(study.annotators)), np.flatnonzero(study.done.all(axis=1)))
    labels = range(len(study.labels)) if label is None else (label,)
    made = [disagreement(division(whole, each)) for each in labels]
    count, m = len(whole.documents), len(whole.annotators)

    def at(weights: Floats) -> Floats:
        each = [one.observed_and_expected(weights, whole.length, m) for one in made]
        observed = sum((one[0] for one in each), np.zeros(len(weights)))
        return 1 - ratio(observed, sum((np.nan_to_num(one[1]) for one in each), np.zeros(len(weights))))

    spans = int(np.isin(whole.spans.label, labels).sum())
    nothing = NO_SPANS if label is None else NO_LABEL
    return Estimate(at, count, spans, nothing if count else NO_COMMON)


def disagreement(made: Division) -> Disagreement:
    """Return the statistics of the layer of one label."""
    documents = len(made.kept)
    squares = np.zeros(documents)
    for i, j in made.study.pairs():
        squares += _squares(made.units[i], made.units[j], documents)
    units = [(u.document, u.length) for u in made.units]
    gaps = [_gaps(u, made) for u in made.units]
    return Disagreement(squares, *_histogram(units, documents), *_histogram(gaps, documents))


def _squares(a: Units, b: Units, documents: int) -> Floats:
    """Return by document the squared differences of two annotators' units: of edges, or of what falls into a gap."""
    met = meetings(as_spans(a), as_spans(b))
    edges = (a.start[met.first] - b.start[met.second]) ** 2 + (a.end[met.first] - b.end[met.second]) ** 2
    total = counted(a.document[met.first], shape=(documents,), weights=edges.astype(np.float64))
    for units, touched in ((a, met.first), (b, met.second)):
        alone = np.setdiff1d(np.arange(len(units.start)), touched)
        squares = units.length[alone].astype(np.float64) ** 2
        total += counted(units.document[alone], shape=(documents,), weights=squares)
    return total


def _gaps(units: Units, made: Division) -> tuple[Ints, Ints]:
    """Return the documents and lengths of an annotator's gaps."""
    begin = (made.study.begin + made.study.shift)[made.kept]
    document = np.concatenate([np.arange(len(made.kept)), units.document])
    left = np.concatenate([begin, units.end])
    order = np.lexsort((left, document))
    document, left = document[order], left[order]
    right = np.concatenate([begin + made.lengths, units.start])
    right = right[np.lexsort((right, np.concatenate([np.arange(len(made.kept)), units.document])))]
    there = right > left
    return document[there], (right - left)[there]


def _histogram(parts: list[tuple[Ints, Ints]], documents: int) -> tuple[Floats, Floats]:
    """Return the lengths that occur, and by document how often each does."""
    document, length = (np.concatenate(column) for column in zip(*parts, strict=True))
    lengths, place = np.unique(length, return_inverse=True)
    return lengths.astype(np.float64), counted(document, place, shape=(documents, len(lengths)))
