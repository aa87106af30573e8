"""Plain text: one file, one article. Reading only."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from annotator.formats.decoding import DecodingError, decode
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from annotator.model.told import sentence


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the one article of a text file, or why there is none."""
    data = path.read_bytes()
    try:
        decoded = decode(data, encoding=how.encoding)
    except DecodingError as error:
        yield Refusal(path.name, error.sentence)
        return
    yield Article(
        text=decoded.text,
        where=path.name,
        language=how.language,
        encoding=decoded.encoding,
        original_sha256=hashlib.sha256(data).hexdigest(),
        notices=(sentence("encoding guessed: {encoding}", encoding=decoded.encoding),) if decoded.guessed else (),
    )
