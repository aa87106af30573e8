"""What the labels of foreign files are in the scheme: said by a person once, remembered in the project."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Literal

import msgspec

from annotator.model.document import RawSpan
from annotator.model.scheme import Scheme
from annotator.model.told import Told
from annotator.store.project import Project

type Unknown = Literal["refuse", "add", "skip"]
"""What becomes of labels that nobody mapped: refused with a line each, added to the scheme, or left out and counted."""

SETTING = "label_map"
_COLORS = (
    ("#7a4fb5", "#b08be8"),
    ("#0e7c66", "#45b8a0"),
    ("#b5523b", "#e58a74"),
    ("#8a6d00", "#d0ad30"),
    ("#3d5a80", "#86a8d5"),
    ("#a03e7b", "#dd7fbb"),
)


class MappingError(Told):
    """A mapping of labels that cannot be used."""


def parse_label_map(texts: Iterable[str]) -> dict[str, str]:
    """Return the mapping of ``PERSON=claim`` ...; nothing after the sign leaves a label out.

    Nothing before it speaks of spans that have no label. Raises MappingError.
    """
    mapping = {}
    for text in texts:
        foreign, sign, own = text.rpartition("=")
        if not sign or not (foreign or own):
            raise MappingError("“{text}” maps no label: write PERSON=claim.", text=text)
        mapping[foreign.strip()] = own.strip()
    return mapping


def parse_unknown(text: str) -> Unknown:
    """Return what is to become of unknown labels. Raises MappingError."""
    known: dict[str, Unknown] = {"refuse": "refuse", "add": "add", "skip": "skip"}
    if text not in known:
        raise MappingError("“{text}” is not a choice: refuse, add or skip.", text=text)
    return known[text]


def remembered(project: Project) -> dict[str, str]:
    """Return the mapping that the project remembers."""
    return msgspec.json.decode(project.setting(SETTING, "{}"), type=dict[str, str])


def remember(project: Project, mapping: Mapping[str, str]) -> dict[str, str]:
    """Add to the mapping that the project remembers; returns all of it. Raises MappingError for what is no label."""
    for own in mapping.values():
        if own and project.scheme.label(own) is None and not _is_entity_type(project.scheme, own):
            raise MappingError("The scheme has no label “{label}”.", label=own)
    everything = {**remembered(project), **mapping}
    if mapping:
        project.set_setting(SETTING, msgspec.json.encode(everything, order="sorted").decode())
    return everything


def proposed(project: Project, labels: Iterable[str]) -> dict[str, str]:
    """Return what foreign labels may be, for a person to look at: remembered, or of the same name in some language.

    A label of the scheme goes before an entity type of that name.
    """
    known = remembered(project)
    names: dict[str, str] = {}
    for kind in project.scheme.entity_types:
        names |= dict.fromkeys((_folded(name.split(",")[0]) for name in (kind.key, *kind.name.values())), kind.key)
    for label in project.scheme.labels:
        names |= dict.fromkeys(map(_folded, (label.id, label.key, *label.name.values())), label.id)
    return {label: known.get(label, names.get(_folded(label), "")) for label in labels}


class LabelMap:
    """Sorts the spans of files by what their labels are here."""

    def __init__(self, project: Project, mapping: Mapping[str, str], unknown: Unknown) -> None:
        """Take the mapping said now, and what the project remembers."""
        self.skipped: Counter[str] = Counter()
        self._project, self._unknown = project, unknown
        self._mapping = remember(project, mapping)
        self._labels = _labels_of(project.scheme)

    def label(self, foreign: str) -> str | None:
        """Return the id of a label of a file; None when there is none and its spans are refused."""
        name = self._mapping.get(foreign, foreign)
        if name not in self._labels and self._unknown == "add" and name:
            add_label(self._project, name)
            self._labels = _labels_of(self._project.scheme)
        return self._labels.get(name)

    def are_all_labels(self, foreign: Collection[str]) -> bool:
        """Tell whether all of these are labels of the scheme here, so that no span of theirs goes anywhere else."""
        return all(self._mapping.get(name, name) in self._labels for name in foreign)

    def is_left_out(self, raw: RawSpan) -> bool:
        """Tell whether a span is left out by choice, and count it."""
        name = self._mapping.get(raw.label, raw.label)
        left_out = (not name and raw.label in self._mapping) or (
            self._unknown == "skip" and name not in self._labels and self.entity_type(raw) is None
        )
        if left_out:
            self.skipped[raw.label] += 1
        return left_out

    def entity_type(self, raw: RawSpan) -> str | None:
        """Return the entity type that a span's label is, when it is one and no label of the scheme."""
        name = self._mapping.get(raw.label, raw.label)
        return name if name not in self._labels and _is_entity_type(self._project.scheme, name) else None


def add_label(project: Project, name: str) -> None:
    """Add a label to the scheme in force, in a colour that the last ones do not have."""
    scheme = msgspec.json.decode(project.scheme_json(), type=dict[str, object])
    labels = scheme["labels"]
    assert isinstance(labels, list)
    color, dark = _COLORS[len(labels) % len(_COLORS)]
    labels.append(
        {
            "id": name,
            "key": name,
            "name": {"en": name},
            "shortcut": "",
            "color": color,
            "color_dark": dark,
            "pattern": "solid",
            "definition": {"en": ""},
            "extent": {"en": ""},
        }
    )
    project.adopt_scheme(msgspec.json.encode(scheme))


def _folded(name: str) -> str:
    """Return a name without case, spelt as both sides of the Atlantic do."""
    return name.strip().casefold().replace("z", "s")


def _labels_of(scheme: Scheme) -> dict[str, str]:
    by_key = {label.key: label.id for label in scheme.labels}
    return by_key | {label.id: label.id for label in scheme.labels}


def _is_entity_type(scheme: Scheme, name: str) -> bool:
    return any(kind.key == name for kind in scheme.entity_types)
