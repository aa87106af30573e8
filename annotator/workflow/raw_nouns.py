"""From what a file states to nouns with ids: spans, entities, links and evidence of one document."""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from annotator.model.document import RawLink, RawSpan
from annotator.model.highlights import entity_id
from annotator.model.ids import DocumentId, EntityId, EvidenceId, LayerId, LinkId, SpanId, derivation, derived_uuid
from annotator.model.layer import (
    ENTITY_STATUSES,
    ORIGINS,
    Entity,
    EntityStatus,
    Evidence,
    Link,
    Span,
    TargetKind,
    words_of,
)
from annotator.model.ruling import Ruling

type Ends = dict[str, tuple[TargetKind, str]]
"""What links may speak of: by its id in the file, the kind and the id that it has here."""

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


def entities_of_file(document: DocumentId, raws: Iterable[RawSpan], text: str) -> tuple[tuple[Entity, ...], Ends]:
    """Return entities, and what the file's ids for them are here."""
    made: dict[str, Entity] = {}
    ends: Ends = {}
    for raw in raws:
        entity = _entity(document, raw, text)
        made[entity.id] = entity
        ends |= {raw.id: ("entity", entity.id), entity.id: ("entity", entity.id)}
    return tuple(made.values()), ends


def spans_of_file(owner: LayerId, raws: Iterable[tuple[RawSpan, str]], text: str) -> tuple[Span, ...]:
    """Return spans of raw ones with the ids of their labels.

    Each span of the file comes in: of several with the same label and place, the second and later ones have ids of
    their own, the same each time.
    """
    made: list[Span] = []
    times: dict[str, int] = {}
    derived = derivation("span", owner)
    for raw, label in raws:
        fragments = raw.fragments
        id_ = raw.id if raw.id and _UUID.fullmatch(raw.id) else derived(label, fragments)
        before = times.get(id_, 0)
        times[id_] = before + 1
        if before:
            id_ = derived_uuid(id_, before)
        made.append(Span(SpanId(id_), owner, label, fragments, words_of(text, fragments), raw.attributes, raw.note))
    return tuple(made)


def ends_of_spans(raws: Iterable[RawSpan], spans: Sequence[Span]) -> Ends:
    """Return what the file's ids for spans are here, given the raw ones and what they have become."""
    ends: Ends = {}
    for raw, span in zip(raws, spans, strict=True):
        ends[raw.id] = ends[span.id] = ("span", span.id)
    return ends


def not_held(new: Sequence[Span], held: Sequence[Span]) -> tuple[list[Span], dict[str, SpanId]]:
    """Return the spans that a layer does not hold yet, and for each of the others the one held in its place."""
    ids = {span.id for span in new}
    alike: dict[object, list[SpanId]] = {}
    for span in held:
        if span.id not in ids:
            alike.setdefault((span.label, span.fragments), []).append(span.id)
    known = {span.id for span in held}
    kept: list[Span] = []
    same: dict[str, SpanId] = {}
    for span in new:
        if span.id in known:
            continue
        if there := alike.get((span.label, span.fragments)):
            same[span.id] = there.pop(0)
        else:
            kept.append(span)
    return kept, same


def evidence_of_file(owner: LayerId, raws: Iterable[Mapping[str, object]]) -> tuple[tuple[Evidence, ...], Ends]:
    """Return evidence, and what the file's ids for it are here."""
    made: dict[str, Evidence] = {}
    ends: Ends = {}
    for raw in raws:
        piece = _evidence(owner, raw)
        made[piece.id] = piece
        ends |= {str(raw.get("id", "")): ("evidence", piece.id), piece.id: ("evidence", piece.id)}
    return tuple(made.values()), ends


def ruling_of_file(owner: LayerId, raw: Mapping[str, object]) -> Ruling | None:
    """Return a ruling of a gold layer; None when the file does not state one whole."""
    try:
        return msgspec.convert({**raw, "layer_id": owner}, Ruling)
    except msgspec.ValidationError:
        return None


def link_of_file(owner: LayerId, raw: RawLink, ends: Ends) -> Link | None:
    """Return a link between what is there; None when one of its ends is not."""
    if raw.source not in ends or raw.target not in ends or ends[raw.source][0] != "span":
        return None
    source, (kind, target) = SpanId(ends[raw.source][1]), ends[raw.target]
    id_ = raw.id if _UUID.fullmatch(raw.id) else derived_uuid("link", owner, raw.type, source, target)
    return Link(LinkId(id_), owner, raw.type, source, kind, target, raw.attributes)


def _entity(document: DocumentId, raw: RawSpan, text: str) -> Entity:
    start, end = raw.fragments[0][0], raw.fragments[-1][1]
    status: EntityStatus = next((known for known in ENTITY_STATUSES if known == raw.status), "auto")
    origin = next((known for known in ORIGINS if known == raw.attributes.get("origin")), "model")
    # a machine's entity has the id that its place gives it; one that a person retyped has kept an older one
    kept = status != "auto" and _UUID.fullmatch(raw.id)
    id_ = EntityId(raw.id) if kept else entity_id(document, raw.label, start, end)
    return Entity(id_, document, raw.label, start, end, text[start:end], status, origin)


def _evidence(owner: LayerId, raw: Mapping[str, object]) -> Evidence:
    given = raw.get("record")
    fields = given if isinstance(given, dict) else {key: value for key, value in raw.items() if key != "id"}
    record = {str(k): tuple(map(str, v)) if isinstance(v, list) else str(v) for k, v in fields.items()}
    id_ = str(raw.get("id", ""))
    derived = derived_uuid("evidence", owner, sorted(record.items()))
    return Evidence(EvidenceId(id_ if _UUID.fullmatch(id_) else derived), owner, record)
