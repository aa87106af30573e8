"""Version 7: spans of files that stand elsewhere than their file says are kept until they are settled."""

from alembic.operations import Operations
from sqlalchemy import BLOB, CheckConstraint, Column, ForeignKey, Text


def upgrade(operations: Operations) -> None:
    """Make the table ``unresolved``, empty."""
    sixteen = [CheckConstraint(f"length({name}) = 16") for name in ("id", "document")]
    operations.create_table(
        "unresolved",
        Column("id", BLOB, sixteen[0], primary_key=True, nullable=False),
        Column("document", BLOB, sixteen[1], ForeignKey("document.id"), nullable=False),
        Column("status", Text, CheckConstraint("status IN ('open','placed','left_out')"), nullable=False),
        Column("record", Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
