"""Putting a backup in a project's place: proven first, and what stood there kept beside it."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from annotator.store.checking import check
from annotator.store.copying import copy_beside, copy_verified, told
from annotator.store.errors import ProjectDamaged
from annotator.store.files import journal_of, publish, remove
from annotator.store.lock import WriterLock
from annotator.store.project import Project


def restore(backup: Path, project: Path) -> Path | None:
    """Put a backup in a project's place; what stood there is kept beside it, and its new path returned.

    Raises StoreError when the backup is not all that it promises or the project is open; nothing is changed then.
    """
    with Project.open(backup, read_only=True) as held:
        findings = check(held)
    if findings:
        raise ProjectDamaged(
            "“{file}” is damaged itself: {reason}. Choose another backup.", file=backup.name, reason=findings[0].what
        )
    if not project.exists():
        copy_verified(backup, project)
        return None
    lock = WriterLock(project)
    try:
        return _swap(backup, project)
    except OSError as error:
        raise told(error, project) from error
    finally:
        lock.release()


def _swap(backup: Path, project: Path) -> Path:
    """Copy what stands there aside, then put the copy of the backup in its place in one step."""
    beside = project.with_name(f".{project.name}.{os.getpid()}.new")
    kept = _free(project)
    try:
        copy_beside(backup, beside)
        # the journal of a process that was killed goes along: together they are whole
        for old, new in ((project, kept), (journal_of(project), journal_of(kept))):
            if old.exists():
                _copy_synced(old, new)
        # or SQLite would play the old file's journal into the new one
        journal_of(project).unlink(missing_ok=True)
        publish(beside, project)
    finally:
        remove(beside)
    return kept


def _copy_synced(old: Path, new: Path) -> None:
    with old.open("rb") as reading, new.open("xb") as writing:
        shutil.copyfileobj(reading, writing)
        writing.flush()
        os.fsync(writing.fileno())


def _free(project: Path) -> Path:
    """Return a name beside a project under which nothing stands."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    return project.with_name(f"{project.stem}.before-{stamp}{project.suffix}")
