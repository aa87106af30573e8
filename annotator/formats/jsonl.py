"""JSON Lines, read: ours (see the contract in docs/formats.md), and the shapes of Prodigy, doccano and spaCy.

Only ``text`` is required. Offsets are code points of the line's text; Prodigy's and doccano's exports are the same.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from annotator.formats.json_values import json_values
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article, RawLink, RawSpan
from annotator.model.told import Told, sentence

_KNOWN = {
    "annotator", "document", "entities", "evidence", "label", "labels", "language", "links", "meta", "offset_unit",
    "rulings",
    "original", "seconds", "sha256", "spans", "status", "text", "tokens",
}  # fmt: skip
_META = ("title", "source", "published", "url")
_SPAN_LISTS = ("spans", "label", "labels")
_CONTENT_OF_SPAN = {
    "id", "note", "label", "technique", "start", "end", "start_offset", "end_offset", "text", "text_fragment",
    "fragments", "attributes", "token_start", "token_end", "status",
}  # fmt: skip

_PLAIN = frozenset(("start", "end", "label", "text"))


class LineError(Told):
    """A line that says something impossible."""


class Original(msgspec.Struct, frozen=True):
    """Where a text first came from: the encoding and hash of that file, and what import changed."""

    encoding: str
    sha256: str
    changes: tuple[str, ...] = ()


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of each line; a line that is wrong gives a refusal and the others still come."""
    with path.open("rb") as file:
        original = hashlib.file_digest(file, "sha256").hexdigest()
    for found in json_values(path, encoding=how.encoding):
        if isinstance(found, Refusal):
            yield found
            continue
        where = f"{path.name}, line {found[0]}"
        refused: list[Refusal] = []
        try:
            yield article_of(found[1], where=where, language=how.language, original=original, refused=refused)
        except LineError as error:
            yield Refusal(where, error.sentence)
        yield from refused


def article_of(line: Any, *, where: str, refused: list[Refusal], language: str = "", original: str = "") -> Article:
    """Return the article of one decoded line; a span that is wrong adds to ``refused``. Raises LineError."""
    if not isinstance(line, dict):
        raise LineError("The line is not an object with a text.")
    text = line.get("text")
    if not isinstance(text, str):
        raise LineError("The line has no text.")
    unit = line.get("offset_unit", "codepoint")
    if unit != "codepoint":
        raise LineError("Its offsets are in the unit “{unit}”; only “codepoint” is read.", unit=unit)
    meta = dict(line["meta"]) if isinstance(line.get("meta"), dict) else {}
    unknown = {key: value for key, value in line.items() if key not in _KNOWN}
    given: dict[str, Any] = {key: str(meta.pop(key)) for key in _META if isinstance(meta.get(key), str | int)}
    first = _original(line.get("original"), Original("utf-8", original))
    return Article(
        text=text,
        where=where,
        language=_word(line, "language") or language,
        extra=meta | unknown,
        encoding=first.encoding,
        original_sha256=first.sha256,
        changes=first.changes,
        complete="sha256" in line,
        notices=tuple(sentence("unknown key kept in meta: {key}", key=key) for key in unknown),
        annotator=_word(line, "annotator"),
        status=_word(line, "status"),
        seconds=_seconds(line.get("seconds")),
        spans=tuple(span for name in _SPAN_LISTS for span in _spans(line.get(name), name, where, refused)),
        entities=tuple(_spans(line.get("entities"), "entities", where, refused)),
        links=tuple(_link(item) for item in _list(line.get("links"), "links")),
        evidence=tuple(_mapping(item, "evidence") for item in _list(line.get("evidence"), "evidence")),
        rulings=tuple(_mapping(item, "rulings") for item in _list(line.get("rulings"), "rulings")),
        tokens=tuple(_token(item) for item in _list(line.get("tokens"), "tokens")),
        **given,
    )


def _word(line: Mapping[str, Any], key: str) -> str:
    value = line.get(key)
    return value.strip() if isinstance(value, str) else ""


def _seconds(value: Any) -> int:
    return value if _whole(value) and 0 <= value < 1 << 31 else 0


def _original(value: Any, otherwise: Original) -> Original:
    """Return what a line of ours says of the file that its text first came from."""
    try:
        return msgspec.convert(value, Original)
    except msgspec.ValidationError:
        return otherwise


def _spans(value: Any, name: str, where: str, refused: list[Refusal]) -> Iterator[RawSpan]:
    if name in ("label", "labels") and not isinstance(value, list):
        return
    for n, item in enumerate(_list(value, name)):
        try:
            # most spans of most files are plain, and a file has many
            yield _plain_span(item) or _span(item, f"{name}[{n}]")
        except LineError as error:
            refused.append(Refusal(where, error.sentence))


def _plain_span(item: Any) -> RawSpan | None:
    """Return a span of which no more is said than its place, its label and its words; None for any other."""
    if type(item) is not dict or not _PLAIN.issuperset(item):
        return None
    start, end, label, words = item.get("start"), item.get("end"), item.get("label", ""), item.get("text")
    if type(start) is int and type(end) is int and type(label) is str and (words is None or type(words) is str):
        return RawSpan(((start, end),), label, words)
    return None


def _span(item: Any, place: str) -> RawSpan:
    if isinstance(item, list):
        if len(item) != 3 or not (_whole(item[0]) and _whole(item[1])):
            raise LineError("{place} is not [start, end, label].", place=place)
        return RawSpan(((item[0], item[1]),), str(item[2]))
    span = _mapping(item, place)
    start, end = span.get("start", span.get("start_offset")), span.get("end", span.get("end_offset"))
    if not (_whole(start) and _whole(end)):
        raise LineError("{place} has no start and end that are whole numbers.", place=place)
    more = span.keys() - _CONTENT_OF_SPAN
    extra = {k: str(v) for k, v in span.items() if k in more and isinstance(v, str | int | float)} if more else {}
    words, fragments = span.get("text", span.get("text_fragment")), span.get("fragments")
    return RawSpan(
        fragments=(_fragments(fragments, place) if fragments else ()) or ((start, end),),
        label=str(span.get("label", span.get("technique", ""))),
        words=words if isinstance(words, str) else None,
        id=str(span.get("id", "")),
        note=str(span.get("note", "") or ""),
        attributes=extra | _attributes(span.get("attributes"), place),
        status=str(span.get("status", "")),
    )


def _link(item: Any) -> RawLink:
    link = _mapping(item, "links")
    ends = link.get("source"), link.get("target")
    if not all(isinstance(end, str) for end in ends):
        raise LineError("A link has no source and target.")
    return RawLink(
        str(link.get("type", "")),
        str(ends[0]),
        str(ends[1]),
        str(link.get("id", "")),
        _attributes(link.get("attributes"), "links"),
    )


def _token(item: Any) -> tuple[int, int]:
    token = _mapping(item, "tokens")
    start, end = token.get("start"), token.get("end")
    if not (_whole(start) and _whole(end)):
        raise LineError("A token has no start and end.")
    return int(token["start"]), int(token["end"])


def _fragments(value: Any, place: str) -> tuple[tuple[int, int], ...]:
    pairs = _list(value, f"{place}.fragments")
    if not all(isinstance(pair, list) and len(pair) == 2 and all(map(_whole, pair)) for pair in pairs):
        raise LineError("{place}.fragments is not a list of [start, end].", place=place)
    return tuple((pair[0], pair[1]) for pair in pairs)


def _attributes(value: Any, place: str) -> dict[str, str | tuple[str, ...]]:
    if value is None:
        return {}
    return {
        str(key): tuple(map(str, held)) if isinstance(held, list) else str(held)
        for key, held in _mapping(value, f"{place}.attributes").items()
    }


def _list(value: Any, place: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise LineError("{place} is not a list.", place=place)
    return value


def _mapping(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise LineError("{place} is not an object.", place=place)
    return value


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
