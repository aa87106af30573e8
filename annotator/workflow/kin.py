"""Families as far as they are known: what is kept of near copies, read without comparing anything."""

from collections.abc import Mapping, Sequence

from annotator.model.groups import Groups
from annotator.model.ids import DocumentId
from annotator.store.kinship import Kinship, kinships
from annotator.store.project import Project


def known_families(project: Project) -> dict[DocumentId, DocumentId]:
    """Return the documents with near copies that have been found, in import order, each with its family's first."""
    with project.reading() as connection:
        return grouped(kinships(connection, fingerprints=False))


def grouped(known: Sequence[Kinship]) -> dict[DocumentId, DocumentId]:
    """Return the documents of all that have kin or are some, in the order given, each with its family's first."""
    groups = Groups[DocumentId]()
    akin: set[DocumentId] = set()
    for one in known:
        for other in one.kin or ():
            groups.join(one.document, other)
            akin |= {one.document, other}
    firsts: dict[DocumentId, DocumentId] = {}
    families: dict[DocumentId, DocumentId] = {}
    for one in known:
        if one.document in akin:
            families[one.document] = firsts.setdefault(groups.top(one.document), one.document)
    return families


def members(families: Mapping[DocumentId, DocumentId], document: DocumentId) -> tuple[DocumentId, ...]:
    """Return the family of a document in import order, nobody when it is alone."""
    head = families.get(document)
    return tuple(id_ for id_, other in families.items() if head is not None and other == head)
