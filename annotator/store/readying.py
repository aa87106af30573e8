"""Before a project is opened: the lock, older tables brought up to date, what a killed process left made whole."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

from annotator.store.backups import make_backup
from annotator.store.connection import check_header
from annotator.store.copying import roll_back, snapshot
from annotator.store.errors import ProjectReadOnly
from annotator.store.files import journal_of
from annotator.store.lock import WriterLock
from annotator.store.migrating import upgrade
from annotator.store.schema import USER_VERSION


@contextmanager
def ready_to_write(path: Path) -> Iterator[Path]:
    """Give a file that is locked for us and has today's tables; an older one is backed up, verified, and migrated."""
    if not os.access(path, os.W_OK):
        raise ProjectReadOnly("“{file}” is read-only: allow writing to it, or open a copy.", file=path.name)
    lock = WriterLock(path)
    try:
        if journal_of(path).exists():
            # half a migration may have left the new version in the header of the old tables
            roll_back(path)
        version = check_header(path)
        if version < USER_VERSION:
            make_backup(path, _project_id(path))
            upgrade(path, version=version)
        yield path
    finally:
        lock.release()


@contextmanager
def ready_to_read(path: Path) -> Iterator[Path]:
    """Give a private copy with today's tables: the file itself is neither written nor kept from being written."""
    with snapshot(path) as copy:
        version = check_header(copy)
        if version < USER_VERSION:
            upgrade(copy, version=version)
        yield copy


def _project_id(path: Path) -> str:
    """Return the id of a project of any version."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return str(UUID(bytes=connection.execute("SELECT id FROM project").fetchone()[0]))
