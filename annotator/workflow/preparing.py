"""From an article to a document ready to be filed: text frozen, offsets moved along, every span held to its words.

Runs inside the worker process, so it knows the formats and the model, and no project.
"""

import zlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from annotator.formats.registry import Reading, Refusal, read_articles
from annotator.model.crossing import ByValues
from annotator.model.document import Article, Document, RawSpan
from annotator.model.flags import flags_of
from annotator.model.guessing import guess_published, guess_title
from annotator.model.ids import document_id
from annotator.model.segments import Segmentation, plain_segmentation
from annotator.model.snapping import joined
from annotator.model.text import FrozenText, TextError, freeze, sha256_of
from annotator.model.told import Sentence, sentence
from annotator.nlp.likeness import fingerprint
from annotator.nlp.tongues import language_of
from annotator.workflow.misfits import misfit


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, and how; ``language`` is what texts are taken to be in that say nothing and are too short.

    ``name`` is what the report calls it: its path below the folder that it was found in. None: the file's own name.
    """

    path: Path
    format_name: str = ""
    how: Reading = Reading()
    language: str = "fr"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Prepared(ByValues):
    """A document with what came along, in offsets of its frozen text; ``refusals`` are the spans that do not fit it.

    ``fingerprint`` is for finding texts that are like this one, ``page`` the bytes that it was read from, squeezed,
    where they are kept.
    """

    document: Document
    text: str
    article: Article
    refusals: tuple[Refusal, ...] = ()
    segmentation: Segmentation | None = None
    fingerprint: bytes = b""
    page: bytes = b""


def read_and_prepare(_: None, source: Source) -> Iterator[Prepared | Refusal]:
    """Yield what a file holds, ready to be filed, and what was refused; the function of the worker process."""
    for found in read_articles(source.path, source.how, format_name=source.format_name):
        if isinstance(found, Refusal):
            yield replace(found, where=_place(found.where, source))
        else:
            spans = found.spans
            if source.name:
                spans = tuple(replace(span, where=_place(span.where, source)) if span.where else span for span in spans)
            language = found.language or source.how.language
            said = replace(found, where=_place(found.where, source), language=language, spans=spans)
            yield prepare(said, language=source.language)


def _place(where: str, source: Source) -> str:
    """Return a place in a file, which its reader names by the file alone, as the report names it."""
    name = source.path.name
    return source.name + where[len(name) :] if source.name and where.startswith(name) else where


def prepare(article: Article, *, language: str = "fr") -> Prepared | Refusal:
    """Return a document of an article, or why it cannot be one; ``language`` is for one that cannot be told."""
    try:
        frozen = freeze(article.text)
    except TextError as error:
        return Refusal(article.where, error.sentence)
    text, refusals = frozen.text, list[Refusal]()
    document = _document(article, frozen, language)
    spans = _fitting(article.spans, article, document, frozen, refusals)
    entities = _fitting(article.entities, article, document, frozen, refusals)
    return Prepared(
        document=document,
        text=text,
        article=replace(
            article,
            text="",
            original=b"",
            notices=(*article.notices, *frozen.changes),
            spans=spans,
            entities=entities,
            tokens=(),
        ),
        refusals=tuple(refusals),
        segmentation=_segmentation(article, frozen),
        fingerprint=fingerprint(text),
        page=zlib.compress(article.original, 6) if article.original else b"",
    )


def _document(article: Article, frozen: FrozenText, language: str) -> Document:
    text, digest = frozen.text, sha256_of(frozen.text)
    return Document(
        id=document_id(digest),
        sha256=digest,
        length=len(text),
        language=article.language or language_of(text) or language,
        title=article.title or ("" if article.complete else guess_title(text)),
        source=article.source,
        published=article.published or ("" if article.complete else guess_published(text)),
        url=article.url,
        extra=article.extra,
        encoding=article.encoding,
        original_sha256=article.original_sha256,
        changes=(*article.changes, *map(str, frozen.changes)),
        flags=flags_of(text),
    )


def _fitting(
    raws: Iterable[RawSpan], article: Article, document: Document, frozen: FrozenText, refusals: list[Refusal]
) -> tuple[RawSpan, ...]:
    """Return the spans that fit the text, moved along with it; the others are added to what is refused."""
    text, length = frozen.text, len(frozen.text)
    kept: list[RawSpan] = []
    for raw in raws:
        moved = _moved(raw, frozen)
        if len(moved.fragments) == 1:  # nearly all are; `_wrong` would take three times as long to say so
            start, end = moved.fragments[0]
            if 0 <= start < end <= length and (moved.words is None or moved.words == text[start:end]):
                kept.append(moved)
                continue
        wrong = _wrong(moved, text)
        if wrong is None:
            kept.append(moved)
        else:
            refusals.append(misfit(article, document.id, moved, text, wrong))
    return tuple(kept)


def _moved(span: RawSpan, frozen: FrozenText) -> RawSpan:
    if not frozen.removed:
        return span if len(span.fragments) == 1 else replace(span, fragments=joined(span.fragments))
    moved = tuple((frozen.offset(start), frozen.offset(end)) for start, end in span.fragments)
    words = None if span.words is None else span.words.replace("\r\n", "\n").replace("\r", "\n")
    return replace(span, fragments=joined(moved), words=words)


def _wrong(span: RawSpan, text: str) -> Sentence | None:
    """Return why a span does not fit a text, None when it does."""
    if not all(0 <= start < end <= len(text) for start, end in span.fragments):
        return sentence("It lies outside the text of {count} characters, or is empty.", count=len(text))
    words = " ".join(text[start:end] for start, end in span.fragments)
    if span.words is not None and span.words != words:
        return sentence(
            "Its words are “{words}”, but “{there}” stands there.", words=_short(span.words), there=_short(words)
        )
    return None


def _segmentation(article: Article, frozen: FrozenText) -> Segmentation | None:
    tokens = [(frozen.offset(start), frozen.offset(end)) for start, end in article.tokens]
    inside = all(0 <= a < b <= len(frozen.text) for a, b in tokens)
    if not tokens or not inside or any(one[1] > other[0] for one, other in pairwise(tokens)):
        return None
    plain = plain_segmentation(frozen.text)
    starts, ends = (array("I", borders) for borders in zip(*tokens, strict=True))
    return replace(plain, tokenizer="imported", starts=starts, ends=ends)


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
