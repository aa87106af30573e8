"""A case: spans of several annotators that stand for one another, to be ruled on together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from annotator.model.ids import AnnotatorId, DocumentId, LayerId, RulingId, SpanId, derived_uuid
from annotator.model.layer import Span
from annotator.model.ruling import Opinion, Ruling

type Difference = Literal["missed", "boundary", "label", "split_merge", "link", "attribute"]
DIFFERENCES: tuple[Difference, ...] = ("missed", "boundary", "label", "split_merge", "link", "attribute")


@dataclass(frozen=True, slots=True)
class Case:
    """Spans that the best alignment puts together; ``missing`` are those who did the document and have none there.

    ``others`` are what else sets the annotators apart than the spans themselves show: other links, or one span of the
    one against several of the other.
    """

    document_id: DocumentId
    spans: Mapping[AnnotatorId, Span]
    missing: tuple[AnnotatorId, ...] = ()
    others: frozenset[Difference] = frozenset()

    @property
    def start(self) -> int:
        """Return where the first of the spans starts."""
        return min(span.start for span in self.spans.values())

    @property
    def end(self) -> int:
        """Return where the last of the spans ends."""
        return max(span.end for span in self.spans.values())

    @property
    def labels(self) -> frozenset[str]:
        """Return the ids of the labels that were given."""
        return frozenset(span.label for span in self.spans.values())

    @property
    def differences(self) -> frozenset[Difference]:
        """Return how the annotators differ; none where all agree."""
        spans = list(self.spans.values())
        found: set[Difference] = set(self.others)
        if self.missing and "split_merge" not in found:
            found.add("missed")
        if any(span.fragments != spans[0].fragments for span in spans):
            found.add("boundary")
        if len(self.labels) > 1:
            found.add("label")
        elif any(span.attributes != spans[0].attributes for span in spans):
            found.add("attribute")
        return frozenset(found)

    @property
    def agreed(self) -> bool:
        """Tell whether all have the same fragments, label, attributes and links."""
        return not self.differences

    def apart(self, one: str, other: str | None) -> bool:
        """Tell whether an annotator differs from another, or from anybody where none is named."""
        held = {str(id_): (s.label, s.fragments, dict(s.attributes)) for id_, s in self.spans.items()}
        everybody = [*held, *map(str, self.missing)]
        others = [other] if other else [id_ for id_ in everybody if id_ != one]
        return one in everybody and any(id_ in everybody and held.get(one) != held.get(id_) for id_ in others)

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """Return the spans as what is ruled on, by annotator."""
        return tuple(opinion_of(annotator, self.spans[annotator]) for annotator in sorted(self.spans))


def opinion_of(annotator: AnnotatorId, span: Span) -> Opinion:
    """Return an annotator's span as something that is ruled on."""
    attributes = sorted(span.attributes.items())
    content = derived_uuid("content", span.label, span.fragments, attributes)
    return Opinion(annotator, span.id, span.label, span.text, content)


def ruling_id(layer: LayerId, decided_on: Iterable[Opinion]) -> RulingId:
    """Return the id of the one ruling of a gold layer on these spans."""
    return RulingId(derived_uuid("ruling", layer, *sorted(opinion.span_id for opinion in decided_on)))


def is_stale(ruling: Ruling, spans: Mapping[SpanId, Span]) -> bool:
    """Tell whether what was ruled on has changed since: a span was edited, or is gone."""
    for opinion in ruling.decided_on:
        held = spans.get(opinion.span_id)
        if held is None or opinion_of(opinion.annotator_id, held) != opinion:
            return True
    return False
