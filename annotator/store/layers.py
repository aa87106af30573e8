"""Layers in bulk: spans, links and tokens of many documents at once, read no further than comparing needs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import msgspec
from sqlalchemy import func, select
from sqlalchemy.sql import ColumnElement

from annotator.model.ids import AnnotatorId, DocumentId, SpanId
from annotator.model.layer import Attributes, Fragment, Status
from annotator.store import schema
from annotator.store.codec import attributes_of, unpack_offsets, uuid_bytes, uuid_text
from annotator.store.project import Project

type Plain = tuple[int, bytes, str, int, int, str | None, str | None]
"""A span as its table has it: what `SpanRow` names."""
type Owner = tuple[DocumentId, AnnotatorId]
"""A layer by its document and annotator."""


class SpanRow(NamedTuple):
    """A span as its table has it, a tuple because they are many; what is seldom asked for is read when it is."""

    layer: int
    raw_id: bytes
    label: str
    start: int
    end: int
    raw_fragments: str | None
    raw_attributes: str | None

    @property
    def id(self) -> SpanId:
        """Return the id."""
        return SpanId(uuid_text(self.raw_id))

    @property
    def attributes(self) -> Attributes:
        """Return the attributes."""
        return attributes_of(self.raw_attributes)


def inner_of(raw_fragments: str | None) -> tuple[Fragment, ...]:
    """Return the fragments of a span that has several, else nothing."""
    return () if raw_fragments is None else msgspec.json.decode(raw_fragments, type=tuple[Fragment, ...])


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as its table has it; evidence is known by what it says."""

    type: str
    source: SpanId
    target_kind: str
    target: str


class SpanRows:
    """Spans as their table has them, many: one is made when it is asked for."""

    def __init__(self, rows: list[Plain]) -> None:
        """Take plain rows."""
        self.plain = rows

    def __getitem__(self, at: int) -> SpanRow:
        """Return the one at a place."""
        return SpanRow._make(self.plain[at])

    def __iter__(self) -> Iterator[SpanRow]:
        """Yield all of them."""
        return map(SpanRow._make, self.plain)


def begun_layers(project: Project, people: frozenset[AnnotatorId]) -> dict[Owner, tuple[Status, SpanRows]]:
    """Return the status and the spans of all layers of these people that they have begun, empty ones too."""
    layer, span = schema.layer, schema.span
    columns = (span.c.layer, span.c.id, span.c.label, span.c.start, span.c.end, span.c.fragments, span.c.attributes)
    with project.reading() as connection:
        head = select(layer.c.position, layer.c.document, layer.c.annotator, layer.c.status)
        layers = connection.execute(head.where(_begun(people)).order_by(layer.c.position)).all()
        found: dict[int, list[Plain]] = {row.position: [] for row in layers}
        query = select(*columns).join(layer, layer.c.position == span.c.layer).where(_begun(people))
        # the driver's own rows: a project has 100,000 of them, and Core's cost as much again as reading them
        for row in connection.execute(query.order_by(span.c.layer, span.c.id)).cursor.fetchall():
            found[row[0]].append(row)
    return {_owner(row.document, row.annotator): (row.status, SpanRows(found[row.position])) for row in layers}


def begun_links(project: Project, people: frozenset[AnnotatorId]) -> dict[Owner, list[LinkRow]]:
    """Return the links of all layers of these people that they have begun and that have some."""
    layer, link, evidence = schema.layer, schema.link, schema.evidence
    found: dict[Owner, list[LinkRow]] = defaultdict(list)
    with project.reading() as connection:
        records = {row.id: row.record for row in connection.execute(select(evidence.c.id, evidence.c.record))}
        query = select(link, layer.c.document, layer.c.annotator).join(layer, layer.c.id == link.c.layer)
        for row in connection.execute(query.where(_begun(people)).order_by(link.c.layer, link.c.id)):
            target = records.get(row.target, "") if row.target_kind == "evidence" else uuid_text(row.target)
            made = LinkRow(row.type, SpanId(uuid_text(row.source)), row.target_kind, target)
            found[_owner(row.document, row.annotator)].append(made)
    return dict(found)


def tokens(project: Project) -> dict[DocumentId, list[tuple[int, int]]]:
    """Return the tokens of all documents that have been cut into some."""
    table = schema.segmentation
    with project.reading() as connection:
        rows = connection.execute(select(table.c.document, table.c.tokens)).all()
    cut = {DocumentId(uuid_text(document)): unpack_offsets(data) for document, data in rows}
    return {document: list(zip(*ends, strict=True)) for document, ends in cut.items()}


def linked_entities(project: Project) -> Mapping[str, tuple[int, int]]:
    """Return where the entities lie that links go to, by id."""
    entity, link = schema.entity, schema.link
    targets = select(link.c.target).where(link.c.target_kind == "entity")
    query = select(entity.c.id, entity.c.start, entity.c.end).where(entity.c.id.in_(targets))
    with project.reading() as connection:
        return {uuid_text(row.id): (row.start, row.end) for row in connection.execute(query)}


def suggestions(project: Project) -> dict[str, int]:
    """Return how many entities that the machine made are auto, confirmed and rejected."""
    table = schema.entity
    query = (
        select(table.c.status, func.count().label("entities"))
        .where(table.c.origin != "person")
        .group_by(table.c.status)
    )
    with project.reading() as connection:
        return {row.status: row.entities for row in connection.execute(query)}


def _begun(people: frozenset[AnnotatorId]) -> ColumnElement[bool]:
    table = schema.layer
    return (table.c.status != "new") & table.c.annotator.in_([uuid_bytes(id_) for id_ in people])


def _owner(document: bytes, annotator: bytes) -> Owner:
    return DocumentId(uuid_text(document)), AnnotatorId(uuid_text(annotator))
