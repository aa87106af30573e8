"""Annotators, their layers, and what a layer holds: spans, links, evidence; entities lie below all layers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from annotator.model.document import Document
from annotator.model.ids import AnnotatorId, DocumentId, EntityId, EvidenceId, LayerId, LinkId, SpanId
from annotator.model.ruling import Ruling
from annotator.model.segments import Segmentation

type Value = str | tuple[str, ...]
type Attributes = Mapping[str, Value]
type Fragment = tuple[int, int]
type Status = Literal["new", "in_progress", "done", "flagged"]
type EntityStatus = Literal["auto", "confirmed", "rejected", "added"]
type TargetKind = Literal["span", "entity", "evidence"]

STATUSES: tuple[Status, ...] = ("new", "in_progress", "done", "flagged")
ORIGINS = ("model", "rule", "gazetteer", "person")
"""Who found an entity."""
ENTITY_STATUSES: tuple[EntityStatus, ...] = ("auto", "confirmed", "rejected", "added")
GOLD = "gold"
"""The name of the annotator who owns the gold layers: gold is one more layer."""
_SECOND = ":again"


@dataclass(frozen=True, slots=True)
class Annotator:
    """A person who labels, known by name; the one named ``gold`` owns what adjudication made."""

    id: AnnotatorId
    name: str


@dataclass(frozen=True, slots=True)
class Layer:
    """One annotator's spans on one document: who, what, and how far."""

    id: LayerId
    document_id: DocumentId
    annotator_id: AnnotatorId
    status: Status = "new"


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that an annotator has spent on a layer so far."""

    layer_id: LayerId
    seconds: int


@dataclass(frozen=True, slots=True)
class Span:
    """One labelled stretch of one or more fragments, sorted, not touching; ``words`` holds each fragment's text.

    ``label`` is the id of a label of the scheme, never its name. Offsets are code points, ends exclusive.
    """

    id: SpanId
    layer_id: LayerId
    label: str
    fragments: tuple[Fragment, ...]
    words: tuple[str, ...]
    attributes: Attributes = field(default_factory=dict)
    note: str = ""

    @property
    def start(self) -> int:
        """Return where the first fragment starts."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Return where the last fragment ends."""
        return self.fragments[-1][1]

    @property
    def text(self) -> str:
        """Return the words of all fragments, joined by one space as in brat's standoff format."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, date, quantity or piece of equipment in a document, machine-made until a person decides.

    ``origin`` is one of `ORIGINS`.
    """

    id: EntityId
    document_id: DocumentId
    label: str
    start: int
    end: int
    words: str
    status: EntityStatus = "auto"
    origin: str = "model"


@dataclass(frozen=True, slots=True)
class Link:
    """A typed arrow from a span to a span, an entity or a piece of evidence."""

    id: LinkId
    layer_id: LayerId
    type: str
    source: SpanId
    target_kind: TargetKind
    target: str
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim was checked against; ``record`` has the fields of the scheme's evidence."""

    id: EvidenceId
    layer_id: LayerId
    record: Attributes


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    """The one thing that travels: a document with one annotator's layer."""

    document: Document
    text: str
    segmentation: Segmentation
    annotator: Annotator
    layer: Layer
    spans: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A document in the queue, as one annotator sees it; ``spans`` is None where nobody has counted them."""

    id: DocumentId
    title: str
    source: str
    published: str
    status: Status
    spans: int | None


def is_gold(name: str) -> bool:
    """Tell whether a name is that of gold, or of a second adjudicator's gold (``gold:Marie``)."""
    return name == GOLD or name.startswith(f"{GOLD}:")


def second_reading(name: str) -> str:
    """Return the name under which the layers lie that somebody made of documents that they had labelled before."""
    return f"{name}{_SECOND}"


def is_person(name: str) -> bool:
    """Tell whether a name is that of a person: not the program's, not gold's, not that of a second reading."""
    return bool(name) and not is_gold(name) and not name.endswith(_SECOND)


def words_of(text: str, fragments: Iterable[Fragment]) -> tuple[str, ...]:
    """Cut the words of each fragment out of a document's text."""
    return tuple([text[start:end] for start, end in fragments])


def orphans(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans whose words are not those of the text at their place: shown as such, never guessed back."""
    return tuple(span for span in spans if words_of(text, span.fragments) != span.words)
