"""What changed, as every view is told once; and a labelled document with edits applied to it."""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.model.document import Document
from annotator.model.edits import Edit, GazetteerName, Merge
from annotator.model.ids import DocumentId, EntityId, GestureId, LayerId, SpanId
from annotator.model.layer import Entity, Evidence, LabelledDocument, Layer, Link, Span, Timing
from annotator.model.ruling import Ruling
from annotator.model.unresolved import Unresolved


@dataclass(frozen=True, slots=True)
class Changes:
    """What an action changed. ``document`` is where to look; the spans are of the annotator's layer on it.

    ``documents`` are those whose row in the queue may differ, ``message`` a sentence for the person, ``current`` the
    span that should be current now. ``merged`` says that anything in the file may be another now, ``unresolved`` that
    what waits to be settled may, ``gazetteer`` which of its names are others. Nothing changed when only a message is
    there.
    """

    document: DocumentId | None = None
    spans: tuple[Span, ...] = ()
    removed: tuple[SpanId, ...] = ()
    entities: tuple[Entity, ...] = ()
    entities_removed: tuple[EntityId, ...] = ()
    links: bool = False
    rulings: bool = False
    layer: Layer | None = None
    about: Document | None = None
    documents: tuple[DocumentId, ...] = ()
    gazetteer: tuple[str, ...] = ()
    merged: bool = False
    unresolved: bool = False
    current: SpanId | None = None
    message: str = ""
    gesture: GestureId | None = None


def changes_of(edits: Sequence[Edit], *, document: DocumentId | None, layers: Mapping[LayerId, DocumentId]) -> Changes:
    """Return what edits change in one document and in the layer on it; ``layers`` says which document a layer is on.

    The other documents that they touch are only named.
    """
    here = [edit for edit in edits if _home(edit, layers) in (document, None)]
    made = [edit.after for edit in here if edit.after is not None]
    gone = [edit.noun for edit in here if edit.after is None]
    spans = [noun for noun in made if isinstance(noun, Span)]
    touched = (document, *(_home(edit, layers) for edit in edits if not isinstance(edit.noun, Entity)))
    return Changes(
        document=document,
        spans=tuple(spans),
        removed=tuple(noun.id for noun in gone if isinstance(noun, Span)),
        entities=tuple(noun for noun in made if isinstance(noun, Entity)),
        entities_removed=tuple(noun.id for noun in gone if isinstance(noun, Entity)),
        links=any(isinstance(edit.noun, Link | Evidence) for edit in here),
        rulings=any(isinstance(edit.noun, Ruling) for edit in here),
        layer=next((noun for noun in made if isinstance(noun, Layer)), None),
        about=next((noun for noun in made if isinstance(noun, Document)), None),
        documents=tuple(dict.fromkeys(id_ for id_ in touched if id_)),
        gazetteer=tuple(edit.noun.name for edit in edits if isinstance(edit.noun, GazetteerName)),
        merged=any(isinstance(edit.noun, Merge) for edit in edits),
        unresolved=any(isinstance(edit.noun, Unresolved) for edit in edits),
        current=spans[-1].id if spans else None,
    )


def document_of_edits(
    edits: Iterable[Edit], layers: Mapping[LayerId, DocumentId], *, here: DocumentId | None = None
) -> DocumentId | None:
    """Return the document to look at after edits: the one under the eyes where they speak of it, else their first.

    ``layers`` says which document a layer is on. Edits that speak of no document leave the eyes where they are.
    """
    homes = list(filter(None, (_home(edit, layers) for edit in edits)))
    return here if here in homes or not homes else homes[0]


def _home(edit: Edit, layers: Mapping[LayerId, DocumentId]) -> DocumentId | None:
    """Return the document that an edit speaks of; None for what belongs to the project, and for unknown layers."""
    match edit.noun:
        case Span() | Link() | Evidence() | Ruling() | Timing():
            return layers.get(edit.noun.layer_id)
        case Layer() | Entity():
            return edit.noun.document_id
        case Document():
            return edit.noun.id
        case _:
            return None


def layers_of(edits: Iterable[Edit]) -> frozenset[LayerId]:
    """Return the layers that edits speak of, or whose spans, links, evidence, rulings or time they do."""
    nouns = [edit.noun for edit in edits]
    own = {noun.id for noun in nouns if isinstance(noun, Layer)}
    return frozenset(own | {n.layer_id for n in nouns if isinstance(n, Span | Link | Evidence | Ruling | Timing)})


def text_order(span: Span) -> tuple[int, int, str]:
    """Return the key that puts spans in text order: by start, longer first, then id."""
    return span.start, -span.end, span.id


def with_edits(labelled: LabelledDocument, edits: Sequence[Edit]) -> LabelledDocument:
    """Return the labelled document after edits; those of other layers and documents leave it as it is."""
    spans, links = list(labelled.spans), {link.id: link for link in labelled.links}
    entities = {entity.id: entity for entity in labelled.entities}
    evidence = {piece.id: piece for piece in labelled.evidence}
    rulings = {ruling.id: ruling for ruling in labelled.rulings}
    layer, document = labelled.layer, labelled.document
    for edit in edits:
        match edit.noun:
            case Span() if edit.noun.layer_id == labelled.layer.id:
                _put_span(spans, edit)
            case Link() if edit.noun.layer_id == labelled.layer.id:
                _put(links, edit.noun.id, edit.after, Link)
            case Evidence() if edit.noun.layer_id == labelled.layer.id:
                _put(evidence, edit.noun.id, edit.after, Evidence)
            case Ruling() if edit.noun.layer_id == labelled.layer.id:
                _put(rulings, edit.noun.id, edit.after, Ruling)
            case Entity() if edit.noun.document_id == document.id:
                _put(entities, edit.noun.id, edit.after, Entity)
            case Layer() if edit.noun.id == layer.id:
                layer = edit.noun
            case Document() if edit.noun.id == document.id:
                document = edit.noun
            case _:
                continue
    return replace(
        labelled,
        document=document,
        layer=layer,
        spans=tuple(spans),
        entities=tuple(sorted(entities.values(), key=lambda e: (e.start, e.end, e.id))),
        links=tuple(links.values()),
        evidence=tuple(evidence.values()),
        rulings=tuple(rulings.values()),
    )


def links_of(links: Iterable[Link], id_: SpanId | EntityId | str) -> tuple[Link, ...]:
    """Return the links that start or end at this span, entity or evidence."""
    return tuple(link for link in links if id_ in (link.source, link.target))


def _put_span(spans: list[Span], edit: Edit) -> None:
    if isinstance(edit.before, Span):
        spans.remove(edit.before)
    if isinstance(edit.after, Span):
        insort(spans, edit.after, key=text_order)


def _put[K, T](held: dict[K, T], id_: K, after: object, kind: type[T]) -> None:
    if isinstance(after, kind):
        held[id_] = after
    else:
        held.pop(id_, None)
