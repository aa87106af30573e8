"""Prodigy's JSON Lines, both ways: spans, tokens, relations, answer, annotator.

https://prodi.gy/docs/api-interfaces. Offsets are code points; ``token_end`` is inclusive. What an annotator rejected
or ignored is kept as such, in a layer apart from hers. A text that comes again adds to its layer.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from annotator.formats.json_values import json_values
from annotator.formats.registry import Reading, Refusal, Writing
from annotator.formats.values import attributes_of, is_whole, named_apart, seconds_of, text_of
from annotator.model.document import Article, RawLink, RawSpan
from annotator.model.layer import LabelledDocument, Link, Span
from annotator.model.segments import Segmentation
from annotator.model.told import sentence

_ANSWERS = {"reject": "rejected", "ignore": "ignored"}
_SPAN = frozenset(("start", "end", "label", "text", "token_start", "token_end", "id", "note", "attributes"))
_ROW = frozenset(("text", "spans", "tokens", "relations", "answer", "meta", "language", "status", "seconds"))
_DETAILS = ("title", "source", "published", "url")


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of each row, and a refusal for each thing in it that is wrong."""
    for found in json_values(path, encoding=how.encoding):
        if isinstance(found, Refusal):
            yield found
            continue
        line, row = found
        where = f"{path.name}, line {line}"
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            yield Refusal(where, sentence("The line has no text."))
            continue
        yield from _article(row, where, how)


def _article(row: Mapping[str, Any], where: str, how: Reading) -> Iterator[Article | Refusal]:
    refusals: list[Refusal] = []
    spans = [span for n, item in enumerate(_list(row, "spans")) if (span := _span(item, n, where, row, refusals))]
    links: list[RawLink] = []
    for item in _list(row, "relations"):
        link = _link(item, spans)
        if isinstance(link, RawLink):
            links.append(link)
        else:
            refusals.append(Refusal(where, sentence("A relation has no head and child among the spans.")))
    meta = dict(row["meta"]) if isinstance(row.get("meta"), dict) else {}
    extra = meta | {key: row[key] for key in row if key not in _ROW and not key.startswith("_")}
    details = {key: text_of(extra.pop(key)) for key in _DETAILS if isinstance(extra.get(key), str | int)}
    answer = row.get("answer")
    yield Article(
        text=row["text"],
        where=where,
        language=text_of(row.get("language")) or how.language,
        extra=extra,
        annotator=text_of(row.get("_annotator_id")) or text_of(row.get("_session_id")),
        apart=_ANSWERS.get(text_of(answer), ""),
        status=text_of(row.get("status")) or ("done" if answer else ""),
        seconds=seconds_of(row.get("seconds")),
        spans=tuple(spans),
        links=tuple(links),
        tokens=tuple((t["start"], t["end"]) for t in _list(row, "tokens") if _placed(t)),
        **details,  # type: ignore[arg-type]  # four texts
    )
    yield from refusals


def _list(row: Mapping[str, Any], key: str) -> list[Any]:
    value = row.get(key)
    return value if isinstance(value, list) else []


def _placed(item: Any) -> bool:
    return isinstance(item, dict) and is_whole(item.get("start")) and is_whole(item.get("end"))


def _span(item: Any, number: int, where: str, row: Mapping[str, Any], refusals: list[Refusal]) -> RawSpan | None:
    """Return a span; one that has tokens only lies where they do."""
    borders = (item["start"], item["end"]) if _placed(item) else _of_tokens(item, _list(row, "tokens"))
    if borders is None:
        refusals.append(Refusal(f"{where}, spans[{number}]", sentence("It has no start and end.")))
        return None
    words = item.get("text")
    more = {key: item[key] for key in item if key not in _SPAN and key not in ("type", "input_hash")}
    return RawSpan(
        (borders,),
        text_of(item.get("label")),
        words if isinstance(words, str) else None,
        text_of(item.get("id")) or f"#{number}",
        text_of(item.get("note")),
        attributes_of(more) | attributes_of(item.get("attributes")),
    )


def _of_tokens(item: Any, tokens: list[Any]) -> tuple[int, int] | None:
    if not isinstance(item, dict):
        return None
    first, last = item.get("token_start"), item.get("token_end")
    if not (is_whole(first) and is_whole(last) and 0 <= first <= last < len(tokens)):
        return None
    start, end = tokens[first], tokens[last]
    return (start["start"], end["end"]) if _placed(start) and _placed(end) else None


def _link(item: Any, spans: list[RawSpan]) -> RawLink | None:
    """Return the link of a relation: its ends are the spans at their heads' places, with their labels where told."""
    if not isinstance(item, dict):
        return None
    ends = [_end(item.get(key), text_of(item.get(id_)), spans) for key, id_ in _ENDS]
    if ends[0] is None or ends[1] is None:
        return None
    attributes = attributes_of(item.get("attributes"))
    return RawLink(text_of(item.get("label")), ends[0], ends[1], text_of(item.get("id")), attributes)


_ENDS = (("head_span", "head_id"), ("child_span", "child_id"))


def _end(held: Any, id_: str, spans: list[RawSpan]) -> str | None:
    if id_:
        return next((span.id for span in spans if span.id == id_), None)
    if not _placed(held):
        return None
    there = [span for span in spans if span.fragments == ((held["start"], held["end"]),)]
    named = [span for span in there if span.label == held.get("label")] or there
    return named[0].id if named else None


def write(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    """Write a row for each layer, with keys of our own for what Prodigy has none for; it keeps them."""
    with path.open("wb") as file:
        for one in labelled:
            file.write(msgspec.json.encode(_row(one), order="sorted") + b"\n")


def _row(labelled: LabelledDocument) -> dict[str, object]:
    document, cut = labelled.document, labelled.segmentation
    name, apart = named_apart(labelled.annotator.name)
    answers = {held: answer for answer, held in _ANSWERS.items()}
    details = {key: value for key in _DETAILS if (value := getattr(document, key))}
    by_id: dict[str, Span] = {span.id: span for span in labelled.spans}
    return {
        "_annotator_id": name if apart in answers else labelled.annotator.name,
        "answer": answers.get(apart, "accept"),
        "language": document.language,
        "meta": dict(document.extra) | details,
        "relations": [_relation(link, by_id, cut) for link in labelled.links],
        "seconds": labelled.seconds,
        "spans": [_place(span, cut) | _more(span) for span in labelled.spans],
        "status": labelled.layer.status,
        "text": labelled.text,
        "tokens": _tokens(labelled),
    }


def _place(span: Span, cut: Segmentation) -> dict[str, object]:
    first, last = cut.tokens_in(span.start, span.end)
    return {"start": span.start, "end": span.end, "label": span.label, "token_start": first, "token_end": last}


def _more(span: Span) -> dict[str, object]:
    held = {"attributes": dict(span.attributes), "note": span.note}
    return {"id": span.id, "text": span.text} | {key: value for key, value in held.items() if value}


def _relation(link: Link, spans: Mapping[str, Span], cut: Segmentation) -> dict[str, object]:
    head, child = _place(spans[link.source], cut), _place(spans[link.target], cut)
    ends = {"child_id": link.target, "head_id": link.source, "id": link.id, "label": link.type}
    tokens = {"child": child["token_end"], "head": head["token_end"], "child_span": child, "head_span": head}
    return ends | tokens | ({"attributes": dict(link.attributes)} if link.attributes else {})


def _tokens(labelled: LabelledDocument) -> list[dict[str, object]]:
    text, cut = labelled.text, labelled.segmentation
    return [
        {"text": text[start:end], "start": start, "end": end, "id": n, "ws": text[end : end + 1] == " "}
        for n, (start, end) in enumerate(zip(cut.starts, cut.ends, strict=True))
    ]
