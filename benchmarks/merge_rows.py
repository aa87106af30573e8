"""Row 13: ten packs of A merged, against the bare union of their rows; and the memory that it takes."""

import resource
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, insert

from annotator.model.edits import Edit, Gesture
from annotator.model.ids import GestureId, SpanId, annotator_id, derived_uuid, layer_id
from annotator.model.layer import Annotator, Layer, Span
from annotator.store import journal
from annotator.store.connection import PRAGMAS
from annotator.store.project import Project
from annotator.store.schema import layer as layer_table
from annotator.store.tables import INSERTS, record_of, span_record
from annotator.workflow.merging import Merging
from annotator.workflow.packing import pack
from benchmarks.corpus import Ground, Piece, make_project, piece
from benchmarks.timing import Goal, Row, pairs

PACKS = 10
_COLUMNS = "id, previous, chain, gesture, kind, of, annotator, at, scheme, edits"
_UNION = (
    f"INSERT OR IGNORE INTO journal({_COLUMNS}) SELECT {_COLUMNS} FROM pack.journal ORDER BY seq",
    "INSERT OR IGNORE INTO annotator SELECT * FROM pack.annotator",
    "INSERT OR IGNORE INTO layer(id, document, annotator, status) "
    "SELECT id, document, annotator, status FROM pack.layer ORDER BY position",
    'INSERT OR IGNORE INTO span SELECT here.position, s.id, s.label, s.start, s."end", s.words, s.fragments, '
    "s.attributes, s.note FROM pack.span s JOIN pack.layer there ON there.position = s.layer "
    "JOIN layer here ON here.id = there.id ORDER BY here.position, s.id",
)


def merging(ground: Ground) -> list[Row]:
    """Row 13: every span an entry of its own, as people make them, with hashes, texts and words proved."""
    lead, packs = _packs(ground)
    names = count()

    def ours() -> None:
        merge(_copy(lead, ground.folder / f"merge{next(names)}.annotator"), packs)

    taken = pairs(ours, lambda: union(_copy(lead, ground.folder / f"union{next(names)}.annotator"), packs), count=3)
    a, b = taken.medians()
    most = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    megabytes = most / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    work = f"merge {PACKS} packs of {ground.a:,} articles x 40 spans"
    arm = "INSERT … SELECT of the rows"
    goal, memory = Goal(ratio_at_most=6, at_most=60), Goal(at_most=1000)
    return [
        Row("13", work, arm, a, b, "s", goal, None, taken.null, 3, "ours proves every hash, fold and word"),
        Row("13b", "memory of that, worker included", "–", megabytes, None, "MB", memory),
    ]


def merge(lead: Path, packs: list[Path]) -> None:
    """Merge packs into a project, as the command does."""
    with Project.open(lead) as project, closing(Merging(project, packs)) as merging_:
        for _ in merging_.run():
            pass
        merging_.merge()
    lead.unlink()


def union(lead: Path, packs: list[Path]) -> None:
    """Put the rows of packs into a project without looking at them."""
    with closing(sqlite3.connect(lead, isolation_level=None)) as raw:
        for name, value in PRAGMAS.items():
            raw.execute(f"PRAGMA {name}={value}")
        for one in packs:
            raw.execute("ATTACH ? AS pack", (str(one),))
            raw.execute("BEGIN IMMEDIATE")
            for statement in _UNION:
                raw.execute(statement)
            raw.execute("COMMIT")
            raw.execute("DETACH pack")
    lead.unlink()


def _packs(ground: Ground) -> tuple[Path, list[Path]]:
    """Return a project of articles without spans, and the packs of ten people who labelled all of them."""
    lead = ground.folder / "lead.annotator"
    pieces = [piece(n) for n in range(ground.a)]
    make_project(lead, pieces, spans=False)
    packs = []
    for number in range(PACKS):
        person = Annotator(annotator_id(f"person {number}"), f"person {number}")
        work = _copy(lead, ground.folder / f"work{number}.annotator")
        with Project.open(work) as project:
            project.annotator(person.name)
            _label(project, person, pieces)
            packs.append(pack(project, ground.folder / f"pack{number}.annotator", annotator=person.name).path)
        work.unlink()
    return lead, packs


def _label(project: Project, person: Annotator, pieces: list[Piece]) -> None:
    with project.writing() as connection:
        for document, made in zip(project.documents(), pieces, strict=True):
            owner = Layer(layer_id(document.id, person.id), document.id, person.id, "in_progress")
            spans = [
                Span(SpanId(derived_uuid(owner.id, n)), owner.id, label, ((a, b),), (made.text[a:b],))
                for n, (a, b, label) in enumerate(made.spans)
            ]
            _insert(connection, owner, spans)
            gestures = _gestures(person, owner, spans)
            journal.append(connection, gestures, project=project.id, scheme=project.scheme_sha256, new_chains=True)


def _insert(connection: Connection, owner: Layer, spans: list[Span]) -> None:
    connection.execute(insert(layer_table), record_of(owner))
    connection.execute(INSERTS[Span], [span_record(span) for span in spans])


def _gestures(person: Annotator, owner: Layer, spans: list[Span]) -> Iterator[Gesture]:
    gesture = partial(Gesture, annotator_id=person.id, at=1_800_000_000_000)
    yield gesture(id=GestureId(derived_uuid("first", owner.id)), edits=(Edit(None, owner),), kind="log")
    for span in spans:
        yield gesture(id=GestureId(derived_uuid("made", span.id)), edits=(Edit(None, span),))


def _copy(source: Path, target: Path) -> Path:
    return Path(shutil.copy(source, target))
