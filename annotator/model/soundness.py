"""Whether nouns that come from elsewhere are what this program makes: ids, places, words, names."""

import re
from collections.abc import Iterator

from annotator.model.document import Document
from annotator.model.edits import Edit, Noun
from annotator.model.ids import annotator_id, document_id, layer_id
from annotator.model.layer import Annotator, Entity, Layer, Link, Span, Timing, words_of

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
LONGEST_NAME = 200


def unsound(edit: Edit, *, length: int, text: str | None) -> str:
    """Return what is wrong with an edit on a document of this length and text (None: not known); empty for nothing."""
    for noun in (edit.before, edit.after):
        if noun is not None:
            for wrong in _faults(noun, length, text):
                return wrong
    return "a document stays in its project" if isinstance(edit.noun, Document) and edit.after is None else ""


def is_uuid(value: str) -> bool:
    """Tell whether a string is a canonical UUID."""
    return _UUID.fullmatch(value) is not None


def _faults(noun: Noun, length: int, text: str | None) -> Iterator[str]:
    if not is_uuid(getattr(noun, "id", getattr(noun, "layer_id", ""))):
        yield "an id is not a UUID"
    match noun:
        case Span():
            yield from _span_faults(noun, length, text)
        case Entity():
            if not 0 <= noun.start < noun.end <= length or noun.origin not in ("model", "rule", "gazetteer", "person"):
                yield "an entity lies outside its text"
            if text is not None and text[noun.start : noun.end] != noun.words:
                yield "an entity does not have the words of its text"
        case Link():
            if not is_uuid(noun.source) or not is_uuid(noun.target):
                yield "a link has an end that is not a UUID"
        case Layer():
            if noun.id != layer_id(noun.document_id, noun.annotator_id):
                yield "a layer does not have its own id"
        case Timing():
            if noun.seconds <= 0:
                yield "a time is not above nothing"
        case Annotator():
            if noun.id != annotator_id(noun.name) or not 0 < len(noun.name) <= LONGEST_NAME:
                yield "an annotator does not have the id of their name"
        case Document():
            if not _SHA256.fullmatch(noun.sha256) or noun.id != document_id(noun.sha256) or noun.length != length:
                yield "a document does not have the id of its text"


def _span_faults(span: Span, length: int, text: str | None) -> Iterator[str]:
    borders = [border for fragment in span.fragments for border in fragment]
    rising = all(a < b for a, b in zip(borders[::2], borders[1::2], strict=True))
    if not borders or borders != sorted(borders) or not rising or borders[0] < 0 or borders[-1] > length:
        yield "a span lies outside its text"
    elif len(span.words) != len(span.fragments) or (text is not None and words_of(text, span.fragments) != span.words):
        yield "a span does not have the words of its text"
