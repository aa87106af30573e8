"""A part of a project as a file of its own: chosen documents and layers, with their entries, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from annotator.model.edits import Edit, Setting
from annotator.model.ids import DocumentId, LayerId, annotator_id, layer_id
from annotator.model.layer import Annotator, second_reading
from annotator.store import schema
from annotator.store.bulk import insert_texts
from annotator.store.codec import uuid_bytes
from annotator.store.entries import hashes_in
from annotator.store.files import new_file
from annotator.store.project import PROGRAM, Project
from annotator.store.schemes import unsqueezed_scheme
from annotator.store.settling import chunks, settle, undone

AGAIN = "again"
"""The setting in which a pack keeps the documents that its annotator labels a second time."""
PACK, WITHOUT_TEXT = "pack", "without text"
"""The setting by which a pack is known, and its value where the texts stayed at home."""


@dataclass(frozen=True, slots=True)
class Part:
    """What goes into a pack: one person's layers on some documents, with or without the texts.

    ``blind`` leaves out of the documents' own chains what other people decided there. ``again`` are documents that the
    person labels a second time, as if for the first: nothing that they ever did there goes in.
    """

    annotator: Annotator
    documents: tuple[DocumentId, ...]
    with_text: bool = True
    blind: bool = False
    again: tuple[DocumentId, ...] = ()


def write_part(project: Project, out: Path, part: Part) -> None:
    """Write a pack to a place where nothing stands, whole or not at all. Raises StoreError when it cannot be made."""
    with project.reading() as source, new_file(out) as beside, Project(beside) as target:
        target.adopt_scheme(_scheme_json(source, project.scheme_sha256))
        for name in (part.annotator.name, *_second(project, part)):
            target.annotator(name)
        with target.writing() as connection:
            _copy(source, connection, part)
        kind = "with text" if part.with_text else WITHOUT_TEXT
        values = {"title": project.setting("title"), "language": project.setting("language")}
        values |= {"annotator": part.annotator.name, PACK: kind}
        if part.again:
            values[AGAIN] = msgspec.json.encode(part.again).decode()
        target.log(*(Edit(None, Setting(target.id, key, value)) for key, value in values.items()))


def documents_again(project: Project, annotator: Annotator) -> tuple[DocumentId, ...]:
    """Return the documents that somebody labels a second time in this pack, if it is theirs."""
    if annotator_id(project.setting("annotator")) != annotator.id:
        return ()
    return msgspec.json.decode(project.setting(AGAIN, "[]"), type=tuple[DocumentId, ...])


def _second(project: Project, part: Part) -> tuple[str, ...]:
    """Return the name of the person's second readings where the pack holds some."""
    name = second_reading(part.annotator.name)
    known = not part.blind and any(person.id == annotator_id(name) for person in project.annotators())
    return (name,) if part.again or known else ()


def _copy(source: Connection, target: Connection, part: Part) -> None:
    schemes = [{"sha256": row.sha256, "json": row.json} for row in source.execute(select(schema.scheme))]
    target.execute(insert(schema.scheme).on_conflict_do_nothing(), schemes)
    documents = [uuid_bytes(id_) for id_ in part.documents]
    again = {uuid_bytes(id_) for id_ in part.again}
    program, person = uuid_bytes(PROGRAM.id), uuid_bytes(part.annotator.id)
    for chain in documents:
        allowed = {program} if chain in again else {program, person}
        _copy_entries(source, target, chain, allowed if part.blind else None)
    settle(target, documents)
    layers = [uuid_bytes(id_) for id_ in _layers(part)]
    for chain in layers:
        _copy_entries(source, target, chain, None)
    settle(target, layers)
    if part.with_text:
        _copy_texts(source, target, documents)
    _copy_machine_made(source, target, documents)


def _layers(part: Part) -> list[LayerId]:
    """Return the layers that go in: of second readings only into a pack that is not blind."""
    if part.blind:
        return [layer_id(id_, part.annotator.id) for id_ in part.documents if id_ not in part.again]
    people = part.annotator.id, annotator_id(second_reading(part.annotator.name))
    return [layer_id(id_, person) for id_ in part.documents for person in people]


def _copy_machine_made(source: Connection, target: Connection, documents: Sequence[bytes]) -> None:
    cut, entity = schema.segmentation, schema.entity
    for some in chunks(documents):
        for table, query in (
            (cut, select(cut).where(cut.c.document.in_(some))),
            (entity, select(entity).where(entity.c.document.in_(some), entity.c.status == "auto")),
        ):
            rows = [row._asdict() for row in source.execute(query)]
            if rows:
                target.execute(insert(table).on_conflict_do_nothing(), rows)


def _copy_entries(source: Connection, target: Connection, chain: bytes, only_by: set[bytes] | None) -> None:
    """Copy the entries of a chain that these people made and that follow nothing but such; None: all."""
    j = schema.journal
    query = select(j).where(j.c.chain == chain, j.c.seq.not_in(undone())).order_by(j.c.seq)
    rows: list[dict[str, object]] = []
    kept: set[bytes] = set()
    for row in source.execute(query):
        if (only_by is None or row.annotator in only_by) and kept.issuperset(hashes_in(row.previous)):
            kept.add(row.id)
            rows.append({name: value for name, value in row._asdict().items() if name != "seq"})
    if rows:
        target.execute(insert(j), rows)


def _copy_texts(source: Connection, target: Connection, documents: Sequence[bytes]) -> None:
    d, t = schema.document, schema.text
    for some in chunks(documents):
        texts = select(d.c.id, t.c.text).join(t, t.c.document == d.c.position).where(d.c.id.in_(some))
        here = target.execute(select(d.c.id, d.c.position).where(d.c.id.in_(some)))
        places = {row.id: row.position for row in here}
        insert_texts(target, {places[row.id]: row.text for row in source.execute(texts)})


def _scheme_json(source: Connection, digest: str) -> bytes:
    query = select(schema.scheme.c.json).where(schema.scheme.c.sha256 == bytes.fromhex(digest))
    return unsqueezed_scheme(source.execute(query).scalar_one())
