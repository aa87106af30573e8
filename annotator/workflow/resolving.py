"""Settling spans that an import left unresolved: a person says where each stands, or that it stays out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.edits import Edit, EditError, inverse
from annotator.model.ids import GestureId, SpanId, annotator_id, layer_id, new_uuid
from annotator.model.layer import Fragment, LabelledDocument, Layer, Span, words_of
from annotator.model.told import Told
from annotator.model.unresolved import Unresolved, UnresolvedStatus, candidates
from annotator.store.project import Project
from annotator.store.unresolved import unresolved_spans
from annotator.workflow.labelling import added_entity, same_extent
from annotator.workflow.mapping import proposed

AROUND = 60
"""So many characters are shown on each side of a place."""


class ResolvingError(Told):
    """A decision on an unresolved span that cannot be carried out; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where the words of an unresolved span do stand: offsets, and the text around it."""

    start: int
    end: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An unresolved span, the title of its document, where its words stand, and the label that it may get here."""

    span: Unresolved
    title: str
    places: tuple[Place, ...]
    label: str


def waiting(project: Project) -> tuple[Waiting, ...]:
    """Return the spans that wait to be settled, documents by import order."""
    found = unresolved_spans(project)
    labels = proposed(project, {one.label for one in found})
    documents = {document.id: document for document in project.documents()}
    texts = {id_: project.text(id_) for id_ in {one.document_id for one in found}}
    return tuple(
        Waiting(
            one,
            documents[one.document_id].title,
            tuple(_place(texts[one.document_id], *c) for c in candidates(texts[one.document_id], one.words)),
            labels[one.label],
        )
        for one in found
    )


def one_waiting(project: Project, id_: str) -> Waiting:
    """Return one span that waits to be settled, by its id. Raises ResolvingError when none has it."""
    found = next((one for one in waiting(project) if one.span.id == id_), None)
    if found is None:
        raise ResolvingError("No span that waits to be settled has the id “{id}”.", id=id_)
    return found


def parse_place(text: str, one: Waiting) -> Fragment:
    """Return the place of ``24-31``; of nothing, the only place where the words stand. Raises ResolvingError."""
    start, sign, end = text.partition("-")
    if sign and start.strip().isdecimal() and end.strip().isdecimal():
        return int(start), int(end)
    if text or len(one.places) != 1:
        raise ResolvingError("Say where it stands, in code points: --at 24-31.")
    return one.places[0].start, one.places[0].end


def place_span(project: Project, one: Unresolved, place: Fragment, *, label: str) -> GestureId:
    """Put an unresolved span where a person says, under a label of the scheme or as an entity of one of its types.

    It joins the layer of the annotator that its import named, as a gesture of theirs that can be undone. Raises
    ResolvingError for a place outside the text, a label that the scheme does not have, or a span that is settled.
    """
    labelled = project.labelled(one.document_id, project.annotator(one.annotator))
    if not 0 <= place[0] < place[1] <= labelled.document.length:
        raise ResolvingError("That place lies outside the text.")
    return _settle(project, one, "placed", _edits(project, labelled, one, place, label))


def leave_out(project: Project, one: Unresolved) -> GestureId:
    """Leave an unresolved span out for good; it can be undone."""
    project.annotator(one.annotator)
    return _settle(project, one, "left_out", ())


def take_back(project: Project, gesture: GestureId) -> GestureId:
    """Undo what settled a span. Raises ResolvingError when something else has changed it since."""
    made = project.gesture(gesture)
    try:
        return project.commit(inverse(made), by=made.annotator_id, kind="undo", of=gesture)
    except EditError as error:
        raise ResolvingError("What that gesture changed has been changed by something else since.") from error


def _settle(project: Project, one: Unresolved, status: UnresolvedStatus, edits: Sequence[Edit]) -> GestureId:
    owner = annotator_id(one.annotator)
    makes = any(isinstance(edit.after, Span) for edit in edits)
    new = makes and project.layer(one.document_id, owner) is None
    first = Layer(layer_id(one.document_id, owner), one.document_id, owner, "in_progress")
    try:
        edits = (*edits, Edit(one, replace(one, status=status)))
        return project.commit(edits, by=owner, log=(Edit(None, first),) if new else ())
    except EditError as error:
        raise ResolvingError("That span has been settled already.") from error


def _edits(
    project: Project, labelled: LabelledDocument, one: Unresolved, place: Fragment, label: str
) -> tuple[Edit, ...]:
    known = project.scheme.label(label)
    if known is not None:
        if same_extent(labelled, (place,), known.id):
            return ()
        words = words_of(labelled.text, (place,))
        span = Span(SpanId(new_uuid()), labelled.layer.id, known.id, (place,), words, one.attributes, one.note)
        return (Edit(None, span),)
    if any(kind.key == label for kind in project.scheme.entity_types):
        return (added_entity(labelled, place, label),)
    raise ResolvingError("The scheme has no label “{label}”.", label=label)


def _place(text: str, start: int, end: int) -> Place:
    return Place(start, end, text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND])
