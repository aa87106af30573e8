"""What is kept of the spans that no import could place: documents by import order, each as its file has it."""

from sqlalchemy import func, select

from annotator.model.unresolved import Unresolved, UnresolvedStatus
from annotator.store import schema
from annotator.store.codec import uuid_text
from annotator.store.project import Project
from annotator.store.tables import unresolved_of

_TABLE = schema.unresolved


def unresolved_spans(project: Project) -> tuple[Unresolved, ...]:
    """Return the spans that wait to be settled."""
    documents = schema.document
    query = select(_TABLE).join(documents, documents.c.id == _TABLE.c.document).where(_TABLE.c.status == "open")
    with project.reading() as connection:
        rows = connection.execute(query.add_columns(documents.c.position)).all()
    found = [(row.position, unresolved_of(row, project.id)) for row in rows]
    return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].fragments, pair[1].id)))


def unresolved_statuses(project: Project) -> dict[str, UnresolvedStatus]:
    """Return how far each span is that an import ever left unresolved, by id: none is listed twice."""
    with project.reading() as connection:
        return {uuid_text(id_): status for id_, status in connection.execute(select(_TABLE.c.id, _TABLE.c.status))}


def count_unresolved(project: Project) -> int:
    """Return how many spans wait to be settled."""
    with project.reading() as connection:
        query = select(func.count()).select_from(_TABLE).where(_TABLE.c.status == "open")
        return connection.execute(query).scalar_one()
