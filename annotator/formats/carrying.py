"""What a format cannot carry, taken out of a layer before it is written, and said: each feature counts its own losses.

The same functions make the preview of an export, its loss report, and what the written file must read back as.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.formats.plain_tokens import cut_finely, spaced
from annotator.model.ids import SpanId, derived_uuid
from annotator.model.layer import Attributes, Entity, Fragment, LabelledDocument, Link, Span, Value, words_of
from annotator.model.snapping import joined
from annotator.model.told import Sentence

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

type Reduced = tuple[LabelledDocument, list["Loss"]]


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that a format cannot carry: of which kind, where, and which words."""

    feature: str
    document: str
    annotator: str
    label: str = ""
    start: int = 0
    end: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Feature:
    """A kind of content: its name in the table of formats, the sentence that counts it, and how to do without it."""

    name: str
    told: Sentence
    without: Callable[[LabelledDocument, "_Losses"], LabelledDocument]


class _Losses(list[Loss]):
    """Losses of one layer as they are found."""

    def __init__(self, labelled: LabelledDocument, feature: str) -> None:
        super().__init__()
        self._place = feature, labelled.document.title or labelled.document.id, labelled.annotator.name

    def of(self, span: Span) -> None:
        self.append(Loss(*self._place, span.label, span.start, span.end, span.text))

    def named(self, label: str = "", words: str = "", start: int = 0, end: int = 0) -> None:
        self.append(Loss(*self._place, label, start, end, words))

    def link(self, link: Link) -> None:
        self.append(Loss("links", *self._place[1:], link.type))


def carried(labelled: LabelledDocument, cannot: Sequence[str]) -> Reduced:
    """Return the layer as a format that cannot carry these features has it, and what is lost."""
    losses: list[Loss] = []
    for feature in FEATURES:
        if feature.name in cannot:
            found = _Losses(labelled, feature.name)
            labelled = feature.without(labelled, found)
            losses += found
    return labelled, losses


def counted(feature: str, count: int) -> Sentence:
    """Return the sentence that says how many things of a feature are not carried."""
    told = next(f.told for f in FEATURES if f.name == feature)
    return Sentence(told.template, {"count": count})


# -- one function a feature -----------------------------------------------------------------------


def _without_notes(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    for span in labelled.spans:
        if span.note:
            lost.named(span.label, span.note, span.start, span.end)
    return replace(labelled, spans=tuple(replace(span, note="") for span in labelled.spans))


def _without_attributes(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    for span in labelled.spans:
        for key in span.attributes:
            lost.named(span.label, key, span.start, span.end)
    return replace(labelled, spans=tuple(replace(span, attributes={}) for span in labelled.spans))


def _without_entities(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    for entity in labelled.entities:
        lost.named(entity.label, entity.words, entity.start, entity.end)
    return _linked(replace(labelled, entities=()), lost)


def _without_evidence(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    for piece in labelled.evidence:
        lost.named(words=str(piece.record.get("url", "")))
    return _linked(replace(labelled, evidence=()), lost)


def _without_rulings(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    for ruling in labelled.rulings:
        lost.named(words=ruling.note or ruling.reason)
    return replace(labelled, rulings=())


def _without_links(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    for link in labelled.links:
        lost.link(link)
    return replace(labelled, links=())


def _without_far_links(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    for link in labelled.links:
        if link.target_kind != "span":
            lost.named(link.type)
    return replace(labelled, links=tuple(link for link in labelled.links if link.target_kind == "span"))


def _without_link_attributes(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    for link in labelled.links:
        for key in link.attributes:
            lost.named(link.type, key)
    return replace(labelled, links=tuple(replace(link, attributes={}) for link in labelled.links))


def _without_splits(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    """Make a span of each fragment; the first one keeps the id, and with it the links."""
    spans: list[Span] = []
    for span in labelled.spans:
        if len(span.fragments) > 1:
            lost.of(span)
        for n, (fragment, words) in enumerate(zip(span.fragments, span.words, strict=True)):
            id_ = SpanId(derived_uuid(span.id, n)) if n else span.id
            spans.append(replace(span, id=id_, fragments=(fragment,), words=(words,)))
    return replace(labelled, spans=tuple(sorted(spans, key=lambda s: (s.start, -s.end))))


def _without_line_ends(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    """Make a fragment of each line of a span; one that is nothing but line ends goes."""
    spans = []
    for span in labelled.spans:
        fragments = tuple(piece for fragment in span.fragments for piece in _lines(labelled.text, fragment))
        if fragments != span.fragments:
            lost.of(span)
        if fragments:
            spans.append(replace(span, fragments=fragments, words=words_of(labelled.text, fragments)))
    return _linked(replace(labelled, spans=tuple(spans)), lost)


def _lines(text: str, fragment: Fragment) -> Iterator[Fragment]:
    start, end = fragment
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if start < stop:
            yield start, stop
        start = stop + 1


def _on_token_borders(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    """Grow each fragment to the tokens that it touches; one that touches none goes."""
    cut, spans = cut_finely(labelled), []
    for span in labelled.spans:
        touched = (f for f in span.fragments if cut.tokens_in(*f)[0] <= cut.tokens_in(*f)[1])
        fragments = joined(tuple(_tokens_of(cut.starts, cut.ends, *cut.tokens_in(*f)) for f in touched))
        if fragments != span.fragments:
            lost.of(span)
        if fragments:
            spans.append(replace(span, fragments=fragments, words=words_of(labelled.text, fragments)))
    return _linked(replace(labelled, spans=tuple(spans)), lost)


def _tokens_of(starts: Sequence[int], ends: Sequence[int], first: int, last: int) -> Fragment:
    return starts[first], ends[last]


def _entities_on_tokens(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    """Keep the entities that begin and end with a token; of those that overlap the longest, of equal ones the first."""
    cut = cut_finely(labelled)
    starts, ends = frozenset(cut.starts), frozenset(cut.ends)
    kept: list[Entity] = []
    taken: list[Fragment] = []
    for entity in sorted(labelled.entities, key=lambda e: (e.start - e.end, e.start)):
        on_tokens = entity.start in starts and entity.end in ends
        if on_tokens and _free(taken, entity.start, entity.end):
            kept.append(entity)
        else:
            lost.named(entity.label, entity.words, entity.start, entity.end)
    entities = tuple(sorted(kept, key=lambda e: (e.start, e.end, e.id)))
    return _linked(replace(labelled, entities=entities), lost)


def _without_decisions(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    """Drop the entities that a person rejected; of the others nobody knows any more who found them."""
    for entity in labelled.entities:
        if entity.status != "auto":
            lost.named(entity.label, entity.words, entity.start, entity.end)
    kept = (replace(e, status="auto", origin="model") for e in labelled.entities if e.status != "rejected")
    return _linked(replace(labelled, entities=tuple(kept)), lost)


def _longest(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    return _apart(labelled, lost, lambda _: "")


def _longest_of_label(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    return _apart(labelled, lost, lambda span: span.label)


def _apart(labelled: LabelledDocument, lost: _Losses, group: Callable[[Span], str]) -> LabelledDocument:
    """Of spans that overlap keep the longest, of equal ones the first."""
    kept: set[SpanId] = set()
    taken: dict[str, list[Fragment]] = {}
    for span in sorted(labelled.spans, key=lambda s: (s.start - s.end, s.start)):
        if _free(taken.setdefault(group(span), []), span.start, span.end):
            kept.add(span.id)
        else:
            lost.of(span)
    ordered = tuple(span for span in labelled.spans if span.id in kept)
    return _linked(replace(labelled, spans=ordered), lost)


def _free(taken: list[Fragment], start: int, end: int) -> bool:
    """Take a stretch if none that was taken before overlaps it, and tell whether that went."""
    at = bisect_right(taken, (start, end))
    if (at and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end):
        return False
    taken.insert(at, (start, end))
    return True


def _without_details(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    document = labelled.document
    bare = replace(document, title="", source="", published="", url="", extra={})
    for key in ("title", "source", "published", "url", "extra"):
        if getattr(document, key):
            lost.named(key)
    return replace(labelled, document=bare)


def _without_status(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    if labelled.layer.status != "new":
        lost.named(labelled.layer.status)
    return replace(labelled, layer=replace(labelled.layer, status="new"))


def _without_time(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    if labelled.seconds:
        lost.named(str(labelled.seconds))
    return replace(labelled, seconds=0)


def _without_annotator(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    if labelled.annotator.name:
        lost.named()
    return replace(labelled, annotator=replace(labelled.annotator, name=""))


def _without_white_space(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    plain = spaced(labelled)
    if plain.text != labelled.text:
        lost.named()
    return plain


def _checked_only(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    """Keep the spans that say a verdict or a verifier."""
    checked = tuple(s for s in labelled.spans if _verdict(s) or s.attributes.get("verifier"))
    kept = {span.id for span in checked}
    for span in labelled.spans:
        if span.id not in kept:
            lost.of(span)
    return _linked(replace(labelled, spans=checked), lost)


def _verdict(span: Span) -> Value:
    held = span.attributes.get("verdict", "")
    return "" if held == "unreviewed" else held


def _without_controls(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    """Put the sign for an unknown character where XML 1.0 has none; offsets stay."""
    found = len(_NO_XML.findall(labelled.text)) + sum(len(_NO_XML.findall(_said(span))) for span in labelled.spans)
    found += sum(len(_NO_XML.findall(_all_of(link.type, link.attributes))) for link in labelled.links)
    if not found:
        return labelled
    lost.named(words=str(found))
    spans = tuple(
        replace(
            span,
            label=_plain(span.label),
            words=tuple(map(_plain, span.words)),
            note=_plain(span.note),
            attributes=_plain_values(span.attributes),
        )
        for span in labelled.spans
    )
    links = tuple(replace(k, type=_plain(k.type), attributes=_plain_values(k.attributes)) for k in labelled.links)
    return replace(labelled, text=_plain(labelled.text), spans=spans, links=links)


def _said(span: Span) -> str:
    return span.note + _all_of(span.label, span.attributes)


def _all_of(name: str, values: Attributes) -> str:
    return name + "".join(key + (value if isinstance(value, str) else "".join(value)) for key, value in values.items())


def _plain(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def _plain_values(values: Attributes) -> dict[str, Value]:
    return {_plain(k): _plain(v) if isinstance(v, str) else tuple(map(_plain, v)) for k, v in values.items()}


def _linked(labelled: LabelledDocument, lost: _Losses) -> LabelledDocument:
    """Drop the links that lost an end."""
    there = {noun.id for nouns in (labelled.spans, labelled.entities, labelled.evidence) for noun in nouns}
    for link in labelled.links:
        if not {link.source, link.target} <= there:
            lost.link(link)
    return replace(labelled, links=tuple(k for k in labelled.links if {k.source, k.target} <= there))


FEATURES = (
    Feature("notes", Sentence("notes: {count}"), _without_notes),
    Feature("attributes", Sentence("attributes of spans: {count}"), _without_attributes),
    Feature("links", Sentence("links: {count}"), _without_links),
    Feature("links to entities and evidence", Sentence("links to entities and evidence: {count}"), _without_far_links),
    Feature("attributes of links", Sentence("attributes of links: {count}"), _without_link_attributes),
    Feature("evidence", Sentence("pieces of evidence: {count}"), _without_evidence),
    Feature("rulings", Sentence("rulings of gold: {count}"), _without_rulings),
    Feature("entities", Sentence("entities: {count}"), _without_entities),
    Feature("decisions on entities", Sentence("decisions on entities: {count}"), _without_decisions),
    Feature(
        "entities that overlap or lie off token borders",
        Sentence("entities that overlap or lie off token borders, left out: {count}"),
        _entities_on_tokens,
    ),
    Feature(
        "spans of several fragments",
        Sentence("spans of several fragments, one span for each now: {count}"),
        _without_splits,
    ),
    Feature(
        "spans over line ends",
        Sentence("spans over line ends, a fragment for each line now: {count}"),
        _without_line_ends,
    ),
    Feature("spans off token borders", Sentence("spans off token borders, grown to them: {count}"), _on_token_borders),
    Feature("overlapping spans", Sentence("spans that overlap a longer one, left out: {count}"), _longest),
    Feature(
        "overlapping spans of one label",
        Sentence("spans that overlap a longer one of their label, left out: {count}"),
        _longest_of_label,
    ),
    Feature("article details", Sentence("titles, sources and other details of articles: {count}"), _without_details),
    Feature("status", Sentence("layers without their status: {count}"), _without_status),
    Feature("time spent", Sentence("layers without the time spent on them: {count}"), _without_time),
    Feature("annotators", Sentence("layers without the name of their annotator: {count}"), _without_annotator),
    Feature(
        "claims that nobody checked",
        Sentence("spans that say neither verdict nor verifier, left out: {count}"),
        _checked_only,
    ),
    Feature(
        "characters that XML does not have",
        Sentence("layers with characters that XML does not have, another sign put there: {count}"),
        _without_controls,
    ),
    Feature("exact white space", Sentence("texts with their tokens spaced anew: {count}"), _without_white_space),
)
"""In the order in which they are taken out."""
