"""Rows of the store: saving, importing, exporting, searching, bytes."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import msgspec

from annotator.model.edits import Edit
from annotator.model.ids import SpanId, new_uuid
from annotator.model.layer import Span
from annotator.store.connection import PRAGMAS
from annotator.store.project import Project
from annotator.workflow.exporting import Wanted, export
from annotator.workflow.importing import Importing
from annotator.workflow.starting import new_project
from benchmarks.corpus import ANNA, new_document, piece
from benchmarks.timing import Row, pairs, percentile, seconds


def make_project(path: Path, articles: int) -> None:
    """Make a project of the corpus with its spans."""
    with new_project(path) as project:
        project.annotator(ANNA.name)
        for start in range(0, articles, 200):
            project.add_documents([new_document(piece(n)) for n in range(start, min(start + 200, articles))])


def saving(folder: Path) -> Row:
    """Row 4: save one span through the service, against raw sqlite3 with the same PRAGMAs."""
    path = folder / "save.annotator"
    make_project(path, 1)
    raw_path = folder / "raw.db"
    with Project.open(path) as project, closing(sqlite3.connect(raw_path, isolation_level=None)) as raw:
        _prepare_raw(raw)
        document = project.documents()[0]
        held = project.labelled(document.id, ANNA)
        numbers = count()

        def ours() -> None:
            at = next(numbers) % 3000
            span = Span(SpanId(new_uuid()), held.layer.id, "claim", ((at, at + 9),), ("neuf mots",))
            project.commit([Edit(None, span)], by=ANNA.id)

        def bare() -> None:
            at = next(numbers) % 3000
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO span VALUES (?,?,?,?,?)", (new_uuid(), "claim", at, at + 9, "neuf mots"))
            raw.execute("COMMIT")

        a, b, null = pairs(twenty(ours), twenty(bare), count=9)
    return Row(4, "save one span", a / 20 * 1000, b / 20 * 1000, "ms", "<= 3 x raw sqlite3", null=null)


def twenty(work: Callable[[], None]) -> Callable[[], None]:
    """Return something that does a thing twenty times."""

    def all_() -> None:
        for _ in range(20):
            work()

    return all_


def importing(folder: Path, articles: int) -> Row:
    """Row 5: import without highlighting, against msgspec and raw executemany."""
    source = folder / "corpus.jsonl"
    with source.open("wb") as file:
        for n in range(articles):
            made = piece(n)
            spans = [{"start": a, "end": b, "label": k, "text": made.text[a:b]} for a, b, k in made.spans]
            file.write(msgspec.json.encode({"text": made.text, "annotator": "Anna", "spans": spans}) + b"\n")
    names = count()

    def ours() -> None:
        with new_project(folder / f"import{next(names)}.annotator") as project:
            for _ in Importing(project, [source]).run():
                pass

    def bare() -> None:
        with closing(sqlite3.connect(folder / f"import{next(names)}.db", isolation_level=None)) as raw:
            _prepare_raw(raw)
            lines: list[dict[str, Any]] = [msgspec.json.decode(line) for line in source.open("rb")]
            raw.execute("BEGIN IMMEDIATE")
            raw.executemany("INSERT INTO text VALUES (?,?)", enumerate(line["text"] for line in lines))
            rows = ((new_uuid(), s["label"], s["start"], s["end"], s["text"]) for line in lines for s in line["spans"])
            raw.executemany("INSERT INTO span VALUES (?,?,?,?,?)", rows)
            raw.executemany("INSERT INTO search(rowid, text) VALUES (?,?)", enumerate(line["text"] for line in lines))
            raw.execute("COMMIT")

    a, b, null = pairs(ours, bare, count=3)
    return Row(5, f"import {articles:,} articles", a, b, "s", "<= 4 x raw", null=null)


def exporting(path: Path, folder: Path) -> Row:
    """Row 6: export to JSON Lines, against a raw read and dump of texts and spans."""

    def ours() -> None:
        with Project.open(path, read_only=True) as project:
            export(project, folder / "out.jsonl", Wanted("jsonl"))

    def bare() -> None:
        with closing(sqlite3.connect(path)) as raw, (folder / "bare.jsonl").open("wb") as out:
            spans: dict[int, list[object]] = {}
            for layer, label, start, end, words in raw.execute('SELECT layer, label, start, "end", words FROM span'):
                spans.setdefault(layer, []).append({"label": label, "start": start, "end": end, "text": words})
            query = (
                "SELECT l.position, t.text FROM layer l JOIN document d ON d.id = l.document "
                "JOIN text t ON t.document = d.position"
            )
            for layer, text in raw.execute(query):
                out.write(msgspec.json.encode({"text": text, "spans": spans.get(layer, [])}) + b"\n")

    a, b, null = pairs(ours, bare, count=5)
    return Row(6, "export A to JSON Lines", a, b, "s", "<= 4 x raw", "ours writes and verifies every token too", null)


def searching(path: Path) -> list[Row]:
    """Row 10: the first 50 documents of a search, against the same FTS5 query raw."""
    words = ["capitainerie", "depot kesra", "ministère", "cas de fièvre", "barrage", "radio meridia"]
    sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search) LIMIT 50"
    with Project.open(path, read_only=True) as project, closing(sqlite3.connect(path)) as raw:
        taken = _each(lambda word: project.search(word), words)
        query = sql.replace("rowid FROM", "rowid, snippet(search, 0, '[', ']', '…', 16) FROM")
        bare = _each(lambda word: raw.execute(query, (f"{word.split()[0]}*",)).fetchall(), words)
    a, b = statistics.median(taken) * 1000, statistics.median(bare) * 1000
    note = f"p95 {percentile(taken, 0.95) * 1000:.0f} ms"
    return [Row(10, "search, first 50", a, b, "ms", "<= 3 x raw, <= 50 ms p95", note)]


def weighing(path: Path, articles: int) -> Row:
    """Row 11: bytes on disk for a span over those of the texts alone, journal included."""
    bare = path.with_name("bare.annotator")
    with new_project(bare) as project:
        for start in range(0, articles, 200):
            made = [new_document(piece(n)) for n in range(start, min(start + 200, articles))]
            project.add_documents([replace(one, layers=()) for one in made])
    spans = sum(len(piece(n).spans) for n in range(articles))
    each = (path.stat().st_size - bare.stat().st_size) / spans
    return Row(11, "disk bytes a span", each, 43.0, "bytes", "<= 4 x a bare table")


def opening_many(path: Path) -> Row:
    """Open a project of 10,000 documents and read its queue."""

    def work() -> None:
        with Project.open(path) as project:
            project.queue(ANNA.id)

    return Row(
        13, "open the project and its queue", statistics.median(seconds(work) for _ in range(5)), None, "s", "<= 1 s"
    )


def _each(search: Callable[[str], object], words: Iterable[str]) -> list[float]:
    taken = []
    for _ in range(10):
        for word in words:
            began = time.perf_counter()
            search(word)
            taken.append(time.perf_counter() - began)
    return taken


def _prepare_raw(raw: sqlite3.Connection) -> None:
    for name, value in PRAGMAS.items():
        raw.execute(f"PRAGMA {name}={value}")
    raw.execute('CREATE TABLE span (id TEXT PRIMARY KEY, label TEXT, start INT, "end" INT, words TEXT)')
    raw.execute("CREATE TABLE text (id INTEGER PRIMARY KEY, text TEXT)")
    raw.execute("CREATE VIRTUAL TABLE search USING fts5(text, content='text', content_rowid='id')")
