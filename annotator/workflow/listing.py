"""The list of what is unresolved: what goes on it of the spans that do not fit their text."""

from collections.abc import Iterable

from annotator.model.unresolved import Unresolved, unresolved_id
from annotator.store.project import Project
from annotator.store.unresolved import unresolved_statuses
from annotator.workflow.misfits import Misfit


class Misfits:
    """Knows what a project has listed as unresolved, so that a file that comes again adds nothing to it."""

    def __init__(self, project: Project) -> None:
        """Read what has been listed."""
        self._project = project
        self._known: dict[str, str] = dict(unresolved_statuses(project))

    def settled(self, one: Misfit, annotator: str) -> bool:
        """Tell whether a person has settled this span before."""
        return self._known.get(_id_of(one, annotator), "open") != "open"

    def new(self, misfits: Iterable[Misfit], annotator: str) -> tuple[Unresolved, ...]:
        """Return what is to be listed of the spans that were to join an annotator's layer."""
        made = {}
        for one in misfits:
            id_ = _id_of(one, annotator)
            if id_ not in self._known:
                self._known[id_] = "open"
                made[id_] = self._listed(one, annotator)
        return tuple(made.values())

    def _listed(self, one: Misfit, annotator: str) -> Unresolved:
        raw = one.span
        return Unresolved(
            unresolved_id(one.document, annotator, raw.label, raw.fragments, raw.words),
            self._project.id,
            one.document,
            annotator,
            raw.label,
            raw.fragments,
            raw.words or "",
            one.where,
            one.reason,
            raw.note,
            raw.attributes,
        )


def _id_of(one: Misfit, annotator: str) -> str:
    return unresolved_id(one.document, annotator, one.span.label, one.span.fragments, one.span.words)
