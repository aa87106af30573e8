"""Making a project file: everything in it under a temporary name, then in its place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import insert

from annotator.model.ids import new_uuid
from annotator.store import schema
from annotator.store.codec import uuid_bytes
from annotator.store.connection import engine_of, transaction
from annotator.store.errors import ProjectReadOnly, StoreError

SUFFIX = ".annotator"

type Seen = tuple[int, int, int, int]
"""By what a file is known: device, inode, size in bytes, time of the last write in nanoseconds."""


def seen(path: Path) -> Seen:
    """Return by what a file is known now, zeros where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0, 0
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Make an empty project file beside a place; on leaving without an error it is put there.

    Raises StoreError when something stands there or the folder cannot be written.
    """
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
        yield beside
        publish(beside, path)
    finally:
        remove(beside)


def sweep_beside(path: Path) -> None:
    """Take away what a process that was killed in `new_file` has left beside a place."""
    for beside in path.parent.iterdir() if path.parent.is_dir() else ():
        if beside.name.startswith(f".{path.name}.") and ".new" in beside.suffixes[-1]:
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


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of a file while a transaction is being committed."""
    return path.with_name(path.name + "-journal")


def remove(path: Path) -> None:
    """Take away a file of ours and its rollback journal, where they are."""
    for one in (path, journal_of(path)):
        with suppress(FileNotFoundError):
            one.unlink()


def _fill(path: Path) -> None:
    engine = engine_of(path)
    try:
        with engine.connect() as connection, transaction(connection, path):
            connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={schema.USER_VERSION}")
            schema.create_tables(connection)
            connection.execute(insert(schema.project), {"one": 1, "id": uuid_bytes(new_uuid())})
    finally:
        engine.dispose()
