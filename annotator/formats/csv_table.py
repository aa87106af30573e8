"""Tables of text (CSV, TSV): delimiter, quotes and encoding are found, or the encoding said. Reading only."""

import csv
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

from annotator.formats.decoding import Decoded, DecodingError, decode
from annotator.formats.registry import Reading, Refusal
from annotator.formats.tables import Row, articles
from annotator.model.document import Article
from annotator.model.told import sentence

DELIMITERS = ",;\t|"
_SAMPLE = 1 << 16
_LONGEST_CELL = 1 << 28


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of each row."""
    data = path.read_bytes()
    try:
        decoded = decode(data, encoding=how.encoding)
    except DecodingError as error:
        yield Refusal(path.name, error.sentence)
        return
    original = hashlib.sha256(data).hexdigest()
    try:
        yield from articles(
            _rows(decoded, path.name), how, where=path.name, original=original, encoding=decoded.encoding
        )
    except csv.Error as error:
        yield Refusal(path.name, sentence("The table breaks off: {reason}", reason=error))


def rows(path: Path, how: Reading) -> Iterator[Row]:
    """Yield the rows of a table, the head first. Raises DecodingError."""
    yield from _rows(decode(path.read_bytes(), encoding=how.encoding), path.name)


def delimiter_of(sample: str) -> str:
    """Return the delimiter under which the first rows have the most cells, and the same number of them."""
    return max(DELIMITERS, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample: str, delimiter: str) -> tuple[float, int]:
    """Return the share of rows that are as long as the first, and how long that is."""
    try:
        counts = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return (0.0, 0)
    if len(sample) >= _SAMPLE:
        counts = counts[:-1] or counts
    if not counts or counts[0] < 2:
        return (0.0, 0)
    return (counts.count(counts[0]) / len(counts), counts[0])


def _rows(decoded: Decoded, name: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    text = decoded.text.removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text[:_SAMPLE]))
    line = 1
    for cells in reader:
        yield Row(f"{name}, line {line}", cells)
        line = reader.line_num + 1
