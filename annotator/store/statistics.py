"""What was computed of documents, kept in the project: derived from layers, so never journaled, and safe to lose.

A row that is not what was written is as good as none: it is computed again.
"""

import hashlib
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from annotator.model.ids import DocumentId
from annotator.store import schema
from annotator.store.codec import squeeze, unsqueeze, uuid_bytes, uuid_text
from annotator.store.project import Project

type Statistic = tuple[bytes, bytes]
"""The hash of the layers that numbers were computed from (16 bytes), and the numbers."""


def kept_statistics(project: Project, team: bytes) -> dict[DocumentId, Statistic]:
    """Return what is kept of each document for a team of annotators, known by 16 bytes."""
    table = schema.statistic
    with project.reading() as connection:
        rows = connection.execute(select(table).where(table.c.team == team)).all()
    return {
        DocumentId(uuid_text(row.document)): (row.layers, unsqueeze(row.numbers))
        for row in rows
        if row.sha256 == _hash(row.document, team, row.layers, row.numbers)
    }


def keep_statistics(project: Project, team: bytes, made: Mapping[DocumentId, Statistic]) -> None:
    """Keep what was computed of documents over what stood there."""
    records = []
    for document, (layers, numbers) in made.items():
        row = uuid_bytes(document), team, layers, squeeze(numbers)
        names = ("document", "team", "layers", "numbers", "sha256")
        records.append(dict(zip(names, (*row, _hash(*row)), strict=True)))
    with project.writing() as connection:
        connection.execute(insert(schema.statistic).prefix_with("OR REPLACE"), records)


def _hash(document: bytes, team: bytes, layers: bytes, numbers: bytes) -> bytes:
    return hashlib.sha256(b"".join((document, team, layers, numbers))).digest()
