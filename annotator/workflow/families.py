"""Families: documents that are near copies of one another, such as what several outlets made of one agency's copy.

Fingerprints find candidates, the exact share of common runs of words decides. A family is what hangs together; it is
named by the first of its documents that came in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from annotator.model.differing import Difference, differences
from annotator.model.document import Document
from annotator.model.groups import Groups
from annotator.model.ids import DocumentId
from annotator.nlp.likeness import FINGERPRINT_BYTES, Runs, candidates, fingerprint, likeness, runs_of
from annotator.store import kinship
from annotator.store.kinship import Kinship
from annotator.store.project import Project
from annotator.workflow.kin import grouped, known_families, members

ALIKE = 0.5
"""The share of runs of words that two documents of one family have in common, at least."""
_EACH = 50


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side: how much they have in common, and where they differ."""

    left: Document
    right: Document
    left_text: str
    right_text: str
    share: float
    differences: tuple[Difference, ...]


def find_families(project: Project) -> Iterator[tuple[int, int]]:
    """Look for the kin of documents that have not been compared yet, and keep what is found.

    Yields (documents done, documents in all) now and then, so that it can be done in slices.
    """
    known = _kinships(project)
    before = list(known)
    yield from _search(project, known)
    found = [one for one, old in zip(known, before, strict=True) if one is not old]
    if found:
        with project.writing() as connection:
            kinship.keep(connection, found)


def families_of(project: Project, *, complete: bool = True) -> dict[DocumentId, DocumentId]:
    """Return the documents that have near copies, in import order, each with the first document of its family.

    What has not been compared yet is compared now and not kept; or left alone, when it need not be ``complete``.
    """
    if not complete:
        return known_families(project)
    known = _kinships(project)
    for _ in _search(project, known):
        pass
    return grouped(known)


def described(project: Project) -> list[dict[str, list[dict[str, object]]]]:
    """Return each family: its documents, with the share of words each has in common with the first of them."""
    families = families_of(project)
    result = []
    for head in dict.fromkeys(families.values()):
        first = runs_of(project.text(head))
        documents: list[dict[str, object]] = []
        for id_ in members(families, head):
            held = project.document(id_)
            assert held is not None
            share = round(likeness(first, runs_of(project.text(id_))), 3)
            known = {"title": held.title, "source": held.source, "published": held.published}
            documents.append({"document": id_, "share": share, **known})
        result.append({"documents": documents})
    return result


def compare(project: Project, left: DocumentId, right: DocumentId) -> Comparison:
    """Return two documents side by side. Raises KeyError for one that is not there."""
    one, other = project.document(left), project.document(right)
    if one is None or other is None:
        raise KeyError(left if one is None else right)
    a, b = project.text(left), project.text(right)
    return Comparison(one, other, a, b, likeness(runs_of(a), runs_of(b)), differences(a, b))


def _kinships(project: Project) -> list[Kinship]:
    with project.reading() as connection:
        return kinship.kinships(connection)


def _search(project: Project, known: list[Kinship]) -> Iterator[tuple[int, int]]:
    """Put kin in the place of what was not compared yet."""
    new = [n for n, one in enumerate(known) if one.kin is None or not _printed(one)]
    yield 0, len(new)
    for done, n in enumerate(new):
        made = known[n].fingerprint if _printed(known[n]) else fingerprint(project.text(known[n].document))
        known[n] = replace(known[n], fingerprint=made, kin=known[n].kin or ())
        if done % _EACH == 0:
            yield done, len(new)
    for pair in _akin(project, known, new):
        if pair is None:
            yield len(new), len(new)
        else:
            later, earlier = pair
            known[later] = replace(known[later], kin=(*(known[later].kin or ()), known[earlier].document))


def _printed(one: Kinship) -> bool:
    return len(one.fingerprint) == FINGERPRINT_BYTES


def _akin(project: Project, known: list[Kinship], new: list[int]) -> Iterator[tuple[int, int] | None]:
    """Yield pairs (later, earlier) that are alike and not of one family already, and None now and then."""

    @lru_cache(maxsize=500)
    def runs(number: int) -> Runs:
        return runs_of(project.text(known[number].document))

    place = {one.document: n for n, one in enumerate(known)}
    groups = Groups[int]()
    for n, one in enumerate(known):
        for other in one.kin or ():
            groups.join(n, place[other])
    for count, (later, earlier) in enumerate(candidates([one.fingerprint for one in known], new, least=ALIKE)):
        if count % _EACH == 0:
            yield None
        if not groups.together(later, earlier) and likeness(runs(later), runs(earlier)) >= ALIKE:
            groups.join(later, earlier)
            yield later, earlier
