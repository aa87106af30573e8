"""Backups: verified copies, in a folder of the machine's own, thinned as they age."""

import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

from annotator.store.copying import copy_verified, told
from annotator.store.files import SUFFIX, remove

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


def make_backup(project: Path, project_id: str, *, folder: Path | None = None) -> Backup:
    """Make a verified backup of a project among its others, and thin those."""
    place = folder or backup_folder(project_id)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise told(error, place) from error
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


def thin(folder: Path, now: float) -> None:
    """Keep all of the last day, one a day for a month, one a week for a year, and always the newest two.

    What a process that was killed left half copied goes too, once it is an hour old.
    """
    kept: set[tuple[str, int]] = set()
    for number, backup in enumerate(backups_in(folder)):
        age = now - backup.at
        if number < 2 or age < DAY:
            continue
        slot = ("day", int(backup.at // DAY)) if age < 30 * DAY else ("week", int(backup.at // (7 * DAY)))
        if age > 365 * DAY or slot in kept:
            with suppress(OSError):
                backup.path.unlink()
        kept.add(slot)
    for half in folder.glob(f".*{SUFFIX}.*.new"):
        with suppress(OSError):
            if time.time() - half.stat().st_mtime > HOUR:
                remove(half)
