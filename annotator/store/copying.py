"""Copies of a project file: made by SQLite's own copy under one lock, reopened, and counted before they count."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.store.connection import check_header
from annotator.store.errors import (
    DiskFull,
    ProjectDamaged,
    ProjectInUse,
    ProjectReadOnly,
    StoreError,
    disk_is_full,
    translated,
)
from annotator.store.files import journal_of, publish, remove
from annotator.store.lock import WriterLock

_COUNTED = ("document", "text", "annotator", "layer", "span", "link", "evidence", "entity", "journal")

type Counted = tuple[object, ...]


def copy_verified(source: Path, target: Path) -> None:
    """Copy a project file to a place where nothing stands, and prove the copy.

    Raises StoreError when it cannot be made or is not the same; no half copy is left.
    """
    if target.exists():
        raise StoreError(
            "There is already a file “{file}” in that folder; it has been left as it is.", file=target.name
        )
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        copy_beside(source, beside)
        publish(beside, target)
    except OSError as error:
        raise told(error, target) from error
    finally:
        remove(beside)


def copy_beside(source: Path, beside: Path) -> None:
    """Copy a project file under a temporary name, synced and proven. Raises StoreError."""
    check_header(source)
    try:
        with settled(source) as whole:
            counted = _copy(whole, beside)
        if counted != _read(beside):
            raise StoreError("The copy “{file}” is not the same as the project; it was not kept.", file=source.name)
    except (sqlite3.Error, OSError) as error:
        raise told(error, source) from error


@contextmanager
def snapshot(source: Path) -> Iterator[Path]:
    """Give a private copy of a project as it was last committed, which lives as long as the context.

    Long reads work on it, so that they never keep the one who labels from writing.
    """
    with TemporaryDirectory(prefix="annotator-") as folder:
        copy = Path(folder) / source.name
        try:
            with (
                settled(source) as whole,
                closing(_reader(whole)) as reading,
                closing(sqlite3.connect(copy)) as writing,
            ):
                reading.backup(writing)
        except (sqlite3.Error, OSError) as error:
            raise told(error, source) from error
        yield copy


@contextmanager
def settled(path: Path) -> Iterator[Path]:
    """Give a path at which the last committed state can be read without writing: the file itself, or a private copy.

    A process that was killed may have left a half-written file with the journal that makes it whole again. Both are
    copied then, and the copy is made whole.
    """
    if not _left_hot(path):
        yield path
        return
    with TemporaryDirectory(prefix="annotator-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path), journal_of(copy))
        roll_back(copy)
        yield copy


def head_of(path: Path) -> bytes:
    """Return the hash of the newest journal entry of a backup, empty when it cannot be read."""
    with suppress(sqlite3.Error), closing(_reader(path)) as connection:
        return _head(connection)
    return b""


def roll_back(path: Path) -> None:
    """Let SQLite undo what a killed process had half written. Raises sqlite3.Error when it cannot."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def told(error: Exception, path: Path) -> Exception:
    """Return the store's error for what SQLite or the system says of a copy."""
    if not isinstance(error, OSError):
        return translated(error, path)
    if disk_is_full(error):
        return DiskFull("The disk is full: “{file}” was not written. Make room and do it again.", file=path.name)
    return ProjectReadOnly("“{file}” could not be written: {reason}.", file=path.name, reason=error.strerror)


def _left_hot(path: Path) -> bool:
    """Tell whether a rollback journal stands beside a file that nobody has open for writing."""
    if not journal_of(path).exists():
        return False
    try:
        WriterLock(path).release()
    except ProjectInUse:
        return False
    except ProjectReadOnly:
        return True
    return True


def _copy(source: Path, target: Path) -> Counted:
    """Copy under one lock, so that what is counted is what is copied; returns the counts."""
    with closing(_reader(source)) as reading, closing(sqlite3.connect(target)) as writing:
        reading.execute("BEGIN")
        counted = _count(reading)
        reading.backup(writing)
    handle = os.open(target, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    return counted


def _read(path: Path) -> Counted:
    """Return the counts of a finished copy. Raises ProjectDamaged when it is not sound, as its source then is not."""
    with closing(_reader(path)) as connection:
        line = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if line != "ok":
            raise ProjectDamaged(
                "The project is damaged, so no copy was made of it: {reason}. Its earlier backups are untouched.",
                reason=" ".join(line.split()),
            )
        return _count(connection)


def _count(connection: sqlite3.Connection) -> Counted:
    """Return what a faithful copy has the same of: rows of each table and the head of the journal."""
    rows = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED]
    return (*rows, _head(connection))


def _head(connection: sqlite3.Connection) -> bytes:
    head: tuple[bytes] | None = connection.execute("SELECT id FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return head[0] if head else b""


def _reader(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
