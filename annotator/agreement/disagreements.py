"""Why two annotators differ on a document: each span that they do not have in common belongs to one disagreement.

Identical spans are taken off, the rest are put together by the best alignment. So what is lost of exact F1 is the sum
of what missed spans, moved boundaries, other labels and splits take from it.
"""

from dataclasses import dataclass, field

import numpy as np

from annotator.agreement.alignment import best_alignment
from annotator.agreement.arrays import Bools, Floats, Ints, joint
from annotator.agreement.dissimilarity import Dissimilarity
from annotator.agreement.study import Spans, Study
from annotator.agreement.useful_sets import NOTHING
from annotator.model.case import Difference


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What two annotators of a study see otherwise: the spans of the one and of the other, as they were given to it."""

    kind: Difference
    document: int
    annotators: tuple[int, int]
    first: tuple[int, ...]
    second: tuple[int, ...]
    keys: tuple[str, ...] = ()


@dataclass(slots=True)
class Compared:
    """Two layers of one document: spans put together (as they were given), with their labels, and disagreements."""

    together: list[tuple[int, int]] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)


def compared(study: Study, document: int, pair: tuple[int, int]) -> Compared:
    """Return what two annotators have together on a document, and what they disagree on."""
    a, b = (study.layer(document, annotator) for annotator in pair)
    found = Compared()
    same_a, same_b = _identical(a, b)
    _put(found, a.take(same_a), b.take(same_b))
    a, b = a.take(_others(len(a), same_a)), b.take(_others(len(b), same_b))
    first, second = _aligned(a, b)
    _put(found, a.take(first), b.take(second))
    more_a = _parts(a, b, second, first)
    more_b = _parts(b, a, first, second)
    for n, (i, j) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        mine, theirs = [i, *more_a.get(n, ())], [j, *more_b.get(n, ())]
        kind = _kind(a, b, i, j, several=len(mine) + len(theirs) > 2)
        found.disagreements.append(_of(kind, document, pair, a, b, mine, theirs))
    for row in np.setdiff1d(np.arange(len(a)), [*first, *_all(more_a)]).tolist():
        found.disagreements.append(_of("missed", document, pair, a, b, [row], []))
    for row in np.setdiff1d(np.arange(len(b)), [*second, *_all(more_b)]).tolist():
        found.disagreements.append(_of("missed", document, pair, a, b, [], [row]))
    return found


def _identical(a: Spans, b: Spans) -> tuple[Ints, Ints]:
    """Return the rows of identical spans."""
    if not len(a) or not len(b):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    start, end, label, shape, _ = (np.concatenate(columns) for columns in zip(a.columns(), b.columns(), strict=True))
    code = joint(start - start.min(), end - start, label, shape)
    _, first, second = np.intersect1d(code[: len(a)], code[len(a) :], assume_unique=True, return_indices=True)
    return first, second


def _others(count: int, taken: Ints) -> Ints:
    return np.setdiff1d(np.arange(count), taken)


def _aligned(a: Spans, b: Spans) -> tuple[Ints, Ints]:
    """Return the rows of spans that the best alignment puts together and that share text."""
    sets = best_alignment([a, b], Dissimilarity()).sets
    first, second = sets[(sets != NOTHING).all(axis=1)].T
    meet = _shared(a.take(first), b.take(second)) > 0
    return first[meet], second[meet]


def _shared(a: Spans, b: Spans) -> Floats:
    return np.asarray(np.minimum(a.end, b.end) - np.maximum(a.start, b.start), np.float64)


def _parts(mine: Spans, other: Spans, partners: Ints, taken: Ints) -> dict[int, list[int]]:
    """Return the rows of spans without partner that are part of another's span, by the place of that span's pair.

    A part has the label of both spans of the pair.
    """
    parts: dict[int, list[int]] = {}
    if not len(partners):
        return parts
    wholes = other.take(partners)
    fits: Bools = wholes.label == mine.take(taken).label
    for row in _others(len(mine), taken).tolist():
        shared = _shared(wholes, mine.take(np.full(len(partners), row)))
        shared = np.where(fits & (wholes.label == mine.label[row]), shared, 0)
        if shared.max() > 0:
            parts.setdefault(int(shared.argmax()), []).append(row)
    return parts


def _all(parts: dict[int, list[int]]) -> list[int]:
    return [row for rows in parts.values() for row in rows]


def _kind(a: Spans, b: Spans, i: int, j: int, *, several: bool) -> Difference:
    if several:
        return "split_merge"
    return "boundary" if a.label[i] == b.label[j] else "label"


def _put(found: Compared, a: Spans, b: Spans) -> None:
    found.together += zip(a.origin.tolist(), b.origin.tolist(), strict=True)
    found.labels += zip(a.label.tolist(), b.label.tolist(), strict=True)


def _of(
    kind: Difference, document: int, pair: tuple[int, int], a: Spans, b: Spans, mine: list[int], theirs: list[int]
) -> Disagreement:
    first, second = tuple(a.origin[mine].tolist()), tuple(b.origin[theirs].tolist())
    return Disagreement(kind, document, pair, first, second)
