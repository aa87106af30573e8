"""Entries of the journal to and from rows, and the hash that is an entry's id."""

import hashlib
from collections.abc import Container, Iterable, Set
from typing import Any, NamedTuple

from sqlalchemy import Row

from annotator.model.chains import only_time
from annotator.model.edits import Entry, Gesture
from annotator.model.ids import AnnotatorId, ChainId, GestureId
from annotator.store.codec import (
    canonical,
    pack_edits,
    squeeze_edits,
    unpack_edits,
    unsqueeze_edits,
    uuid_bytes,
    uuid_text,
)

_HASH = 32


class Raw(NamedTuple):
    """A row of the journal as plain values."""

    seq: int
    id: bytes
    previous: bytes
    chain: bytes
    gesture: bytes
    kind: str
    of: bytes | None
    annotator: bytes
    at: int
    scheme: str
    edits: bytes


def entry_of(row: Row[Any] | Raw) -> Entry:
    """Return the entry of a row of the journal."""
    return _entry(row, unsqueeze_edits(row.edits, row.chain))


def proved_entry(row: Row[Any] | Raw) -> Entry | None:
    """Return the entry of a row whose id is the hash of what it says, None for any other."""
    edits = unsqueeze_edits(row.edits, row.chain)
    entry = _entry(row, edits)
    made = entry_hash(previous=row.previous, chain=entry.chain, gesture=entry.gesture, scheme=entry.scheme, edits=edits)
    return entry if made == row.id else None


def _entry(row: Row[Any] | Raw, edits: bytes) -> Entry:
    gesture = Gesture(
        GestureId(uuid_text(row.gesture)),
        AnnotatorId(uuid_text(row.annotator)),
        row.at,
        unpack_edits(edits),
        row.kind,  # type: ignore[arg-type]  # the table allows no other
        GestureId(uuid_text(row.of)) if row.of else None,
    )
    return Entry(row.id.hex(), row.previous.hex(), ChainId(uuid_text(row.chain)), row.scheme, gesture)


def lost(rows: Iterable[Row[Any] | Raw], gone: Set[int]) -> dict[bytes, int]:
    """Return by id the numbers of a chain's entries that do not count, given those whose merge is taken back.

    Time that was only noted after them goes with them, and comes again with them. Rows come in their order.
    """
    found: dict[bytes, int] = {}
    for row in rows:
        if row.seq in gone or (follows(row, found) and only_time(entry_of(row))):
            found[row.id] = row.seq
    return found


def follows(row: Row[Any] | Raw, ids: Container[bytes]) -> bool:
    """Tell whether an entry follows one of these."""
    return any(before in ids for before in hashes_in(row.previous))


def hashes_in(previous: bytes) -> list[bytes]:
    """Return the ids of the entries that an entry follows."""
    return [previous[at : at + _HASH] for at in range(0, len(previous), _HASH)]


def entry_hash(*, previous: bytes, chain: str, gesture: Gesture, scheme: str, edits: bytes) -> bytes:
    """Return the SHA-256 that is the entry's id: over the entries before it and everything the entry says."""
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


def row_of(part: Gesture, chain: ChainId, *, previous: bytes, scheme: str) -> dict[str, Any]:
    """Return the row of the entry that a gesture makes in one chain after those before it."""
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
        "edits": squeeze_edits(edits, uuid_bytes(chain)),
    }
