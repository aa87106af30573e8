"""What can be wrong with a project file: each error's message is a sentence for the person."""

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from annotator.model.told import Told


class StoreError(Told):
    """The project file cannot be used as asked; nothing was changed."""


class ProjectInUse(StoreError):
    """Another window or program has the project open."""


class ProjectDamaged(StoreError):
    """The file is a project, but its contents cannot be trusted."""


class NotAProject(StoreError):
    """The file is missing, or is something else than a project."""


class ProjectTooNew(StoreError):
    """The file was made by a newer version of the program."""


class ProjectReadOnly(StoreError):
    """The file or its folder may not be written."""


class ProjectMoved(StoreError):
    """The file was replaced, moved or deleted while it was open."""


class DiskFull(StoreError):
    """There is no room on the disk."""


def translated(error: Exception, path: Path) -> Exception:
    """Return the store's error for one of SQLite's, or the error itself when it is ours."""
    original = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(original, sqlite3.Error):
        return error
    code = getattr(original, "sqlite_errorcode", 0) & 0xFF
    name = path.name
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(
            "The disk is full: “{file}” keeps everything up to the last change. Make room and do it again.", file=name
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ProjectInUse("“{file}” is in use by another program. Close it there and try again.", file=name)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return ProjectReadOnly(
            "“{file}” may not be written: check the permissions of the file and its folder.", file=name
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return ProjectDamaged("“{file}” is damaged. Restore a backup; this file has been left as it is.", file=name)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return StoreError(
            "“{file}” cannot be read or written (disk error: {reason}). Nothing was changed.",
            file=name,
            reason=original,
        )
    return error
