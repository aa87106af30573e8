"""Spreadsheets (XLSX), by openpyxl: the first sheet with anything in it, values and not formulas. Reading only."""

import hashlib
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from lxml.etree import LxmlError
from openpyxl import load_workbook  # type: ignore[import-untyped]  # it has no types
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]  # it has no types

from annotator.formats.markup import MarkupError, parse_xml
from annotator.formats.registry import Reading, Refusal
from annotator.formats.tables import Row, articles
from annotator.formats.zips import ArchiveError, opened, part
from annotator.model.document import Article
from annotator.model.told import sentence

_BROKEN = (
    BadZipFile,
    EOFError,
    IndexError,
    InvalidFileException,
    KeyError,
    LxmlError,
    OSError,
    ParseError,
    TypeError,
    ValueError,
)


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of each row of the first sheet."""
    original = hashlib.sha256(path.read_bytes()).hexdigest()
    try:
        yield from articles(rows(path, how), how, where=path.name, original=original)
    except (ArchiveError, MarkupError) as error:
        yield Refusal(path.name, error.sentence)
    except _BROKEN as error:
        yield Refusal(path.name, sentence("The spreadsheet is broken: {reason}", reason=error))


def rows(path: Path, _how: Reading) -> Iterator[Row]:
    """Yield the rows of the first sheet that has any, the head first, empty ones left out."""
    with opened(path) as archive:
        for name in ("xl/workbook.xml", "xl/sharedStrings.xml"):
            if name in archive.namelist():
                parse_xml(part(archive, name))  # a bomb stops here, before anybody less careful parses it
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            found = False
            for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
                cells = [_text(value) for value in values]
                if any(cells):
                    found = True
                    yield Row(f"{path.name}, {sheet.title}, row {number}", cells)
            if found:
                return
    finally:
        book.close()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)
