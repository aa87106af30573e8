"""The journal: entries appended, never changed, each chained by hash to the one before it in its chain."""

import time
from collections.abc import Iterable

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from annotator.model.chains import is_shared
from annotator.model.edits import Gesture, GestureKind, Merge, by_chain
from annotator.model.ids import AnnotatorId, ChainId, GestureId, ProjectId
from annotator.store.codec import uuid_bytes, uuid_text
from annotator.store.entries import entry_of, hashes_in, row_of
from annotator.store.schema import annotator, aside, journal
from annotator.store.settling import commit_merge
from annotator.store.tables import apply

_APPEND = insert(journal)
_COUNTS = journal.c.seq.not_in(select(aside.c.seq))


def now() -> int:
    """Return this moment as entries have it, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def head(connection: Connection, chain: bytes) -> bytes:
    """Return the hash of the entry that the next one of a chain follows, empty for a new chain.

    The last that counts is the head of what stands: an entry is always written after those that it follows.
    """
    query = select(journal.c.id).where(journal.c.chain == chain, _COUNTS).order_by(journal.c.seq.desc()).limit(1)
    return connection.execute(query).scalar() or b""


def ends(connection: Connection, chain: bytes) -> bytes:
    """Return the hashes of all entries of a chain that nothing follows, in one: what a joining entry follows."""
    rows = connection.execute(select(journal.c.id, journal.c.previous).where(journal.c.chain == chain, _COUNTS)).all()
    followed = {part for row in rows for part in hashes_in(row.previous)}
    return b"".join(sorted(row.id for row in rows if row.id not in followed))


def newest(connection: Connection) -> bytes:
    """Return the hash of the newest entry of all chains."""
    return connection.execute(select(journal.c.id).order_by(journal.c.seq.desc()).limit(1)).scalar() or b""


def newest_at(connection: Connection) -> int:
    """Return when the newest entry of all chains was made, in milliseconds since 1970 UTC; 0 where there is none."""
    return connection.execute(select(journal.c.at).order_by(journal.c.seq.desc()).limit(1)).scalar() or 0


def count(connection: Connection) -> int:
    """Return how many entries there are."""
    return connection.execute(select(func.count()).select_from(journal)).scalar() or 0


def commit(connection: Connection, gesture: Gesture, *, project: ProjectId, scheme: str) -> None:
    """Append a gesture, one entry for each chain it touches, and write its edits to the tables.

    Runs inside the caller's transaction. Raises EditError when an edit does not fit what the tables hold.
    """
    for edit in gesture.edits:
        if isinstance(edit.noun, Merge):
            commit_merge(connection, edit)
        else:
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
                before = ends if is_shared(part.edits[0].noun) else head
                heads[chain] = b"" if new_chains else before(connection, uuid_bytes(chain))
            row = row_of(part, chain, previous=heads[chain], scheme=scheme)
            heads[chain] = row["id"]
            rows.append(row)
    if rows:
        connection.execute(_APPEND, rows)


def gesture_of(connection: Connection, gesture: GestureId) -> Gesture:
    """Return a whole gesture of an annotator's, its parts of all chains together: what undo looks up by an index."""
    of_people = journal.c.annotator.in_(select(annotator.c.id)), journal.c.kind != "log"
    rows = connection.execute(
        select(journal).where(*of_people, journal.c.gesture == uuid_bytes(gesture), _COUNTS).order_by(journal.c.seq)
    ).all()
    first = entry_of(rows[0]).gesture
    edits = tuple(edit for row in rows for edit in entry_of(row).gesture.edits)
    return Gesture(first.id, first.annotator_id, first.at, edits, first.kind, first.of)


def history(
    connection: Connection, annotators: Iterable[AnnotatorId]
) -> list[tuple[GestureId, GestureKind, GestureId | None]]:
    """Return these annotators' gestures that count, and their undos and redos, oldest first."""
    query = (
        select(journal.c.gesture, journal.c.kind, journal.c.of)
        .where(journal.c.annotator.in_([uuid_bytes(id_) for id_ in annotators]), journal.c.kind != "log", _COUNTS)
        .group_by(journal.c.gesture)
        .order_by(journal.c.seq)
    )
    return [
        (GestureId(uuid_text(row.gesture)), row.kind, GestureId(uuid_text(row.of)) if row.of else None)
        for row in connection.execute(query)
    ]
