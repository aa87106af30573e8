"""Cases: the spans of all annotators on one document, put together by the best alignment."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotator.agreement.alignment import best_alignment
from annotator.agreement.dissimilarity import Dissimilarity
from annotator.agreement.study import Sheet, Unit, make_study
from annotator.agreement.useful_sets import NOTHING
from annotator.model.case import Case, Difference
from annotator.model.ids import AnnotatorId, SpanId
from annotator.model.layer import LabelledDocument, Span

type Held = tuple[AnnotatorId, Span]


def cases_of(layers: Sequence[LabelledDocument]) -> tuple[Case, ...]:
    """Return the cases of one document in text order, from the layers of those who have done it."""
    if not layers:
        return ()
    everybody = [layer.annotator.id for layer in layers]
    cases = [
        Case(layers[0].document.id, dict(held), tuple(id_ for id_ in everybody if id_ not in dict(held)))
        for together in _aligned(layers)
        for held in _meeting(together)
    ]
    cases.sort(key=lambda case: (case.start, -case.end, min(span.id for span in case.spans.values())))
    links = _links_by_span(layers, {span.id: n for n, case in enumerate(cases) for span in case.spans.values()})
    return tuple(replace(case, others=frozenset(_others(case, layers, links))) for case in cases)


def _aligned(layers: Sequence[LabelledDocument]) -> Iterator[list[Held]]:
    """Yield the sets of the best alignment."""
    spans = [(layer.annotator.id, span) for layer in layers for span in layer.spans]
    if len(layers) == 1:
        yield from ([one] for one in spans)
        return
    units: dict[str, list[Unit]] = {
        layer.annotator.id: [
            (span.start, span.end, span.label, span.fragments if len(span.fragments) > 1 else ())
            for span in layer.spans
        ]
        for layer in layers
    }
    study = make_study([Sheet(layers[0].document.id, len(layers[0].text), units)], list(units))
    columns = [study.layer(0, n) for n in range(len(layers))]
    for row in best_alignment(columns, Dissimilarity()).sets.tolist():
        yield [spans[int(columns[n].origin[at])] for n, at in enumerate(row) if at != NOTHING]


def _meeting(together: Iterable[Held]) -> Iterator[list[Held]]:
    """Yield the groups of spans that share text, in text order: what is only near is no case."""
    group: list[Held] = []
    for held in sorted(together, key=lambda one: (one[1].start, one[1].end)):
        if group and held[1].start >= max(span.end for _, span in group):
            yield group
            group = []
        group.append(held)
    yield group


type Drawn = Mapping[SpanId, frozenset[tuple[str, object]]]


def _links_by_span(layers: Sequence[LabelledDocument], place: Mapping[str, int]) -> Drawn:
    """Return each span's links by type and by what they go to: the case of a span, an entity; evidence is one's own."""
    drawn: dict[SpanId, set[tuple[str, object]]] = {}
    for layer in layers:
        for link in layer.links:
            if link.target_kind != "evidence":
                drawn.setdefault(link.source, set()).add((link.type, place.get(link.target, link.target)))
    return {source: frozenset(links) for source, links in drawn.items()}


def _others(case: Case, layers: Sequence[LabelledDocument], links: Drawn) -> Iterator[Difference]:
    if len({links.get(span.id, frozenset()) for span in case.spans.values()}) > 1:
        yield "link"
    for layer in layers:
        if layer.annotator.id in case.missing and any(
            span.label in case.labels and span.start < case.end and case.start < span.end for span in layer.spans
        ):
            yield "split_merge"
