"""Plain text: one file, one article. Reading only."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from annotator.formats.decoding import Decoded, DecodingError, decode
from annotator.formats.detecting import is_page
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from annotator.model.told import Sentence, sentence


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
        notices=_notices(decoded, data),
    )


def _notices(decoded: Decoded, data: bytes) -> tuple[Sentence, ...]:
    guessed = [sentence("encoding guessed: {encoding}", encoding=decoded.encoding)] if decoded.guessed else []
    page = [Sentence("a web page, read as the text that its name says it is")] if is_page(data) else []
    return (*guessed, *page)
