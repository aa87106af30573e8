"""The reference arms of the store: the same work by sqlite3 and msgspec alone, with the same PRAGMAs."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from annotator.store.connection import PRAGMAS
from benchmarks.corpus import LABELS, Piece

_TABLES = (
    "CREATE TABLE text (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    'CREATE TABLE span (id INTEGER PRIMARY KEY, document INT, start INT, "end" INT, label TEXT, words TEXT)',
)
_SPAN = 'INSERT INTO span(document, start, "end", label, words) VALUES (?,?,?,?,?)'


@contextmanager
def bare_database(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a new database with one plain table of texts and one of spans."""
    path.unlink(missing_ok=True)
    raw = sqlite3.connect(path, isolation_level=None)
    for name, value in PRAGMAS.items():
        raw.execute(f"PRAGMA {name}={value}")
    for table in _TABLES:
        raw.execute(table)
    try:
        yield raw
    finally:
        raw.close()


def save_span(raw: sqlite3.Connection, at: int) -> None:
    """Insert one span in a transaction of its own."""
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(_SPAN, (1, at, at + 9, LABELS[at % 4], "neuf mots"))
    raw.execute("COMMIT")


def import_lines(source: Path, target: Path) -> None:
    """Decode a JSON Lines file and insert its texts and spans in one transaction."""
    with bare_database(target) as raw, source.open("rb") as file:
        lines = [msgspec.json.decode(line) for line in file]
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany("INSERT INTO text VALUES (?,?)", enumerate(line["text"] for line in lines))
        rows = (
            (n, span["start"], span["end"], span["label"], span["text"])
            for n, line in enumerate(lines)
            for span in line["spans"]
        )
        raw.executemany(_SPAN, rows)
        raw.execute("COMMIT")


def export_lines(project: Path, out: Path) -> None:
    """Read texts and spans from a project and dump them, a document a line."""
    raw = sqlite3.connect(project)
    spans: dict[int, list[object]] = {}
    for layer, label, start, end, words in raw.execute('SELECT layer, label, start, "end", words FROM span'):
        spans.setdefault(layer, []).append({"label": label, "start": start, "end": end, "text": words})
    query = (
        "SELECT l.position, t.text FROM layer l JOIN document d ON d.id = l.document "
        "JOIN text t ON t.document = d.position"
    )
    with out.open("wb") as file:
        for layer, text in raw.execute(query):
            file.write(msgspec.json.encode({"text": text, "spans": spans.get(layer, [])}) + b"\n")
    raw.close()


def bytes_a_span(path: Path, pieces: list[Piece]) -> float:
    """Return how many bytes a span takes in a plain table of offsets and labels."""
    rows = [(n, a, b, label) for n, one in enumerate(pieces) for a, b, label in one.spans]
    sizes = []
    for kept in (rows, []):
        with bare_database(path) as raw:
            raw.execute("BEGIN IMMEDIATE")
            raw.executemany(_SPAN, [(*row, pieces[row[0]].text[row[1] : row[2]]) for row in kept])
            raw.execute("COMMIT")
        sizes.append(path.stat().st_size)
    return (sizes[0] - sizes[1]) / len(rows)


def sync_seconds(folder: Path) -> float:
    """Write a page and force it to the disk."""
    import time

    handle = os.open(folder / "sync", os.O_CREAT | os.O_WRONLY)
    began = time.perf_counter()
    os.pwrite(handle, b"x" * 4096, 0)
    os.fsync(handle)
    took = time.perf_counter() - began
    os.close(handle)
    return took
