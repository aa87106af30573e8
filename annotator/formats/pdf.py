"""PDF, by pdfium: lines joined to paragraphs by where they stand on the page. Reading only.

What is encrypted, or holds pictures of pages and no text, is named as such.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]  # it has no types

from annotator.formats.lines import BROKEN, Flowed, Line, flowed
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from annotator.model.told import Sentence, sentence

_NO_TITLE = re.compile(
    r"^\s*(untitled|microsoft word|sans titre|document\d*\b)|\.(docx?|odt|indd|pdf|tex|qxp|rtf)\s*$", re.IGNORECASE
)
_ENDS_LINE = f"\r\n{BROKEN}"
_DATE = re.compile(r"^D:(\d{4})(\d\d)(\d\d)")


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the one article of a PDF, or why there is none."""
    data = path.read_bytes()
    try:
        document = pdfium.PdfDocument(data)
        lines, pictures = [], []
        for number in range(len(document)):
            found, pictured = _page(document, number)
            lines += found
            pictures += [number + 1] * (pictured and not found)
        about = document.get_metadata_dict(skip_empty=True)
    except pdfium.PdfiumError as error:
        yield Refusal(path.name, _why(error))
        return
    yield article_of_pdf(path.name, data, flowed(lines), pictures, about, how)


def article_of_pdf(
    where: str, data: bytes, text: Flowed, pictures: list[int], about: dict[str, str], how: Reading
) -> Article | Refusal:
    """Return the article of what was found in a PDF; ``pictures`` are the pages that are only that."""
    if not text.text:
        why = "Its pages are pictures without text: have the text recognised first, and import what comes of it."
        return Refusal(where, Sentence(why) if pictures else Sentence("There is no text in it."))
    notices = []
    if pictures:
        pages = ", ".join(map(str, pictures))
        notices.append(sentence("pages that are pictures without text: {pages}", pages=pages))
    if text.mended:
        notices.append(sentence("words joined that a hyphen parted at a line end: {count}", count=text.mended))
    title = about.get("Title", "")
    made = _DATE.match(about.get("CreationDate", ""))
    extra = {"author": about.get("Author", ""), "created": "-".join(made.groups()) if made else ""}
    return Article(
        text=text.text,
        where=where,
        language=how.language,
        title="" if _NO_TITLE.search(title) else title.strip(),
        extra={key: value for key, value in extra.items() if value},
        original_sha256=hashlib.sha256(data).hexdigest(),
        notices=tuple(notices),
    )


def encrypted() -> Sentence:
    """Return what is told of a PDF that asks for a password."""
    return Sentence("It is encrypted: save it without a password, and import that.")


def _page(document: pdfium.PdfDocument, number: int) -> tuple[list[Line], bool]:
    """Return the lines of a page, and whether there is a picture on it."""
    page = document[number]
    words = page.get_textpage()
    try:
        lines = list(_lines(words, number))
        pictured = not lines and any(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4))
    finally:
        words.close()
        page.close()
    return lines, pictured


def _lines(words: pdfium.PdfTextPage, number: int) -> Iterator[Line]:
    held: list[int] = []
    characters: list[str] = []
    for index in range(words.count_chars()):
        character = chr(pdfium_c.FPDFText_GetUnicode(words.raw, index))
        if character not in "\r\n":
            held.append(index)
            characters.append(character)
        if held and character in _ENDS_LINE:
            yield _line(words, held, characters, number)
            held, characters = [], []
    if held:
        yield _line(words, held, characters, number)


def _line(words: pdfium.PdfTextPage, held: list[int], characters: list[str], number: int) -> Line:
    text = "".join(characters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    seen = [index for index, character in zip(held, characters, strict=True) if not character.isspace()] or held
    first, last = (words.get_charbox(index, loose=True) for index in (seen[0], seen[-1]))
    left, right = min(first[0], last[0]), max(first[2], last[2])
    return Line(text, left, right, min(first[1], last[1]), max(first[3], last[3]), number)


def _why(error: pdfium.PdfiumError) -> Sentence:
    if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
        return encrypted()
    return sentence("It is not a PDF, or a broken one: {reason}", reason=error)
