"""What INCEpTION reads of a project that it imports, beside texts and CASes: ``exportedproject.json``.

https://inception-project.github.io/releases/latest/docs/user-guide.html#sect_projects_export. Our own property
`OURS`, which INCEpTION passes over, says what its fields cannot: the names of people as we have them, and how far each
layer is.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from annotator.formats.uima import LINK, SPAN
from annotator.formats.uima_types import SENTENCE, TOKEN, is_feature
from annotator.model.layer import GOLD, Annotator, LabelledDocument, Status
from annotator.model.scheme import Attribute, Names, Scheme, name_in

SETTINGS = "exportedproject.json"
OURS = "annotator_layers"
CURATOR, INITIAL = "CURATION_USER", "INITIAL_CAS"
"""Who owns the CAS that curation makes, and that of a document nobody has worked on yet."""
_TAKEN = (CURATOR, INITIAL, "CORRECTION_USER", "anonymousUser")
_UNSAFE = re.compile(r"[^\w.-]|^[.-]")
_LABELS, _LINKS = "Labels", "Link types"
_STRING = "uima.cas.String"


@dataclass(slots=True)
class Held:
    """A document on its way out: its name in the archive, and the layers that are there of it, by user."""

    name: str
    layers: dict[str, tuple[Annotator, Status, bool]] = field(default_factory=dict)


class Roster:
    """Who and what there is in a project: names of documents and users, the labels and link types in use."""

    def __init__(self) -> None:
        self.documents: dict[str, Held] = {}
        self.labels: dict[str, None] = {}
        self.link_types: dict[str, None] = {}
        self._users: dict[str, str] = {GOLD: CURATOR}

    def new(self, labelled: LabelledDocument) -> bool:
        """Tell whether this is the first layer of its document."""
        return labelled.document.id not in self.documents

    def take(self, labelled: LabelledDocument) -> tuple[str, str]:
        """Note a layer, and return the names of its document and of its user."""
        name = f"document-{len(self.documents) + 1:05d}.txt"
        held = self.documents.setdefault(labelled.document.id, Held(name))
        user = self._user(labelled.annotator.name)
        held.layers[user] = labelled.annotator, labelled.layer.status, bool(labelled.spans)
        self.labels |= dict.fromkeys(span.label for span in labelled.spans)
        self.link_types |= dict.fromkeys(link.type for link in labelled.links)
        return held.name, user

    def users(self) -> list[str]:
        """Return the users who are people."""
        return [user for user in self._users.values() if user != CURATOR]

    def _user(self, name: str) -> str:
        """Return a name that INCEpTION takes for a user: no white space, no signs that file systems do not have."""
        if name not in self._users:
            plain = _UNSAFE.sub("_", name)[:60] or "_"
            taken = {user.casefold() for user in (*self._users.values(), *_TAKEN)}
            tried = (plain, *(f"{plain}_{n}" for n in range(2, len(taken) + 3)))
            self._users[name] = next(one for one in tried if one.casefold() not in taken)
        return self._users[name]


def settings(roster: Roster, scheme: Scheme, title: str, keys: Iterable[str]) -> bytes:
    """Return the description of a project whose spans have features of these names beside their labels."""
    shown = {
        "name": title or scheme.id,
        "description": f"{scheme.id} {scheme.version}",
        "mode": "ANNOTATION",
        "version": 1,
        "script_direction": "LTR",
        "disableExport": False,
        "anonymous_curation": False,
        "source_documents": [
            {"name": held.name, "format": "text", "state": _document_state(held)} for held in roster.documents.values()
        ],
        "annotation_documents": [
            {"name": held.name, "user": user, **_states(status, labelled=labelled)}
            for held in roster.documents.values()
            for user, (_, status, labelled) in held.layers.items()
            if user != CURATOR
        ],
        "project_permissions": [{"level": "USER", "user": user} for user in roster.users()],
        "tag_sets": _tag_sets(roster, scheme),
        "layers": _layers(scheme, keys),
        OURS: [
            {"document": held.name, "user": user, "annotator": annotator.name, "status": status}
            for held in roster.documents.values()
            for user, (annotator, status, _) in held.layers.items()
        ],
    }
    return msgspec.json.format(msgspec.json.encode(shown), indent=2) + b"\n"


def _document_state(held: Held) -> str:
    gold = held.layers.get(CURATOR)
    if gold:
        return "CURATION_FINISHED" if gold[1] == "done" else "CURATION_IN_PROGRESS"
    done = all(status == "done" for _, status, _ in held.layers.values())
    return "ANNOTATION_FINISHED" if done else "ANNOTATION_IN_PROGRESS"


def _states(status: Status, *, labelled: bool) -> dict[str, str | None]:
    """Return how far a layer is in INCEpTION's words, where one that is new has nothing in it."""
    if status == "done":
        return {"state": "FINISHED", "annotatorState": "FINISHED", "annotatorComment": None}
    if status == "new" and not labelled:
        return {"state": "NEW", "annotatorState": None, "annotatorComment": None}
    said = "flagged" if status == "flagged" else None
    return {"state": "IN_PROGRESS", "annotatorState": "IN_PROGRESS", "annotatorComment": said}


def _attributes(scheme: Scheme) -> dict[str, list[Attribute]]:
    """Return the attributes of all labels by key; several labels may have one of the same key."""
    found: dict[str, list[Attribute]] = {}
    for label in scheme.labels:
        for attribute in label.attributes:
            if is_feature(attribute.key):
                found.setdefault(attribute.key, []).append(attribute)
    return found


def _tag_sets(roster: Roster, scheme: Scheme) -> list[dict[str, object]]:
    labels = {label.id: (label.name, label.definition) for label in scheme.labels}
    links = {link.key: (link.name, link.help or {}) for link in scheme.link_types}
    nothing: tuple[Names, Names] = ({}, {})
    sets = [
        _tag_set(_LABELS, dict.fromkeys(roster.labels, nothing) | labels),
        _tag_set(_LINKS, dict.fromkeys(roster.link_types, nothing) | links),
    ]
    for key, several in _attributes(scheme).items():
        choices = {choice.value: (choice.name, choice.help or {}) for one in several for choice in one.values}
        if choices:
            sets.append(_tag_set(key, choices))
    return sets


def _tag_set(name: str, said: Mapping[str, tuple[Names, Names]]) -> dict[str, object]:
    shown = [
        {"name": value, "description": ": ".join(filter(None, (name_in(names, "en"), name_in(more, "en"))))}
        for value, (names, more) in said.items()
    ]
    return {"name": name, "description": name, "language": "en", "tags": shown, "create_tag": True}


def _layers(scheme: Scheme, keys: Iterable[str]) -> list[dict[str, object]]:
    attributes = _attributes(scheme)
    features = [_feature("label", "Label", _LABELS), _feature("note", "Note")]
    for key in keys:
        several = attributes.get(key, [])
        shown = name_in(several[0].name, "en") if several else key
        features.append(_feature(key, shown, key if any(one.values for one in several) else ""))
    features.append(_feature("other", "Other attributes"))
    ends = [_feature("label", "Type", _LINKS), _feature("other", "Other attributes")]
    own = {"anchoring_mode": "CHARACTERS", "overlap_mode": "ANY_OVERLAP", "cross_sentence": True}
    built = {"built_in": True, "readonly": True, "enabled": False, "overlap_mode": "NO_OVERLAP"}
    return [
        _layer(TOKEN, "Token", "span", [], built | {"anchoring_mode": "SINGLE_TOKEN", "cross_sentence": False}),
        _layer(SENTENCE, "Sentence", "span", [], built | {"anchoring_mode": "TOKENS", "cross_sentence": True}),
        _layer(SPAN, "Labelled span", "span", _ranked(features), own),
        _layer(LINK, "Labelled link", "relation", _ranked(ends), own | {"attach_type": {"name": SPAN}}),
    ]


def _layer(
    name: str, shown: str, kind: str, features: list[dict[str, object]], more: Mapping[str, object]
) -> dict[str, object]:
    plain = {"built_in": False, "readonly": False, "enabled": True, "validation_mode": "NEVER"}
    return {"name": name, "uiName": shown, "type": kind, "features": features, **plain, **more}


def _feature(name: str, shown: str, values: str = "") -> dict[str, object]:
    """Return a feature that holds a text, one of a set of values where the set is named."""
    plain = {"name": name, "uiName": shown, "type": _STRING, "enabled": True, "visible": True, "curatable": True}
    modes = {"multi_value_mode": "NONE", "link_mode": "NONE"}
    return plain | modes | ({"tag_set": {"name": values}} if values else {})


def _ranked(features: list[dict[str, object]]) -> list[dict[str, object]]:
    return [feature | {"rank": n} for n, feature in enumerate(features)]
