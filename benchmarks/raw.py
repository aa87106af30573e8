"""The reference arms of the store: the same work by sqlite3 and msgspec alone, with the same PRAGMAs."""

import os
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from annotator.store.codec import unpack_offsets
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


def import_lines(source: Path, target: Path, *, index: bool) -> None:
    """Decode a JSON Lines file and insert its texts and spans in one transaction, with a search index or without."""
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
        if index:
            raw.execute("CREATE VIRTUAL TABLE search USING fts5(text, content='text', content_rowid='id')")
            raw.execute("INSERT INTO search(rowid, text) SELECT id, text FROM text")
        raw.execute("COMMIT")


def export_lines(project: Path, out: Path, *, whole: bool) -> None:
    """Read a project and dump it, a document a line: texts and spans, or tokens and entities too (``whole``)."""
    raw = sqlite3.connect(project)
    spans, entities = defaultdict[int, list[object]](list), defaultdict[bytes, list[object]](list)
    for layer, id_, label, start, end, words in raw.execute(
        'SELECT layer, id, label, start, "end", words FROM span ORDER BY layer, start'
    ):
        held = {"label": label, "start": start, "end": end, "text": words}
        spans[layer].append(held | {"id": id_.hex()} if whole else held)
    if whole:
        for document, label, start, end, words in raw.execute(
            'SELECT document, label, start, "end", words FROM entity'
        ):
            entities[document].append({"label": label, "start": start, "end": end, "text": words})
    query = (
        "SELECT l.position, t.text, d.id, s.tokens FROM layer l JOIN document d ON d.id = l.document "
        "JOIN text t ON t.document = d.position JOIN segmentation s ON s.document = d.id"
    )
    with out.open("wb") as file:
        for layer, text, document, packed in raw.execute(query):
            line: dict[str, object] = {"text": text, "spans": spans[layer]}
            if whole:
                tokens = enumerate(zip(*unpack_offsets(packed), strict=True))
                line["entities"] = entities[document]
                line["tokens"] = [
                    {"end": end, "id": n, "start": start, "text": text[start:end], "ws": text[end : end + 1] == " "}
                    for n, (start, end) in tokens
                ]
            file.write(msgspec.json.encode(line) + b"\n")
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
    handle = os.open(folder / "sync", os.O_CREAT | os.O_WRONLY)
    began = time.perf_counter()
    os.pwrite(handle, b"x" * 4096, 0)
    os.fsync(handle)
    took = time.perf_counter() - began
    os.close(handle)
    return took
