"""Backups: made by SQLite's own copy, reopened and counted before they count, thinned as they age."""

import os
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

from annotator.store.connection import check_header
from annotator.store.errors import ProjectDamaged, ProjectReadOnly, StoreError, translated
from annotator.store.files import SUFFIX, publish
from annotator.store.lock import WriterLock

_COUNTED = ("document", "text", "annotator", "layer", "span", "link", "evidence", "entity", "journal")
HOUR, DAY = 3600, 86_400
_STAMP = "%Y%m%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy of a project, and when it was made (seconds since 1970 UTC)."""

    path: Path
    at: float


def backup_folder(project_id: str) -> Path:
    """Return where a project's own backups lie: apart from the project, on the same machine."""
    return user_data_path("annotator", appauthor=False) / "backups" / project_id


def copy_verified(source: Path, target: Path) -> None:
    """Copy a project file to a place where nothing stands, and prove the copy.

    Raises StoreError when it cannot be made or is not the same; no half copy is left.
    """
    if target.exists():
        raise StoreError(
            "There is already a file “{file}” in that folder; it has been left as it is.", file=target.name
        )
    check_header(source)
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        _copy(source, beside)
        if _counts(source) != _counts(beside):
            raise StoreError("The copy “{file}” is not the same as the project; it was not kept.", file=target.name)
        publish(beside, target)
    except (sqlite3.Error, OSError) as error:
        raise _told(error, target) from error
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def make_backup(project: Path, project_id: str, *, folder: Path | None = None) -> Backup:
    """Make a verified backup of a project among its others, and thin those."""
    place = folder or backup_folder(project_id)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _told(error, place) from error
    now = datetime.now(UTC)
    path = place / f"{now.strftime(_STAMP)}{SUFFIX}"
    copy_verified(project, path)
    thin(place, now.timestamp())
    return Backup(path, now.timestamp())


def backups_in(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        with suppress(ValueError):
            at = datetime.strptime(path.name.removesuffix(SUFFIX), _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, at.timestamp()))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def restore(backup: Path, project: Path) -> Path | None:
    """Put a backup in a project's place; what stood there is kept beside it, and its new path returned.

    Raises StoreError when the backup cannot be trusted or the project is open; nothing is changed then.
    """
    check_header(backup)
    problems = _damage(backup)
    if problems:
        raise ProjectDamaged(
            "“{file}” is damaged itself: {reason}. Choose another backup.", file=backup.name, reason=problems
        )
    kept = None
    if project.exists():
        lock = WriterLock(project)
        lock.release()
        kept = project.with_name(f"{project.stem}.before-{int(time.time())}{project.suffix}")
        project.replace(kept)
    try:
        copy_verified(backup, project)
    except StoreError:
        if kept is not None:
            kept.replace(project)
        raise
    return kept


def thin(folder: Path, now: float) -> None:
    """Keep all of the last day, one a day for a month, one a week for a year, and always the newest two."""
    kept: set[tuple[str, int]] = set()
    for number, backup in enumerate(backups_in(folder)):
        age = now - backup.at
        if number < 2 or age < DAY:
            continue
        slot = ("day", int(backup.at // DAY)) if age < 30 * DAY else ("week", int(backup.at // (7 * DAY)))
        if age > 365 * DAY or slot in kept:
            backup.path.unlink(missing_ok=True)
        kept.add(slot)


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as reading,
        closing(sqlite3.connect(target)) as writing,
    ):
        reading.backup(writing)
    handle = os.open(target, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _counts(path: Path) -> tuple[object, ...]:
    """Return what a faithful copy has the same of: rows of each table and the head of the journal."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        rows = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED]
        head = connection.execute("SELECT id FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return (*rows, head)


def _damage(path: Path) -> str:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            line = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
            _counts(path)
    except sqlite3.Error as error:
        return str(error)
    return "" if line == "ok" else line


def _told(error: Exception, path: Path) -> Exception:
    if isinstance(error, OSError):
        return ProjectReadOnly("“{file}” could not be written: {reason}.", file=path.name, reason=error.strerror)
    return translated(error, path)
