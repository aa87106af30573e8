"""The guarded door: another person's project file is copied, looked at from outside, and opened by nothing but SQLite
held on a short lead: read-only, no trigger, no view, no function, no table but ours.

What is in it is proved by `annotator.store.foreign`. Runs inside a worker process with a deadline and a memory cap.
"""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.store import schema
from annotator.store.connection import PARTS, check_header, our_tables, parts_of
from annotator.store.errors import NotAProject, ProjectDamaged, StoreError
from annotator.store.migrating import upgrade

LARGEST_FILE = 8 << 30
_LARGEST_VALUE = 64 << 20
_HEADER = 100
_FUNCTIONS = frozenset({"count", "coalesce"})


@dataclass(frozen=True, slots=True)
class Request:
    """A foreign file to read into a spool, its number there, and the id of the scheme that it must have."""

    path: Path
    spool: Path
    number: int
    scheme: str


@contextmanager
def opened(path: Path, private: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection on a copy of a foreign file, made below a private folder and gone afterwards.

    Raises NotAProject, ProjectDamaged, ProjectTooNew or StoreError with the sentence for the person.
    """
    with tempfile.TemporaryDirectory(dir=private, prefix="copy-") as folder:
        copy = Path(folder) / path.name
        _copy(path, copy)
        version = check_header(copy)
        _check_whole(copy)
        if version < schema.USER_VERSION:
            upgrade(copy, version=version)
        try:
            connection = _connect(copy)
            try:
                _check_parts(connection, path)
                yield connection
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise _damaged(path) from error


def _copy(path: Path, copy: Path) -> None:
    """Copy a file; raises StoreError for what is no plain file, is too large or has changes that are not in it yet."""
    try:
        if not path.is_file():
            raise NotAProject("There is no file “{file}”.", file=path)
        if path.stat().st_size > LARGEST_FILE:
            raise StoreError("“{file}” is larger than {size} GB: it has not been read.", file=path.name, size=8)
        if _has_hot_journal(path):
            raise StoreError(
                "“{file}” is open elsewhere, or was not closed: close it in its own program, then merge it.",
                file=path.name,
            )
        shutil.copyfile(path, copy)
    except OSError as error:
        raise NotAProject("“{file}” cannot be read: {reason}.", file=path.name, reason=error.strerror) from error


def _has_hot_journal(path: Path) -> bool:
    beside = path.with_name(f"{path.name}-journal")
    return beside.exists() and beside.stat().st_size > 0


def _check_whole(copy: Path) -> None:
    """Raise ProjectDamaged when a file is shorter than its header says, or was written in another mode than ours."""
    with copy.open("rb") as file:
        header = file.read(_HEADER)
    page = int.from_bytes(header[16:18])
    size = int.from_bytes(header[28:32]) * (65536 if page == 1 else page)
    if copy.stat().st_size < size or header[18:20] != b"\x01\x01":
        raise _damaged(copy)


def _connect(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    for option, value in (
        (sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True),
        (sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False),
        (sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False),
        (sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA, False),
        (sqlite3.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, False),
    ):
        connection.setconfig(option, value)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute("PRAGMA mmap_size=0")
    connection.set_authorizer(_allow)
    return connection


def _allow(action: int, what: str | None, detail: str | None, _database: str | None, _trigger: str | None) -> int:
    """Let reads of our own tables pass, and nothing else."""
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and (what in schema.metadata.tables or what == "sqlite_master"):
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and detail in _FUNCTIONS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _check_parts(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NotAProject when a file is made of more than a project is, or of less but what only guards writing."""
    there, ours = parts_of(connection.execute(PARTS)), our_tables()
    if there - ours or any(kind != "trigger" for kind, *_ in ours - there):
        raise NotAProject(
            "“{file}” does not have the tables of a project, or has more: it has not been read.", file=path.name
        )


def _damaged(path: Path) -> ProjectDamaged:
    return ProjectDamaged(
        "“{file}” is cut off or damaged, and nothing of it was taken. Ask for it again.", file=path.name
    )
