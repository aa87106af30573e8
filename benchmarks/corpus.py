"""Corpora for benchmarks, made from the sample articles: the same arguments always give the same bytes.

A is 1,000 articles of 3.5 kB with 40 spans, B 10,000; L is one text of 1 MB with 5,000 spans.
"""

import random
import re
from dataclasses import dataclass
from functools import cache

from annotator.model.bundled import bundled
from annotator.model.document import Document
from annotator.model.ids import SpanId, annotator_id, derived_uuid, document_id, layer_id
from annotator.model.layer import Annotator, Layer, Span
from annotator.model.text import sha256_of
from annotator.store.bulk import NewDocument, NewLayer

ANNA = Annotator(annotator_id("Anna"), "Anna")
LABELS = ("claim", "attribution", "opinion", "verified_fact")
_WORD = re.compile(r"\w[\w'’-]{3,}")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and its spans as (start, end, label), in code points."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def piece(index: int, *, characters: int = 3_500, spans: int = 40) -> Piece:
    """Return article ``index``; numbers in it are fresh, so that no two are the same."""
    dice = random.Random(f"corpus:{index}")
    parts: list[str] = []
    length = 0
    while length < characters:
        sentence = _NUMBER.sub(lambda _: str(dice.randint(2, 9999)), dice.choice(_sentences()))
        parts.append(sentence + ("\n\n" if dice.random() < 0.25 else " "))
        length += len(parts[-1])
    text = "".join(parts).rstrip()
    words = [match.span() for match in _WORD.finditer(text)]
    starts = sorted(dice.sample(range(len(words) - 6), min(spans, len(words) - 6)))
    chosen = ((words[n][0], words[n + dice.randrange(1, 5)][1], dice.choice(LABELS)) for n in starts)
    return Piece(text, tuple((a, b, label) for a, b, label in chosen if "\n" not in text[a:b]))


def new_document(made: Piece) -> NewDocument:
    """Return a piece as the store takes it, its spans in Anna's layer."""
    digest = sha256_of(made.text)
    document = Document(document_id(digest), digest, len(made.text), title=made.text[:60])
    owner = layer_id(document.id, ANNA.id)
    spans = tuple(
        Span(SpanId(derived_uuid(owner, n)), owner, label, ((a, b),), (made.text[a:b],))
        for n, (a, b, label) in enumerate(made.spans)
    )
    layer = NewLayer(ANNA, Layer(owner, document.id, ANNA.id, "done"), spans)
    return NewDocument(document, made.text, layers=(layer,))


@cache
def _sentences() -> tuple[str, ...]:
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(bundled("seeds").iterdir(), key=lambda p: p.name)
        if path.name.endswith(".txt")
    ]
    found = (s.strip() for text in texts for s in re.split(r"(?<=[.!?»])\s+|\n+", text))
    return tuple(s for s in found if len(s) > 40)
