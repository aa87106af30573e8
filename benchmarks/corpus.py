"""Corpora for benchmarks, made from the sample articles: the same arguments always give the same bytes.

A is 1,000 articles of 3.5 kB with 40 spans, B 10,000; L is one text of 1 MB with 5,000 spans, or 10,000.
"""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import batched
from pathlib import Path

from annotator.model.bundled import bundled
from annotator.model.document import Document
from annotator.model.highlights import Found, entities_of
from annotator.model.ids import SpanId, annotator_id, derived_uuid, document_id, layer_id
from annotator.model.layer import Annotator, Layer, Span
from annotator.model.segments import plain_segmentation
from annotator.model.text import sha256_of
from annotator.store.bulk import NewDocument, NewLayer
from annotator.workflow.starting import new_project

ANNA = Annotator(annotator_id("Anna"), "Anna")
LABELS = ("claim", "attribution", "opinion", "verified_fact")
LONG = 1_000_000
_WORD = re.compile(r"\w[\w'’-]{3,}")
_NAME = re.compile(r"\b[A-ZÉÈÎ][\w'’-]{2,}")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, and its spans and entities as (start, end, label), in code points."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    entities: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the projects that are measured lie, and how large they are; each is made when it is first needed."""

    folder: Path
    a: int = 1_000
    b: int = 10_000
    spans: int = 5_000

    def project(self, articles: int) -> Path:
        """Return a project of so many articles, with Anna's spans."""
        path = self.folder / f"articles{articles}.annotator"
        if not path.exists():
            make_project(path, (piece(n) for n in range(articles)))
        return path

    def long_project(self, spans: int) -> Path:
        """Return a project of one text of 1 MB."""
        path = self.folder / f"long{spans}.annotator"
        if not path.exists():
            make_project(path, [piece(0, characters=LONG, spans=spans)])
        return path


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
    lengths = [dice.randrange(1, 5) for _ in words]
    within = [n for n in range(len(words) - 5) if "\n" not in text[words[n][0] : words[n + lengths[n]][1]]]
    starts = sorted(dice.sample(within, min(spans, len(within))))
    chosen = ((words[n][0], words[n + lengths[n]][1], dice.choice(LABELS)) for n in starts)
    names = [match.span() for match in _NAME.finditer(text)]
    kept = sorted(dice.sample(names, min(spans, len(names))))
    return Piece(text, tuple(chosen), tuple((a, b, dice.choice(("PER", "ORG", "LOC"))) for a, b in kept))


def new_document(made: Piece, *, spans: bool = True) -> NewDocument:
    """Return a piece as the store takes it, highlighted, its spans in Anna's layer."""
    digest = sha256_of(made.text)
    document = Document(document_id(digest), digest, len(made.text), title=made.text[:60])
    owner = layer_id(document.id, ANNA.id)
    held = tuple(
        Span(SpanId(derived_uuid(owner, n)), owner, label, ((a, b),), (made.text[a:b],))
        for n, (a, b, label) in enumerate(made.spans)
    )
    found = tuple(Found(label, start, end, "model") for start, end, label in made.entities)
    cut = replace(plain_segmentation(made.text), tokenizer="benchmark")
    layer = NewLayer(ANNA, Layer(owner, document.id, ANNA.id, "done"), held)
    entities = entities_of(document.id, made.text, found)
    return NewDocument(document, made.text, entities, (layer,) if spans else (), cut)


def make_project(path: Path, pieces: Iterable[Piece], *, spans: bool = True) -> None:
    """Make a project of articles; beside its place first, so that it is there whole or not at all."""
    beside = path.with_name(f"new-{path.name}")
    with new_project(beside) as project:
        project.annotator(ANNA.name)
        project.annotator("Bea")
        for batch in batched(pieces, 200):
            project.add_documents([new_document(one, spans=spans) for one in batch])
    beside.rename(path)


@cache
def _sentences() -> tuple[str, ...]:
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(bundled("seeds").iterdir(), key=lambda p: p.name)
        if path.name.endswith(".txt")
    ]
    found = (s.strip() for text in texts for s in re.split(r"(?<=[.!?»])\s+|\n+", text))
    return tuple(s for s in found if len(s) > 40)
