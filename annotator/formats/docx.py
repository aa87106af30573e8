"""Word documents (DOCX), by mammoth: what was inserted in revision is in, what was struck out is not. Reading only."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import mammoth  # type: ignore[import-untyped]  # it has no types

from annotator.formats.markup import parse_html, parse_xml, text_of
from annotator.formats.packed import Content, properties, unpacked
from annotator.formats.registry import Reading, Refusal
from annotator.formats.zips import part
from annotator.model.document import Article

_BODY = "word/document.xml"
_PROPERTIES = "docProps/core.xml"


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the one article of a document, or why there is none."""

    def content(archive: ZipFile) -> Content:
        parse_xml(part(archive, _BODY))  # a bomb stops here, before anybody less careful parses it
        about = properties(archive, _PROPERTIES)
        with path.open("rb") as file:
            text = text_of(parse_html(mammoth.convert_to_html(file).value))
        return Content(text, title=about.pop("title", ""), extra=about)

    return unpacked(path, how, content)
