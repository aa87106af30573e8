"""News feeds kept as files (RSS and Atom): each entry that has words of its own is an article. Reading only.

The feed is parsed from bytes already read: nothing is ever fetched, and its document type is thrown away unread.
"""

import hashlib
import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.sax import SAXException

import feedparser  # type: ignore[import-untyped]  # it has no types

from annotator.formats.markup import MarkupError, parse_html, text_of
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from annotator.model.told import Sentence, sentence


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of each entry."""
    data = path.read_bytes()
    told = {"content-type": f"application/xml; charset={how.encoding}"} if how.encoding else {}
    found = feedparser.parse(io.BytesIO(data), response_headers=told, sanitize_html=False, resolve_relative_uris=False)
    if why := _broken(found) if found.entries else _why_nothing(found):
        yield Refusal(path.name, why)
    original = hashlib.sha256(data).hexdigest()
    for number, entry in enumerate(found.entries, 1):
        where = f"{path.name}, entry {number}"
        try:
            text = _text(entry)
        except MarkupError as error:
            yield Refusal(where, error.sentence)
            continue
        if not text:
            yield Refusal(where, Sentence("The entry has a title at most, and no text."))
            continue
        yield Article(
            text=text,
            where=where,
            language=how.language or _language(entry, found.feed),
            title=_plain(entry.get("title", "")),
            source=_plain(found.feed.get("title", "")),
            published=_date(entry),
            url=entry.get("link", ""),
            extra={"author": entry["author"]} if entry.get("author") else {},
            encoding=found.get("encoding", ""),
            original_sha256=original,
        )


def _why_nothing(found: Any) -> Sentence:
    if not found.version:
        return Sentence("It is no feed.")
    return _broken(found) or Sentence("There is no entry in the feed.")


def _broken(found: Any) -> Sentence | None:
    """Return what is wrong with a feed that is no XML; its entries were read all the same."""
    if not isinstance(found.get("bozo_exception"), SAXException):
        return None
    return sentence("The feed is broken, and its last entry may be cut short: {reason}", reason=found.bozo_exception)


def _text(entry: Any) -> str:
    """Return the longest of what an entry says of itself: whole content where there is any, else the summary."""
    said = [(part.get("value", ""), part.get("type", "")) for part in entry.get("content", ())]
    summary = entry.get("summary_detail") or {}
    said.append((summary.get("value", ""), summary.get("type", "")))
    return max((_plain(value) if kind != "text/plain" else value.strip() for value, kind in said), key=len)


def _plain(markup: str) -> str:
    return text_of(parse_html(markup)) if "<" in markup or "&" in markup else markup.strip()


def _date(entry: Any) -> str:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return datetime(*parsed[:6]).date().isoformat() if parsed else ""


def _language(entry: Any, feed: Any) -> str:
    named = (entry.get("summary_detail") or {}).get("language") or feed.get("language") or ""
    return str(named).split("-")[0].lower()
