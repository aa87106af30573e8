"""Merging: the set union of the entries here and in a spool, in one transaction, as one edit that can be undone.

The spool is attached as a database of its own (`annotator.store.project.Project.beside`): rows are copied by SQL.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from annotator.model.edits import Edit, EditError, Gesture, Merge, Noun
from annotator.model.ids import AnnotatorId, GestureId, MergeId, ProjectId, new_uuid
from annotator.model.layer import Annotator, Entity, Layer, Span
from annotator.store import journal, reading, schema
from annotator.store.codec import uuid_text
from annotator.store.entries import Raw
from annotator.store.planning import Plan
from annotator.store.settling import chains_of, ever_merged, merges, numbers_of, recount, settle
from annotator.store.spool import LAYERED, Spool, columns_of
from annotator.store.tables import TABLES, apply

_ENTRY = ", ".join(f'"{name}"' for name in Raw._fields if name != "seq")
_ENTRIES = (
    f"INSERT INTO main.journal ({_ENTRY}) SELECT {', '.join(f'e.{name}' for name in _ENTRY.split(', '))} "
    "FROM spool.chosen AS c JOIN spool.entry AS e ON e.chain = c.chain "
    "WHERE (c.how = 'stays') = ? AND e.id NOT IN (SELECT id FROM main.journal) ORDER BY e.n"
)
_MERGED_BEFORE = (
    "SELECT j.seq FROM spool.chosen AS c JOIN spool.entry AS e ON e.chain = c.chain "
    "JOIN main.journal AS j ON j.id = e.id WHERE c.how <> 'stays'"
)
_TEXTS = (
    "SELECT d.position, t.text FROM spool.chosen AS c JOIN main.document AS d ON d.id = c.chain "
    "JOIN spool.text AS t ON t.id = c.chain WHERE c.how = 'stays' ORDER BY d.position"
)
_PLAIN = (Layer, *LAYERED)
_PARTS = 3 + len(_PLAIN)
"""Steps of a merge, but for the chains that are brought together one by one."""
_FEW = 50
"""So many chains are one step."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """In which project a merge is made, under which scheme, by whom, when (ms since 1970 UTC), of which files."""

    project: ProjectId
    scheme: str
    by: AnnotatorId
    at: int
    sources: tuple[str, ...] = ()


def choose(spool: Spool, plan: Plan) -> None:
    """Say in the spool what of it is merged: before it is attached."""
    chosen = {row.id: "stays" for row in plan.new} | dict.fromkeys(plan.known, "joins")
    for layer in plan.layers:
        if layer.verdict != "refused":
            chosen[layer.chain] = "plain" if layer.plain else "settles"
    spool.choose(chosen)


class Union:
    """One merge under way, inside the caller's transaction, the spool attached and `choose`n from.

    ``gesture`` is the merge itself, once its steps are done.
    """

    gesture: GestureId

    def __init__(self, connection: Connection, plan: Plan) -> None:
        """Take what has been planned on this very state of the project."""
        self._connection, self._plan = connection, plan
        self._taken = [layer for layer in plan.layers if layer.verdict != "refused"]

    def run(self, stamp: Stamp) -> GestureId:
        """Do all `steps`; returns the gesture's id."""
        for _ in self.steps(stamp):
            pass
        return self.gesture

    def steps(self, stamp: Stamp) -> Iterator[tuple[int, int]]:
        """Bring everything in and journal it as one `gesture`; yields how many of how many steps are done.

        Raises EditError when the counts afterwards are not those that were planned.
        """
        counts = self._count(schema.span), self._count(schema.journal)
        earlier = ever_merged(self._connection)
        changed = [layer.chain for layer in self._taken if layer.verdict != "same" and not layer.plain]
        joined = [*self._plan.joined, *changed]
        done, total = 0, _PARTS + -(-len(joined) // _FEW)
        yield done, total
        self._run("INSERT OR IGNORE INTO main.scheme (sha256, json) SELECT sha256, json FROM spool.scheme")
        added = self._run(_ENTRIES, 1)
        settle(self._connection, [row.id for row in self._plan.new])
        self._run(f"INSERT INTO main.text (document, text) {_TEXTS}")
        self._run(f"INSERT INTO main.search (rowid, text) {_TEXTS}")
        yield 1, total
        added += self._enter_people(stamp)
        last = self._connection.execute(select(func.max(schema.journal.c.seq))).scalar() or 0
        more = self._run(_ENTRIES, 0)
        again = self._merged_before(earlier)
        numbers = {*range(last + 1, last + more + 1), *again}
        self._let_count(earlier, again)
        yield 2, total
        for part, kind in enumerate(_PLAIN, start=3):
            self._copy_plain(kind)
            yield part, total
        for done, first in enumerate(range(0, len(joined), _FEW), start=_PARTS):
            settle(self._connection, joined[first : first + _FEW])
            yield done, total
        self._add_linked()
        self.gesture = self._sign(stamp, numbers).id
        spans = counts[0] + sum(layer.after - layer.before for layer in self._taken)
        if (self._count(schema.span), self._count(schema.journal)) != (spans, counts[1] + added + more + 1):
            raise EditError("the counts after the merge are not those that were planned")
        yield total, total

    def _merged_before(self, earlier: set[int]) -> set[int]:
        """Return the numbers of entries that came by an earlier merge and come again."""
        if not earlier:
            return set()
        return earlier.intersection(seq for (seq,) in self._connection.exec_driver_sql(_MERGED_BEFORE))

    def _run(self, sql: str, *values: object) -> int:
        """Run one statement; returns how many rows it made."""
        return self._connection.exec_driver_sql(sql, values).rowcount

    def _enter_people(self, stamp: Stamp) -> int:
        """Enter the owners of layers; a name that is written in several ways gets the first in order, everywhere.

        Returns how many entries that took.
        """
        here = {person.id: person for person in reading.annotators(self._connection)}
        owners = {layer.annotator for layer in self._taken}
        edits = []
        names = self._connection.exec_driver_sql("SELECT id, min(name) FROM spool.person GROUP BY id ORDER BY id")
        for id_, name in names:
            person = Annotator(AnnotatorId(uuid_text(id_)), name)
            known = here.get(person.id)
            if id_ in owners and (known is None or person.name < known.name):
                edits.append(Edit(known, person))
        if edits:
            gesture = Gesture(GestureId(new_uuid()), stamp.by, stamp.at, tuple(edits), "log")
            journal.commit(self._connection, gesture, project=stamp.project, scheme=stamp.scheme)
        return bool(edits)

    def _let_count(self, earlier: set[int], again: set[int]) -> None:
        """Let entries count again whose merge had been taken back."""
        if again:
            recount(
                self._connection,
                chains_of(self._connection, again),
                earlier - again - numbers_of(merges(self._connection)),
            )

    def _copy_plain(self, kind: type[Noun]) -> None:
        """Copy the rows of one kind of layers of which nothing was here."""
        names, owner = columns_of(kind), "id" if kind is Layer else columns_of(kind)[0]
        there = ", ".join("l.position" if name == "owner" else f't."{name}"' for name in names)
        into = ", ".join(f'"{"layer" if name == "owner" else name}"' for name in names)
        self._run(
            f"INSERT INTO main.{TABLES[kind].name} ({into}) SELECT {there} FROM spool.chosen AS c "
            f'JOIN spool.noun_{TABLES[kind].name} AS t ON t."{owner}" = c.chain '
            f"{'JOIN main.layer AS l ON l.id = c.chain ' if kind is Span else ''}WHERE c.how = 'plain' "
            f"ORDER BY {'l.position, t.id' if kind is Span else 't.rowid'}"
        )

    def _add_linked(self) -> None:
        """Add the machine-made entities that links go to, where this project's own machine has not made them."""
        names = ", ".join(f'"{name}"' for name in columns_of(Entity))
        self._run(
            f"INSERT OR IGNORE INTO main.entity ({names}) SELECT {names} FROM spool.noun_entity WHERE document IN "
            "(SELECT l.document FROM spool.chain AS l JOIN spool.chosen AS c USING (chain) WHERE l.kind = 'layer')"
        )

    def _sign(self, stamp: Stamp, numbers: set[int]) -> Gesture:
        """Enter the merge itself."""
        edit = Edit(None, Merge(MergeId(new_uuid()), stamp.project, ranges_of(numbers), stamp.sources))
        apply(self._connection, edit)
        gesture = Gesture(GestureId(new_uuid()), stamp.by, stamp.at, (edit,))
        journal.append(self._connection, [gesture], project=stamp.project, scheme=stamp.scheme)
        return gesture

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
