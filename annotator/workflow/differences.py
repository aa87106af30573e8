"""Why annotators differ: the disagreements of a pair, what they cost, and which labels are taken for which."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Ints, counted
from annotator.agreement.disagreements import Compared, Disagreement, compared
from annotator.agreement.link_f1 import LinkLayer, met_links
from annotator.agreement.meeting import most_pairs
from annotator.model.case import DIFFERENCES
from annotator.workflow.comparing import Comparison
from annotator.workflow.values import Values

type Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Loss:
    """What one kind of disagreement takes away: how many there are, and their share.

    The shares of missed, boundary, label and split_merge are of all spans of both annotators, and sum up to what exact
    F1 lacks to 1; those of links are of all links, those of attributes of all spans put together under one label.
    """

    kind: str
    count: int
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Differences:
    """What two annotators differ in, on the documents that both have done.

    ``confusion[i, j]`` counts spans put together that the first gave label i and the second label j.
    """

    pair: Pair
    disagreements: tuple[Disagreement, ...]
    confusion: Ints
    losses: tuple[Loss, ...]


def differences(made: Comparison, pair: Pair) -> Differences:
    """Return everything that two annotators differ in."""
    study, values = made.study, Values(made)
    found: list[Disagreement] = []
    labels: list[tuple[int, int]] = []
    alike = 0
    for document in np.flatnonzero(study.done[:, pair[0]] & study.done[:, pair[1]]).tolist():
        layers = compared(study, document, pair)
        found += layers.disagreements
        labels += layers.labels
        alike += sum(i == j for i, j in layers.labels)
        found += _attributes(layers, document, pair, values)
    links = _links(made, pair)
    spans = sum(int((study.annotator[_common(made, pair)] == a).sum()) for a in pair)
    sizes = dict.fromkeys(DIFFERENCES, spans) | {"link": links[1], "attribute": alike}
    first, second = np.array(labels, np.int64).reshape(-1, 2).T
    size = len(study.labels)
    confusion = counted(first, second, shape=(size, size)).astype(np.int64)
    everything = (*found, *links[0])
    return Differences(pair, everything, confusion, tuple(_loss(kind, everything, sizes[kind]) for kind in DIFFERENCES))


def _common(made: Comparison, pair: Pair) -> Ints:
    """Return the rows of the spans of the documents that both have done."""
    both = made.study.done[:, pair[0]] & made.study.done[:, pair[1]]
    return np.flatnonzero(both[made.study.document])


def _loss(kind: str, found: Sequence[Disagreement], size: int) -> Loss:
    own = [one for one in found if one.kind == kind]
    things = len(own) if kind == "attribute" else sum(len(one.first) + len(one.second) for one in own)
    return Loss(kind, len(own), things / size if size else 0.0)


def _attributes(layers: Compared, document: int, pair: Pair, values: Values) -> list[Disagreement]:
    """Return one disagreement for each two spans put together under one label of which some attributes differ."""
    found = []
    for (first, second), (one, other) in zip(layers.together, layers.labels, strict=True):
        if one == other:
            keys = values.differing(first, second)
            if keys:
                found.append(Disagreement("attribute", document, pair, (first,), (second,), keys))
    return found


def _links(made: Comparison, pair: Pair) -> tuple[list[Disagreement], int]:
    """Return the links that only one of two annotators has, and how many links both have together.

    Links are known by their number among those of their annotator.
    """
    both = made.study.done[:, pair[0]] & made.study.done[:, pair[1]]
    a, b = (_on(made.links.layers[annotator], np.asarray(both)) for annotator in pair)
    paired = most_pairs(met_links(a, b), len(a.source), len(b.source))
    alone_a = np.flatnonzero(paired < 0)
    alone_b = np.setdiff1d(np.arange(len(b.source)), paired)
    found = [
        Disagreement("link", int(a.document[at]), pair, (int(a.source.origin[at]),), ()) for at in alone_a.tolist()
    ]
    found += [
        Disagreement("link", int(b.document[at]), pair, (), (int(b.source.origin[at]),)) for at in alone_b.tolist()
    ]
    return found, len(a.source) + len(b.source)


def _on(layer: LinkLayer, documents: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> LinkLayer:
    kept = documents[layer.document]
    return LinkLayer(layer.source.take(kept), layer.target.take(kept), layer.document[kept])
