"""Reading a long document by parts: what its first page needs, then the rest, so that nobody waits for all of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, Select, bindparam, select

from annotator.model.ids import DocumentId
from annotator.model.layer import Annotator, Entity, LabelledDocument, Span
from annotator.model.segments import plain_segmentation
from annotator.store import reading, schema
from annotator.store.codec import uuid_bytes
from annotator.store.project import Project
from annotator.store.tables import SPANS, entity_of, span_of

FIRST = 20_000
"""So many code points are read with what is in them before anything is shown: more than the largest screen holds."""
PAGE = 400
"""So many rows are read at a time: a few milliseconds, between which keys are heard."""

_MORE_SPANS = (
    SPANS.where(schema.layer.c.id == bindparam("owner"), schema.span.c.id > bindparam("after"))
    .order_by(schema.span.c.id)
    .limit(PAGE)
)
_MORE_ENTITIES = (
    select(schema.entity)
    .where(schema.entity.c.document == bindparam("owner"), schema.entity.c.id > bindparam("after"))
    .order_by(schema.entity.c.id)
    .limit(PAGE)
)
_SEGMENTATION = select(schema.segmentation).where(schema.segmentation.c.document == bindparam("document"))


@dataclass(frozen=True, slots=True)
class Part:
    """Some more spans and entities of a document, in no order; some of them may have been read before."""

    spans: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()


class Unread:
    """What is still to be read of a document. Nothing of it may be changed before it is whole."""

    def __init__(self, project: Project, first: LabelledDocument) -> None:
        """Begin after the first part."""
        self.whole = first
        self._project = project
        self._parts = self._read()

    def read_on(self) -> Part | None:
        """Read some more; None when there is no more, and `whole` is the document."""
        return next(self._parts, None)

    def _read(self) -> Iterator[Part]:
        first, spans, entities = self.whole, list[Span](), list[Entity]()
        owner, document = first.layer.id, first.document.id
        for some in self._pages(_MORE_SPANS, uuid_bytes(owner), lambda row: span_of(row, owner)):
            spans += some
            yield Part(spans=tuple(some))
        for more in self._pages(_MORE_ENTITIES, uuid_bytes(document), lambda row: entity_of(row, document)):
            entities += more
            yield Part(entities=tuple(more))
        spans.sort(key=lambda span: (span.start, -span.end, span.id))
        yield Part()
        entities.sort(key=lambda entity: (entity.start, entity.end, entity.id))
        yield Part()
        with self._project.reading() as connection:
            row = connection.execute(_SEGMENTATION, {"document": uuid_bytes(document)}).first()
        cut = plain_segmentation(first.text) if row is None else reading.segmentation_of(row)
        self.whole = replace(first, spans=tuple(spans), entities=tuple(entities), segmentation=cut)
        yield Part()

    def _pages[T](self, query: Select[Any], owner: bytes, noun_of: Callable[[Row[Any]], T]) -> Iterator[list[T]]:
        after = b""
        while True:
            with self._project.reading() as connection:
                rows = connection.execute(query, {"owner": owner, "after": after}).all()
                found = [noun_of(row) for row in rows]
            if found:
                yield found
            if len(rows) < PAGE:
                return
            after = rows[-1].id


def first_part(project: Project, id_: DocumentId, annotator: Annotator) -> tuple[LabelledDocument, Unread | None]:
    """Return a document with a layer, or its beginning and what is still unread of it; raises KeyError without one.

    A beginning has all spans and entities that start in its first `FIRST` code points, and no tokens yet.
    """
    with project.reading() as connection:
        labelled = reading.labelled(connection, id_, annotator, first=FIRST)
    return labelled, Unread(project, labelled) if labelled.document.length > FIRST else None
