"""Counts of a project, made by the database: no text, span or entry is read into memory for them."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import func, select

from annotator.model.layer import Status
from annotator.store import schema
from annotator.store.project import Project


class LayerCount(NamedTuple):
    """How many layers of an annotator have a status, and the seconds that were spent on those."""

    annotator: str
    status: Status
    layers: int
    seconds: int


def count_documents(project: Project) -> tuple[int, int, int]:
    """Return how many documents there are, their characters, and how many a language worker has seen."""
    d, s = schema.document, schema.segmentation
    query = select(func.count(), func.coalesce(func.sum(d.c.length), 0), func.count(s.c.document))
    with project.reading() as connection:
        row = connection.execute(query.select_from(d).outerjoin(s, s.c.document == d.c.id)).one()
    return row[0], row[1], row[2]


def count_layers(project: Project) -> Iterator[LayerCount]:
    """Yield the layers of everybody by status, by name."""
    who, layer, timing = schema.annotator, schema.layer, schema.timing
    query = (
        select(who.c.name, layer.c.status, func.count(), func.coalesce(func.sum(timing.c.seconds), 0))
        .join(layer, layer.c.annotator == who.c.id)
        .outerjoin(timing, timing.c.layer == layer.c.id)
        .group_by(who.c.name, layer.c.status)
        .order_by(who.c.name)
    )
    with project.reading() as connection:
        yield from (LayerCount(*row) for row in connection.execute(query).all())


def count_labels(project: Project) -> Iterator[tuple[str, str, int]]:
    """Yield the name of an annotator, the id of a label, and how many spans of that label are theirs."""
    who, layer, span = schema.annotator, schema.layer, schema.span
    query = (
        select(who.c.name, span.c.label, func.count())
        .join(layer, layer.c.annotator == who.c.id)
        .join(span, span.c.layer == layer.c.position)
        .group_by(who.c.name, span.c.label)
        .order_by(who.c.name, span.c.label)
    )
    with project.reading() as connection:
        yield from ((name, label, count) for name, label, count in connection.execute(query).all())
