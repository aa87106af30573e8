"""Keeping copies: before risky work, at close, and never more than ten minutes of work behind."""

import time
from pathlib import Path

from annotator.store.backups import Backup, backup_folder, backups_in, make_backup
from annotator.store.copying import copy_verified, head_of
from annotator.store.project import Project

EVERY_SECONDS = 600
LOOK_SECONDS = 30
"""How often whoever has a project open asks whether a backup is due."""


def back_up(path: Path, out: Path | None = None) -> Path:
    """Make a verified copy of a project file, at ``out`` or among its own backups; returns where."""
    with Project.open(path, read_only=True) as project:
        project_id = project.id
    if out is not None:
        copy_verified(path, out)
        return out
    return make_backup(path, project_id).path


def keep_what_is_due(project: Project) -> None:
    """Make a backup when a command leaves work behind and the last one is old."""
    keeper = Keeper(project)
    if keeper.due():
        keeper.make()


class Keeper:
    """Knows what the newest backup of a project holds, and makes the next one when there is work that it lacks."""

    def __init__(self, project: Project) -> None:
        """Begin with the newest backup that there is; work of a session that was killed is missing in it."""
        self._project = project
        newest = next(iter(backups_in(backup_folder(project.id))), None)
        self._last = newest.at if newest else 0.0
        self._head = head_of(newest.path) if newest else b""

    def due(self) -> bool:
        """Tell whether there is work that no backup has, and the last one will be ten minutes old at the next look."""
        return time.time() - self._last >= EVERY_SECONDS - LOOK_SECONDS and self._project.head() != self._head

    def keep(self) -> Backup | None:
        """Make a backup when there is anything new to keep."""
        return self.make() if self._project.head() != self._head else None

    def make(self) -> Backup:
        """Make a backup."""
        head = self._project.head()
        backup = make_backup(self._project.path, self._project.id)
        self._last, self._head = backup.at, head
        return backup
