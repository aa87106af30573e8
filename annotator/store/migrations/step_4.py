"""Version 4: the pages that articles were read from, and which documents are near copies of one another."""

from alembic.operations import Operations
from sqlalchemy import BLOB, CheckConstraint, Column, ForeignKey, Integer


def upgrade(operations: Operations) -> None:
    """Add the tables ``page``, which only grows, and ``kinship``."""
    operations.create_table(
        "page",
        Column("document", Integer, ForeignKey("document.position"), primary_key=True),
        Column("data", BLOB, nullable=False),
        sqlite_strict=True,
    )
    operations.create_table(
        "kinship",
        Column(
            "document",
            BLOB,
            CheckConstraint("length(document) = 16"),
            ForeignKey("document.id"),
            primary_key=True,
            nullable=False,
        ),
        Column("fingerprint", BLOB, nullable=False),
        Column("kin", BLOB, CheckConstraint("length(kin) % 16 = 0")),
        Column("sha256", BLOB, CheckConstraint("length(sha256) = 32"), nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    for verb in ("UPDATE", "DELETE"):
        operations.execute(
            f"CREATE TRIGGER page_{verb.lower()} BEFORE {verb} ON page "
            "BEGIN SELECT RAISE(ABORT, 'page is append-only'); END"
        )
