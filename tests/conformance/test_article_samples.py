"""Real files of other projects, read as they are: every one comes in with its words, or is refused with a sentence."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from annotator.formats.registry import Reading, Refusal, read_articles
from annotator.model.document import Article

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def samples(shared: Path) -> Path:
    folder = shared / "samples"
    if not folder.is_dir():
        pytest.skip("the sample files (../shared/samples) are not beside this checkout")
    return folder


def read(path: Path) -> list[Article | Refusal]:
    """Return what a file gives."""
    return list(read_articles(path, Reading()))


def letters(text: str) -> str:
    """Return a text without white space, hyphens and what libraries make of them."""
    return re.sub(r"[\s\-\u00ad\ufffe\x02]", "", text)


def words_of_docx(path: Path) -> Iterator[str]:
    """Yield the runs of a Word document's body, counted without any library for such documents."""
    tree = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    for element in tree.iter(f"{WORD}t"):
        yield element.text or ""


def test_web_pages_come_in_as_they_are_set(samples: Path) -> None:
    text = "Heading\n\nThis is the first paragraph.\n\nThis is the second paragraph."
    found = [one for path in sorted((samples / "html").iterdir()) for one in read(path)]
    assert [one.text if isinstance(one, Article) else str(one.reason) for one in found] == [text] * 3


def test_word_documents_come_in_with_every_word_of_their_body(samples: Path) -> None:
    paths = sorted((samples / "docx").iterdir())
    assert len(paths) == 29
    empty = []
    for path in paths:
        (one,) = read(path)
        expected = letters("".join(words_of_docx(path)))
        if isinstance(one, Refusal):
            assert (str(one.reason), expected) == ("There is no text in it.", "")
            empty.append(path.name)
        else:
            assert letters(one.text) == expected, path.name
    assert len(empty) == 9


def test_pdfs_come_in_with_the_words_that_the_other_library_finds(samples: Path) -> None:
    told = {}
    for path in sorted((samples / "pdf").iterdir()):
        (one,) = read(path)
        if isinstance(one, Refusal):
            told[path.name] = str(one.reason)
            continue
        expected = letters("".join(page.extract_text() for page in PdfReader(path).pages))
        # pdfium drops an apostrophe, and orders marks of Thai in its own way
        assert sorted(set(letters(one.text)) - set(expected)) == [], path.name
        assert abs(len(letters(one.text)) - len(expected)) <= 3, path.name
    why = "It is encrypted: save it without a password, and import that."
    assert told == {"encrypted-file.pdf": why, "libreoffice-writer-password.pdf": why}


def test_feeds_without_texts_say_so_entry_by_entry(samples: Path) -> None:
    paths = sorted((samples / "feeds").rglob("*.xml"))
    assert len(paths) == 24
    reasons = []
    for path in paths:
        entries = len(re.findall(rb"<(?:item|entry)[\s>]", path.read_bytes()))
        found = read(path)
        assert len(found) == max(1, entries), path.name
        reasons += [str(one.reason) for one in found if isinstance(one, Refusal)]
    assert set(reasons) == {"The entry has a title at most, and no text.", "There is no entry in the feed."}
    assert len(reasons) == len(paths)
