"""A session that acknowledges each work after it has been committed, to be killed or recorded.

It labels, undoes and redoes, imports, highlights and makes backups beside the project. Run as
``python -m tests.reliability.session PROJECT COUNT [PRAGMA=VALUE ...]``: acknowledgements go to stdout.
"""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

from annotator.model.document import Document
from annotator.model.highlights import Found, Highlights
from annotator.model.ids import document_id
from annotator.model.segments import plain_segmentation
from annotator.model.text import sha256_of
from annotator.store import connection
from annotator.store.backups import make_backup
from annotator.store.bulk import NewDocument
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.labelling import CannotLabel
from annotator.workflow.starting import new_project

TEXT = "Selon la capitainerie, trois grues sont tombées mardi soir sur le quai nord de Norvik. " * 20
WORKS = (
    *["make"] * 6,
    *["note"] * 2,
    *["erase"] * 2,
    *["link"] * 2,
    *["undo"] * 2,
    *["redo"] * 2,
    "import",
    "highlight",
)


def make_project(path: Path) -> None:
    """Make the project that sessions work in."""
    with new_project(path) as project:
        project.add_documents([_article(TEXT)])
        project.annotator("Anna")


def work(path: Path, count: int, acknowledge: Callable[[str], None], *, seed: int = 0) -> None:
    """Do so many works of all kinds, acknowledging each once its verb has returned."""
    dice = random.Random(seed)
    with Project.open(path) as project:
        session = Annotating(project, project.annotator("Anna"))
        session.open(project.documents()[0].id)
        done = 0
        while done < count:
            try:
                told = _one(session, dice)
            except CannotLabel:
                continue
            if told:
                acknowledge(told)
                done += 1


def _one(session: Annotating, dice: random.Random) -> str:
    if dice.random() < 0.03:
        project = session.project
        return f"backup {make_backup(project.path, project.id, folder=project.path.parent).path.name}"
    match dice.choice(WORKS):
        case "import":
            batch = [_article(f"{TEXT}{dice.random()}") for _ in range(dice.randrange(1, 20))]
            session.project.add_documents(batch)
            return f"document {batch[-1].document.id}"
        case "highlight":
            return f"highlight {_highlight(session.project, dice)}"
        case label:
            gesture = _labelled(session, label, dice)
            return f"gesture {gesture}" if gesture else ""


def _labelled(session: Annotating, what: str, dice: random.Random) -> str | None:
    assert session.current is not None
    spans = session.current.spans
    match what:
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


def _highlight(project: Project, dice: random.Random) -> str:
    id_ = dice.choice(project.documents()).id
    text = project.text(id_)
    starts = sorted(dice.sample(range(0, len(text) - 10, 10), 20))
    found = tuple(Found("LOC", start, start + 9, "model") for start in starts)
    project.set_highlights(id_, text, Highlights(plain_segmentation(text), found))
    return id_


def _article(text: str) -> NewDocument:
    return NewDocument(Document(document_id(sha256_of(text)), sha256_of(text), len(text)), text)


def main() -> None:
    """Run a session for a recorder."""
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    connection.PRAGMAS.update((name, value) for name, _, value in (given.partition("=") for given in sys.argv[3:]))
    work(path, count, lambda told: void(os.write(1, f"ACK {told}\n".encode())))


def void(_: object) -> None:
    """Return nothing."""


if __name__ == "__main__":
    main()
