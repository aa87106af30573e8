"""Version 2: nothing in the file that no hash vouches for. Segmentations get theirs; a date that nothing reads goes."""

import hashlib

from alembic.operations import Operations
from sqlalchemy import BLOB, CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text, text


def upgrade(operations: Operations) -> None:
    """Drop ``project.created``; add ``segmentation.sha256`` and fill it."""
    project = Table(
        "project",
        MetaData(),
        Column("one", Integer, CheckConstraint("one = 1"), primary_key=True),
        Column("id", BLOB, CheckConstraint("length(id) = 16"), nullable=False),
        Column("created", Integer, nullable=False),
        sqlite_strict=True,
    )
    with operations.batch_alter_table("project", recreate="always", copy_from=project) as batch:
        batch.drop_column("created")
    with operations.batch_alter_table("segmentation", recreate="always", copy_from=_segmentation()) as batch:
        batch.add_column(Column("sha256", BLOB))
    _fill(operations)
    filled = _segmentation(Column("sha256", BLOB, CheckConstraint("length(sha256) = 32")))
    with operations.batch_alter_table("segmentation", recreate="always", copy_from=filled) as batch:
        batch.alter_column("sha256", nullable=False)


def _segmentation(*more: Column[bytes]) -> Table:
    metadata = MetaData()
    Table("document", metadata, Column("id", BLOB))
    return Table(
        "segmentation",
        metadata,
        Column(
            "document",
            BLOB,
            CheckConstraint("length(document) = 16"),
            ForeignKey("document.id"),
            primary_key=True,
            nullable=False,
        ),
        Column("tokenizer", Text, server_default="", nullable=False),
        Column("tokens", BLOB, nullable=False),
        Column("sentences", BLOB, nullable=False),
        *more,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _fill(operations: Operations) -> None:
    connection = operations.get_bind()
    rows = connection.execute(text("SELECT document, tokenizer, tokens, sentences FROM segmentation")).all()
    for row in rows:
        size = len(row.tokens).to_bytes(8)
        digest = hashlib.sha256(b"\0".join((row.tokenizer.encode(), size, row.tokens, row.sentences))).digest()
        connection.execute(
            text("UPDATE segmentation SET sha256 = :sha256 WHERE document = :document"),
            {"sha256": digest, "document": row.document},
        )
