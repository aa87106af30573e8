"""Edits: the one way to change a project. An edit is a value that knows its inverse; state is the fold of all edits."""

from dataclasses import dataclass, replace
from typing import Literal

from annotator.model.document import Document
from annotator.model.ids import AnnotatorId, ChainId, GestureId, MergeId, ProjectId
from annotator.model.layer import Annotator, Entity, Evidence, Layer, Link, Span, Timing
from annotator.model.ruling import Ruling
from annotator.model.unresolved import Unresolved

type GestureKind = Literal["do", "undo", "redo", "log"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One named value of a project: its title, its language, the hash of the scheme in force (``scheme``)."""

    project_id: ProjectId
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class GazetteerName:
    """A name that people of this project want highlighted, with its entity type (empty: never an entity)."""

    project_id: ProjectId
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Entries of other files that count here, so that all of them can be taken back as one.

    ``entries`` are first and last numbers of this file's journal, inclusive; ``sources`` the names of the files.
    """

    id: MergeId
    project_id: ProjectId
    entries: tuple[tuple[int, int], ...]
    sources: tuple[str, ...] = ()


type OfProject = Setting | GazetteerName | Merge | Unresolved
"""Nouns that name their project, and stay in it when work is exchanged."""
type Noun = Span | Link | Evidence | Ruling | Entity | Layer | Timing | Document | Annotator | OfProject


class EditError(ValueError):
    """An edit that does not fit the state it is applied to."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A noun before and after: no ``before`` makes it, no ``after`` erases it. At least one is there."""

    before: Noun | None
    after: Noun | None

    @property
    def noun(self) -> Noun:
        """Return the noun that this edit speaks of, as it is after it where it still is."""
        noun = self.after if self.after is not None else self.before
        if noun is None:
            raise EditError("an edit of nothing")
        return noun

    def inverse(self) -> "Edit":
        """Return the edit that undoes this one."""
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a person did in one go: edits that are committed, undone and redone together.

    ``kind`` log stands for what is kept but not undone (imports, time); ``of`` is the gesture that an undo or a redo
    speaks of.
    """

    id: GestureId
    annotator_id: AnnotatorId
    at: int
    edits: tuple[Edit, ...]
    kind: GestureKind = "do"
    of: GestureId | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """The part of a gesture that changes one chain, as the journal keeps it.

    ``id`` is the SHA-256 of the entry's canonical bytes, ``previous`` that of the entry before it in the chain (empty
    for the first; several in a row where one entry joins what was done in several places), ``at`` milliseconds since
    1970 UTC, ``scheme`` the hash of the scheme version it was made under.
    """

    id: str
    previous: str
    chain: ChainId
    scheme: str
    gesture: Gesture


def key_of(noun: Noun) -> tuple[str, str]:
    """Return what a noun is known by: its kind and id. Ids are those of a layer or a document, where one owns it."""
    match noun:
        case Span() | Link() | Evidence():
            return type(noun).__name__.lower(), f"{noun.layer_id} {noun.id}"
        case Entity():
            return "entity", f"{noun.document_id} {noun.id}"
        case Timing():
            return "timing", noun.layer_id
        case Setting():
            return "setting", noun.key
        case GazetteerName():
            return "gazetteer", noun.name
        case _:
            return type(noun).__name__.lower(), noun.id


def chain_of(edit: Edit, project: ProjectId) -> ChainId:
    """Return the chain that an edit belongs to: its layer, its document or the project."""
    noun = edit.after if edit.after is not None else edit.before
    if type(noun) is Span:  # the many: asked first, and without the match, which asks each class in turn
        return ChainId(noun.layer_id)
    match edit.noun:
        case Link() | Evidence() | Ruling() | Timing():
            return ChainId(edit.noun.layer_id)
        case Layer():
            return ChainId(edit.noun.id)
        case Entity():
            return ChainId(edit.noun.document_id)
        case Document():
            return ChainId(edit.noun.id)
        case _:
            return ChainId(project)


def by_chain(gesture: Gesture, project: ProjectId) -> dict[ChainId, Gesture]:
    """Split a gesture into its part of each chain, in the order in which the chains first occur."""
    parts: dict[ChainId, list[Edit]] = {}
    for edit in gesture.edits:
        parts.setdefault(chain_of(edit, project), []).append(edit)
    return {chain: replace(gesture, edits=tuple(edits)) for chain, edits in parts.items()}


type State = dict[tuple[str, str], Noun]


def apply(state: State, edit: Edit) -> None:
    """Apply one edit to a state in place.

    Raises EditError when the state does not hold what the edit says was before. A machine-made entity may stand for
    nothing, because highlighting is not an edit: it is derived from the text, as tokens are.
    """
    key = key_of(edit.noun)
    held = state.get(key)
    if held != edit.before and not (held is None and _machine_made(edit.before)):
        raise EditError(f"{key[0]} {key[1]} is not what the edit says it was")
    if edit.after is None or _machine_made(edit.after):
        state.pop(key, None)
    else:
        state[key] = edit.after


def inverse(gesture: Gesture) -> tuple[Edit, ...]:
    """Return the edits that take a gesture back, last first."""
    return tuple(edit.inverse() for edit in reversed(gesture.edits))


def _machine_made(noun: Noun | None) -> bool:
    return isinstance(noun, Entity) and noun.status == "auto"
