"""Web archives (WARC): each web page among the responses is an article, all else is passed over. Reading only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # it has no types
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]  # it has no types

from annotator.formats.html import article_of_page
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from annotator.model.told import Sentence, sentence

LONGEST_PAGE = 32 << 20
"""Bytes of a page: packed ones may grow without end."""
_PAGES = ("text/html", "application/xhtml+xml")


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of each page that was answered with success."""
    number = 0
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file):
                if _is_page(record):
                    number += 1
                    yield _article(record, f"{path.name}, page {number}", how)
        except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
            yield Refusal(
                path.name, sentence("The archive is broken after {count} pages: {reason}", count=number, reason=error)
            )
            return
    if not number:
        yield Refusal(path.name, Sentence("There is no web page in the archive."))


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind in _PAGES and record.http_headers.get_statuscode() == "200"


def _article(record: Any, where: str, how: Reading) -> Article | Refusal:
    data = record.content_stream().read(LONGEST_PAGE + 1)
    if len(data) > LONGEST_PAGE:
        return Refusal(where, sentence("It is longer than {count} million bytes.", count=LONGEST_PAGE >> 20))
    record.raw_stream.read()
    if getattr(record.raw_stream, "limit", 0) > 0:
        return Refusal(where, Sentence("The archive ends in the middle of the page."))
    return article_of_page(data, where=where, how=how, url=record.rec_headers.get_header("WARC-Target-URI") or "")
