"""spaCy's DocBin: ``doc.spans["sc"]`` for span categorizers, ``doc.ents`` for entity recognizers.

Each fragment is one spaCy span whose ``id_`` is the span's id, so that spans with equal borders stay apart; attributes
and notes lie in the span group's ``attrs`` by span id. See https://spacy.io/api/docbin and /api/spangroup.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.formats.registry import Writing
from annotator.formats.writing import WriteError
from annotator.model.layer import Entity, LabelledDocument, Span
from annotator.model.told import Sentence, sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

SPANS_KEY = "sc"


def write(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> tuple[Sentence, ...]:
    """Write one DocBin, a Doc for each layer, and read it back; returns a sentence for each thing not carried whole.

    Raises WriteError when what is read back is not what was meant.
    """
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    box = DocBin(store_user_data=True)
    losses: list[Sentence] = []
    expected: list[tuple[str, int]] = []
    for one in labelled:
        doc, lost = doc_of(one, vocab)
        box.add(doc)
        losses += lost
        expected.append((one.text, len(doc.spans[SPANS_KEY])))
    path.write_bytes(box.to_bytes())
    _verify(path, expected)
    return tuple(losses)


def doc_of(labelled: LabelledDocument, vocab: "Vocab") -> tuple["Doc", list[Sentence]]:
    """Return a layer as a Doc, and a sentence for each thing that does not fit its tokens."""
    from spacy.tokens import Doc

    words, spaces = zip(*_tokens(labelled), strict=True)
    doc = Doc(vocab, words=list(words), spaces=list(spaces))
    doc.user_data = {
        "annotator": labelled.annotator.name,
        "document": labelled.document.id,
        "language": labelled.document.language,
        "status": labelled.layer.status,
        "title": labelled.document.title,
    }
    losses = _add_spans(doc, labelled) + _add_entities(doc, labelled)
    return doc, losses


def read_back(path: Path) -> list[dict[str, Any]]:
    """Return what a DocBin of ours holds: text and spans (id, label, start, end in code points) of each Doc."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    return [
        {
            "text": doc.text,
            "spans": [(s.id_, s.label_, s.start_char, s.end_char) for s in doc.spans.get(SPANS_KEY, [])],
            "attributes": dict(doc.spans[SPANS_KEY].attrs) if SPANS_KEY in doc.spans else {},
            "entities": [(e.label_, e.start_char, e.end_char) for e in doc.ents],
            "user_data": doc.user_data,
        }
        for doc in DocBin().from_bytes(path.read_bytes()).get_docs(Vocab())
    ]


def _tokens(labelled: LabelledDocument) -> Iterator[tuple[str, bool]]:
    """Yield words and whether a space follows; white space beyond that is a token of its own, as in spaCy."""
    text, cut = labelled.text, labelled.segmentation
    borders = [(a, b) for a, b in zip(cut.starts, cut.ends, strict=True)]
    at = 0
    for start, end in [*borders, (len(text), len(text))]:
        if at < start:
            yield text[at:start], False
        space = text[end : end + 1] == " "
        if start < end:
            yield text[start:end], space
        at = end + space


def _add_spans(doc: "Doc", labelled: LabelledDocument) -> list[Sentence]:
    from spacy.tokens import SpanGroup

    group = SpanGroup(doc, name=SPANS_KEY)
    losses = []
    for span in labelled.spans:
        for start, end in span.fragments:
            exact = doc.char_span(start, end, label=span.label, span_id=span.id)
            if exact is None:
                losses.append(_off(labelled, span.label, start, end))
                exact = doc.char_span(start, end, label=span.label, span_id=span.id, alignment_mode="expand")
            assert exact is not None  # growing to token borders always finds some
            group.append(exact)
    group.attrs = {"attributes": {span.id: _carried(span) for span in labelled.spans}}
    doc.spans[SPANS_KEY] = group
    return losses


def _carried(span: Span) -> dict[str, Any]:
    values = {key: list(v) if isinstance(v, tuple) else v for key, v in sorted(span.attributes.items())}
    return {"attributes": values, "fragments": [list(f) for f in span.fragments], "note": span.note}


def _add_entities(doc: "Doc", labelled: LabelledDocument) -> list[Sentence]:
    from spacy.util import filter_spans

    wanted = [entity for entity in labelled.entities if entity.status != "rejected"]
    found = [(entity, doc.char_span(entity.start, entity.end, label=entity.label)) for entity in wanted]
    kept = filter_spans([span for _, span in found if span is not None])
    doc.ents = tuple(kept)
    places = {(span.start_char, span.end_char, span.label_) for span in kept}
    return [_entity_lost(labelled, e) for e, _ in found if (e.start, e.end, e.label) not in places]


def _off(labelled: LabelledDocument, label: str, start: int, end: int) -> Sentence:
    words = labelled.text[start:end]
    return sentence(
        "{place}: {label} {start}-{end} “{words}” is off token borders; written grown to them.",
        place=_place(labelled),
        label=label,
        start=start,
        end=end,
        words=words,
    )


def _entity_lost(labelled: LabelledDocument, entity: Entity) -> Sentence:
    return sentence(
        "{place}: entity {label} {start}-{end} “{words}” overlaps a longer one or is off token borders; left out.",
        place=_place(labelled),
        label=entity.label,
        start=entity.start,
        end=entity.end,
        words=entity.words,
    )


def _place(labelled: LabelledDocument) -> str:
    return f"{labelled.document.title or labelled.document.id} ({labelled.annotator.name})"


def _verify(path: Path, expected: list[tuple[str, int]]) -> None:
    got = [(doc["text"], len(doc["spans"])) for doc in read_back(path)]
    if got != expected:
        raise WriteError("“{file}” does not read back as it was meant.", file=path.name)
