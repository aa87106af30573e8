"""Identifiers: canonical UUID strings; those of shared things are derived, so that two machines give the same one."""

import hashlib
import uuid
from collections.abc import Callable
from typing import NewType

DocumentId = NewType("DocumentId", str)
AnnotatorId = NewType("AnnotatorId", str)
LayerId = NewType("LayerId", str)
SpanId = NewType("SpanId", str)
EntityId = NewType("EntityId", str)
LinkId = NewType("LinkId", str)
EvidenceId = NewType("EvidenceId", str)
RulingId = NewType("RulingId", str)
GestureId = NewType("GestureId", str)
ProjectId = NewType("ProjectId", str)
MergeId = NewType("MergeId", str)
UnresolvedId = NewType("UnresolvedId", str)
ChainId = NewType("ChainId", str)
"""The home of an edit: the id of the layer, document or project that it changes."""

_VARIANT = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
_NAMESPACE = uuid.UUID("6c0f7a52-64a5-5c11-9f0a-3d5b1c0de0f1").bytes


def new_uuid() -> str:
    """Return a fresh random UUID."""
    return str(uuid.uuid4())


def derived_uuid(*parts: object) -> str:
    """Return the UUID that these parts always give (RFC 9562, version 5; `uuid.uuid5` is four times slower)."""
    name = "\x1f".join(map(str, parts)).encode()
    return _version_5(hashlib.sha1(_NAMESPACE + name, usedforsecurity=False).hexdigest())


def derivation(*first: object) -> Callable[[str, object], str]:
    """Return what derives UUIDs of many things that have their first parts in common: each takes two parts more."""
    begun = hashlib.sha1(_NAMESPACE + "".join(f"{part}\x1f" for part in first).encode(), usedforsecurity=False)

    def derived(one: str, other: object) -> str:
        hashed = begun.copy()
        hashed.update(f"{one}\x1f{other}".encode())
        return _version_5(hashed.hexdigest())

    return derived


def _version_5(digest: str) -> str:
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{_VARIANT[digest[16]]}{digest[17:20]}-{digest[20:32]}"


def document_id(sha256: str) -> DocumentId:
    """Return the id of the document whose frozen text has this hash: the same text is the same document everywhere."""
    return DocumentId(derived_uuid("document", sha256))


def annotator_id(name: str) -> AnnotatorId:
    """Return the id of the annotator of this name; case and outer white space do not make another person."""
    return AnnotatorId(derived_uuid("annotator", name.strip().casefold()))


def layer_id(document: DocumentId, annotator: AnnotatorId) -> LayerId:
    """Return the id of one annotator's layer on one document."""
    return LayerId(derived_uuid("layer", document, annotator))
