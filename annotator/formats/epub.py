"""Electronic books (EPUB): the chapters in the order of the spine, as one article. Reading only."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from annotator.formats.markup import MarkupError, name_of, parse_html, parse_xml, text_of
from annotator.formats.packed import Content, unpacked
from annotator.formats.registry import Reading, Refusal
from annotator.formats.zips import ArchiveError, part
from annotator.model.document import Article

_LOCKED = "META-INF/encryption.xml"


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the one article of a book, or why there is none."""
    return unpacked(path, how, _content)


def _content(archive: ZipFile) -> Content:
    package = _package(archive)
    chapters = list(_chapters(archive, *package))
    about = {name_of(element): (element.text or "").strip() for element in reversed(list(package[0].iter()))}
    return Content(
        "\n\n".join(filter(None, (text_of(_page(archive, name)) for name in chapters))),
        title=about.get("title", ""),
        source=about.get("publisher", ""),
        published=about.get("date", "")[:10],
        language=about.get("language", "").split("-")[0].lower(),
        extra={"author": about["creator"]} if about.get("creator") else {},
    )


def _package(archive: ZipFile) -> tuple[etree._Element, str]:
    """Return the tree that lists what is in the book, and the folder that its addresses start from."""
    container = parse_xml(part(archive, "META-INF/container.xml"))
    root = next((e for e in container.iter() if name_of(e) == "rootfile" and e.get("full-path")), None)
    if root is None:
        raise ArchiveError("It is no book: it does not say where its contents are listed.")
    name = str(root.get("full-path"))
    return parse_xml(part(archive, name)), posixpath.dirname(name)


def _chapters(archive: ZipFile, package: etree._Element, folder: str) -> Iterator[str]:
    """Yield the names of the parts that the spine lists."""
    pages = {}
    for item in package.iter():
        if name_of(item) == "item" and "html" in (item.get("media-type") or ""):
            pages[item.get("id")] = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
    locked = part(archive, _LOCKED).decode("utf-8", "replace") if _LOCKED in archive.namelist() else ""
    for reference in package.iter():
        name = pages.get(reference.get("idref"))
        if name_of(reference) != "itemref" or name is None:
            continue
        if f'"{name}"' in locked:
            raise ArchiveError("It is protected against copying: its text cannot be read.")
        yield name


def _page(archive: ZipFile, name: str) -> etree._Element | None:
    """Return the body of a chapter: XML as it should be, or HTML as it often is."""
    data = part(archive, name)
    try:
        tree = parse_xml(data)
        return next((element for element in tree.iter() if name_of(element) == "body"), tree)
    except MarkupError:
        return parse_html(data.decode("utf-8", "replace"))
