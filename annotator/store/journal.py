"""The journal: entries appended, never changed, each chained by hash to the one before it in its chain."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.dialects.sqlite import insert

from annotator.model.edits import Entry, Gesture, GestureKind, by_chain
from annotator.model.ids import AnnotatorId, ChainId, GestureId, ProjectId
from annotator.store.codec import canonical, pack_edits, squeeze, unpack_edits, unsqueeze, uuid_bytes, uuid_text
from annotator.store.schema import journal
from annotator.store.tables import apply

_APPEND = insert(journal)


def head(connection: Connection, chain: bytes) -> bytes:
    """Return the hash of the last entry of a chain, empty for a new chain."""
    query = select(journal.c.id).where(journal.c.chain == chain).order_by(journal.c.seq.desc()).limit(1)
    return connection.execute(query).scalar() or b""


def newest(connection: Connection) -> bytes:
    """Return the hash of the newest entry of all chains."""
    return connection.execute(select(journal.c.id).order_by(journal.c.seq.desc()).limit(1)).scalar() or b""


def count(connection: Connection) -> int:
    """Return how many entries there are."""
    return connection.execute(select(func.count()).select_from(journal)).scalar() or 0


def commit(connection: Connection, gesture: Gesture, *, project: ProjectId, scheme: str) -> None:
    """Append a gesture, one entry for each chain it touches, and write its edits to the tables.

    Runs inside the caller's transaction. Raises EditError when an edit does not fit what the tables hold.
    """
    for edit in gesture.edits:
        apply(connection, edit)
    append(connection, [gesture], project=project, scheme=scheme)


def append(
    connection: Connection, gestures: Iterable[Gesture], *, project: ProjectId, scheme: str, new_chains: bool = False
) -> None:
    """Append gestures whose edits are already in the tables; ``new_chains`` says that their chains are empty so far."""
    heads: dict[ChainId, bytes] = {}
    rows = []
    for gesture in gestures:
        for chain, part in by_chain(gesture, project).items():
            if chain not in heads:
                heads[chain] = b"" if new_chains else head(connection, uuid_bytes(chain))
            row = _row(part, chain, previous=heads[chain], scheme=scheme)
            heads[chain] = row["id"]
            rows.append(row)
    if rows:
        connection.execute(_APPEND, rows)


def entries(connection: Connection, *, chain: ChainId | None = None) -> Iterator[Entry]:
    """Yield the entries of one chain, or of all, in the order in which they were appended."""
    query = select(journal).order_by(journal.c.seq)
    if chain is not None:
        query = query.where(journal.c.chain == uuid_bytes(chain))
    for row in connection.execute(query.execution_options(yield_per=500)):
        yield entry_of(row)


def gesture_of(connection: Connection, gesture: GestureId) -> Gesture:
    """Return a whole gesture, its parts of all chains together."""
    rows = connection.execute(
        select(journal).where(journal.c.gesture == uuid_bytes(gesture)).order_by(journal.c.seq)
    ).all()
    first = entry_of(rows[0]).gesture
    edits = tuple(edit for row in rows for edit in unpack_edits(unsqueeze(row.edits)))
    return Gesture(first.id, first.annotator_id, first.at, edits, first.kind, first.of)


def history(connection: Connection, annotator: AnnotatorId) -> list[tuple[GestureId, GestureKind, GestureId | None]]:
    """Return an annotator's gestures that can be undone, and their undos and redos, oldest first."""
    query = (
        select(journal.c.gesture, journal.c.kind, journal.c.of)
        .where(journal.c.annotator == uuid_bytes(annotator), journal.c.kind != "log")
        .group_by(journal.c.gesture)
        .order_by(journal.c.seq)
    )
    return [
        (GestureId(uuid_text(row.gesture)), row.kind, GestureId(uuid_text(row.of)) if row.of else None)
        for row in connection.execute(query)
    ]


def entry_of(row: Row[Any]) -> Entry:
    """Return the entry of a row of the journal."""
    gesture = Gesture(
        GestureId(uuid_text(row.gesture)),
        AnnotatorId(uuid_text(row.annotator)),
        row.at,
        unpack_edits(unsqueeze(row.edits)),
        row.kind,
        GestureId(uuid_text(row.of)) if row.of else None,
    )
    return Entry(row.id.hex(), row.previous.hex(), ChainId(uuid_text(row.chain)), row.scheme, gesture)


def entry_hash(*, previous: bytes, chain: str, gesture: Gesture, scheme: str, edits: bytes) -> bytes:
    """Return the SHA-256 that is the entry's id: over the entry before it and everything the entry says."""
    body = canonical(
        {
            "annotator": gesture.annotator_id,
            "at": gesture.at,
            "chain": chain,
            "gesture": gesture.id,
            "kind": gesture.kind,
            "of": gesture.of,
            "scheme": scheme,
        }
    )
    return hashlib.sha256(previous + body + b"\n" + edits).digest()


def row_is_true(row: Row[Any]) -> bool:
    """Tell whether a row's id is the hash of what it says."""
    entry = entry_of(row)
    edits = unsqueeze(row.edits)
    made = entry_hash(previous=row.previous, chain=entry.chain, gesture=entry.gesture, scheme=entry.scheme, edits=edits)
    return made == bytes(row.id)


def _row(part: Gesture, chain: ChainId, *, previous: bytes, scheme: str) -> dict[str, Any]:
    edits = pack_edits(part.edits)
    return {
        "id": entry_hash(previous=previous, chain=chain, gesture=part, scheme=scheme, edits=edits),
        "previous": previous,
        "chain": uuid_bytes(chain),
        "gesture": uuid_bytes(part.id),
        "kind": part.kind,
        "of": uuid_bytes(part.of) if part.of else None,
        "annotator": uuid_bytes(part.annotator_id),
        "at": part.at,
        "scheme": scheme,
        "edits": squeeze(edits),
    }
