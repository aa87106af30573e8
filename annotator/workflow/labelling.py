"""From what a person asks to edits: pure builders for spans, links and entities; nothing is committed here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from annotator.model.changes import links_of
from annotator.model.edits import Edit
from annotator.model.highlights import entity_id
from annotator.model.ids import SpanId, new_uuid
from annotator.model.layer import Entity, EntityStatus, Fragment, LabelledDocument, Span, Value, words_of
from annotator.model.scheme import Label, Scheme, Trim
from annotator.model.snapping import forbidden_line_end, joined, quoted, snap
from annotator.model.told import Told

_NEVER_FIRST = frozenset(".,;:!?…)]»”")
_NEVER_LAST = frozenset(".,;:([«“")
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class CannotLabel(Told):
    """What was asked is not possible here; the message is a sentence for the person."""


def check_date(published: str) -> None:
    """Raise CannotLabel unless this is an ISO 8601 date or the beginning of one: a year, a month, a day."""
    whole = published + "2000-01-01"[len(published) :]
    try:
        date.fromisoformat(whole if _PARTIAL_DATE.fullmatch(published) else "")
    except ValueError:
        raise CannotLabel("A date is written 2026-05-14, 2026-05 or 2026.") from None


def fragment_of(
    labelled: LabelledDocument, scheme: Scheme, start: int, end: int, *, trim: Trim, exact: bool
) -> Fragment:
    """Return the stretch that a selection means, in code points.

    Raises CannotLabel when nothing is left of it or the scheme forbids it.
    """
    start, end = min(start, end), max(start, end)
    if exact:
        found: Fragment | None = (start, end) if start < end else None
    else:
        found = snap(labelled.text, start, end, segmentation=labelled.segmentation, trim=trim)
    if found is None:
        raise CannotLabel("There are no words in the selection.")
    if found[1] - found[0] < scheme.span_rules.min_chars:
        raise CannotLabel("A span has at least {count} characters.", count=scheme.span_rules.min_chars)
    if forbidden_line_end(labelled.text, found, scheme.span_rules):
        raise CannotLabel("A span stays within one paragraph: select less, or add the rest as a second fragment.")
    return found


def new_span(labelled: LabelledDocument, label: Label, fragment: Fragment) -> Span:
    """Return a span with the attributes that its label starts with."""
    fragments = (fragment,)
    attributes = starting_attributes(labelled, label, fragment)
    return Span(
        SpanId(new_uuid()), labelled.layer.id, label.id, fragments, words_of(labelled.text, fragments), attributes
    )


def starting_attributes(labelled: LabelledDocument, label: Label, fragment: Fragment) -> dict[str, Value]:
    """Return the defaults of required attributes, how far the words stand in quotation marks, and who checked when."""
    result: dict[str, Value] = {}
    for attribute in label.attributes:
        if attribute.when is not None or attribute.derived:
            continue
        if attribute.key == "quoted" and attribute.suggested:
            result["quoted"] = quoted(labelled.text, fragment)
        elif attribute.required and attribute.default is not None:
            result[attribute.key] = (attribute.default,) if attribute.multi else attribute.default
        elif attribute.required and attribute.type == "annotator":
            result[attribute.key] = labelled.annotator.name
        elif attribute.required and attribute.type == "datetime":
            result[attribute.key] = datetime.now(UTC).replace(microsecond=0).isoformat()
    return result


def same_extent(labelled: LabelledDocument, fragments: tuple[Fragment, ...], label: str) -> Span | None:
    """Return the span of this label with exactly these fragments, if the layer has it."""
    return next((s for s in labelled.spans if s.label == label and s.fragments == fragments), None)


def relabelled(labelled: LabelledDocument, span: Span, label: Label) -> Span:
    """Return the span under another label: attributes that the label knows stay, its own defaults join them."""
    kept = {key: value for key, value in span.attributes.items() if fits(label, key, value)}
    start = (span.start, span.end)
    return replace(span, label=label.id, attributes=starting_attributes(labelled, label, start) | kept)


def fits(label: Label, key: str, value: Value) -> bool:
    """Tell whether a label has this attribute and may hold this value in it."""
    attribute = label.attribute(key)
    if attribute is None:
        return False
    if attribute.type != "enum":
        return isinstance(value, str)
    values = (value,) if isinstance(value, str) else value
    return isinstance(value, tuple) == attribute.multi and set(values) <= {choice.value for choice in attribute.values}


def with_fragments(labelled: LabelledDocument, scheme: Scheme, span: Span, fragments: Sequence[Fragment]) -> Span:
    """Return the span over other fragments, sorted and joined where they touch. Raises CannotLabel when too many."""
    merged = joined(tuple(fragments))
    if len(merged) > scheme.span_rules.max_fragments:
        raise CannotLabel("A span has at most {count} fragments.", count=scheme.span_rules.max_fragments)
    return replace(span, fragments=merged, words=words_of(labelled.text, merged))


def with_attribute(span: Span, key: str, value: Value | None) -> Span:
    """Return the span with an attribute set, or without it."""
    attributes: Mapping[str, Value] = {k: v for k, v in span.attributes.items() if k != key}
    return replace(span, attributes=attributes if value in (None, "", ()) else {**attributes, key: value})


def moved_edge(labelled: LabelledDocument, span: Span, edge: str, *, forward: bool, by_character: bool) -> int:
    """Return where an edge of a span goes when moved by a word or a character, in code points.

    By words nothing begins with a sign that closes, or ends with one that opens or goes on: by characters it may.
    """
    at = span.start if edge == "start" else span.end
    if by_character:
        return at + (1 if forward else -1)
    cut = labelled.segmentation
    borders, signs = (cut.starts, _NEVER_FIRST) if edge == "start" else (cut.ends, _NEVER_LAST)
    near = cut.token_at_or_after(at)
    way = range(near, len(borders)) if forward else range(min(near, len(borders) - 1), -1, -1)
    ahead = (n for n in way if (borders[n] > at if forward else borders[n] < at))
    words = (n for n in ahead if not signs.issuperset(labelled.text[cut.starts[n] : cut.ends[n]]))
    return next((borders[n] for n in words), at)


def erasing(labelled: LabelledDocument, span: Span) -> tuple[Edit, ...]:
    """Return the edits that erase a span and the links that touch it."""
    return (*(Edit(link, None) for link in links_of(labelled.links, span.id)), Edit(span, None))


def decided(entity: Entity, status: EntityStatus, label: str | None = None) -> Edit:
    """Return the edit by which a person decides on an entity, under its own or another type."""
    after = replace(entity, status=status, label=label or entity.label)
    return Edit(entity, after)


def added_entity(labelled: LabelledDocument, fragment: Fragment, label: str) -> Edit:
    """Return the edit by which a person adds an entity. Raises CannotLabel where that entity stands already."""
    start, end = fragment
    id_ = entity_id(labelled.document.id, label, start, end)
    held = next((entity for entity in labelled.entities if entity.id == id_), None)
    if held is not None:
        if held.status in ("confirmed", "added"):
            raise CannotLabel("That entity stands there already.")
        return decided(held, "confirmed", label)
    entity = Entity(id_, labelled.document.id, label, start, end, labelled.text[start:end], "added", "person")
    return Edit(None, entity)
