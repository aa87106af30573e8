"""Documents that are packed in an archive (DOCX, ODT, EPUB): how one becomes an article, or a refusal."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from annotator.formats.markup import MarkupError, name_of, parse_xml
from annotator.formats.registry import Reading, Refusal
from annotator.formats.zips import ArchiveError, opened, part
from annotator.model.document import Article
from annotator.model.told import Sentence


@dataclass(frozen=True, slots=True)
class Content:
    """What was found in an archive: its text, and what it says of itself."""

    text: str
    title: str = ""
    source: str = ""
    published: str = ""
    language: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


def unpacked(path: Path, how: Reading, content: Callable[[ZipFile], Content]) -> Iterator[Article | Refusal]:
    """Yield the one article of a packed document, or why there is none.

    ``content`` may raise ArchiveError and MarkupError: they become the refusal.
    """
    try:
        with opened(path) as archive:
            found = content(archive)
    except (ArchiveError, MarkupError) as error:
        yield Refusal(path.name, error.sentence)
        return
    if not found.text:
        yield Refusal(path.name, Sentence("There is no text in it."))
        return
    yield Article(
        text=found.text,
        where=path.name,
        language=how.language or found.language,
        title=found.title,
        source=found.source,
        published=found.published,
        extra=dict(found.extra),
        original_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
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
