"""What highlighting finds in a text, before it becomes entities of a document."""

from dataclasses import dataclass

from annotator.model.ids import DocumentId, EntityId, derived_uuid
from annotator.model.layer import Entity
from annotator.model.segments import Segmentation

NAMES = frozenset({"PER", "ORG", "LOC", "MISC"})
"""Types of entities that never overlap one another; the others may overlap any entity."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that looks like an entity, in code points; ``origin``: model, rule or gazetteer."""

    label: str
    start: int
    end: int
    origin: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """Tokens, sentences and entities of one text."""

    segmentation: Segmentation
    found: tuple[Found, ...]


def entities_of(document: DocumentId, text: str, found: tuple[Found, ...]) -> tuple[Entity, ...]:
    """Return machine-made entities with derived ids: the same highlighting of the same text gives the same ones."""
    return tuple(_entity(document, text, one) for one in found)


def entity_id(document: DocumentId, label: str, start: int, end: int) -> EntityId:
    """Return the id of an entity of this type at this place."""
    return EntityId(derived_uuid("entity", document, label, start, end))


def _entity(document: DocumentId, text: str, found: Found) -> Entity:
    start, end = found.start, found.end
    id_ = entity_id(document, found.label, start, end)
    return Entity(id_, document, found.label, start, end, text[start:end], "auto", found.origin)
