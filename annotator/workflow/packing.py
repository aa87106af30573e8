"""Packs: one annotator's layers as a project file to send, with the texts or without them."""

from dataclasses import dataclass
from pathlib import Path

from annotator.model.ids import annotator_id
from annotator.model.layer import second_reading
from annotator.model.told import Told
from annotator.store.parting import Part, documents_again, write_part
from annotator.store.project import Project


class PackError(Told):
    """A pack that cannot be made; nothing was written."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was written: where, whose, and how many layers it holds."""

    path: Path
    annotator: str
    layers: int
    with_text: bool


def pack(project: Project, out: Path, *, annotator: str, with_text: bool = True) -> Pack:
    """Write one annotator's layers, on the documents where there is one, as a pack.

    Raises PackError when nobody of that name has a layer, StoreError when the file cannot be made.
    """
    person = next((one for one in project.annotators() if one.id == annotator_id(annotator)), None)
    if person is None:
        raise PackError("Nobody named “{name}” has worked in this project.", name=annotator)
    both = person.id, annotator_id(second_reading(person.name))
    first, second = (project.layers_of(frozenset({id_})) for id_ in both)
    documents = tuple(document.id for document in project.documents() if document.id in first | second)
    if not documents:
        raise PackError("“{name}” has not labelled any document yet.", name=person.name)
    write_part(project, out, Part(person, documents, with_text=with_text, again=documents_again(project, person)))
    return Pack(out, person.name, len(first) + len(second), with_text)
