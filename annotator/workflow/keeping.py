"""Keeping copies: before risky work, at close, and never more than ten minutes of work behind."""

import time
from pathlib import Path

from annotator.store.backups import Backup, backup_folder, backups_in, copy_verified, make_backup
from annotator.store.project import Project

EVERY_SECONDS = 600


def back_up(path: Path, out: Path | None = None) -> Path:
    """Make a verified copy of a project file, at ``out`` or among its own backups; returns where."""
    with Project.open(path, read_only=True) as project:
        project_id = project.id
    if out is not None:
        copy_verified(path, out)
        return out
    return make_backup(path, project_id).path


class Keeper:
    """Remembers when a project was last copied and what has happened since."""

    def __init__(self, project: Project) -> None:
        """Begin with the newest backup that there is."""
        self._project = project
        self._folder = backup_folder(project.id)
        newest = next(iter(backups_in(self._folder)), None)
        self._last = newest.at if newest else 0.0
        self._head = project.head() if newest else b""

    def due(self) -> bool:
        """Tell whether there is work that no backup has and the last one is ten minutes old."""
        return self._project.head() != self._head and time.time() - self._last >= EVERY_SECONDS

    def keep(self) -> Backup | None:
        """Make a backup when there is anything new to keep."""
        head = self._project.head()
        if head == self._head:
            return None
        backup = make_backup(self._project.path, self._project.id, folder=self._folder)
        self._last, self._head = backup.at, head
        return backup
