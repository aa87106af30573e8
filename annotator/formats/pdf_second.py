"""PDF, by pypdf: the second opinion, for when what pdfium read looks wrong. Reading only, and only when asked for."""

from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from annotator.formats.lines import Line, flowed
from annotator.formats.pdf import article_of_pdf, encrypted
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from annotator.model.told import sentence


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the one article of a PDF, or why there is none."""
    data = path.read_bytes()
    lines: list[Line] = []
    pictures: list[int] = []
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            yield Refusal(path.name, encrypted())
            return
        for number, page in enumerate(reader.pages, 1):
            found = page.extract_text()
            lines += _lines(found, number)
            pictures += [number] * (not found.strip() and bool(page.images))
        about = {key.removeprefix("/"): str(value) for key, value in (reader.metadata or {}).items()}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        yield Refusal(path.name, sentence("It is not a PDF, or a broken one: {reason}", reason=error))
        return
    yield article_of_pdf(path.name, data, flowed(lines), pictures, about, how)


def _lines(text: str, number: int) -> Iterator[Line]:
    """Yield lines as if set in a fixed width: pypdf tells the words and not where they stand."""
    for row, line in enumerate(text.splitlines()):
        indent = len(line) - len(line.lstrip())
        yield Line(line, indent, len(line.rstrip()), -2.0 * row, 1 - 2.0 * row, number)
