"""Parquet, by pyarrow: columns of words and numbers, a batch of rows at a time. Reading only."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pyarrow  # type: ignore[import-untyped]  # it has no types
import pyarrow.parquet  # type: ignore[import-untyped]  # it has no types

from annotator.formats.registry import Reading, Refusal
from annotator.formats.tables import Row, articles
from annotator.model.document import Article
from annotator.model.told import sentence

_BATCH = 64


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of each row."""
    try:
        yield from articles(rows(path, how), how, where=path.name, original="")
    except (pyarrow.ArrowException, OSError) as error:
        yield Refusal(path.name, sentence("It is not Parquet, or a broken one: {reason}", reason=error))


def rows(path: Path, _how: Reading) -> Iterator[Row]:
    """Yield the names of the columns, then the rows."""
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())  # the others reserve more than a worker may have
    with pyarrow.parquet.ParquetFile(path) as file:
        names = list(file.schema_arrow.names)
        yield Row(path.name, names)
        number = 0
        for batch in file.iter_batches(_BATCH, use_threads=False):
            for record in batch.to_pylist():
                number += 1
                yield Row(f"{path.name}, row {number}", [_text(record[name]) for name in names])


def _text(value: object) -> str:
    if value is None or isinstance(value, bytes | list | dict):
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)
