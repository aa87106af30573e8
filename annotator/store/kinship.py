"""Which documents are near copies of one another: fingerprints of texts, and the earlier documents each is akin to.

Derived from the texts, so it stands outside the journal; each row has its hash.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, literal, select
from sqlalchemy.dialects.sqlite import insert

from annotator.model.ids import DocumentId
from annotator.store import schema
from annotator.store.codec import uuid_bytes, uuid_text

_UUID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Kinship:
    """A document, its fingerprint (empty: not made yet), and its kin; None as long as nobody has looked for any."""

    document: DocumentId
    fingerprint: bytes = b""
    kin: tuple[DocumentId, ...] | None = None


def kinships(connection: Connection, *, fingerprints: bool = True) -> list[Kinship]:
    """Return the kinship of every document, in import order; the fingerprints are many bytes, and can be left out."""
    d, k = schema.document, schema.kinship
    printed = k.c.fingerprint if fingerprints else literal(b"").label("fingerprint")
    query = select(d.c.id, printed, k.c.kin).outerjoin(k, k.c.document == d.c.id).order_by(d.c.position)
    return [
        Kinship(DocumentId(uuid_text(id_)), made or b"", None if kin is None else _kin(kin))
        for id_, made, kin in connection.execute(query).all()
    ]


def keep(connection: Connection, found: Iterable[Kinship]) -> None:
    """Write kinships over what stood there."""
    records = [record_of(one) for one in found]
    if records:
        connection.execute(insert(schema.kinship).prefix_with("OR REPLACE"), records)


def record_of(one: Kinship) -> dict[str, object]:
    """Return the row of a kinship."""
    kin = None if one.kin is None else b"".join(map(uuid_bytes, one.kin))
    owner = uuid_bytes(one.document)
    return {
        "document": owner,
        "fingerprint": one.fingerprint,
        "kin": kin,
        "sha256": kinship_hash(owner, one.fingerprint, kin),
    }


def kinship_hash(document: bytes, fingerprint: bytes, kin: bytes | None) -> bytes:
    """Return the SHA-256 of a kinship as the file has it."""
    size = len(fingerprint).to_bytes(8)
    return hashlib.sha256(b"".join((document, size, fingerprint, b"-" if kin is None else b"+" + kin))).digest()


def _kin(data: bytes) -> tuple[DocumentId, ...]:
    return tuple(DocumentId(uuid_text(data[n : n + _UUID_BYTES])) for n in range(0, len(data), _UUID_BYTES))
