"""doccano's JSON Lines, both ways: ``label`` triples, or ``entities`` with ``relations``; comments.

https://doccano.github.io/doccano/tutorial (export and import of sequence labelling and relation extraction). The file
has no surface text, so nothing in it tells the unit of its offsets: a text with characters beyond the Basic
Multilingual Plane is refused until a person names it.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from annotator.formats.json_values import json_values
from annotator.formats.offsets import UNIT_UNSAID, OffsetError, Offsets
from annotator.formats.registry import Reading, Refusal, Writing
from annotator.formats.values import is_whole, seconds_of, text_of
from annotator.model.document import Article, RawLink, RawSpan
from annotator.model.ids import SpanId
from annotator.model.layer import LabelledDocument
from annotator.model.told import Sentence

_LISTS = ("label", "labels", "entities")
_KNOWN = frozenset(("id", "text", "data", *_LISTS, "relations", "annotator", "status", "seconds", "language"))
_DETAILS = ("title", "source", "published", "url")


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of each row, and a refusal for each thing in it that is wrong."""
    for found in json_values(path, encoding=how.encoding):
        if isinstance(found, Refusal):
            yield found
            continue
        line, row = found
        text = (row.get("text", row.get("data"))) if isinstance(row, dict) else None
        where = f"{path.name}, line {line}"
        if not isinstance(text, str):
            yield Refusal(where, Sentence("The line has no text."))
            continue
        yield from _article(row, text, where, how)


def _article(row: Mapping[str, Any], text: str, where: str, how: Reading) -> Iterator[Article | Refusal]:
    items = [(f"{key}[{n}]", item) for key in _LISTS for n, item in enumerate(_list(row, key))]
    refusals: list[Refusal] = []
    if items and not how.offset_unit and any(character > "\uffff" for character in text):
        refusals.append(Refusal(where, UNIT_UNSAID))
        items = []
    offsets = Offsets(text, how.offset_unit or "codepoint")
    spans: list[RawSpan] = []
    for place, item in items:
        span = _span(item, offsets)
        if isinstance(span, RawSpan):
            spans.append(span)
        else:
            refusals.append(Refusal(f"{where}, {place}", span))
    ids = {span.id for span in spans}
    links: list[RawLink] = []
    for item in _list(row, "relations") if items else ():
        link = _link(item)
        if link is not None and {link.source, link.target} <= ids:
            links.append(link)
        else:
            refusals.append(Refusal(where, Sentence("A relation has no two ends among the entities.")))
    extra = {key: value for key, value in row.items() if key not in _KNOWN and value != []}
    details = {key: text_of(extra.pop(key)) for key in _DETAILS if isinstance(extra.get(key), str | int)}
    if isinstance(held := extra.get("meta"), dict):
        extra = {key: value for key, value in extra.items() if key != "meta"} | held
    yield Article(
        text=text,
        where=where,
        language=text_of(row.get("language")) or how.language,
        extra=extra,
        annotator=text_of(row.get("annotator")),
        status=text_of(row.get("status")),
        seconds=seconds_of(row.get("seconds")),
        spans=tuple(spans),
        links=tuple(links),
        **details,  # type: ignore[arg-type]  # four texts
    )
    yield from refusals


def _list(row: Mapping[str, Any], key: str) -> list[Any]:
    value = row.get(key)
    return value if isinstance(value, list) else []


def _span(item: Any, offsets: Offsets) -> RawSpan | Sentence:
    if isinstance(item, list) and len(item) == 3:
        start, end, label = item
        id_ = ""
    elif isinstance(item, dict):
        start, end, label = item.get("start_offset"), item.get("end_offset"), item.get("label")
        id_ = text_of(item.get("id"))
    else:
        return Sentence("It is neither [start, end, label] nor an entity.")
    if not (is_whole(start) and is_whole(end)):
        return Sentence("It has no start and end that are whole numbers.")
    try:
        return RawSpan(((offsets.codepoint(start), offsets.codepoint(end)),), text_of(label), id=id_)
    except OffsetError as error:
        return error.sentence


def _link(item: Any) -> RawLink | None:
    if not isinstance(item, dict):
        return None
    return RawLink(text_of(item.get("type")), text_of(item.get("from_id")), text_of(item.get("to_id")))


def write(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    """Write a row for each layer; what is no text, entity or relation becomes doccano's metadata, which it keeps."""
    with path.open("wb") as file:
        for n, one in enumerate(labelled, 1):
            file.write(msgspec.json.encode(_row(one, n), order="sorted") + b"\n")


def _row(labelled: LabelledDocument, number: int) -> dict[str, object]:
    document = labelled.document
    numbers = {span.id: n for n, span in enumerate(labelled.spans, 1)}
    details = {key: value for key in _DETAILS if (value := getattr(document, key))}
    relations = [
        {"id": n, "from_id": numbers[link.source], "to_id": numbers[SpanId(link.target)], "type": link.type}
        for n, link in enumerate(labelled.links, 1)
    ]
    entities = [
        {"id": numbers[span.id], "label": span.label, "start_offset": span.start, "end_offset": span.end}
        for span in labelled.spans
    ]
    return details | {
        "annotator": labelled.annotator.name,
        "entities": entities,
        "id": number,
        "language": document.language,
        "meta": dict(document.extra),
        "relations": relations,
        "seconds": labelled.seconds,
        "status": labelled.layer.status,
        "text": labelled.text,
    }


def label_types(how: Writing, _: Mapping[str, Path]) -> bytes:
    """Return the label types that doccano imports beside the data."""
    shown = [
        {
            "text": label.id,
            "suffix_key": label.shortcut or None,
            "background_color": label.color,
            "text_color": "#ffffff",
        }
        for label in how.scheme.labels
    ]
    return msgspec.json.format(msgspec.json.encode(shown), indent=1) + b"\n"
