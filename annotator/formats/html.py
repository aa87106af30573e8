"""Web pages that were saved: main text, title, date, outlet and address by trafilatura, which never fetches here.

Where it finds no article the whole visible text is taken, and the report says so. Reading only.
"""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import trafilatura
from trafilatura.settings import Document

from annotator.formats.decoding import Decoded, DecodingError, decode
from annotator.formats.markup import MarkupError, parse_html, text_of
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from annotator.model.told import Sentence, sentence

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_DECLARED = re.compile(r"""<html[^>]{0,500}?\s(?:xml:)?lang\s*=\s*["']?\s*([A-Za-z]{2,3})\b""", re.IGNORECASE)
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_HEAD = 4096
_SHORT = 1000
_LATIN = ("iso8859-1", "ascii")
"""What browsers read as cp1252, so that is what pages mean by it."""


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the one article of a page, or why there is none."""
    yield article_of_page(path.read_bytes(), where=path.name, how=how)


def article_of_page(data: bytes, *, where: str, how: Reading, url: str = "", kept: bool = True) -> Article | Refusal:
    """Return the article of a page's bytes, which are kept with it when asked."""
    try:
        decoded = _decode(data, how.encoding)
        found = _extracted(decoded.text, where, url) or _whole(decoded.text, where)
    except (DecodingError, MarkupError) as error:
        return Refusal(where, error.sentence)
    guessed = (sentence("encoding guessed: {encoding}", encoding=decoded.encoding),) if decoded.guessed else ()
    return replace(
        found,
        language=how.language or (_declared_language(decoded.text) if len(found.text) < _SHORT else ""),
        url=found.url or url,
        encoding=decoded.encoding,
        original=data if kept else b"",
        original_sha256=hashlib.sha256(data).hexdigest(),
        notices=(*guessed, *found.notices),
    )


def _declared_language(page: str) -> str:
    """Return the language that a page says it is in, or nothing. Templates lie: a longer text is asked itself."""
    found = _DECLARED.search(page, 0, 10 * _HEAD)
    return found.group(1).lower() if found else ""


def _decode(data: bytes, encoding: str) -> Decoded:
    """Return a page's text: as told, by its byte-order mark, as it declares, or as guessed.

    What a page declares may be a lie: letters beyond ASCII that are UTF-8 throughout are UTF-8.
    """
    declared = _CHARSET.search(data, 0, _HEAD)
    if encoding or declared is None:
        return decode(data, encoding=encoding)
    try:
        if not data.isascii() and declared.group(1).lower() not in (b"utf-8", b"utf8"):
            return replace(decode(data, encoding="utf-8"), guessed=True)
    except DecodingError:
        pass
    try:
        name = codecs.lookup(declared.group(1).decode("ascii")).name
        return decode(data, encoding="cp1252" if name in _LATIN else name)
    except (LookupError, DecodingError):
        return replace(decode(data), guessed=True)


def _extracted(page: str, where: str, url: str) -> Article | None:
    """Return what trafilatura takes for the article, None where it finds none or gives up."""
    try:
        found = trafilatura.bare_extraction(
            _PROLOGUE.sub("", page), url=url or None, include_comments=False, with_metadata=True
        )
    except Exception:  # a page that its rules trip over still has a text
        return None
    if not isinstance(found, Document) or not (text := text_of(found.body)):
        return None
    author = {"author": found.author} if found.author else {}
    return Article(
        text=_as_set(text, page) if len(text) < _SHORT else text,
        where=where,
        title=found.title or "",
        source=found.sitename or found.hostname or "",
        published=found.date or "",
        url=found.url or "",
        extra=author | {"extracted_by": f"trafilatura {trafilatura.__version__}"},
    )


def _as_set(text: str, page: str) -> str:
    """Return a short text as the page sets it, where it is all there is: trafilatura runs its paragraphs together."""
    whole = text_of(parse_html(page))
    return whole if "".join(whole.split()) == "".join(text.split()) else text


def _whole(page: str, where: str) -> Article:
    text = text_of(parse_html(page))
    return Article(
        text=text, where=where, notices=(Sentence("no article found in the page: all of its text is taken"),)
    )
