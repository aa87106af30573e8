"""Placing a span that an import left unresolved: a person says where it stands."""

from annotator.model.edits import Edit
from annotator.model.ids import SpanId, layer_id, new_uuid
from annotator.model.layer import Fragment, Layer, Span
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.workflow.unresolved import Unresolved


class PlacingError(Told):
    """A decision on an unresolved span that cannot be carried out."""


def place_span(project: Project, one: Unresolved, place: Fragment, *, annotator: str, label: str) -> Span:
    """Make the span at the place a person chose, in an annotator's layer, under a label of the scheme.

    Raises PlacingError when the place is none of the candidates, or the scheme has no such label.
    """
    known = project.scheme.label(label)
    if place not in one.candidates or known is None:
        raise PlacingError("That is none of the places where the words stand, or no label of the scheme.")
    person = project.annotator(annotator)
    owner = layer_id(one.document, person.id)
    words = project.labelled(one.document, person).text[slice(*place)]
    raw = one.span
    span = Span(SpanId(new_uuid()), owner, known.id, (place,), (words,), raw.attributes, raw.note)
    new = project.layer(one.document, person.id) is None
    layer = [Edit(None, Layer(owner, one.document, person.id, "in_progress"))] if new else []
    project.log(*layer, Edit(None, span), by=person.id)
    return span
