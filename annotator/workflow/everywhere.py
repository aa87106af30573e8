"""Entities "everywhere in this project": one gesture over all documents, and the gazetteer that remembers it."""

import re

from annotator.model.edits import Edit, GazetteerName
from annotator.model.highlights import entity_id
from annotator.model.ids import DocumentId
from annotator.model.layer import Entity, EntityStatus
from annotator.model.text import normal_form
from annotator.store.project import Project
from annotator.workflow.labelling import decided


def deciding_everywhere(project: Project, entity: Entity, status: EntityStatus, *, label: str) -> tuple[Edit, ...]:
    """Return the edits that decide on all entities with these words, and put the name in the gazetteer."""
    edits = [decided(held, status, label) for held in project.entities_named(entity.words)]
    name = gazetteer_edit(project, entity.words, "" if status == "rejected" else label)
    return tuple(edit for edit in (*edits, name) if edit is not None and edit.before != edit.after)


def adding_everywhere(project: Project, words: str, label: str) -> tuple[Edit, ...]:
    """Return the edits that add an entity at every occurrence of these words, and put the name in the gazetteer."""
    pattern = re.compile(rf"(?<!\w){re.escape(normal_form(words))}(?!\w)")
    edits: list[Edit] = []
    for hit in project.search(words.rstrip() + " ", limit=1_000_000):
        text = project.text(hit.document_id)
        held = {(e.start, e.end): e for e in project.entities(hit.document_id)}
        for match in pattern.finditer(normal_form(text)):
            edits.append(_at(hit.document_id, text, match.span(), label, held.get(match.span())))
    name = gazetteer_edit(project, words, label)
    return tuple(edit for edit in (*edits, name) if edit is not None and edit.before != edit.after)


def gazetteer_edit(project: Project, name: str, label: str | None) -> Edit | None:
    """Return the edit that puts a name in the gazetteer under a type, or takes it out with None."""
    held = dict(project.gazetteer()).get(name)
    before = None if held is None else GazetteerName(project.id, name, held)
    after = None if label is None else GazetteerName(project.id, name, label)
    return None if before is None and after is None else Edit(before, after)


def _at(document: DocumentId, text: str, place: tuple[int, int], label: str, held: Entity | None) -> Edit:
    if held is not None:
        return decided(held, "confirmed", label)
    start, end = place
    return Edit(
        None,
        Entity(entity_id(document, label, start, end), document, label, start, end, text[start:end], "added", "person"),
    )
