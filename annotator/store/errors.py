"""What can be wrong with a project file: each error's message is a sentence for the person."""

import errno
import sqlite3
import zlib
from pathlib import Path

import msgspec
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


class DiskFails(StoreError):
    """The disk does not read or write what it should."""


def translated(error: Exception, path: Path) -> Exception:
    """Return the store's error for one of SQLite's, or the error itself when it is ours."""
    original = error.orig if isinstance(error, DBAPIError) else error
    name = path.name
    if isinstance(original, zlib.error | msgspec.MsgspecError | UnicodeDecodeError):
        return damaged(path)
    if isinstance(original, sqlite3.OperationalError) and "decode to UTF-8" in str(original):
        return damaged(path)
    if not isinstance(original, sqlite3.Error):
        return error
    whole = getattr(original, "sqlite_errorcode", 0)
    code = whole & 0xFF
    if whole == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved(path)
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
        return damaged(path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return DiskFails(
            "“{file}” cannot be read or written (disk error: {reason}). Nothing was changed.",
            file=name,
            reason=original,
        )
    return error


def damaged(path: Path) -> ProjectDamaged:
    """Return what is told of a file whose contents make no sense."""
    return ProjectDamaged("“{file}” is damaged. Restore a backup; this file has been left as it is.", file=path.name)


def moved(path: Path) -> ProjectMoved:
    """Return what is told when another file, or none, stands where the project was."""
    return ProjectMoved(
        "“{file}” was moved, deleted or replaced by another program while it was open. "
        "The last change was not kept: put the file back, or open the new one.",
        file=path.name,
    )


def disk_is_full(error: OSError) -> bool:
    """Tell whether the system refused a write for want of room: a disk, a quota or a limit on the size of files."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
