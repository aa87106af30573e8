"""Rich text (RTF), by striprtf. Reading only."""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from annotator.model.told import Sentence, sentence

_TITLE = re.compile(r"\{\\title ([^{}\\]{1,300})\}")
_plain: Callable[[str, str, str], str] = rtf_to_text
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the one article of a document, or why there is none."""
    data = path.read_bytes()
    if not data.startswith(b"{\\rtf"):
        yield Refusal(path.name, Sentence("It is not RTF: it does not begin as RTF does."))
        return
    source = data.decode("latin-1")
    try:
        text = _BLANK.sub("\n\n", _plain(source, how.encoding or "cp1252", "replace")).strip()
    except (ValueError, IndexError, LookupError) as error:
        yield Refusal(path.name, sentence("Its RTF cannot be read: {reason}", reason=error))
        return
    if not text:
        yield Refusal(path.name, Sentence("There is no text in it."))
        return
    title = _TITLE.search(source)
    yield Article(
        text=text,
        where=path.name,
        language=how.language,
        title=title.group(1).strip() if title else "",
        original_sha256=hashlib.sha256(data).hexdigest(),
    )
