"""Schemes: labels with their attributes, entity and link types, what evidence records, and how spans are trimmed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from annotator.model.layer import Attributes

type Names = Mapping[str, str]
"""A text by language: ``{"fr": "Affirmation", "en": "Claim"}``."""


@dataclass(frozen=True, slots=True)
class Condition:
    """When an attribute applies: another attribute has, or has not, a value."""

    attribute: str
    op: Literal["=", "!="]
    value: str

    def holds(self, attributes: Attributes, default: str | None = None) -> bool:
        """Tell whether the condition holds for these attributes; ``default`` stands for an attribute not set."""
        held = attributes.get(self.attribute, default)
        has = self.value in held if isinstance(held, tuple) else held == self.value
        return has if self.op == "=" else not has


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an enumerated attribute."""

    value: str
    name: Names
    help: Names | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something that is recorded of a span, a link or a piece of evidence."""

    key: str
    name: Names
    type: Literal["enum", "text", "date_partial", "datetime", "annotator", "url", "file_sha256"]
    values: tuple[Choice, ...] = ()
    multi: bool = False
    required: bool = False
    default: str | None = None
    suggested: bool = False
    derived: bool = False
    first: bool = False
    when: Condition | None = None
    help: Names | None = None
    max_chars: int | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Trim:
    """What a span of a label sheds at its edges: outer quotation marks, a leading complementiser, final signs."""

    quotes: bool = False
    complementisers: tuple[str, ...] = ()
    final_punctuation: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of span. ``id`` never changes; key, names and shortcut may."""

    id: str
    key: str
    name: Names
    shortcut: str
    color: str
    color_dark: str
    pattern: Literal["solid", "dashed", "dotted", "double"]
    definition: Names
    extent: Names
    trim: Trim = Trim()
    attributes: tuple[Attribute, ...] = ()

    def attribute(self, key: str) -> Attribute | None:
        """Return the attribute of this key, if the label has it."""
        return next((attribute for attribute in self.attributes if attribute.key == key), None)

    def applicable(self, attributes: Attributes) -> tuple[Attribute, ...]:
        """Return the attributes that apply to a span with these values, in the scheme's order."""
        return tuple(a for a in self.attributes if a.when is None or a.when.holds(attributes, self._default(a.when)))

    def _default(self, condition: Condition) -> str | None:
        attribute = self.attribute(condition.attribute)
        return attribute.default if attribute else None


@dataclass(frozen=True, slots=True)
class EntityType:
    """A kind of entity."""

    key: str
    name: Names


@dataclass(frozen=True, slots=True)
class LinkType:
    """A kind of link: what it may go from (label ids) and to (label ids, ``entity`` or ``evidence``)."""

    key: str
    name: Names
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    min: int = 0
    max: int | None = None
    symmetric: bool = False
    cross_document: bool = False
    attributes: tuple[Attribute, ...] = ()
    help: Names | None = None


@dataclass(frozen=True, slots=True)
class SpanRules:
    """Limits that every span keeps."""

    max_fragments: int = 4
    min_chars: int = 2
    allow_newline: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """Everything that may be labelled in a project. In its JSON file a link type's ends are ``from`` and ``to``."""

    id: str
    version: str
    languages: tuple[str, ...]
    labels: tuple[Label, ...]
    span_rules: SpanRules = SpanRules()
    entity_types: tuple[EntityType, ...] = ()
    link_types: tuple[LinkType, ...] = ()
    evidence: tuple[Attribute, ...] = ()
    overlaps: Mapping[str, object] = field(default_factory=dict)
    checks: tuple[Mapping[str, object], ...] = ()

    def label(self, id_or_key: str) -> Label | None:
        """Return the label of this id, or else of this key."""
        found = (label for label in self.labels if label.id == id_or_key)
        return next(found, None) or next((label for label in self.labels if label.key == id_or_key), None)


def name_in(names: Names, language: str) -> str:
    """Return a text in this language, else in English, else in any."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")
