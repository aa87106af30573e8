"""Link F1: links in common have the same type, and at both ends spans that share text, paired as in overlap span F1.

After the partial match of relation extraction, Segura-Bedmar, Martínez & Herrero-Zazo (2013), SemEval-2013 task 9, and
Hripcsak & Rothschild (2005), JAMIA 12(3):296-298. An end that is evidence must be the same evidence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Floats, Ints, counted
from annotator.agreement.meeting import Meetings, meetings, most_pairs
from annotator.agreement.span_f1 import Common
from annotator.agreement.study import Spans, Study

type End = tuple[str, int, int]
"""One end of a link: what it is (span, entity, evidence), and its start and end; evidence has a number and the next."""
type LinkEnds = tuple[str, End, End]
"""A link: type, source, target."""


@dataclass(frozen=True, slots=True, eq=False)
class LinkLayer:
    """One annotator's links on all documents: sources (labelled by type) and targets (by kind), and their documents."""

    source: Spans
    target: Spans
    document: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """The links of a study's annotators, and the types that there are."""

    types: tuple[str, ...]
    layers: tuple[LinkLayer, ...]


def make_links(study: Study, given: Sequence[Mapping[str, Sequence[LinkEnds]]]) -> Links:
    """Return the links of a study; ``given`` holds them by document and annotator."""
    every = [link for document in given for links in document.values() for link in links]
    types = tuple(sorted({link[0] for link in every}))
    kinds = {kind: n for n, kind in enumerate(sorted({end[0] for link in every for end in link[1:]}))}
    codes = {type_: n for n, type_ in enumerate(types)}
    return Links(types, tuple(_layer(study, given, name, codes, kinds) for name in study.annotators))


def _layer(
    study: Study,
    given: Sequence[Mapping[str, Sequence[LinkEnds]]],
    name: str,
    types: Mapping[str, int],
    kinds: Mapping[str, int],
) -> LinkLayer:
    rows = [
        (document, types[type_], start + shift, end + shift, kinds[kind], *place)
        for document, shift in enumerate(study.shift.tolist())
        for type_, (_, start, end), (kind, *place) in dict.fromkeys(given[document].get(name, ()))
    ]
    order = sorted(range(len(rows)), key=lambda at: (rows[at][2:4], rows[at]))
    columns = np.array([rows[at] for at in order], np.int64).reshape(len(rows), 7).T
    document, type_, start, end, kind, target_start, target_end = columns
    origin = np.array(order, np.int64)
    source = Spans(start, end, type_, type_, origin)
    return LinkLayer(source, Spans(target_start, target_end, kind, kind, origin), document)


def link_common(study: Study, links: Links) -> Common:
    """Return the links that each pair of annotators has in common, by document and type."""
    pairs = study.pairs()
    shape = (len(study.documents), len(links.types))
    together = np.array([study.done[:, i] & study.done[:, j] for i, j in pairs], bool).reshape(len(pairs), shape[0])
    sizes = [counted(layer.document, layer.source.label, shape=shape) for layer in links.layers]
    both = [_paired(links.layers[i], links.layers[j], shape) for i, j in pairs]
    held = together[:, :, None]
    return Common(pairs, np.array(both).reshape(len(pairs), *shape) * held, np.array(sizes), together)


def _paired(a: LinkLayer, b: LinkLayer, shape: tuple[int, int]) -> Floats:
    paired = most_pairs(met_links(a, b), len(a.source), len(b.source)) >= 0
    return counted(a.document[paired], a.source.label[paired], shape=shape)


def met_links(a: LinkLayer, b: LinkLayer) -> Meetings:
    """Return the pairs of links of one type whose ends meet."""
    met = meetings(a.source, b.source)
    first, second = met.first, met.second
    same = (a.source.label[first] == b.source.label[second]) & (a.target.label[first] == b.target.label[second])
    shared = np.minimum(a.target.end[first], b.target.end[second]) > np.maximum(
        a.target.start[first], b.target.start[second]
    )
    return met.take(same & shared)
