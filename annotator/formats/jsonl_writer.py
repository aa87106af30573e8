"""JSON Lines, written: lossless, one document with one layer a line, keys sorted, UTF-8.

See docs/contract.md.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from annotator.formats.registry import Writing
from annotator.formats.writing import WriteError
from annotator.model.layer import Entity, Evidence, Fragment, LabelledDocument, Link, Span, Value
from annotator.model.ruling import Ruling
from annotator.model.segments import Segmentation


class _TokenOut(msgspec.Struct, gc=False):
    """A token as it is written. These three are the many: as dictionaries they take three times as long to make."""

    end: int
    id: int
    start: int
    text: str
    ws: bool


class _EntityOut(msgspec.Struct, gc=False):
    """An entity as it is written, fields in the order of their names."""

    end: int
    id: str
    label: str
    origin: str
    start: int
    status: str
    text: str


class _SpanOut(msgspec.Struct):
    """A span as it is written, fields in the order of their names."""

    attributes: dict[str, Value]
    end: int
    fragments: tuple[Fragment, ...]
    id: str
    label: str
    note: str
    start: int
    text: str
    token_end: int
    token_start: int


class _Span(msgspec.Struct):
    """What is checked of a span that is read back."""

    fragments: list[tuple[int, int]]
    text: str


class _Line(msgspec.Struct):
    """What is checked of a line that is read back."""

    text: str
    spans: list[_Span]


_READ_BACK = msgspec.json.Decoder(_Line)
_BUFFER = 1 << 20


def write(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    """Write layers to one file, in the order given, and read it back.

    Raises WriteError when what is read back is not what was meant.
    """
    hashes = []
    with path.open("wb") as file:
        for one in labelled:
            line = line_of(one)
            hashes.append(hash(line))
            file.write(line)
    _verify(path, hashes)


def line_of(labelled: LabelledDocument) -> bytes:
    """Return the line of one document with one layer, with its line end."""
    document, cut = labelled.document, labelled.segmentation
    meta = dict(document.extra) | {
        key: value for key in ("title", "source", "published", "url") if (value := getattr(document, key))
    }
    line: dict[str, object] = {
        "annotator": labelled.annotator.name,
        "document": document.id,
        "entities": [_entity(entity) for entity in labelled.entities],
        "evidence": [_evidence(piece) for piece in labelled.evidence],
        "language": document.language,
        "links": [_link(link) for link in labelled.links],
        "meta": meta,
        "offset_unit": "codepoint",
        "original": {
            "changes": document.changes,
            "encoding": document.encoding,
            "sha256": document.original_sha256,
        },
        "seconds": labelled.seconds,
        "sha256": document.sha256,
        "spans": [_span(span, cut) for span in labelled.spans],
        "status": labelled.layer.status,
        "text": labelled.text,
        "tokens": _tokens(labelled.text, cut),
    }
    if labelled.rulings:
        line["rulings"] = [_ruling(ruling) for ruling in labelled.rulings]
    return msgspec.json.encode(line, order="deterministic") + b"\n"


def _span(span: Span, cut: Segmentation) -> _SpanOut:
    start, end = span.start, span.end
    first, last = cut.tokens_in(start, end)
    return _SpanOut(
        dict(span.attributes), end, span.fragments, span.id, span.label, span.note, start, span.text, last, first
    )


def _entity(entity: Entity) -> _EntityOut:
    return _EntityOut(entity.end, entity.id, entity.label, entity.origin, entity.start, entity.status, entity.words)


def _link(link: Link) -> dict[str, object]:
    return {
        "attributes": dict(link.attributes),
        "id": link.id,
        "source": link.source,
        "target": link.target,
        "target_kind": link.target_kind,
        "type": link.type,
    }


def _ruling(ruling: Ruling) -> dict[str, object]:
    told: dict[str, object] = msgspec.to_builtins(ruling)
    del told["layer_id"]
    return told


def _evidence(piece: Evidence) -> dict[str, object]:
    return {"id": piece.id, "record": dict(piece.record)}


def _tokens(text: str, cut: Segmentation) -> list[_TokenOut]:
    ended = f"{text}\n"
    return [
        _TokenOut(end, number, start, text[start:end], ended[end] == " ")
        for number, start, end in zip(range(len(cut.starts)), cut.starts, cut.ends, strict=True)
    ]


def _verify(path: Path, hashes: list[int]) -> None:
    """Read every line back: it is the one that was written, and its spans hold against its text."""
    seen = 0
    with path.open("rb", buffering=_BUFFER) as file:
        for raw in file:
            line = _READ_BACK.decode(raw)
            seen += 1
            for span in line.spans:
                (start, end), *more = span.fragments
                words = line.text[start:end]
                if (" ".join([words, *(line.text[a:b] for a, b in more)]) if more else words) != span.text:
                    raise WriteError("Line {line}: a span does not fit its text.", line=seen)
            if seen > len(hashes) or hash(raw) != hashes[seen - 1]:
                raise WriteError("Line {line} does not read back as it was written.", line=seen)
    if seen != len(hashes):
        raise WriteError("{seen} lines were read back of {count} written.", seen=seen, count=len(hashes))
