"""Version 6: what was computed of the agreement of documents is kept. The table ``statistic``, which may be emptied."""

from alembic.operations import Operations
from sqlalchemy import BLOB, CheckConstraint, Column, ForeignKey


def upgrade(operations: Operations) -> None:
    """Make the table ``statistic``, empty."""
    sixteen = [CheckConstraint(f"length({name}) = 16") for name in ("document", "team", "layers")]
    operations.create_table(
        "statistic",
        Column("document", BLOB, sixteen[0], ForeignKey("document.id"), primary_key=True, nullable=False),
        Column("team", BLOB, sixteen[1], primary_key=True, nullable=False),
        Column("layers", BLOB, sixteen[2], nullable=False),
        Column("numbers", BLOB, nullable=False),
        Column("sha256", BLOB, CheckConstraint("length(sha256) = 32"), nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
