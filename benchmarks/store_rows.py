"""Rows of the store: saving, importing, exporting, searching, bytes on disk."""

import sqlite3
import statistics
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path

import msgspec

from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.exporting import Wanted, export
from annotator.workflow.importing import Importing
from annotator.workflow.starting import new_project
from benchmarks import raw
from benchmarks.corpus import ANNA, Ground, make_project, piece
from benchmarks.timing import Goal, Pairs, Row, pairs, seconds

SEARCHES = ("capitainerie", "depot kesra", "ministère de la santé", "cas de fièvre", "barrage", "radio meridia")


def saving(ground: Ground) -> list[Row]:
    """Row 4: save one span through the session of an annotator."""
    path = ground.folder / "saving.annotator"
    make_project(path, [piece(0)], spans=False)
    with Project.open(path) as project, raw.bare_database(ground.folder / "saving.db") as bare:
        session = Annotating(project, ANNA)
        labelled = session.open(project.documents()[0].id)
        cut, numbers = labelled.segmentation, count()
        places = [
            (start, end)
            for words in range(1, 9)
            for start, end in zip(cut.starts[::2], cut.ends[words::2], strict=False)
            if "\n" not in labelled.text[start:end]
        ]

        def ours() -> None:
            session.make_span(*places[next(numbers)], "claim", exact=True)

        taken = pairs(_times(20, ours), _times(20, lambda: raw.save_span(bare, next(numbers))), count=15)
    a, b = taken.medians(1000 / 20)
    arm = "one INSERT by sqlite3, same PRAGMAs"
    return [Row("4", "save one span", arm, a, b, "ms", Goal(ratio_at_most=3), null=taken.null, pairs=15)]


def importing(ground: Ground) -> list[Row]:
    """Row 5: import B without highlighting, from JSON Lines with spans."""
    source, names = _lines(ground), count()

    def ours() -> None:
        path = ground.folder / f"import{next(names)}.annotator"
        with new_project(path) as project:
            for _ in Importing(project, [source]).run():
                pass
        path.unlink()

    def arm(*, index: bool) -> Callable[[], None]:
        return partial(raw.import_lines, source, ground.folder / "import.db", index=index)

    work = f"import {ground.b:,} articles (check, insert, journal, index)"
    taken = pairs(ours, arm(index=True))
    a, b = taken.medians()
    without = statistics.median(seconds(arm(index=False)) for _ in range(5))
    note = f"{a / without:.1f} × the arm without its search index"
    return [
        Row("5", work, "msgspec, executemany and index", a, b, "s", Goal(ratio_at_most=4), None, taken.null, 5, note)
    ]


def exporting(ground: Ground) -> list[Row]:
    """Row 6: export A to JSON Lines."""
    path = ground.project(ground.a)

    def ours() -> None:
        with Project.open(path, read_only=True) as project:
            export(project, ground.folder / "out.jsonl", Wanted("jsonl"))

    rows = []
    for number, whole, arm in (("6", True, "raw read and dump of the same"), ("6b", False, "texts and spans alone")):
        taken = pairs(ours, partial(raw.export_lines, path, ground.folder / "bare.jsonl", whole=whole), count=7)
        a, b = taken.medians()
        goal, note = Goal(ratio_at_most=4 if whole else None), "ours also syncs and reads everything back"
        rows.append(Row(number, "export A to JSON Lines", arm, a, b, "s", goal, null=taken.null, pairs=7, note=note))
    return rows


def searching(ground: Ground) -> list[Row]:
    """Row 10: the first 50 documents of a search in B."""
    sql = (
        "SELECT rowid, snippet(search, 0, '[', ']', '…', 16) FROM search WHERE search MATCH ? "
        "ORDER BY bm25(search) LIMIT 50"
    )
    path = ground.project(ground.b)
    with Project.open(path, read_only=True) as project, closing(sqlite3.connect(path)) as bare:
        samples = []
        for words in SEARCHES * 10:
            query = " ".join(f'"{word}"' for word in words.split()) + "*"
            arm, ours = _raw_search(bare, sql, query), _search(project, words)
            samples.append((seconds(arm), seconds(ours), seconds(arm)))
    taken = Pairs(*(tuple(s[n] for s in samples) for n in (1, 0, 2)))
    a, b = taken.medians(1000)
    return [
        Row(
            "10",
            f"search, first 50 of {ground.b:,}",
            "the same FTS5 query by sqlite3",
            a,
            b,
            "ms",
            Goal(ratio_at_most=3, p95_at_most=50),
            p95=taken.p95(1000),
            null=taken.null,
            pairs=len(samples),
        )
    ]


def weighing(ground: Ground) -> list[Row]:
    """Row 11: bytes on disk for a span over those of the texts alone, journal included."""
    few = [piece(n) for n in range(ground.a // 5)]
    path = ground.folder / "unlabelled.annotator"
    make_project(path, few, spans=False)
    without = path.stat().st_size
    with Project.open(path) as project:
        session = Annotating(project, ANNA)
        made = 0
        for document, one in zip(project.documents()[:10], few, strict=False):
            session.open(document.id)
            for start, end, label in one.spans:
                session.make_span(start, end, label, exact=True)
                made += 1
    by_hand = (path.stat().st_size - without) / made
    imported = (ground.project(len(few)).stat().st_size - without) / sum(len(one.spans) for one in few)
    bare = raw.bytes_a_span(ground.folder / "weighing.db", few)
    arm, goal = "a row of a plain table", Goal(ratio_at_most=4)
    return [
        Row("11", "disk bytes a span that came in, journal included", arm, imported, bare, "bytes", goal),
        Row("11b", "disk bytes a span made by hand, one gesture each", arm, by_hand, bare, "bytes", goal),
    ]


def opening_many(ground: Ground) -> list[Row]:
    """Open a project of 10,000 documents and read its queue, as the window does."""
    path = ground.project(ground.b)

    def ours() -> None:
        with Project.open(path) as project:
            project.queue(ANNA.id)

    def reference() -> None:
        with closing(sqlite3.connect(path)) as bare:
            bare.execute("SELECT d.*, l.status FROM document d LEFT JOIN layer l ON l.document = d.id").fetchall()

    taken = pairs(ours, reference)
    a, b = taken.medians()
    return [
        Row(
            "queue",
            f"open a project of {ground.b:,} documents and read its queue",
            "the rows by sqlite3",
            a,
            b,
            "s",
            Goal(at_most=1),
            null=taken.null,
            pairs=5,
        )
    ]


def _lines(ground: Ground) -> Path:
    source = ground.folder / "corpus.jsonl"
    with source.open("wb") as file:
        for n in range(ground.b):
            made = piece(n)
            spans = [{"start": a, "end": b, "label": k, "text": made.text[a:b]} for a, b, k in made.spans]
            said = {"language": "fr", "meta": {"title": made.text[:60]}, "status": "done", "annotator": "Anna"}
            file.write(msgspec.json.encode({"text": made.text, "spans": spans, **said}) + b"\n")
    return source


def _search(project: Project, words: str) -> Callable[[], object]:
    return lambda: project.search(words)


def _raw_search(bare: sqlite3.Connection, sql: str, query: str) -> Callable[[], object]:
    return lambda: bare.execute(sql, (query,)).fetchall()


def _times(number: int, work: Callable[[], object]) -> Callable[[], None]:
    """Return something that does a thing so many times: one alone is too short to be compared."""

    def all_() -> None:
        for _ in range(number):
            work()

    return all_
