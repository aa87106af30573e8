"""Judging a project after the worst: it opens, the check finds nothing, and everything acknowledged is there."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from annotator.model.told import Told
from annotator.store.checking import check
from annotator.store.codec import uuid_bytes
from annotator.store.project import Project
from annotator.store.schema import journal


def faults(path: Path, acknowledged: Sequence[str], *, read_only: bool = False) -> list[str]:
    """Return what is wrong with a project that should hold these works whole; backups are judged beside it."""
    try:
        with Project.open(path, read_only=read_only) as project:
            found = [f"{f.kind}: {f.where}: {f.what}" for f in check(project)]
            with project.reading() as connection:
                there = {row.gesture for row in connection.execute(select(journal.c.gesture))}
            documents = {document.id for document in project.documents()}
            bare = set(project.without_highlights())
    except Told as error:
        return [f"it cannot be opened: {error}"]
    for number, told in enumerate(acknowledged):
        kind, _, id_ = told.partition(" ")
        match kind:
            case "gesture" if uuid_bytes(id_) not in there:
                found.append(f"acknowledged and lost: {told}")
            case "document" if id_ not in documents:
                found.append(f"acknowledged and lost: {told}")
            case "highlight" if id_ in bare:
                found.append(f"acknowledged and lost: {told}")
            case "backup" if not read_only:
                earlier = faults(path.with_name(id_), acknowledged[:number], read_only=True)
                found += [f"{told}: {fault}" for fault in earlier]
            case _:
                continue
    return found
