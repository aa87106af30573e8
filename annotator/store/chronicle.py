"""When things were done, read off the journal: the first time that a span was made, the last that a layer was done."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec
from sqlalchemy import func, select

from annotator.model.ids import AnnotatorId, DocumentId, LayerId, SpanId
from annotator.model.layer import Status
from annotator.store import schema
from annotator.store.codec import unsqueeze_edits, uuid_text
from annotator.store.project import Project
from annotator.store.settling import undone

FINISHED = ("done", "flagged")


class LayerRow(NamedTuple):
    """A layer as its tables have it."""

    id: LayerId
    document: DocumentId
    annotator: AnnotatorId
    status: Status
    seconds: int


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Milliseconds since 1970 UTC, by the clock of whoever did it: ``made`` of spans, ``finished`` of layers."""

    made: dict[SpanId, int] = field(default_factory=dict)
    finished: dict[LayerId, int] = field(default_factory=dict)


class _Side(msgspec.Struct):
    """What is needed of a noun in an entry; the rest is passed over."""

    id: str = ""
    status: str = ""


class _Edit(msgspec.Struct):
    kind: str
    before: _Side | None = None
    after: _Side | None = None


def layers(project: Project) -> list[LayerRow]:
    """Return all layers, by document and annotator."""
    layer, timing = schema.layer, schema.timing
    query = (
        select(layer.c.id, layer.c.document, layer.c.annotator, layer.c.status, func.coalesce(timing.c.seconds, 0))
        .outerjoin(timing, timing.c.layer == layer.c.id)
        .join(schema.document, schema.document.c.id == layer.c.document)
        .order_by(schema.document.c.position, layer.c.position)
    )
    with project.reading() as connection:
        rows = connection.execute(query).all()
    return [
        LayerRow(LayerId(uuid_text(id_)), DocumentId(uuid_text(document)), AnnotatorId(uuid_text(who)), status, seconds)
        for id_, document, who, status, seconds in rows
    ]


def spans(project: Project) -> list[tuple[LayerId, SpanId, str]]:
    """Return the layer, the id and the label's id of every span that stands."""
    layer, span = schema.layer, schema.span
    with project.reading() as connection:
        owners = {row.position: LayerId(uuid_text(row.id)) for row in connection.execute(select(layer))}
        rows = connection.execute(select(span.c.layer, span.c.id, span.c.label)).cursor.fetchall()
    return [(owners[owner], SpanId(uuid_text(id_)), label) for owner, id_, label in rows]


def label_counts(project: Project) -> dict[LayerId, Counter[str]]:
    """Return how many spans of which label, by its id, each layer has that has some."""
    layer, span = schema.layer, schema.span
    query = (
        select(layer.c.id, span.c.label, func.count())
        .join(layer, layer.c.position == span.c.layer)
        .group_by(span.c.layer, span.c.label)
    )
    found: dict[LayerId, Counter[str]] = defaultdict(Counter)
    with project.reading() as connection:
        for owner, label, count in connection.execute(query).all():
            found[LayerId(uuid_text(owner))][label] = count
    return found


def chronicle(project: Project) -> Iterator[tuple[int, int] | Chronicle]:
    """Read the journal: yields how many of how many entries are read, and in the end what they tell."""
    found = Chronicle()
    journal = schema.journal
    counts = journal.c.seq.not_in(undone())
    decoder = msgspec.json.Decoder(list[_Edit])
    with project.reading() as connection:
        total = connection.execute(select(func.count()).select_from(journal)).scalar_one()
        query = select(journal.c.at, journal.c.edits, journal.c.chain).where(counts).order_by(journal.c.seq)
        for done, (at, edits, chain) in enumerate(connection.execute(query), start=1):
            for edit in decoder.decode(unsqueeze_edits(edits, chain)):
                _take(found, edit, at)
            if done % STEP == 0:
                yield done, total
    yield found


STEP = 500
"""So many entries are read between two steps."""


def _take(found: Chronicle, edit: _Edit, at: int) -> None:
    if edit.kind == "span" and edit.before is None and edit.after is not None:
        found.made.setdefault(SpanId(edit.after.id), at)
    elif edit.kind == "layer" and edit.after is not None and edit.after.status in FINISHED:
        found.finished[LayerId(edit.after.id)] = at
