"""The pages that articles were read from, squeezed: what a reader may some day read better. They are never changed."""

import zlib

from sqlalchemy import Connection, select

from annotator.model.ids import DocumentId
from annotator.store import schema
from annotator.store.codec import uuid_bytes

_LONGEST = 256 << 20
"""Bytes of a page: squeezed ones may grow without end."""


def page_of(connection: Connection, document: DocumentId) -> bytes | None:
    """Return the bytes that a document was read from, None where they were not kept."""
    d, p = schema.document, schema.page
    query = select(p.c.data).join(d, d.c.position == p.c.document).where(d.c.id == uuid_bytes(document))
    data = connection.execute(query).scalar()
    return None if data is None else opened(data)


def opened(data: bytes) -> bytes:
    """Return a page as it was. Raises zlib.error when it is damaged."""
    return zlib.decompressobj().decompress(data, _LONGEST)
