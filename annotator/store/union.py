"""Merging: the set union of the entries here and in a spool, in one transaction, as one edit that can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from annotator.model.edits import Edit, EditError, Gesture, Merge
from annotator.model.ids import AnnotatorId, GestureId, MergeId, ProjectId, new_uuid
from annotator.model.layer import Annotator, Entity, Layer
from annotator.store import journal, reading, schema
from annotator.store.bulk import insert_texts
from annotator.store.codec import uuid_text
from annotator.store.entries import Raw
from annotator.store.planning import Plan
from annotator.store.settling import chunks, ever_merged, settle
from annotator.store.spool import LAYERED, Spool
from annotator.store.tables import INSERTS, apply

_LOT = 200
"""How many layers are copied at once."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """In which project a merge is made, under which scheme, by whom, when (ms since 1970 UTC), of which files."""

    project: ProjectId
    scheme: str
    by: AnnotatorId
    at: int
    sources: tuple[str, ...] = ()


class Union:
    """One merge under way, inside the caller's transaction."""

    def __init__(self, connection: Connection, spool: Spool, plan: Plan) -> None:
        """Take what has been planned on this very state of the project."""
        self._connection, self._spool, self._plan = connection, spool, plan
        self._taken = [layer for layer in plan.layers if layer.verdict != "refused"]

    def run(self, stamp: Stamp) -> GestureId:
        """Bring everything in and journal it as one gesture; returns its id.

        Raises EditError when the counts afterwards are not those that were planned.
        """
        counts = self._count(schema.span), self._count(schema.journal)
        stays = [row.id for row in self._plan.new]
        comes = [*sorted(self._plan.known), *(layer.chain for layer in self._taken)]
        connection = self._connection
        connection.execute(insert(schema.scheme).on_conflict_do_nothing(), self._schemes())
        added = self._add_entries(stays)
        settle(connection, stays)
        self._add_texts()
        added += self._enter_people(stamp)
        before = connection.execute(select(func.max(schema.journal.c.seq))).scalar() or 0
        more = self._add_entries(comes)
        numbers = {*range(before + 1, before + more + 1), *self._merged_before(comes)}
        for some in chunks(sorted(numbers)):
            connection.execute(delete(schema.aside).where(schema.aside.c.seq.in_(some), schema.aside.c.why == "undone"))
        self._copy_plain()
        changed = [layer.chain for layer in self._taken if layer.verdict != "same" and not layer.plain]
        settle(connection, [*self._plan.joined, *changed])
        self._add_linked()
        edit = Edit(None, Merge(MergeId(new_uuid()), stamp.project, ranges_of(numbers), stamp.sources))
        apply(connection, edit)
        gesture = Gesture(GestureId(new_uuid()), stamp.by, stamp.at, (edit,))
        journal.append(connection, [gesture], project=stamp.project, scheme=stamp.scheme)
        spans = counts[0] + sum(layer.after - layer.before for layer in self._taken)
        if (self._count(schema.span), self._count(schema.journal)) != (spans, counts[1] + added + more + 1):
            raise EditError("the counts after the merge are not those that were planned")
        return gesture.id

    def _enter_people(self, stamp: Stamp) -> int:
        """Enter the owners of layers; a name that is written in several ways gets the first in order, everywhere.

        Returns how many entries that took.
        """
        here = {person.id: person for person in reading.annotators(self._connection)}
        owners = {layer.annotator for layer in self._taken}
        edits = []
        for id_, name in self._spool.people().items():
            person = Annotator(AnnotatorId(uuid_text(id_)), name)
            known = here.get(person.id)
            if id_ in owners and (known is None or person.name < known.name):
                edits.append(Edit(known, person))
        if edits:
            gesture = Gesture(GestureId(new_uuid()), stamp.by, stamp.at, tuple(edits), "log")
            journal.commit(self._connection, gesture, project=stamp.project, scheme=stamp.scheme)
        return bool(edits)

    def _schemes(self) -> list[dict[str, bytes]]:
        return [{"sha256": sha256, "json": json} for sha256, json in self._spool.schemes()]

    def _add_entries(self, owners: Iterable[bytes]) -> int:
        """Append the entries of chains that are not in the journal yet; returns how many."""
        rows: list[dict[str, object]] = []
        j = schema.journal
        for chain in owners:
            here = set(self._connection.execute(select(j.c.id).where(j.c.chain == chain)).scalars())
            rows += [_row(raw) for raw in self._spool.entries(chain) if raw.id not in here]
        if rows:
            self._connection.execute(insert(j), rows)
        return len(rows)

    def _merged_before(self, owners: Iterable[bytes]) -> set[int]:
        """Return the numbers of entries that an earlier merge brought here and this one brings again."""
        earlier = ever_merged(self._connection)
        found: set[int] = set()
        if earlier:
            j = schema.journal
            for chain in owners:
                ids = self._spool.ids(chain)
                rows = self._connection.execute(select(j.c.seq, j.c.id).where(j.c.chain == chain)).all()
                found |= {row.seq for row in rows if row.id in ids}
        return found & earlier

    def _add_texts(self) -> None:
        d = schema.document
        ids = [row.id for row in self._plan.new]
        for some in chunks(ids):
            rows = self._connection.execute(select(d.c.position, d.c.id).where(d.c.id.in_(some))).all()
            insert_texts(self._connection, {row.position: str(self._spool.text(row.id)) for row in rows})

    def _copy_plain(self) -> None:
        """Copy the rows of layers of which nothing was here."""
        plain = [layer.chain for layer in self._taken if layer.plain]
        for at in range(0, len(plain), _LOT):
            for kind in (Layer, *LAYERED):
                rows = [row for chain in plain[at : at + _LOT] for row in self._spool.nouns(kind, chain)]
                if rows:
                    self._connection.execute(INSERTS[kind], rows)

    def _add_linked(self) -> None:
        """Add the machine-made entities that links go to, where this project's own machine has not made them."""
        statement = insert(schema.entity).on_conflict_do_nothing()
        for document in dict.fromkeys(layer.document for layer in self._taken):
            rows = self._spool.nouns(Entity, document)
            if rows:
                self._connection.execute(statement, rows)

    def _count(self, table: Table) -> int:
        return self._connection.execute(select(func.count()).select_from(table)).scalar() or 0


def ranges_of(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return numbers as first and last ones of unbroken rows."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return tuple(found)


def _row(raw: Raw) -> dict[str, object]:
    return {name: value for name, value in raw._asdict().items() if name != "seq"}
