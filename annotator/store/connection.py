"""Opening the file: who may, with which settings, and what is refused before a single byte is changed."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from annotator.store.errors import NotAProject, ProjectDamaged, ProjectTooNew, damaged, translated
from annotator.store.schema import APPLICATION_ID, USER_VERSION, create_tables

PRAGMAS = {
    "journal_mode": "DELETE",
    "synchronous": "EXTRA",
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "mmap_size": "0",
    "recursive_triggers": "ON",
    "busy_timeout": "5000",
    "cache_size": "-8000",
}
PARTS = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
"""Asks a database what it is made of."""


def engine_of(path: Path, *, read_only: bool = False, migrating: bool = False) -> Engine:
    """Return an engine on one connection to a file, transactions begun with BEGIN IMMEDIATE.

    While ``migrating`` tables are made anew: foreign keys are held afterwards, and no trigger of the file runs.
    """
    mode = "ro" if read_only else "rw"

    def connect() -> sqlite3.Connection:
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        raw = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        try:
            _ready(raw, read_only=read_only, migrating=migrating)
        except sqlite3.Error:
            raw.close()
            raise
        return raw

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _ready(raw: sqlite3.Connection, *, read_only: bool, migrating: bool) -> None:
    for name, value in PRAGMAS.items():
        if not (read_only and name == "journal_mode"):
            raw.execute(f"PRAGMA {name}={value}")
    raw.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    raw.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
    if migrating:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)


def check_header(path: Path) -> int:
    """Return the version of the tables of a project file, read from its header without opening it as a database.

    Raises NotAProject, ProjectDamaged or ProjectTooNew; the file is not touched.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError as error:
        raise NotAProject("There is no file “{file}”.", file=path) from error
    except OSError as error:
        raise NotAProject("“{file}” cannot be read: {reason}.", file=path.name, reason=error.strerror) from error
    if not header.startswith(b"SQLite format 3\0"):
        raise NotAProject("“{file}” is not a project of this program; it has been left as it is.", file=path.name)
    if len(header) < 100:
        raise ProjectDamaged("“{file}” is cut off. Restore a backup; this file has been left as it is.", file=path.name)
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise NotAProject("“{file}” is a database of another program; it has been left as it is.", file=path.name)
    version = int.from_bytes(header[60:64])
    if version > USER_VERSION:
        raise ProjectTooNew(
            "“{file}” was made by a newer version of this program (tables {version}, known {known}). "
            "Update the program; the file has been left as it is.",
            file=path.name,
            version=version,
            known=USER_VERSION,
        )
    if version < 1:
        raise damaged(path)
    return version


def check_tables(connection: Connection, path: Path, *, read_only: bool = False) -> None:
    """Raise ProjectDamaged when a database has not exactly our tables, indexes and triggers.

    A trigger that is missing, which only guards writing, does not keep anybody from reading.
    """
    there, ours = _tables(connection), our_tables()
    if there - ours or any(kind != "trigger" or not read_only for kind, *_ in ours - there):
        raise ProjectDamaged(
            "“{file}” does not have the tables of a project, or has more; it has been left as it is.", file=path.name
        )


def missing_triggers(connection: Connection) -> list[str]:
    """Return the names of those of our triggers that a database has lost."""
    return sorted(name for kind, name, *_ in our_tables() - _tables(connection) if kind == "trigger")


@cache
def our_tables() -> frozenset[tuple[str, ...]]:
    """Return what a sound project is made of."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        create_tables(connection)
        made = _tables(connection)
    engine.dispose()
    return made


def _tables(connection: Connection) -> frozenset[tuple[str, ...]]:
    return parts_of(connection.exec_driver_sql(PARTS))


def parts_of(rows: Iterable[Sequence[str]]) -> frozenset[tuple[str, ...]]:
    """Return what a database is made of, its SQL without the quotes that migrations set around a table's name.

    ``rows`` are what `PARTS` gives.
    """
    return frozenset(
        (kind, name, table, re.sub(r'^(\w+ \w+) "(\w+)"', r"\1 \2", sql)) for kind, name, table, sql in rows
    )


@contextmanager
def attached(connection: Connection, path: Path) -> Iterator[None]:
    """Attach a database of our own making as ``spool``, so that SQL reaches both; not inside a transaction."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.execute("ATTACH ? AS spool", (str(path),))
    try:
        yield
    finally:
        raw.execute("DETACH spool")


@contextmanager
def transaction(connection: Connection, path: Path) -> Iterator[Connection]:
    """Run one whole transaction; errors of SQLite leave as the store's, after a rollback."""
    try:
        with connection.begin():
            yield connection
    except Exception as error:
        told = translated(error, path)
        if told is error:
            raise
        raise told from error
