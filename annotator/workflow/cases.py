"""Cases: the spans of all annotators on one document, put together by the best alignment."""

from collections.abc import Iterable, Iterator, Sequence

from annotator.agreement.alignment import best_alignment
from annotator.agreement.dissimilarity import Dissimilarity
from annotator.agreement.study import Sheet, Unit, make_study
from annotator.agreement.useful_sets import NOTHING
from annotator.model.case import Case
from annotator.model.ids import AnnotatorId
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
    return tuple(sorted(cases, key=lambda case: (case.start, -case.end, min(s.id for s in case.spans.values()))))


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
