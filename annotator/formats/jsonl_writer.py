"""JSON Lines, written: lossless, one document with one layer a line, keys sorted, UTF-8.

See docs/contract.md.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from annotator.formats.registry import Writing
from annotator.formats.writing import WriteError
from annotator.model.layer import Entity, Evidence, LabelledDocument, Link, Span
from annotator.model.segments import Segmentation


class _Span(msgspec.Struct):
    """What is checked of a span that is read back."""

    fragments: list[tuple[int, int]]
    text: str


class _Line(msgspec.Struct):
    """What is checked of a line that is read back."""

    text: str
    spans: list[_Span]


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
        "seconds": labelled.seconds,
        "sha256": document.sha256,
        "spans": [_span(span, cut) for span in labelled.spans],
        "status": labelled.layer.status,
        "text": labelled.text,
        "tokens": _tokens(labelled.text, cut),
    }
    return msgspec.json.encode(line, order="sorted") + b"\n"


def _span(span: Span, cut: Segmentation) -> dict[str, object]:
    first, last = cut.tokens_in(span.start, span.end)
    return {
        "attributes": dict(span.attributes),
        "end": span.end,
        "fragments": span.fragments,
        "id": span.id,
        "label": span.label,
        "note": span.note,
        "start": span.start,
        "text": span.text,
        "token_end": last,
        "token_start": first,
    }


def _entity(entity: Entity) -> dict[str, object]:
    return {
        "end": entity.end,
        "id": entity.id,
        "label": entity.label,
        "origin": entity.origin,
        "start": entity.start,
        "status": entity.status,
        "text": entity.words,
    }


def _link(link: Link) -> dict[str, object]:
    return {
        "attributes": dict(link.attributes),
        "id": link.id,
        "source": link.source,
        "target": link.target,
        "target_kind": link.target_kind,
        "type": link.type,
    }


def _evidence(piece: Evidence) -> dict[str, object]:
    return {"id": piece.id, "record": dict(piece.record)}


def _tokens(text: str, cut: Segmentation) -> list[dict[str, object]]:
    return [
        {"end": end, "id": n, "start": start, "text": text[start:end], "ws": text[end : end + 1] == " "}
        for n, (start, end) in enumerate(zip(cut.starts, cut.ends, strict=True))
    ]


def _verify(path: Path, hashes: list[int]) -> None:
    """Read every line back: it is the one that was written, and its spans hold against its text."""
    seen = 0
    with path.open("rb") as file:
        for raw in file:
            line = msgspec.json.decode(raw, type=_Line)
            seen += 1
            for span in line.spans:
                words = " ".join([line.text[start:end] for start, end in span.fragments])
                if words != span.text:
                    raise WriteError("Line {line}: a span does not fit its text.", line=seen)
            if seen > len(hashes) or hash(raw) != hashes[seen - 1]:
                raise WriteError("Line {line} does not read back as it was written.", line=seen)
    if seen != len(hashes):
        raise WriteError("{seen} lines were read back of {count} written.", seen=seen, count=len(hashes))
