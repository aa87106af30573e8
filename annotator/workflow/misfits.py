"""Spans of files that do not fit their text, on their way from the reader to the list of what is unresolved."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.formats.registry import Refusal
from annotator.model.document import Article, RawSpan
from annotator.model.ids import DocumentId
from annotator.model.layer import Fragment
from annotator.model.told import Sentence
from annotator.model.unresolved import Unresolved, candidates, unresolved_id
from annotator.store.project import Project
from annotator.store.unresolved import unresolved_statuses


@dataclass(frozen=True, slots=True)
class Misfit(Refusal):
    """A span that did not come in: what it is, and ``candidates``, the places where its words do occur."""

    document: DocumentId
    annotator: str
    span: RawSpan
    candidates: tuple[Fragment, ...]


def misfit(article: Article, document: DocumentId, span: RawSpan, text: str, why: Sentence) -> Misfit:
    """Return what is kept of a span that does not fit its text."""
    where = span.where or f"{article.where}, {span.place} “{span.label}”"
    return Misfit(where, why, document, article.annotator, span, candidates(text, span.words or ""))


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
