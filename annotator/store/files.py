"""Making a project file: all its tables at once, under a temporary name, then in its place."""

import os
import time
from contextlib import suppress
from pathlib import Path

from sqlalchemy import insert

from annotator.model.ids import new_uuid
from annotator.store import schema
from annotator.store.codec import uuid_bytes
from annotator.store.connection import engine_of, transaction
from annotator.store.errors import ProjectReadOnly, StoreError

SUFFIX = ".annotator"


def create_file(path: Path) -> None:
    """Make an empty project file. Raises StoreError when something stands there or the folder cannot be written."""
    if path.exists():
        raise StoreError("There is already a file “{file}” in that folder; it has been left as it is.", file=path.name)
    beside = path.with_name(f".{path.name}.{new_uuid()[:8]}.new")
    try:
        beside.touch(exist_ok=False)
    except OSError as error:
        raise ProjectReadOnly(
            "No project can be made in “{folder}”: {reason}.", folder=path.parent, reason=error.strerror
        ) from error
    try:
        _fill(beside)
        publish(beside, path)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def publish(beside: Path, path: Path) -> None:
    """Move a finished, synced file to its place and sync the folder, so that a power cut leaves all or nothing."""
    beside.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _fill(path: Path) -> None:
    engine = engine_of(path)
    with engine.connect() as connection, transaction(connection, path):
        connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={schema.USER_VERSION}")
        schema.metadata.create_all(connection)
        connection.exec_driver_sql(schema.SEARCH_INDEX)
        for trigger in schema.APPEND_ONLY:
            connection.exec_driver_sql(trigger)
        row = {"one": 1, "id": uuid_bytes(new_uuid()), "created": time.time_ns() // 1_000_000}
        connection.execute(insert(schema.project), row)
    engine.dispose()
