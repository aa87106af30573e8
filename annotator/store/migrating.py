"""Older files brought to the tables of today: all steps and the version in one transaction, old or new after a kill."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from annotator.store.connection import check_tables, engine_of, transaction
from annotator.store.errors import damaged
from annotator.store.schema import USER_VERSION

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(path: Path, *, version: int) -> None:
    """Bring the file of an older version to today's tables, or leave it as it was.

    Raises StoreError when it is not a sound file of that version. Whoever calls has made a verified backup before.
    """
    engine = engine_of(path, migrating=True)
    try:
        with engine.connect() as connection, transaction(connection, path):
            _climb(connection, version)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise damaged(path)
            check_tables(connection, path)
    finally:
        engine.dispose()


def _climb(connection: Connection, version: int) -> None:
    # half a second of imports that only an old file needs
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    operations = Operations(MigrationContext.configure(connection))
    for number, step in steps().items():
        if version < number:
            step(operations)
    connection.exec_driver_sql(f"PRAGMA user_version={USER_VERSION}")


def steps() -> "dict[int, Callable[[Operations], None]]":
    """Return, by the version it leads to, each step: add the next one here and raise USER_VERSION."""
    from annotator.store.migrations import step_2, step_3, step_4, step_5, step_6, step_7, step_8

    every = (step_2, step_3, step_4, step_5, step_6, step_7, step_8)
    return {number: step.upgrade for number, step in enumerate(every, 2)}
