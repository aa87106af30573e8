"""Spans whose words do not stand where their file puts them: kept with the places where they do.

Nothing is clipped and nothing is guessed: without a person's decision (see `placing`) such a span stays out.
"""

import re
from dataclasses import dataclass

from annotator.formats.registry import Refusal
from annotator.model.document import Article, RawSpan
from annotator.model.ids import DocumentId
from annotator.model.layer import Fragment
from annotator.model.text import normal_form
from annotator.model.told import Sentence

MOST = 20


@dataclass(frozen=True, slots=True)
class Unresolved(Refusal):
    """A span that did not come in: what it is, and ``candidates``, the places where its words do occur."""

    document: DocumentId
    annotator: str
    span: RawSpan
    candidates: tuple[Fragment, ...]


def unresolved(article: Article, document: DocumentId, span: RawSpan, text: str, why: Sentence) -> Unresolved:
    """Return what is kept of a span that does not fit its text."""
    where = span.where or f"{article.where}, {span.fragments} “{span.label}”"
    return Unresolved(where, why, document, article.annotator, span, candidates(text, span.words or ""))


def candidates(text: str, words: str) -> tuple[Fragment, ...]:
    """Return where words stand in a text: as they are, or else with other apostrophes, quotes and white space."""
    wanted = normal_form(words.strip())
    if not wanted:
        return ()
    exact = [found.span() for found in re.finditer(re.escape(words), text)]
    if not exact:
        loose = re.sub(r"(?:\\ |\\\n|\\\t)+", r"\\s+", re.escape(wanted))
        exact = [found.span() for found in re.finditer(loose, normal_form(text))]
    return tuple(exact[:MOST])
