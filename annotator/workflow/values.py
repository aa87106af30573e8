"""Attribute values of spans as items: what each annotator recorded of the same aligned span."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np

from annotator.agreement.arrays import Ints
from annotator.agreement.items import MISSING, Items, make_items
from annotator.agreement.study import Study
from annotator.model.scheme import Attribute, Label
from annotator.workflow.comparing import Comparison

ORDERS: tuple[tuple[str, ...], ...] = (("low", "medium", "high"), ("none", "partial", "full"))
"""Values that have an order."""

NOWHERE = -1


class Values:
    """The enumerated attributes of the spans of a comparison, by the number by which the study knows a span."""

    def __init__(self, made: Comparison) -> None:
        """Read nothing yet."""
        self._spans = made.spans
        self._labels: Mapping[str, Label] = {label.id: label for label in made.scheme.labels}
        self._read: dict[tuple[str, str | None], dict[str, Hashable]] = {}

    def of(self, origin: int) -> Mapping[str, Hashable]:
        """Return the values of a span: what is recorded, else the default, of the attributes that apply to it."""
        row = self._spans[origin]
        key = row.label, row.raw_attributes
        if key not in self._read:
            label = self._labels.get(row.label)
            attributes = row.attributes
            applicable = label.applicable(attributes) if label else ()
            held = {a.key: attributes.get(a.key, a.default) for a in applicable if a.type == "enum"}
            self._read[key] = {name: _one(value) for name, value in held.items() if value is not None}
        return self._read[key]

    def label_of(self, origin: int) -> str:
        """Return the id of the label of a span."""
        return self._spans[origin].label

    def differing(self, first: int, second: int) -> tuple[str, ...]:
        """Return the keys of the attributes that have different values on two spans; a value that one lacks is none."""
        one, other = self.of(first), self.of(second)
        return tuple(sorted(key for key in one.keys() | other.keys() if one.get(key) != other.get(key)))

    def recorded(self, label: Label, origins: Iterable[int]) -> tuple[Attribute, ...]:
        """Return the enumerated attributes of a label that somebody has recorded on one of these spans."""
        rows = {self._spans[at].raw_attributes: at for at in origins if self._spans[at].label == label.id}
        keys = {key for raw, at in rows.items() if raw for key in self._spans[at].attributes}
        return tuple(a for a in label.attributes if a.type == "enum" and a.key in keys)


def _one(value: str | tuple[str, ...]) -> Hashable:
    return frozenset(value) if isinstance(value, tuple) else value


def scale_of(attribute: Attribute) -> tuple[str, Sequence[str]]:
    """Return whether an attribute's values are ordinal or nominal, and the values in their order."""
    values = [choice.value for choice in attribute.values]
    order = next((order for order in ORDERS if set(values) == set(order)), None)
    return ("ordinal", order) if order and not attribute.multi else ("nominal", values)


def aligned_origins(study: Study, documents: Ints, aligned: Sequence[Ints]) -> tuple[Ints, Ints]:
    """Return the sets of all documents as numbers of spans (NOWHERE without one) by annotator, and their documents."""
    tables = []
    for document, sets in zip(documents.tolist(), aligned, strict=True):
        table = np.full((len(sets), len(study.annotators)), NOWHERE)
        for column, annotator in enumerate(np.flatnonzero(study.done[document])):
            origin = np.append(study.layer(document, annotator).origin, NOWHERE)
            table[:, annotator] = origin[sets[:, column]]
        tables.append(table)
    rows = np.concatenate(tables) if tables else np.zeros((0, len(study.annotators)), np.int64)
    return rows, np.repeat(np.arange(len(tables)), [len(table) for table in tables])


def label_items(study: Study, origins: Ints, document: Ints, documents: int, *, none: bool = False) -> Items:
    """Return the labels of aligned spans as items; with ``none``, having no span there is a value too."""
    label = np.full(int(study.spans.origin.max(initial=0)) + 2, MISSING)
    label[study.spans.origin] = study.spans.label
    codes = np.where(origins == NOWHERE, MISSING, label[origins])
    values: tuple[Hashable, ...] = study.labels
    if none:
        done = study.done[np.flatnonzero(study.common())][document]
        codes = np.where((codes == MISSING) & done, len(values), codes)
        values = (*values, None)
    return Items(study.annotators, values, np.ascontiguousarray(codes.T), document, documents)


def attribute_items(
    study: Study, values: Values, label: Label, attribute: Attribute, origins: Ints, document: Ints, documents: int
) -> Items:
    """Return what was recorded of an attribute on aligned spans of one label as items."""

    def value(at: int) -> Hashable | None:
        return values.of(at).get(attribute.key) if at != NOWHERE and values.label_of(at) == label.id else None

    rows = [[value(at) for at in row] for row in origins.tolist()]
    order = scale_of(attribute)[1]
    found = {one for row in rows for one in row if one is not None}
    named = [one for one in order if one in found]
    rest = sorted(found - set(named), key=lambda one: sorted(one) if isinstance(one, frozenset) else [str(one)])
    return make_items(study.annotators, rows, document=document.tolist(), documents=documents, values=[*named, *rest])
