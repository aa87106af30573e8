"""Spans of files that do not fit their text: what the worker process says of them, which knows no project."""

from dataclasses import dataclass

from annotator.formats.registry import Refusal
from annotator.model.document import Article, RawSpan
from annotator.model.ids import DocumentId
from annotator.model.layer import Fragment
from annotator.model.told import Sentence
from annotator.model.unresolved import candidates


@dataclass(frozen=True, slots=True)
class Misfit(Refusal):
    """A span that did not come in: what it is, and ``candidates``, the places where its words do occur."""

    document: DocumentId
    annotator: str
    span: RawSpan
    candidates: tuple[Fragment, ...]


def misfit(article: Article, document: DocumentId, span: RawSpan, text: str, why: Sentence) -> Misfit:
    """Return what is kept of a span that does not fit its text."""
    where = span.where or f"{article.where}, {span.place} “{span.label}”"
    return Misfit(where, why, document, article.annotator, span, candidates(text, span.words or ""))
