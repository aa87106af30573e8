"""A Hugging Face folder: Parquet with an explicit schema, and Croissant metadata beside the card.

https://huggingface.co/docs/datasets/loading (a folder loads offline with ``load_dataset(folder)``) and
https://docs.mlcommons.org/croissant/docs/croissant-spec.html. Attributes and records, whose keys are the scheme's, are
JSON in a column of text.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched
from pathlib import Path
from typing import Any

import msgspec
import pyarrow  # type: ignore[import-untyped]  # it has no types
import pyarrow.parquet  # type: ignore[import-untyped]  # it has no types

from annotator.formats.registry import Reading, Writing
from annotator.formats.values import attributes_of
from annotator.model.document import Article, RawLink, RawSpan
from annotator.model.layer import LabelledDocument

BATCH = 100
_DETAILS = ("title", "source", "published", "url", "language")


def schema() -> Any:
    """Return the columns: all there is in a layer."""

    def rows(**columns: Any) -> Any:
        return pyarrow.list_(pyarrow.struct(list(columns.items())))

    text, number = pyarrow.string(), pyarrow.int64()
    place = {"start": number, "end": number}
    return pyarrow.schema(
        [
            ("document", text),
            ("annotator", text),
            ("status", text),
            ("seconds", number),
            *((key, text) for key in _DETAILS),
            ("extra", text),
            ("sha256", text),
            ("text", text),
            ("tokens", rows(**place)),
            (
                "spans",
                rows(id=text, label=text, **place, fragments=rows(**place), text=text, note=text, attributes=text),
            ),
            ("entities", rows(id=text, label=text, **place, text=text, status=text, origin=text)),
            ("links", rows(id=text, type=text, source=text, target=text, target_kind=text, attributes=text)),
            ("evidence", rows(id=text, record=text)),
        ]
    )


def write(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    """Write one Parquet file, a row for each layer, some hundred rows at a time."""
    columns = schema()
    with pyarrow.parquet.ParquetWriter(path, columns, compression="zstd") as writer:
        for some in batched(labelled, BATCH):
            writer.write_table(pyarrow.Table.from_pylist([_row(one) for one in some], schema=columns))


def read(path: Path, _: Reading) -> Iterator[Article]:
    """Yield the articles of a Parquet file that was written here."""
    with pyarrow.parquet.ParquetFile(path) as file:
        for some in file.iter_batches(batch_size=BATCH):
            for row in some.to_pylist():
                yield _article(row, path.name)


def croissant(how: Writing, files: Mapping[str, Path]) -> bytes:
    """Return the Croissant metadata of Parquet files, by their names in the folder."""
    distribution = [
        {
            "@type": "cr:FileObject",
            "@id": name,
            "contentUrl": name,
            "encodingFormat": "application/x-parquet",
            "name": name,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for name, path in files.items()
    ]
    fields = ("document", "annotator", "status", "language", "title", "text")
    records = [
        {
            "@type": "cr:RecordSet",
            "@id": f"{Path(name).stem}-layers",
            "name": f"{Path(name).stem}-layers",
            "field": [_field(name, key) for key in fields],
        }
        for name in files
    ]
    told = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": how.title or "annotated-articles",
        "description": f"Articles with spans labelled under {how.scheme.id} {how.scheme.version}; see README.md.",
        **({"license": how.licence} if how.licence else {}),
        **({"version": how.version} if how.version else {}),
        **({"datePublished": how.date} if how.date else {}),
        "distribution": distribution,
        "recordSet": records,
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


# the context of the specification, whole: a shorter one is warned of
_TERMS = (
    *("citeAs", "column", "equivalentProperty", "extract", "field", "fileObject", "fileProperty", "fileSet", "format"),
    *("includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex"),
    *("repeated", "replace", "samplingRate", "separator", "source", "subField", "transform"),
)
_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
} | {term: f"cr:{term}" for term in _TERMS}


def _field(file: str, key: str) -> dict[str, object]:
    name = f"{Path(file).stem}-layers/{key}"
    source = {"fileObject": {"@id": file}, "extract": {"column": key}}
    return {"@type": "cr:Field", "@id": name, "name": name, "dataType": "sc:Text", "source": source}


def _row(labelled: LabelledDocument) -> dict[str, object]:
    document, cut = labelled.document, labelled.segmentation
    places = zip(cut.starts, cut.ends, strict=True)
    return {key: getattr(document, key) for key in _DETAILS} | {
        "document": document.id,
        "annotator": labelled.annotator.name,
        "status": labelled.layer.status,
        "seconds": labelled.seconds,
        "extra": _json(document.extra),
        "sha256": document.sha256,
        "text": labelled.text,
        "tokens": [{"start": start, "end": end} for start, end in places],
        "spans": [
            {"id": s.id, "label": s.label, "start": s.start, "end": s.end, "text": s.text, "note": s.note}
            | {"fragments": [{"start": a, "end": b} for a, b in s.fragments], "attributes": _json(s.attributes)}
            for s in labelled.spans
        ],
        "entities": [
            {"id": e.id, "label": e.label, "start": e.start, "end": e.end, "text": e.words}
            | {"status": e.status, "origin": e.origin}
            for e in labelled.entities
        ],
        "links": [
            {"id": k.id, "type": k.type, "source": k.source, "target": k.target, "target_kind": k.target_kind}
            | {"attributes": _json(k.attributes)}
            for k in labelled.links
        ],
        "evidence": [{"id": p.id, "record": _json(p.record)} for p in labelled.evidence],
    }


def _json(values: Mapping[str, object]) -> str:
    return msgspec.json.encode(values, order="deterministic").decode()


def _article(row: Mapping[str, Any], where: str) -> Article:
    return Article(
        text=row["text"],
        where=f"{where}, {row['document']}",
        extra=msgspec.json.decode(row["extra"]),
        annotator=row["annotator"],
        status=row["status"],
        seconds=row["seconds"],
        spans=tuple(
            RawSpan(
                tuple((f["start"], f["end"]) for f in s["fragments"]),
                s["label"],
                s["text"],
                s["id"],
                s["note"],
                _attributes(s["attributes"]),
            )
            for s in row["spans"]
        ),
        entities=tuple(
            RawSpan(((e["start"], e["end"]),), e["label"], e["text"], e["id"], "", {"origin": e["origin"]}, e["status"])
            for e in row["entities"]
        ),
        links=tuple(
            RawLink(k["type"], k["source"], k["target"], k["id"], _attributes(k["attributes"])) for k in row["links"]
        ),
        evidence=tuple({"id": p["id"], "record": msgspec.json.decode(p["record"])} for p in row["evidence"]),
        **{key: row[key] for key in _DETAILS},
    )


def _attributes(text: str) -> dict[str, Any]:
    return attributes_of(msgspec.json.decode(text))
