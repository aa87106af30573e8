"""One writer at a time: a lock file beside the project, held as long as its window is open."""

import os
import sys
from pathlib import Path

from annotator.store.errors import ProjectInUse, ProjectReadOnly


def lock_path(project: Path) -> Path:
    """Return the lock file of a project: hidden, beside it."""
    return project.with_name(f".{project.name}.lock")


class WriterLock:
    """An advisory lock that the system drops when the process ends, however it ends."""

    def __init__(self, project: Path) -> None:
        """Take the lock; raises ProjectInUse when another process has it."""
        self._path = lock_path(project)
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise ProjectReadOnly(
                "The folder of “{file}” may not be written: {reason}.", file=project.name, reason=error.strerror
            ) from error
        try:
            _lock(self._file)
        except OSError as error:
            os.close(self._file)
            raise ProjectInUse(
                "“{file}” is already open in another window. Close it there first.", file=project.name
            ) from error

    def release(self) -> None:
        """Give the lock back and take its file away."""
        self._path.unlink(missing_ok=True)
        os.close(self._file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
