"""spaCy's DocBin: ``doc.spans["sc"]`` for span categorizers, ``doc.ents`` for entity recognizers.

Each fragment is one spaCy span whose ``id_`` is the span's id, so that spans with equal borders stay apart (``span._``
would not keep them so); attributes and notes lie in the span group's ``attrs`` by span id, what belongs to the layer in
``user_data``. See https://spacy.io/api/docbin and https://spacy.io/api/spangroup.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.formats.plain_tokens import tokens
from annotator.formats.registry import Reading, Refusal, Writing
from annotator.formats.values import attributes_of, seconds_of, text_of
from annotator.model.document import Article, RawLink, RawSpan
from annotator.model.layer import LabelledDocument, Span
from annotator.model.told import sentence, sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from spacy.vocab import Vocab

SPANS_KEY = "sc"


def write(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    """Write one DocBin, a Doc for each layer. A DocBin is made whole in memory."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    box = DocBin(store_user_data=True)
    for one in labelled:
        box.add(doc_of(one, vocab))
    path.write_bytes(box.to_bytes())


def doc_of(labelled: LabelledDocument, vocab: "Vocab") -> "Doc":
    """Return a layer as a Doc; its spans and entities lie on token borders."""
    from spacy.tokens import Doc, SpanGroup

    words, spaces = zip(*_tokens(labelled), strict=True)
    doc = Doc(vocab, words=list(words), spaces=list(spaces))
    doc.user_data = _user_data(labelled)
    group = SpanGroup(doc, name=SPANS_KEY)
    for span in labelled.spans:
        for start, end in span.fragments:
            group.append(_on_tokens(doc, start, end, span.label, span.id))
    group.attrs = {"attributes": {span.id: _carried(span) for span in labelled.spans}}
    doc.spans[SPANS_KEY] = group
    doc.ents = tuple(_on_tokens(doc, e.start, e.end, e.label, e.id) for e in labelled.entities)
    return doc


def _on_tokens(doc: "Doc", start: int, end: int, label: str, id_: str) -> "SpacySpan":
    found = doc.char_span(start, end, label=label, span_id=id_)
    assert found is not None  # what lies off token borders was grown to them
    return found


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of each Doc: the spans of every span group, and ``doc.ents``.

    In files of other programs what lies in ``doc.ents`` is what people labelled: spans as any others.
    """
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    data = path.read_bytes()
    original = hashlib.sha256(data).hexdigest()
    try:
        docs = DocBin(store_user_data=True).from_bytes(data).get_docs(Vocab())
        for number, doc in enumerate(docs, 1):
            yield _article(doc, f"{path.name}, document {number}", how.language, original)
    except MemoryError:
        raise
    except Exception as error:  # zlib, msgpack and spaCy each have their own for a broken file
        yield Refusal(path.name, sentence("It is not a DocBin that can be read: {reason}", reason=sentence_of(error)))


def _article(doc: "Doc", where: str, language: str, original: str) -> Article:
    told: Mapping[str, Any] = {key: value for key, value in doc.user_data.items() if isinstance(key, str)}
    spans = [span for group in doc.spans.values() for span in _spans(group)]
    named = tuple(RawSpan(((e.start_char, e.end_char),), e.label_, e.text, id=e.id_) for e in doc.ents)
    ours = "annotator" in told
    return Article(
        text=doc.text,
        where=where,
        language=text_of(told.get("language")) or language,
        title=text_of(told.get("title")),
        source=text_of(told.get("source")),
        published=text_of(told.get("published")),
        url=text_of(told.get("url")),
        extra=dict(told.get("extra") or {}),
        original_sha256=original,
        annotator=text_of(told.get("annotator")),
        status=text_of(told.get("status")),
        seconds=seconds_of(told.get("seconds")),
        spans=tuple(spans) if ours else (*spans, *named),
        entities=named if ours else (),
        links=tuple(_link(link) for link in told.get("links") or ()),
        evidence=tuple({"id": id_, "record": record} for id_, record in told.get("evidence") or ()),
        tokens=tuple((t.idx, t.idx + len(t)) for t in doc if not t.is_space),
    )


def _link(link: Sequence[Any]) -> RawLink:
    type_, source, target, id_, attributes = link
    return RawLink(type_, source, target, id_, attributes_of(attributes))


def _spans(group: Any) -> Iterator[RawSpan]:
    """Yield the spans of a group: those with one id of ours are the fragments of one span."""
    held = group.attrs.get("attributes")
    carried = held if isinstance(held, dict) else {}
    fragments: dict[str, list[Any]] = {}
    for n, span in enumerate(group):
        fragments.setdefault(span.id_ if span.id_ in carried else f"\0{n}", []).append(span)
    for id_, pieces in fragments.items():
        more = carried.get(id_, {})
        yield RawSpan(
            tuple((piece.start_char, piece.end_char) for piece in pieces),
            pieces[0].label_,
            " ".join(piece.text for piece in pieces),
            id=pieces[0].id_,
            note=text_of(more.get("note")),
            attributes=attributes_of(more.get("attributes")),
        )


def _tokens(labelled: LabelledDocument) -> Iterator[tuple[str, bool]]:
    """Yield words and whether a space follows; white space beyond that is a token of its own, as in spaCy."""
    text, at = labelled.text, 0
    for start, end in [*tokens(labelled), (len(text), len(text))]:
        if at < start:
            yield text[at:start], False
        space = text[end : end + 1] == " "
        if start < end:
            yield text[start:end], space
        at = end + space


def _carried(span: Span) -> dict[str, Any]:
    return {"attributes": _plain(span.attributes), "fragments": [list(f) for f in span.fragments], "note": span.note}


def _user_data(labelled: LabelledDocument) -> dict[str, Any]:
    document = labelled.document
    return {
        "annotator": labelled.annotator.name,
        "document": document.id,
        "evidence": [[piece.id, _plain(piece.record)] for piece in labelled.evidence],
        "extra": dict(document.extra),
        "language": document.language,
        "links": [[k.type, k.source, k.target, k.id, _plain(k.attributes)] for k in labelled.links],
        "published": document.published,
        "seconds": labelled.seconds,
        "source": document.source,
        "status": labelled.layer.status,
        "title": document.title,
        "url": document.url,
    }


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in sorted(values.items())}
