"""Version 3: rulings, the decisions of adjudicators in gold layers."""

from alembic.operations import Operations
from sqlalchemy import BLOB, CheckConstraint, Column, ForeignKey, Text


def upgrade(operations: Operations) -> None:
    """Add the table ``ruling``."""
    operations.create_table(
        "ruling",
        Column(
            "layer",
            BLOB,
            CheckConstraint("length(layer) = 16"),
            ForeignKey("layer.id"),
            primary_key=True,
            nullable=False,
        ),
        Column("id", BLOB, CheckConstraint("length(id) = 16"), primary_key=True, nullable=False),
        Column("record", Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
