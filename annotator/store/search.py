"""Search in all documents: SQLite FTS5, accent-insensitive, with snippets."""

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

from annotator.model.ids import DocumentId
from annotator.store.codec import uuid_text

_WORD = re.compile(r"\w+", re.UNICODE)
_OPEN, _CLOSE = "\ue000", "\ue001"
_QUERY = text(
    "SELECT d.id AS id, d.title AS title, snippet(search, 0, :open, :close, '…', 16) AS snippet "
    "FROM (SELECT rowid AS place, bm25(search) AS score FROM search WHERE search MATCH :query "
    "ORDER BY score, place LIMIT :limit) AS best "
    "JOIN search ON search.rowid = best.place JOIN document AS d ON d.position = best.place "
    "WHERE search MATCH :query ORDER BY best.score, best.place"
)
"""The best ones first, then their snippets: in one step SQLite cuts a snippet out of every document that matches."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that matches: ``snippet`` is plain text, ``lit`` the stretches of it that match, in code points."""

    document_id: DocumentId
    title: str
    snippet: str
    lit: tuple[tuple[int, int], ...]


def search(connection: Connection, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Return the best documents that hold all words; the last word may be a beginning. No words, no hits."""
    found = _WORD.findall(words)
    if not found:
        return ()
    query = " ".join(f'"{word}"' for word in found) + ("*" if words[-1:].isalnum() else "")
    parameters = {"query": query, "limit": limit, "open": _OPEN, "close": _CLOSE}
    rows = connection.execute(_QUERY, parameters)
    return tuple(Hit(DocumentId(uuid_text(row.id)), row.title, *_unlit(row.snippet)) for row in rows)


def _unlit(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the private signs around matches out of a snippet and return where they stood."""
    plain, lit, start = "", [], 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", snippet):
        if piece == _OPEN:
            start = len(plain)
        elif piece == _CLOSE:
            lit.append((start, len(plain)))
        else:
            plain += piece.replace("\n", " ")
    return plain, tuple(lit)
