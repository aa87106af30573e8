"""Whether what was written reads back as it was meant: one hash of everything in a layer, whichever side it is on.

Ids do not count, for most formats give their own: links are compared by what they join. Nor does the order of spans,
nor whether a single value stands alone or in a list, which the scheme decides at import.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from annotator.formats.registry import Format, Reading, Refusal, loaded
from annotator.formats.writing import WriteError
from annotator.model.document import Article, RawSpan
from annotator.model.layer import LabelledDocument

type _Key = tuple[object, ...]


def hash_of_layer(labelled: LabelledDocument) -> bytes:
    """Return the hash of a layer that is about to be written."""
    document, layer = labelled.document, labelled.layer
    keys: dict[str, _Key] = {e.id: ("entity", e.label, e.start, e.end) for e in labelled.entities}
    keys |= {p.id: ("evidence", _record(p.record)) for p in labelled.evidence}
    keys |= {s.id: ("span", s.label, s.fragments) for s in labelled.spans}
    return _hash(
        labelled.text,
        labelled.annotator.name,
        "" if layer.status == "new" else layer.status,
        labelled.seconds,
        (document.title, document.source, document.published, document.url, dict(document.extra)),
        sorted((s.fragments, s.label, s.text, s.note, _record(s.attributes)) for s in labelled.spans),
        sorted((e.start, e.end, e.label, e.status, e.origin) for e in labelled.entities),
        sorted(_record(p.record) for p in labelled.evidence),
        sorted(_text((k.type, keys[k.source], keys[k.target], _record(k.attributes))) for k in labelled.links),
        sorted(_ruling(msgspec.to_builtins(ruling)) for ruling in labelled.rulings),
    )


def hash_of_article(article: Article) -> bytes:
    """Return the hash of what a reader found, made of the same things."""
    keys: dict[str, _Key] = {e.id: ("entity", e.label, *e.fragments[0]) for e in article.entities}
    keys |= {str(p.get("id", "")): ("evidence", _record(_inner(p))) for p in article.evidence}
    keys |= {s.id: ("span", s.label, s.fragments) for s in article.spans}
    return _hash(
        article.text,
        article.annotator + (f" ({article.apart})" if article.apart else ""),
        "" if article.status == "new" else article.status,
        article.seconds,
        (article.title, article.source, article.published, article.url, dict(article.extra)),
        sorted((s.fragments, s.label, _words(s, article.text), s.note, _record(s.attributes)) for s in article.spans),
        sorted(
            (*e.fragments[0], e.label, e.status or "auto", e.attributes.get("origin", "model"))
            for e in article.entities
        ),
        sorted(_record(_inner(p)) for p in article.evidence),
        sorted(_text((k.type, keys.get(k.source), keys.get(k.target), _record(k.attributes))) for k in article.links),
        sorted(map(_ruling, article.rulings)),
    )


def _ruling(told: Mapping[str, object]) -> bytes:
    """Return everything that a ruling says; the layer it lies in is the one that it stands with."""
    return msgspec.json.encode({k: v for k, v in told.items() if k != "layer_id"}, order="deterministic")


def verify(chosen: Format, path: Path, expected: Iterable[bytes]) -> None:
    """Read a written file back, and hold it against the hashes of what was meant. Raises WriteError."""
    left = Counter(expected)
    for found in loaded(chosen.reader)(path, Reading(offset_unit="codepoint")):
        if isinstance(found, Refusal):
            raise WriteError(
                "“{file}” does not read back: {where}: {reason}", file=path.name, where=found.where, reason=found.reason
            )
        hash_ = hash_of_article(found)
        if not left[hash_]:
            raise WriteError("“{file}” does not read back as it was meant: {where}.", file=path.name, where=found.where)
        left[hash_] -= 1
    if left.total():
        raise WriteError(
            "“{file}” does not read back whole: {count} layers are missing.", file=path.name, count=left.total()
        )


def _words(span: RawSpan, text: str) -> str:
    return " ".join(text[start:end] for start, end in span.fragments) if span.words is None else span.words


def _inner(piece: Mapping[str, object]) -> Mapping[str, object]:
    record = piece.get("record")
    return record if isinstance(record, dict) else {key: value for key, value in piece.items() if key != "id"}


def _record(values: Mapping[str, object]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (key, tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),))
        for key, value in sorted(values.items())
    )


def _text(value: object) -> bytes:
    return msgspec.json.encode(value, order="deterministic")


def _hash(*parts: object) -> bytes:
    return hashlib.sha256(_text(parts)).digest()
