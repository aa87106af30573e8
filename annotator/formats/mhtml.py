"""Web pages saved in one file (MHTML): the page itself is read like any other, its pictures are not. Reading only."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

from annotator.formats.html import article_of_page
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from annotator.model.told import Sentence


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the one article of a saved page, or why there is none."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        yield Refusal(path.name, Sentence("There is no web page in it."))
        return
    data = page.get_payload(decode=True)
    address = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "").strip()
    charset = page.get_content_charset("")
    told = how if how.encoding or not charset else replace(how, encoding=charset)
    yield article_of_page(cast(bytes, data), where=path.name, how=told, url=address)
