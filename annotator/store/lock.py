"""One writer at a time: a lock file beside the project, held as long as its window is open."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from annotator.store.errors import ProjectInUse, ProjectReadOnly


def lock_path(project: Path) -> Path:
    """Return the lock file of a project: hidden, beside the file itself, whatever links lead to it."""
    real = project.resolve()
    return real.with_name(f".{real.name}.lock")


class WriterLock:
    """An advisory lock that the system drops when the process ends, however it ends."""

    def __init__(self, project: Path) -> None:
        """Take the lock; raises ProjectInUse when another process has it."""
        self._path = lock_path(project)
        self._file = self._taken(project)
        while not _same(self._file, self._path):
            # whoever had the lock took its file away between our opening and our locking it
            os.close(self._file)
            self._file = self._taken(project)

    def release(self) -> None:
        """Give the lock back and take its file away."""
        with suppress(OSError):  # a folder that may no longer be written keeps a file that locks nothing
            self._path.unlink()
        os.close(self._file)

    def _taken(self, project: Path) -> int:
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise ProjectReadOnly(
                "The folder of “{file}” may not be written: {reason}.", file=project.name, reason=error.strerror
            ) from error
        try:
            _lock(file)
        except OSError as error:
            os.close(file)
            raise ProjectInUse(
                "“{file}” is already open in another window. Close it there first.", file=project.name
            ) from error
        return file


def _same(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
