"""Hypothesis strategies: layers with everything in them that a format may have to carry."""

from hypothesis import strategies as st

from annotator.model.case import opinion_of, ruling_id
from annotator.model.document import Document
from annotator.model.highlights import entity_id
from annotator.model.ids import (
    AnnotatorId,
    EvidenceId,
    LayerId,
    LinkId,
    SpanId,
    annotator_id,
    derived_uuid,
    document_id,
    layer_id,
)
from annotator.model.layer import (
    Annotator,
    Attributes,
    Entity,
    EntityStatus,
    Evidence,
    LabelledDocument,
    Layer,
    Link,
    Span,
    TargetKind,
    words_of,
)
from annotator.model.ruling import Ruling
from annotator.model.segments import plain_segmentation
from annotator.model.text import freeze, sha256_of
from tests.strategies import texts

KEYS = ("stance", "when said", "é", "Confidence", "label", "id")
VALUES = st.sampled_from(("yes", "", "a b", "true", "1", "l\nl", "=1+1", "é|é", '"')) | texts(min_size=0, max_size=4)


def attributes() -> st.SearchStrategy[Attributes]:
    """Return a few attributes, some with several values."""
    return st.dictionaries(
        st.sampled_from(KEYS), VALUES | st.lists(VALUES, min_size=2, max_size=3).map(tuple), max_size=3
    )


@st.composite
def layers(draw: st.DrawFn, labels: tuple[str, ...] = ("claim", "attribution", "a b", "é")) -> LabelledDocument:
    """Return a layer with nested, overlapping, equal and split spans, links, evidence, entities and notes."""
    words = st.sampled_from(
        ("Le", "pont", "est", "miné,", "selon", "l'armée.", "🙂", "10\u00a0000", "\n", "(", "e\u0301")
    )
    text = draw(st.lists(words, min_size=1, max_size=12).map(" ".join) | texts().map(lambda raw: f"a{raw}z"))
    text = freeze(text if text.strip() else "a").text
    person = Annotator(annotator_id(name := draw(st.sampled_from(("anna", "Zoé / x", "gold")))), name)
    digest = sha256_of(text)
    document = Document(
        document_id(digest),
        digest,
        len(text),
        title=draw(st.sampled_from(("", "Un titre", "=cmd"))),
        source=draw(st.sampled_from(("", "AFP"))),
        published=draw(st.sampled_from(("", "2024-05-01"))),
        url=draw(st.sampled_from(("", "https://example.org/a?b=1&c"))),
        extra=draw(st.sampled_from(({}, {"desk": "é", "n": 3}))),
    )
    owner = layer_id(document.id, person.id)
    spans = tuple(draw(_span(text, owner, n, labels)) for n in range(draw(st.integers(0, 6))))
    entities = {e.id: e for e in (draw(_entity(text, document)) for _ in range(draw(st.integers(0, 4))))}
    evidence = tuple(
        Evidence(EvidenceId(derived_uuid("piece", owner, n)), owner, draw(attributes()))
        for n in range(draw(st.integers(0, 2)))
    )
    links = tuple(draw(_link(owner, n, spans, tuple(entities.values()), evidence)) for n in range(3 if spans else 0))
    return LabelledDocument(
        document,
        text,
        plain_segmentation(text),
        person,
        Layer(owner, document.id, person.id, draw(st.sampled_from(("new", "in_progress", "done", "flagged")))),
        tuple(sorted(spans, key=lambda s: (s.start, -s.end, s.id))),
        tuple(sorted(entities.values(), key=lambda e: (e.start, e.end, e.id))),
        tuple({(k.type, k.source, k.target): k for k in links}.values()),
        evidence,
        tuple(_ruling(owner, span) for span in spans[: draw(st.integers(0, 1))]),
        draw(st.sampled_from((0, 61))),
    )


def _ruling(owner: LayerId, span: Span) -> Ruling:
    opinions = (opinion_of(AnnotatorId(derived_uuid("somebody")), span),)
    return Ruling(ruling_id(owner, opinions), owner, "Léa", opinions, (span.id,), "context", "note", gap=True)


@st.composite
def _span(draw: st.DrawFn, text: str, owner: LayerId, number: int, labels: tuple[str, ...]) -> Span:
    borders = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    fragments = tuple(zip(borders[::2], borders[1::2], strict=False))
    return Span(
        SpanId(derived_uuid("span", owner, number)),
        owner,
        draw(st.sampled_from(labels)),
        fragments,
        words_of(text, fragments),
        draw(attributes()),
        draw(st.sampled_from(("", "à revoir", "a\nb\tc", "\n", "# x ")) | texts(max_size=4)),
    )


@st.composite
def _entity(draw: st.DrawFn, text: str, document: Document) -> Entity:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    label = draw(st.sampled_from(("PER", "ORG")))
    statuses: tuple[EntityStatus, ...] = ("auto", "confirmed", "rejected", "added")
    status = draw(st.sampled_from(statuses))
    origin = draw(st.sampled_from(("model", "person")))
    id_ = entity_id(document.id, label, start, end)
    return Entity(id_, document.id, label, start, end, text[start:end], status, origin)


@st.composite
def _link(
    draw: st.DrawFn,
    owner: LayerId,
    number: int,
    spans: tuple[Span, ...],
    entities: tuple[Entity, ...],
    evidence: tuple[Evidence, ...],
) -> Link:
    targets: dict[TargetKind, list[str]] = {
        "span": [s.id for s in spans],
        "entity": [e.id for e in entities],
        "evidence": [e.id for e in evidence],
    }
    kind = draw(st.sampled_from([kind for kind, ids in targets.items() if ids]))
    target = draw(st.sampled_from(targets[kind]))
    id_ = LinkId(derived_uuid("link", owner, number))
    type_ = draw(st.sampled_from(("content", "is about")))
    return Link(id_, owner, type_, draw(st.sampled_from(spans)).id, kind, target, draw(attributes()))
