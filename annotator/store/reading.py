"""Reading nouns from the tables: documents, layers and what hangs on them."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, func, literal, null, select

from annotator.model.document import Document
from annotator.model.ids import AnnotatorId, DocumentId, EvidenceId, LayerId, layer_id
from annotator.model.layer import (
    Annotator,
    Entity,
    Evidence,
    LabelledDocument,
    Layer,
    Link,
    QueueRow,
    Span,
)
from annotator.model.ruling import Ruling
from annotator.model.segments import Segmentation, plain_segmentation
from annotator.store import schema
from annotator.store.codec import attributes_of, unpack_offsets, uuid_bytes, uuid_text
from annotator.store.schemes import unsqueezed_scheme
from annotator.store.tables import SPANS, document_of, entity_of, layer_of, link_of, span_of

_FEW = 100
"""So many documents are asked for by id; of more than these, all are read and the wanted ones kept."""

_D, _T, _CUT, _OWN, _TIMING = schema.document, schema.text, schema.segmentation, schema.layer, schema.timing
_HEAD = (
    select(_D, _T.c.text, _CUT.c.tokenizer, _CUT.c.tokens, _CUT.c.sentences, _OWN.c.status, _TIMING.c.seconds)
    .join(_T, _T.c.document == _D.c.position)
    .outerjoin(_CUT, _CUT.c.document == _D.c.id)
    .outerjoin(_OWN, _OWN.c.id == bindparam("owner"))
    .outerjoin(_TIMING, _TIMING.c.layer == bindparam("owner"))
    .where(_D.c.id == bindparam("document"))
)
"""What there is one of for each document and layer: a query each would be most of opening an article."""

_SPANS_OF = SPANS.where(schema.layer.c.id == bindparam("owner")).order_by(
    schema.span.c.start, schema.span.c.end.desc(), schema.span.c.id
)
_ENTITIES_OF = (
    select(schema.entity)
    .where(schema.entity.c.document == bindparam("document"))
    .order_by(schema.entity.c.start, schema.entity.c.end, schema.entity.c.id)
)
_FIRST_SPANS_OF = _SPANS_OF.where(schema.span.c.start < bindparam("before"))
_FIRST_ENTITIES_OF = _ENTITIES_OF.where(schema.entity.c.start < bindparam("before"))
_LINKS_OF = select(schema.link).where(schema.link.c.layer == bindparam("owner")).order_by(schema.link.c.id)
_EVIDENCE_OF = (
    select(schema.evidence).where(schema.evidence.c.layer == bindparam("owner")).order_by(schema.evidence.c.id)
)
_RULINGS_OF = (
    select(schema.ruling.c.record).where(schema.ruling.c.layer == bindparam("owner")).order_by(schema.ruling.c.id)
)


def documents(connection: Connection, inside: frozenset[DocumentId] | None = None) -> list[Document]:
    """Return all documents, or these, in import order."""
    query = select(schema.document).order_by(schema.document.c.position)
    if inside is not None and len(inside) <= _FEW:
        query = query.where(schema.document.c.id.in_([uuid_bytes(id_) for id_ in inside]))
        inside = None
    found = (document_of(row) for row in connection.execute(query))
    return [one for one in found if inside is None or one.id in inside]


def document(connection: Connection, id_: DocumentId) -> Document | None:
    """Return one document."""
    row = connection.execute(select(schema.document).where(schema.document.c.id == uuid_bytes(id_))).first()
    return None if row is None else document_of(row)


def text_of(connection: Connection, id_: DocumentId) -> str:
    """Return the frozen text of a document; raises KeyError for one that is not there."""
    d, t = schema.document, schema.text
    query = select(t.c.text).join(d, d.c.position == t.c.document).where(d.c.id == uuid_bytes(id_))
    found: str | None = connection.execute(query).scalar()
    if found is None:
        raise KeyError(id_)
    return found


def segmentation_of(row: Row[Any]) -> Segmentation:
    """Return the segmentation of a row."""
    return Segmentation(row.tokenizer, *unpack_offsets(row.tokens), *unpack_offsets(row.sentences))


def entities(connection: Connection, id_: DocumentId) -> tuple[Entity, ...]:
    """Return the entities of a document in text order, the rejected ones too."""
    rows = connection.execute(_ENTITIES_OF, {"document": uuid_bytes(id_)}).all()
    return tuple([entity_of(row, id_) for row in rows])


def entities_named(connection: Connection, words: str) -> tuple[Entity, ...]:
    """Return the entities with these words, exactly, in all documents."""
    return tuple(
        entity_of(row) for row in connection.execute(select(schema.entity).where(schema.entity.c.words == words))
    )


def annotators(connection: Connection) -> tuple[Annotator, ...]:
    """Return all annotators by name."""
    rows = connection.execute(select(schema.annotator).order_by(schema.annotator.c.name))
    return tuple(Annotator(AnnotatorId(uuid_text(row.id)), row.name) for row in rows)


def scheme_json(connection: Connection, sha256: str) -> bytes | None:
    """Return the JSON of the scheme with this hash."""
    query = select(schema.scheme.c.json).where(schema.scheme.c.sha256 == bytes.fromhex(sha256))
    data = connection.execute(query).scalar()
    return None if data is None else unsqueezed_scheme(data)


def layer(connection: Connection, document_: DocumentId, annotator: AnnotatorId) -> Layer | None:
    """Return an annotator's layer on a document, None when nothing was ever done there."""
    found = schema.layer.c.id == uuid_bytes(layer_id(document_, annotator))
    row = connection.execute(select(schema.layer).where(found)).first()
    return None if row is None else layer_of(row)


def spans(connection: Connection, owner: LayerId) -> tuple[Span, ...]:
    """Return the spans of a layer in text order: by start, longer first, then id."""
    rows = connection.execute(_SPANS_OF, {"owner": uuid_bytes(owner)}).all()
    return tuple([span_of(row, owner) for row in rows])


def links(connection: Connection, owner: LayerId) -> tuple[Link, ...]:
    """Return the links of a layer by id."""
    return tuple(link_of(row) for row in connection.execute(_LINKS_OF, {"owner": uuid_bytes(owner)}))


def evidence(connection: Connection, owner: LayerId) -> tuple[Evidence, ...]:
    """Return the evidence of a layer by id."""
    return tuple(evidence_of(row) for row in connection.execute(_EVIDENCE_OF, {"owner": uuid_bytes(owner)}))


def evidence_of(row: Row[Any]) -> Evidence:
    """Return the evidence of a row."""
    return Evidence(EvidenceId(uuid_text(row.id)), LayerId(uuid_text(row.layer)), attributes_of(row.record))


def rulings(connection: Connection, owner: LayerId) -> tuple[Ruling, ...]:
    """Return the rulings of a gold layer by id."""
    rows = connection.execute(_RULINGS_OF, {"owner": uuid_bytes(owner)})
    return tuple(msgspec.json.decode(row.record, type=Ruling) for row in rows)


def all_rulings(connection: Connection) -> tuple[Ruling, ...]:
    """Return the rulings of all gold layers, by layer and id."""
    table = schema.ruling
    rows = connection.execute(select(table.c.record).order_by(table.c.layer, table.c.id))
    return tuple(msgspec.json.decode(row.record, type=Ruling) for row in rows)


def labelled(
    connection: Connection, id_: DocumentId, annotator: Annotator, *, first: int | None = None
) -> LabelledDocument:
    """Return a document with one annotator's layer, new and empty when there is none yet.

    With ``first``, a longer document comes with the spans and entities that start before it only, and without tokens.
    Raises KeyError for a document that is not there.
    """
    owner = layer_id(id_, annotator.id)
    row = connection.execute(_HEAD, {"document": uuid_bytes(id_), "owner": uuid_bytes(owner)}).first()
    if row is None:
        raise KeyError(id_)
    if first is not None and row.length > first:
        cut = Segmentation(row.tokenizer or "", (), (), (), ())
        held, found = _first_of(connection, owner, id_, first)
    else:
        cut = plain_segmentation(row.text) if row.tokenizer is None else segmentation_of(row)
        held, found = spans(connection, owner), entities(connection, id_)
    return LabelledDocument(
        document=document_of(row),
        text=row.text,
        segmentation=cut,
        annotator=annotator,
        layer=Layer(owner, id_, annotator.id, row.status or "new"),
        spans=held,
        entities=found,
        links=links(connection, owner),
        evidence=evidence(connection, owner),
        rulings=rulings(connection, owner),
        seconds=row.seconds or 0,
    )


def _first_of(
    connection: Connection, owner: LayerId, id_: DocumentId, before: int
) -> tuple[tuple[Span, ...], tuple[Entity, ...]]:
    spans_ = connection.execute(_FIRST_SPANS_OF, {"owner": uuid_bytes(owner), "before": before})
    found = connection.execute(_FIRST_ENTITIES_OF, {"document": uuid_bytes(id_), "before": before})
    return tuple([span_of(row, owner) for row in spans_]), tuple([entity_of(row, id_) for row in found])


def layers_of(connection: Connection, people: frozenset[AnnotatorId], *, only_done: bool) -> frozenset[DocumentId]:
    """Return the documents on which one of these people has a layer, or one that is done."""
    table = schema.layer
    query = select(table.c.document).where(table.c.annotator.in_([uuid_bytes(id_) for id_ in people]))
    if only_done:
        query = query.where(table.c.status == "done")
    return frozenset(DocumentId(uuid_text(row.document)) for row in connection.execute(query))


def documents_of_layers(connection: Connection, layers: frozenset[LayerId]) -> dict[LayerId, DocumentId]:
    """Return which documents some layers are on."""
    table = schema.layer
    query = select(table.c.id, table.c.document).where(table.c.id.in_([uuid_bytes(id_) for id_ in layers]))
    return {LayerId(uuid_text(row.id)): DocumentId(uuid_text(row.document)) for row in connection.execute(query)}


def finished(connection: Connection) -> dict[DocumentId, tuple[AnnotatorId, ...]]:
    """Return who has finished which document, done or flagged, by import order."""
    own, d = schema.layer, schema.document
    query = (
        select(d.c.id, own.c.annotator)
        .join(own, own.c.document == d.c.id)
        .where(own.c.status.in_(("done", "flagged")))
        .order_by(d.c.position, own.c.position)
    )
    found: dict[DocumentId, tuple[AnnotatorId, ...]] = {}
    for row in connection.execute(query):
        id_ = DocumentId(uuid_text(row.id))
        found[id_] = (*found.get(id_, ()), AnnotatorId(uuid_text(row.annotator)))
    return found


def queue(
    connection: Connection, annotator: AnnotatorId | None, only: Sequence[DocumentId] | None = None
) -> list[QueueRow]:
    """Return the documents, or some of them, as one annotator sees them, in import order.

    Spans are counted only for some: to count those of all documents would read most of the file.
    """
    d, own, span = schema.document, schema.layer, schema.span
    mine = uuid_bytes(annotator) if annotator else b""
    count = select(func.count()).where(span.c.layer == own.c.position).scalar_subquery()
    counted = null() if only is None else count
    query = (
        select(d.c.id, d.c.title, d.c.source, d.c.published, func.coalesce(own.c.status, literal("new")), counted)
        .outerjoin(own, (own.c.document == d.c.id) & (own.c.annotator == mine))
        .order_by(d.c.position)
    )
    if only is not None:
        query = query.where(d.c.id.in_([uuid_bytes(id_) for id_ in only]))
    # unpacked by place, as the columns stand above: by name 10,000 rows take twice as long
    return [
        QueueRow(DocumentId(uuid_text(id_)), title, source, published, status, spans_)
        for id_, title, source, published, status, spans_ in connection.execute(query).all()
    ]


def gazetteer(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Return the project's own names and their entity types, by name."""
    table = schema.gazetteer
    return tuple((row.name, row.label) for row in connection.execute(select(table).order_by(table.c.name)))


def without_highlights(connection: Connection) -> list[DocumentId]:
    """Return the documents that no language worker has seen, in import order."""
    s = schema.segmentation
    query = select(_D.c.id).outerjoin(s, s.c.document == _D.c.id).where(s.c.document.is_(None)).order_by(_D.c.position)
    return [DocumentId(uuid_text(row.id)) for row in connection.execute(query)]
