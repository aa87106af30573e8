"""Machines that exchange project files, for tests: merging without a worker process, and what the tables hold."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from annotator.model.document import Document
from annotator.model.edits import GazetteerName, Merge, Noun, Setting, key_of
from annotator.model.ids import document_id
from annotator.model.layer import Annotator, Entity, Layer, Span
from annotator.model.text import freeze, sha256_of
from annotator.store import schema
from annotator.store.bulk import NewDocument
from annotator.store.foreign import read_foreign
from annotator.store.guarded import Request
from annotator.store.planning import Plan, plan
from annotator.store.project import PROGRAM, Project
from annotator.store.spool import Spool
from annotator.store.tables import SPANS, TABLES, noun_of
from annotator.store.union import Stamp, Union, choose
from annotator.workflow.annotating import Annotating
from annotator.workflow.starting import new_project

TEXTS = (
    "Norvik : le quai nord rouvre. Trois grues sont tombées mardi soir.",
    "Le barrage de Lonne tient, dit le maire.",
)


def make_project(path: Path, *, texts: Iterable[str] = TEXTS) -> None:
    """Make a project that holds some texts."""
    with new_project(path) as project:
        for raw in texts:
            text = freeze(raw).text
            digest = sha256_of(text)
            document = Document(document_id(digest), digest, len(text), title=text[:20])
            project.add_documents([NewDocument(document, text)])


def label(path: Path, name: str, *labels: str, document: int = 0) -> None:
    """Let somebody label stretches of six characters, one after the other."""
    with Project.open(path) as project:
        session = Annotating(project, project.annotator(name))
        current = session.open(project.documents()[document].id)
        words = [m for m in range(0, 60, 10) if m + 6 < len(current.text)]
        for start, kind in zip(words, labels, strict=False):
            session.make_span(start, start + 6, kind, exact=True)


def merge(into: Path, *others: Path) -> Plan:
    """Merge files into a project in this process; returns what was planned."""
    with tempfile.TemporaryDirectory() as folder, Project.open(into) as project:
        place = Path(folder) / "spool"
        for number, other in enumerate(others):
            read_foreign(None, Request(other, place, number, project.scheme.id))
        spool = Spool(place)
        labels = frozenset(label.id for label in project.scheme.labels)
        try:
            with project.reading() as connection:
                planned = plan(connection, spool, labels)
            if not planned.nothing_new:
                choose(spool, planned)
                with project.beside(place), project.writing() as connection:
                    Union(connection, planned).run(Stamp(project.id, project.scheme_sha256, PROGRAM.id, at=0))
        finally:
            spool.close()
        return planned


def tables(path: Path) -> dict[tuple[str, str], Noun]:
    """Return what files have in common: all nouns but a project's own, what a machine makes, and the idle."""
    with Project.open(path, read_only=True) as project, project.reading() as connection:
        nouns = [
            noun_of(kind, row, project.id)
            for kind, table in TABLES.items()
            if kind not in (Setting, Merge, GazetteerName)
            for row in connection.execute(SPANS if kind is Span else table.select())
        ]
    owners = {noun.annotator_id for noun in nouns if isinstance(noun, Layer)}
    left_out = [
        noun
        for noun in nouns
        if (isinstance(noun, Entity) and noun.status == "auto")
        or (isinstance(noun, Annotator) and noun.id not in owners)
    ]
    return {key_of(noun): noun for noun in nouns if noun not in left_out}


def aside(path: Path) -> int:
    """Return how many entries do not count in the tables."""
    with Project.open(path, read_only=True) as project, project.reading() as connection:
        return len(connection.execute(schema.aside.select()).all())
