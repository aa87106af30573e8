"""Judging a project after the worst: it opens, the check finds nothing, and every acknowledged edit is there."""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import select

from annotator.model.told import Told
from annotator.store.checking import check
from annotator.store.codec import uuid_bytes
from annotator.store.project import Project
from annotator.store.schema import journal


def faults(path: Path, acknowledged: Iterable[str]) -> list[str]:
    """Return what is wrong with a project that should hold these gestures whole."""
    try:
        with Project.open(path) as project:
            found = [f"{f.kind}: {f.where}: {f.what}" for f in check(project)]
            with project.reading() as connection:
                there = {row.gesture for row in connection.execute(select(journal.c.gesture))}
    except Told as error:
        return [f"it cannot be opened: {error}"]
    lost = [gesture for gesture in acknowledged if uuid_bytes(gesture) not in there]
    return found + [f"acknowledged and lost: {gesture}" for gesture in lost]
