"""The spool: what the guarded reader has found sound in foreign files, in a private file of our own making.

Worker processes write it, several at a time, each file in one short transaction once all of it is proved; whoever
merges reads it: the foreign file itself is never opened again.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from annotator.model.edits import Noun
from annotator.model.layer import Entity, Layer, Span
from annotator.store.entries import Raw
from annotator.store.tables import TABLES


def columns_of(kind: type[Noun]) -> tuple[str, ...]:
    """Return the columns of a noun's row, but for its position; a span has the id of its layer in ``owner``."""
    names = (column.name for column in TABLES[kind].c if column.name != "position")
    return tuple("owner" if kind is Span and name == "layer" else name for name in names)


_KEPT: dict[type[Noun], tuple[str, ...]] = {
    kind: columns_of(kind) for kind, table in TABLES.items() if kind in (Layer, Entity) or "layer" in table.c
}
"""Nouns whose rows are kept, and the columns of those."""
LAYERED = tuple(kind for kind in _KEPT if kind not in (Layer, Entity))
_TABLES = (
    "CREATE TABLE entry (n INTEGER PRIMARY KEY, id UNIQUE, previous, chain, gesture, kind, of, annotator, at, scheme, "
    "edits)",
    "CREATE INDEX entry_chain ON entry (chain, n)",
    "CREATE TABLE chain (chain, file, kind, document, annotator, ends, line, spans, PRIMARY KEY (chain, file))",
    "CREATE TABLE chosen (chain PRIMARY KEY, how)",
    "CREATE TABLE person (id, name, PRIMARY KEY (id, name))",
    "CREATE TABLE document (id PRIMARY KEY, sha256, length, title, file, place)",
    "CREATE TABLE text (id PRIMARY KEY, text)",
    "CREATE TABLE scheme (sha256 PRIMARY KEY, json)",
)
_ADDED = {
    "entry": f"INSERT OR IGNORE INTO entry VALUES (NULL,{','.join('?' * (len(Raw._fields) - 1))})",
    # the first of the files says in which order documents come, whichever was proved first
    "document": "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title, "
    "file = excluded.file, place = excluded.place WHERE excluded.file < file",
    "chain": "INSERT INTO chain VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "person": "INSERT OR IGNORE INTO person VALUES (?, ?)",
    "text": "INSERT OR IGNORE INTO text VALUES (?, ?)",
    "scheme": "INSERT OR IGNORE INTO scheme VALUES (?, ?)",
}
_DOCUMENTS = "SELECT id, sha256, length, title FROM document ORDER BY file, place"
_PATIENCE = 300.0
"""Seconds that a worker waits for another that writes."""

type Nouns = tuple[bytes, type[Noun], Sequence[Mapping[str, Any]]]


class ChainRow(NamedTuple):
    """A chain as one file has it: ``kind`` is layer or document, ``line`` tells that it never forked."""

    chain: bytes
    file: int
    kind: str
    document: bytes
    annotator: bytes
    ends: bytes
    line: int
    spans: int


class DocumentRow(NamedTuple):
    """A document that some file speaks of."""

    id: bytes
    sha256: bytes
    length: int
    title: str


class Spool:
    """An open spool."""

    def __init__(self, path: Path) -> None:
        """Open it; a new one is made where there is none."""
        self.path = path
        new = not path.exists()
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE)
        self._rows: dict[str, list[Sequence[Any]]] = {table: [] for table in _ADDED}
        self._nouns: list[Nouns] = []
        # it is thrown away after the merge: a power cut may take it
        self._connection.execute("PRAGMA synchronous=OFF")
        if new:
            for statement in (*_TABLES, *_noun_tables()):
                self._connection.execute(statement)

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Write everything of one file, or nothing; what is added inside is written at the end."""
        yield
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            known = {chain for (chain,) in self._connection.execute("SELECT DISTINCT chain FROM chain")}
            for table, rows in self._rows.items():
                self._connection.executemany(_ADDED[table], rows)
            for chain, kind, records in self._nouns:
                if chain not in known:
                    self._connection.executemany(_noun_sql(kind), records)

    def add(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows, all columns given; those that are there already stay."""
        self._rows[table] += rows

    def add_entries(self, rows: Iterable[Raw]) -> None:
        """Add entries in an order in which none comes before one that it follows."""
        self._rows["entry"] += (row[1:] for row in rows)

    def add_nouns(self, chain: bytes, kind: type[Noun], records: Sequence[Mapping[str, Any]]) -> None:
        """Add the rows of the nouns of a chain, unless another file has it: where all agree they are the same."""
        self._nouns.append((chain, kind, records))

    def chains(self, kind: str) -> list[ChainRow]:
        """Return the chains of a kind as each file has them."""
        rows = self._connection.execute("SELECT * FROM chain WHERE kind = ? ORDER BY chain, file", (kind,))
        return [ChainRow(*row) for row in rows]

    def entries(self, chain: bytes) -> list[Raw]:
        """Return the entries of a chain in all files, each after those that it follows."""
        rows = self._connection.execute("SELECT * FROM entry WHERE chain = ? ORDER BY n", (chain,))
        return [Raw(*row) for row in rows]

    def ids(self, chain: bytes) -> set[bytes]:
        """Return the ids of the entries of a chain."""
        return {id_ for (id_,) in self._connection.execute("SELECT id FROM entry WHERE chain = ?", (chain,))}

    def people(self) -> dict[bytes, str]:
        """Return names by id; of several ways to write one name the first in order."""
        return dict(self._connection.execute("SELECT id, name FROM person ORDER BY name DESC"))

    def documents(self) -> list[DocumentRow]:
        """Return the documents in the order in which the files have them."""
        return [DocumentRow(*row) for row in self._connection.execute(_DOCUMENTS)]

    def text(self, document: bytes) -> str | None:
        """Return a document's text, None where every file has come without it."""
        row = self._connection.execute("SELECT text FROM text WHERE id = ?", (document,)).fetchone()
        return row[0] if row else None

    def with_text(self) -> set[bytes]:
        """Return the documents whose text some file has."""
        return {id_ for (id_,) in self._connection.execute("SELECT id FROM text")}

    def labels(self) -> dict[bytes, set[str]]:
        """Return by layer the labels of its spans."""
        found: dict[bytes, set[str]] = {}
        for owner, label in self._connection.execute("SELECT DISTINCT owner, label FROM noun_span"):
            found.setdefault(owner, set()).add(label)
        return found

    def choose(self, chosen: Mapping[bytes, str]) -> None:
        """Keep which chains are merged, and how: for `annotator.store.union`."""
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("DELETE FROM chosen")
            self._connection.executemany("INSERT INTO chosen VALUES (?, ?)", chosen.items())


def _noun_sql(kind: type[Noun]) -> str:
    values = ",".join(f":{name}" for name in _KEPT[kind])
    return f"INSERT OR IGNORE INTO noun_{TABLES[kind].name} VALUES ({values})"


def _noun_tables() -> Iterator[str]:
    for kind, columns in _KEPT.items():
        name = f"noun_{TABLES[kind].name}"
        key = "document, id" if kind is Entity else "id" if kind is Layer else ""
        quoted = ", ".join(f'"{column}"' for column in columns)
        yield f"CREATE TABLE {name} ({quoted}{f', PRIMARY KEY ({key})' if key else ''})"
        yield f"CREATE INDEX {name}_owner ON {name} ({columns[0]})"
