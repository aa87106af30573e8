"""OpenDocument texts (ODT): paragraphs, headings, lists, tables and notes, from the markup itself. Reading only.

What was inserted in revision is in; what was struck out, comments and the like are not.
"""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from annotator.formats.markup import Kinds, name_of, named, parse_xml, text_of
from annotator.formats.packed import Content, properties, unpacked
from annotator.formats.registry import Reading, Refusal
from annotator.formats.zips import ArchiveError, part
from annotator.model.document import Article

_TEXT = Kinds(
    paragraphs=named("h p list table note-body section"),
    lines=named("line-break list-header list-item table-row"),
    cells=named("table-cell"),
    unseen=named("annotation desc forms note title tracked-changes"),
    spaces={"s": " ", "tab": "\t"},
)


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the one article of a document, or why there is none."""
    return unpacked(path, how, _content)


def _content(archive: ZipFile) -> Content:
    if b"manifest:encryption-data" in part(archive, "META-INF/manifest.xml"):
        raise ArchiveError("It is encrypted: save it without a password.")
    text = _text(parse_xml(part(archive, "content.xml")))
    about = properties(archive, "meta.xml")
    return Content(text, title=about.pop("title", ""), extra=about)


def _text(tree: etree._Element) -> str:
    """Return the text of a document, its notes after it, so that they break no sentence."""
    body = next((element for element in tree.iter() if name_of(element) == "body"), None)
    notes = (element for element in tree.iter() if name_of(element) == "note-body")
    return "\n\n".join(filter(None, (text_of(body, _TEXT), *(text_of(note, _TEXT) for note in notes))))
