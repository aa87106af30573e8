"""Version 5: files can be merged. Tables of the merges that count, and of the entries that do not."""

from alembic.operations import Operations
from sqlalchemy import BLOB, CheckConstraint, Column, ForeignKey, Integer, Text


def upgrade(operations: Operations) -> None:
    """Make the tables ``merge`` and ``aside``, empty."""
    operations.create_table(
        "merge",
        Column("id", BLOB, CheckConstraint("length(id) = 16"), primary_key=True, nullable=False),
        Column("record", Text, server_default="{}", nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    operations.create_table(
        "aside",
        Column("seq", Integer, ForeignKey("journal.seq"), primary_key=True),
        Column("why", Text, CheckConstraint("why IN ('side','undone')"), nullable=False),
        sqlite_strict=True,
    )
