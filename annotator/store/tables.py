"""Applying edits to the tables: each edit is checked against what stands there, then written."""

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

import msgspec
from sqlalchemy import Connection, Row, Table, and_, bindparam, delete, select
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.sql import ColumnElement

from annotator.model.document import Document, Flag
from annotator.model.edits import Edit, EditError, GazetteerName, Merge, Noun, Setting, key_of
from annotator.model.ids import AnnotatorId, DocumentId, EntityId, EvidenceId, LayerId, LinkId, ProjectId, SpanId
from annotator.model.layer import Annotator, Entity, Evidence, Layer, Link, Span, Timing
from annotator.model.ruling import Ruling
from annotator.model.unresolved import Unresolved
from annotator.store import schema
from annotator.store.codec import attributes_of, attributes_text, canonical, uuid_bytes, uuid_text

type Record = dict[str, Any]

TABLES: dict[type[Noun], Table] = {
    Span: schema.span,
    Link: schema.link,
    Evidence: schema.evidence,
    Ruling: schema.ruling,
    Entity: schema.entity,
    Layer: schema.layer,
    Timing: schema.timing,
    Document: schema.document,
    Annotator: schema.annotator,
    Setting: schema.setting,
    GazetteerName: schema.gazetteer,
    Merge: schema.merge,
    Unresolved: schema.unresolved,
}
_LAYER = schema.layer
SPANS = select(schema.span, _LAYER.c.id.label("owner")).join(_LAYER, _LAYER.c.position == schema.span.c.layer)
"""Spans with the id of their layer."""
_OWNED: dict[str, Any] = {c.name: bindparam(c.name) for c in schema.span.c if c.name != "layer"}
_POSITION = select(_LAYER.c.position).where(_LAYER.c.id == bindparam("owner")).scalar_subquery()
INSERTS: dict[type[Noun], Insert] = {
    kind: insert(table) if kind is not Span else insert(table).values(layer=_POSITION, **_OWNED)
    for kind, table in TABLES.items()
}
"""How a noun's record is inserted, one or many."""
SPAN_ROW = str(insert(schema.span).compile(dialect=sqlite_dialect()))
"""The insert of a whole row of spans, values in the order of its columns."""
_SPAN_COLUMNS = tuple(c.name for c in schema.span.c if c.name != "layer")
_OF_FILE = ("annotator", "label", "fragments", "words", "where", "why", "note", "attributes")
_OF_PROJECT = (Setting, GazetteerName, Merge, Unresolved)
_PLAIN_DOCUMENT = ("length", "language", "title", "source", "published", "url", "encoding", "original_sha256")


def apply(connection: Connection, edit: Edit) -> None:
    """Write one edit to its table; raises EditError when the table does not hold what the edit says was before."""
    noun = edit.noun
    held = current(connection, noun)
    if held != edit.before:
        raise EditError(f"{' '.join(key_of(noun))} is not what the edit says it was")
    if edit.after is None:
        if isinstance(noun, Document):
            raise EditError("a document stays in its project")
        connection.execute(delete(TABLES[type(noun)]).where(_where(noun)))
    elif held is None:
        connection.execute(INSERTS[type(noun)], record_of(edit.after))
    else:
        table = TABLES[type(noun)]
        record = {key: value for key, value in record_of(edit.after).items() if key != "owner"}
        connection.execute(table.update().where(_where(noun)).values(record))


def current(connection: Connection, noun: Noun) -> Noun | None:
    """Return the noun of this one's kind and id as the tables have it."""
    query = SPANS if isinstance(noun, Span) else select(TABLES[type(noun)])
    row = connection.execute(query.where(_where(noun))).first()
    if row is None:
        return None
    return noun_of(type(noun), row, noun.project_id if isinstance(noun, _OF_PROJECT) else ProjectId(""))


def _where(noun: Noun) -> ColumnElement[bool]:
    owner: ColumnElement[bool]
    match noun:
        case Span():
            mine = select(_LAYER.c.position).where(_LAYER.c.id == uuid_bytes(noun.layer_id)).scalar_subquery()
            return and_(schema.span.c.layer == mine, schema.span.c.id == uuid_bytes(noun.id))
        case Link() | Evidence() | Ruling():
            table = TABLES[type(noun)]
            return and_(table.c.layer == uuid_bytes(noun.layer_id), table.c.id == uuid_bytes(noun.id))
        case Entity():
            owned = schema.entity.c.document == uuid_bytes(noun.document_id)
            return and_(owned, schema.entity.c.id == uuid_bytes(noun.id))
        case Timing():
            owner = schema.timing.c.layer == uuid_bytes(noun.layer_id)
        case Layer() | Document() | Annotator() | Merge() | Unresolved():
            owner = TABLES[type(noun)].c.id == uuid_bytes(noun.id)
        case Setting():
            owner = schema.setting.c.key == noun.key
        case GazetteerName():
            owner = schema.gazetteer.c.name == noun.name
        case _:
            assert_never(noun)
    return owner


def record_of(noun: Noun) -> Record:
    """Return the row of a noun."""
    match noun:
        case Span():
            return span_record(noun)
        case Entity():
            return entity_record(noun)
        case Link():
            return {
                "layer": uuid_bytes(noun.layer_id),
                "id": uuid_bytes(noun.id),
                "type": noun.type,
                "source": uuid_bytes(noun.source),
                "target_kind": noun.target_kind,
                "target": uuid_bytes(noun.target),
                "attributes": attributes_text(noun.attributes),
            }
        case Evidence():
            owner = {"layer": uuid_bytes(noun.layer_id), "id": uuid_bytes(noun.id)}
            return owner | {"record": canonical(noun.record).decode()}
        case Ruling():
            owner = {"layer": uuid_bytes(noun.layer_id), "id": uuid_bytes(noun.id)}
            return owner | {"record": canonical(noun).decode()}
        case Layer():
            ids = {"id": noun.id, "document": noun.document_id, "annotator": noun.annotator_id}
            return {name: uuid_bytes(value) for name, value in ids.items()} | {"status": noun.status}
        case Timing():
            return {"layer": uuid_bytes(noun.layer_id), "seconds": noun.seconds}
        case Document():
            return document_record(noun)
        case Annotator():
            return {"id": uuid_bytes(noun.id), "name": noun.name}
        case Setting():
            return {"key": noun.key, "value": noun.value}
        case GazetteerName():
            return {"name": noun.name, "label": noun.label}
        case Merge():
            record = canonical({"entries": noun.entries, "sources": noun.sources}).decode()
            return {"id": uuid_bytes(noun.id), "record": record}
        case Unresolved():
            ids = {"id": noun.id, "document": noun.document_id}
            told = canonical({name: getattr(noun, name) for name in _OF_FILE}).decode()
            return {name: uuid_bytes(value) for name, value in ids.items()} | {"status": noun.status, "record": told}
        case _:
            assert_never(noun)


def span_record(span: Span) -> Record:
    """Return the row of a span by column, with the id of its layer for the position."""
    row = span_row(span, 0)
    return dict(zip(_SPAN_COLUMNS, row[1:], strict=True)) | {"owner": uuid_bytes(span.layer_id)}


def span_row(span: Span, layer: int) -> tuple[object, ...]:
    """Return the row of a span, in the order of the columns; several fragments and their words are JSON."""
    several = len(span.fragments) > 1
    return (
        layer,
        uuid_bytes(span.id),
        span.label,
        span.fragments[0][0],
        span.fragments[-1][1],
        canonical(span.words).decode() if several else span.words[0],
        canonical(span.fragments).decode() if several else None,
        attributes_text(span.attributes),
        span.note or None,
    )


def entity_record(entity: Entity) -> Record:
    """Return the row of an entity."""
    return {
        "document": uuid_bytes(entity.document_id),
        "id": uuid_bytes(entity.id),
        "label": entity.label,
        "start": entity.start,
        "end": entity.end,
        "words": entity.words,
        "status": entity.status,
        "origin": entity.origin,
    }


def document_record(document: Document) -> Record:
    """Return the row of a document, but for its position, which the table gives."""
    return {name: getattr(document, name) for name in _PLAIN_DOCUMENT} | {
        "id": uuid_bytes(document.id),
        "sha256": bytes.fromhex(document.sha256),
        "extra": canonical(document.extra).decode(),
        "changes": canonical(document.changes).decode(),
        "flags": canonical(document.flags).decode(),
    }


def noun_of(kind: type[Noun], row: Row[Any], project: ProjectId) -> Noun:
    """Return the noun of a row of its table; some nouns name their project, which the table does not repeat."""
    if kind is Span:
        return span_of(row)
    if kind is Entity:
        return entity_of(row)
    if kind is Document:
        return document_of(row)
    if kind is Link:
        return link_of(row)
    if kind is Evidence:
        return Evidence(EvidenceId(uuid_text(row.id)), LayerId(uuid_text(row.layer)), attributes_of(row.record))
    if kind is Ruling:
        return msgspec.json.decode(row.record, type=Ruling)
    if kind is Layer:
        return layer_of(row)
    if kind is Timing:
        return Timing(LayerId(uuid_text(row.layer)), row.seconds)
    if kind is Annotator:
        return Annotator(AnnotatorId(uuid_text(row.id)), row.name)
    if kind is Setting:
        return Setting(project, row.key, row.value)
    if kind is GazetteerName:
        return GazetteerName(project, row.name, row.label)
    if kind is Merge:
        return merge_of(row, project)
    if kind is Unresolved:
        return unresolved_of(row, project)
    raise EditError(f"no table of {kind.__name__}")


def span_of(row: Sequence[Any], owner: LayerId | None = None) -> Span:
    """Return the span of a row of `SPANS`; the row is unpacked, because a column by name costs more than the query.

    ``owner`` is the layer, where all rows are known to be of one.
    """
    _, id_, label, start, end, words, fragments, attributes, note, layer = row
    return Span(
        SpanId(uuid_text(id_)),
        owner or LayerId(uuid_text(layer)),
        label,
        ((start, end),) if fragments is None else msgspec.json.decode(fragments, type=tuple[tuple[int, int], ...]),
        (words,) if fragments is None else msgspec.json.decode(words, type=tuple[str, ...]),
        attributes_of(attributes),
        note or "",
    )


def entity_of(row: Sequence[Any], document: DocumentId | None = None) -> Entity:
    """Return the entity of a row; ``document`` is given where all rows are known to be of one."""
    owner, id_, label, start, end, words, status, origin = row
    return Entity(
        EntityId(uuid_text(id_)),
        document or DocumentId(uuid_text(owner)),
        label,
        start,
        end,
        words,
        status,
        origin,
    )


def link_of(row: Row[Any]) -> Link:
    """Return the link of a row."""
    return Link(
        id=LinkId(uuid_text(row.id)),
        layer_id=LayerId(uuid_text(row.layer)),
        type=row.type,
        source=SpanId(uuid_text(row.source)),
        target_kind=row.target_kind,
        target=uuid_text(row.target),
        attributes=attributes_of(row.attributes),
    )


def layer_of(row: Row[Any]) -> Layer:
    """Return the layer of a row."""
    ids = LayerId(uuid_text(row.id)), DocumentId(uuid_text(row.document)), AnnotatorId(uuid_text(row.annotator))
    return Layer(*ids, row.status)


def document_of(row: Row[Any]) -> Document:
    """Return the document of a row."""
    plain: Mapping[str, Any] = {name: getattr(row, name) for name in _PLAIN_DOCUMENT}
    return Document(
        id=DocumentId(uuid_text(row.id)),
        sha256=row.sha256.hex(),
        extra=msgspec.json.decode(row.extra),
        changes=msgspec.json.decode(row.changes, type=tuple[str, ...]),
        flags=msgspec.json.decode(row.flags, type=tuple[Flag, ...]),
        **plain,
    )


def merge_of(row: Row[Any], project: ProjectId) -> Merge:
    """Return the merge of a row."""
    record = msgspec.json.decode(row.record)
    return msgspec.convert(record | {"id": uuid_text(row.id), "project_id": project}, Merge)


def unresolved_of(row: Row[Any], project: ProjectId) -> Unresolved:
    """Return the unresolved span of a row."""
    owned = {"id": uuid_text(row.id), "document_id": uuid_text(row.document), "project_id": project}
    return msgspec.convert(msgspec.json.decode(row.record) | owned | {"status": row.status}, Unresolved)
