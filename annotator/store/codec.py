"""Nouns to and from bytes: canonical JSON for the journal, UUIDs as 16 bytes, offsets as packed differences."""

import hashlib
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from itertools import accumulate, chain, pairwise

import msgspec

from annotator.model.document import Document
from annotator.model.edits import Edit, GazetteerName, Merge, Noun, Setting
from annotator.model.layer import Annotator, Entity, Evidence, Fragment, Layer, Link, Span, Timing, Value
from annotator.model.ruling import Ruling
from annotator.model.unresolved import Unresolved
from annotator.store.dictionary import AFTER_CHAIN, DICTIONARY

_KINDS: dict[str, type[Noun]] = {
    "span": Span,
    "link": Link,
    "evidence": Evidence,
    "ruling": Ruling,
    "entity": Entity,
    "layer": Layer,
    "timing": Timing,
    "document": Document,
    "annotator": Annotator,
    "setting": Setting,
    "gazetteer": GazetteerName,
    "merge": Merge,
    "unresolved": Unresolved,
}
_NAMES = {noun: name for name, noun in _KINDS.items()}
_DECODERS = {name: msgspec.json.Decoder(noun) for name, noun in _KINDS.items()}
_PLAIN = b"\x00"
_DEFLATED = b"\x01"
_BY_DICTIONARY = b"\x02"
_NO_HEADER = -zlib.MAX_WBITS
"""Of a stream that has neither zlib's head nor its checksum: the hash of the entry is the better one."""


class _Packed(msgspec.Struct, gc=False):
    """An edit whose nouns are still JSON."""

    kind: str
    before: msgspec.Raw = msgspec.Raw()
    after: msgspec.Raw = msgspec.Raw()


class _SpanOut(msgspec.Struct, gc=False):
    """A span as it is written, fields in the order of their names: an import has 400,000 and a dictionary is slow."""

    attributes: Mapping[str, Value] | msgspec.UnsetType
    fragments: tuple[Fragment, ...]
    id: str
    label: str
    layer_id: str
    note: str | msgspec.UnsetType
    words: tuple[str, ...]


class _NewSpan(msgspec.Struct, gc=False):
    """An edit that makes a span, as it is written."""

    after: _SpanOut
    kind: str = "span"


_PACKED = msgspec.json.Decoder(list[_Packed])


def canonical(value: object) -> bytes:
    """Return the one JSON of a value: keys sorted, no spaces, UTF-8."""
    return msgspec.json.encode(value, order="deterministic")


def uuid_bytes(text: str) -> bytes:
    """Return the 16 bytes of a UUID string."""
    return bytes.fromhex(text.replace("-", ""))


def uuid_text(data: bytes) -> str:
    """Return the canonical string of 16 bytes; `uuid.UUID` would take five times as long for each span read."""
    digits = data.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def pack_edits(edits: Sequence[Edit]) -> bytes:
    """Return edits as canonical JSON; the journal hashes these bytes."""
    return canonical([_edit_to_json(edit) for edit in edits])


def unpack_edits(data: bytes) -> tuple[Edit, ...]:
    """Return the edits of canonical JSON bytes. Raises msgspec.ValidationError when they are not ours."""
    return tuple(map(_edit_of, _PACKED.decode(data)))


def squeeze(data: bytes) -> bytes:
    """Return data with a leading byte that says whether deflating it paid."""
    deflated = zlib.compress(data, 6) if len(data) > 200 else data
    return _DEFLATED + deflated if len(deflated) < len(data) else _PLAIN + data


def unsqueeze(data: bytes) -> bytes:
    """Return what `squeeze` was given."""
    return zlib.decompress(data[1:]) if data[:1] == _DEFLATED else data[1:]


def squeeze_edits(data: bytes, chain: bytes) -> bytes:
    """Return packed edits deflated with a dictionary of what entries say, the id of their chain being part of it."""
    deflating = zlib.compressobj(9, zlib.DEFLATED, _NO_HEADER, zdict=_dictionary(chain))
    return _BY_DICTIONARY + deflating.compress(data) + deflating.flush()


def unsqueeze_edits(data: bytes, chain: bytes) -> bytes:
    """Return what `squeeze_edits` was given, or `squeeze`, as older entries were. Raises zlib.error for what is cut."""
    if data[:1] != _BY_DICTIONARY:
        return unsqueeze(data)
    inflating = zlib.decompressobj(_NO_HEADER, zdict=_dictionary(chain))
    edits = inflating.decompress(data[1:])
    if not inflating.eof or inflating.unused_data:
        raise zlib.error("the edits are not one whole stream")
    return edits


def _dictionary(chain: bytes) -> bytes:
    return b"".join((DICTIONARY, uuid_text(chain).encode(), AFTER_CHAIN))


def pack_offsets(starts: Sequence[int], ends: Sequence[int]) -> bytes:
    """Pack sorted, disjoint stretches: differences of the rising borders, deflated."""
    borders = chain.from_iterable(zip(starts, ends, strict=True))
    differences = array("I", (b - a for a, b in pairwise(chain((0,), borders))))
    if sys.byteorder == "big":
        differences.byteswap()
    return zlib.compress(differences.tobytes(), 6)


def unpack_offsets(data: bytes) -> tuple[array[int], array[int]]:
    """Return the starts and ends that `pack_offsets` was given."""
    differences = array("I", zlib.decompress(data))
    if sys.byteorder == "big":
        differences.byteswap()
    borders = array("I", accumulate(differences))
    return borders[0::2], borders[1::2]


def segmentation_hash(tokenizer: str, tokens: bytes, sentences: bytes) -> bytes:
    """Return the SHA-256 of a segmentation as the file has it."""
    return hashlib.sha256(b"\0".join((tokenizer.encode(), len(tokens).to_bytes(8), tokens, sentences))).digest()


def attributes_text(attributes: Mapping[str, object]) -> str | None:
    """Return attributes as canonical JSON, None when there are none."""
    return canonical(attributes).decode() if attributes else None


def attributes_of(data: str | None) -> dict[str, str | tuple[str, ...]]:
    """Return the attributes of `attributes_text`."""
    return msgspec.json.decode(data, type=dict[str, str | tuple[str, ...]]) if data else {}


def _edit_to_json(edit: Edit) -> object:
    if edit.before is None and type(edit.after) is Span:
        return _NewSpan(_span_out(edit.after))
    result: dict[str, object] = {"kind": _NAMES[type(edit.noun)]}
    if edit.before is not None:
        result["before"] = _noun_to_json(edit.before)
    if edit.after is not None:
        result["after"] = _noun_to_json(edit.after)
    return result


def _edit_of(item: _Packed) -> Edit:
    noun = _DECODERS[item.kind]
    return Edit(noun.decode(item.before) if item.before else None, noun.decode(item.after) if item.after else None)


def _noun_to_json(noun: Noun) -> dict[str, object]:
    return {name: value for name, default in _DEFAULTS[type(noun)] if (value := getattr(noun, name)) != default}


def _span_out(span: Span) -> _SpanOut:
    return _SpanOut(
        span.attributes or msgspec.UNSET,
        span.fragments,
        span.id,
        span.label,
        span.layer_id,
        span.note or msgspec.UNSET,
        span.words,
    )


def _defaults(kind: type[Noun]) -> tuple[tuple[str, object], ...]:
    return tuple((f.name, f.default_factory() if f.default_factory is not MISSING else f.default) for f in fields(kind))


_DEFAULTS = {kind: _defaults(kind) for kind in _KINDS.values()}
