"""A labelling session that acknowledges each edit after it has been committed, to be killed or recorded.

Run as ``python -m tests.reliability.session PROJECT COUNT SYNCHRONOUS``: acknowledgements go to stdout.
"""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

from annotator.model.document import Document
from annotator.model.ids import document_id
from annotator.model.text import sha256_of
from annotator.store import connection
from annotator.store.bulk import NewDocument
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.labelling import CannotLabel
from annotator.workflow.starting import new_project

TEXT = "Selon la capitainerie, trois grues sont tombées mardi soir sur le quai nord de Norvik. " * 20


def make_project(path: Path) -> None:
    """Make the project that sessions work in."""
    with new_project(path) as project:
        document = Document(document_id(sha256_of(TEXT)), sha256_of(TEXT), len(TEXT))
        project.add_documents([NewDocument(document, TEXT)])
        project.annotator("Anna")


def label(path: Path, count: int, acknowledge: Callable[[str], None], *, seed: int = 0) -> None:
    """Do so many edits of all kinds, acknowledging each gesture once its verb has returned."""
    dice = random.Random(seed)
    with Project.open(path) as project:
        session = Annotating(project, project.annotator("Anna"))
        session.open(project.documents()[0].id)
        done = 0
        while done < count:
            try:
                gesture = _one(session, dice)
            except CannotLabel:
                continue
            if gesture:
                acknowledge(gesture)
                done += 1


def _one(session: Annotating, dice: random.Random) -> str | None:
    assert session.current is not None
    spans = session.current.spans
    match dice.choice(["make", "make", "make", "note", "erase", "link", "undo", "redo"]):
        case "note" if spans:
            return session.set_note(dice.choice(spans).id, f"note {dice.random()}").gesture
        case "erase" if len(spans) > 5:
            return session.erase(dice.choice(spans).id).gesture
        case "link" if len(spans) > 1:
            one, other = dice.sample(spans, 2)
            return session.add_link("content", one.id, "span", other.id).gesture
        case "undo":
            return session.undo().gesture
        case "redo":
            return session.redo().gesture
        case _:
            start = dice.randrange(len(TEXT) - 60)
            return session.make_span(start, start + dice.randrange(5, 60), dice.choice(["claim", "opinion"])).gesture


def main() -> None:
    """Run a session for a recorder."""
    path, count, synchronous = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    connection.PRAGMAS["synchronous"] = synchronous
    label(path, count, lambda gesture: void(os.write(1, f"ACK {gesture}\n".encode())))


def void(_: object) -> None:
    """Return nothing."""


if __name__ == "__main__":
    main()
