"""Many documents at once: Core inserts, one transaction, one journal entry for each document and each layer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy import text as sql
from sqlalchemy.dialects.sqlite import Insert, insert

from annotator.model.document import Document
from annotator.model.edits import Edit, Gesture, Noun
from annotator.model.highlights import NAMES, Highlights, entities_of
from annotator.model.ids import AnnotatorId, DocumentId, GestureId, ProjectId, new_uuid
from annotator.model.layer import Annotator, Entity, Evidence, Layer, Link, Span, Timing
from annotator.model.ruling import Ruling
from annotator.model.segments import Segmentation
from annotator.model.unresolved import Unresolved
from annotator.store import kinship, schema
from annotator.store.codec import pack_offsets, segmentation_hash, uuid_bytes
from annotator.store.journal import append
from annotator.store.kinship import Kinship
from annotator.store.tables import INSERTS, SPAN_ROW, document_record, entity_record, record_of, span_row

_INDEX = sql("INSERT INTO search(rowid, text) VALUES (:document, :text)")


@dataclass(frozen=True, slots=True)
class NewLayer:
    """A layer that comes in whole: for a document and an annotator that have none yet."""

    annotator: Annotator
    layer: Layer
    spans: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that comes in with its text, entities that people decided on, and whole layers.

    ``page`` is what it was read from, squeezed; ``fingerprint`` is for finding its near copies; ``unresolved`` are the
    spans that do not fit the text.
    """

    document: Document
    text: str
    entities: tuple[Entity, ...] = ()
    layers: tuple[NewLayer, ...] = ()
    segmentation: Segmentation | None = None
    page: bytes = b""
    fingerprint: bytes = b""
    unresolved: tuple[Unresolved, ...] = ()


def add_documents(
    connection: Connection, batch: Sequence[NewDocument], *, by: AnnotatorId, at: int, project: ProjectId, scheme: str
) -> None:
    """Insert documents with everything that came along, and journal it; runs inside the caller's transaction."""
    if not batch:
        return
    last = connection.execute(select(func.max(schema.document.c.position))).scalar() or 0
    rows = [document_record(new.document) | {"position": n} for n, new in enumerate(batch, last + 1)]
    connection.execute(insert(schema.document), rows)
    insert_texts(connection, {n: new.text for n, new in enumerate(batch, last + 1)})
    cuts = [_cut_record(new.document.id, new.segmentation) for new in batch if new.segmentation]
    _insert(connection, insert(schema.segmentation), cuts)
    pages = [{"document": n, "data": new.page} for n, new in enumerate(batch, last + 1) if new.page]
    _insert(connection, insert(schema.page), pages)
    kinship.keep(connection, (Kinship(new.document.id, new.fingerprint) for new in batch if new.fingerprint))
    _add_layers(connection, batch)
    _insert(connection, INSERTS[Entity], [entity_record(entity) for new in batch for entity in new.entities])
    gestures = [_log(by, at, _edits(new)) for new in batch]
    append(connection, gestures, project=project, scheme=scheme, new_chains=True)
    strays = [one for new in batch for one in new.unresolved]
    _insert(connection, INSERTS[Unresolved], [record_of(one) for one in strays])
    if strays:
        listed = _log(by, at, tuple(Edit(None, one) for one in strays))
        append(connection, [listed], project=project, scheme=scheme)


def insert_texts(connection: Connection, texts: Mapping[int, str]) -> None:
    """Insert the texts of documents, given by position, and index them for search."""
    rows = [{"document": position, "text": text} for position, text in texts.items()]
    connection.execute(insert(schema.text), rows)
    connection.execute(_INDEX, rows)


def set_highlights(
    connection: Connection, document: DocumentId, text: str, highlights: Highlights
) -> tuple[Entity, ...]:
    """Replace what the machine knows of a document; what people confirmed, rejected or added stays and goes before it.

    A name that the machine finds gives way to a person's that it overlaps.

    Returns the entities that were newly made. Highlighting is derived from the text, so it is not journaled.
    """
    owner = uuid_bytes(document)
    connection.execute(
        insert(schema.segmentation).prefix_with("OR REPLACE"), _cut_record(document, highlights.segmentation)
    )
    table = schema.entity
    connection.execute(table.delete().where(table.c.document == owner, table.c.status == "auto"))
    columns = (table.c.start, table.c.end, table.c.id, table.c.label, table.c.status)
    kept = connection.execute(select(*columns).where(table.c.document == owner)).all()
    decided = {(start, end) for start, end, *_ in kept}
    taken = {id_ for _, _, id_, *_ in kept}
    names = [(start, end) for start, end, _, label, status in kept if label in NAMES and status != "rejected"]
    made = tuple(
        entity
        for entity in entities_of(document, text, highlights.found)
        if (entity.start, entity.end) not in decided and uuid_bytes(entity.id) not in taken
        if not (entity.label in NAMES and any(entity.start < end and start < entity.end for start, end in names))
    )
    _insert(connection, INSERTS[Entity], [entity_record(entity) for entity in made])
    return made


def _cut_record(document: DocumentId, cut: Segmentation) -> dict[str, object]:
    tokens = pack_offsets(cut.starts, cut.ends)
    sentences = pack_offsets(cut.sentence_starts, cut.sentence_ends)
    return {
        "document": uuid_bytes(document),
        "tokenizer": cut.tokenizer,
        "tokens": tokens,
        "sentences": sentences,
        "sha256": segmentation_hash(cut.tokenizer, tokens, sentences),
    }


def _add_layers(connection: Connection, batch: Sequence[NewDocument]) -> None:
    layers = [layer for new in batch for layer in new.layers]
    last = connection.execute(select(func.max(schema.layer.c.position))).scalar() or 0
    rows = [record_of(new.layer) | {"position": n} for n, new in enumerate(layers, last + 1)]
    _insert(connection, INSERTS[Layer], rows)
    spans = [span_row(span, n) for n, new in enumerate(layers, last + 1) for span in new.spans]
    if spans:
        # the driver's own executemany: Core's work on each row costs more than the row, and spans are the many
        connection.exec_driver_sql(SPAN_ROW, spans)
    _insert(connection, INSERTS[Link], [record_of(link) for new in layers for link in new.links])
    _insert(connection, INSERTS[Evidence], [record_of(piece) for new in layers for piece in new.evidence])
    _insert(connection, INSERTS[Ruling], [record_of(ruling) for new in layers for ruling in new.rulings])
    _insert(connection, INSERTS[Timing], [record_of(Timing(n.layer.id, n.seconds)) for n in layers if n.seconds])


def _edits(new: NewDocument) -> tuple[Edit, ...]:
    made = [Edit(None, new.document), *(Edit(None, entity) for entity in new.entities if entity.status != "auto")]
    for layer in new.layers:
        made.append(Edit(None, layer.layer))
        nouns: tuple[Noun, ...] = (*layer.spans, *layer.links, *layer.evidence, *layer.rulings)
        made += [Edit(None, noun) for noun in nouns]
        if layer.seconds:
            made.append(Edit(None, Timing(layer.layer.id, layer.seconds)))
    return tuple(made)


def _log(by: AnnotatorId, at: int, edits: tuple[Edit, ...]) -> Gesture:
    return Gesture(GestureId(new_uuid()), by, at, edits, "log")


def _insert(connection: Connection, statement: Insert, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(statement, rows)
