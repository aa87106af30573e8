"""Word documents (DOCX), by mammoth: what was inserted in revision is in, what was struck out is not. Reading only."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import mammoth  # type: ignore[import-untyped]  # it has no types

from annotator.formats.markup import MarkupError, name_of, parse_html, parse_xml, text_of
from annotator.formats.registry import Reading, Refusal
from annotator.formats.zips import ArchiveError, opened, part
from annotator.model.document import Article
from annotator.model.told import Sentence

BODY = "word/document.xml"
_PROPERTIES = "docProps/core.xml"


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the one article of a document, or why there is none."""
    try:
        data = path.read_bytes()
        with opened(path) as archive:
            parse_xml(part(archive, BODY))  # a bomb stops here, before anybody less careful parses it
            about = properties(archive, _PROPERTIES)
        text = text_of(parse_html(mammoth.convert_to_html(io.BytesIO(data)).value))
    except (ArchiveError, MarkupError) as error:
        yield Refusal(path.name, error.sentence)
        return
    if not text:
        yield Refusal(path.name, Sentence("There is no text in it."))
        return
    yield Article(
        text=text,
        where=path.name,
        language=how.language,
        title=about.pop("title", ""),
        extra=about,
        original_sha256=hashlib.sha256(data).hexdigest(),
    )


def properties(archive: ZipFile, name: str) -> dict[str, str]:
    """Return title, author and date of making, where a packed document says them."""
    if name not in archive.namelist():
        return {}
    wanted = {
        "title": "title",
        "creator": "author",
        "initial-creator": "author",
        "created": "created",
        "creation-date": "created",
    }
    found = {}
    for element in parse_xml(part(archive, name)).iter():
        key = wanted.get(name_of(element))
        if key and (value := (element.text or "").strip()):
            found[key] = value
    return found
