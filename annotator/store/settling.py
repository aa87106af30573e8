"""From chains to tables: what the entries of a chain that count add up to is written where it is not there yet.

An entry is *aside* when it does not count in the tables: on a side of a fork that does not stand, or because the merge
that it came with was taken back. Both stay in the journal.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, select
from sqlalchemy.dialects.sqlite import insert

from annotator.model import chains
from annotator.model.document import Document
from annotator.model.edits import Edit, EditError, Entry, Merge, State, key_of
from annotator.model.ids import DocumentId, ProjectId
from annotator.model.layer import Entity, Layer, Span
from annotator.store import reading, schema
from annotator.store.codec import uuid_text
from annotator.store.entries import entry_of, follows, lost
from annotator.store.tables import INSERTS, SPANS, TABLES, apply, current, layer_of, merge_of, noun_of, record_of

_OWNED = {kind: table for kind, table in TABLES.items() if "layer" in table.c}
"""What hangs on a layer."""
_FEW = (Layer, Document)
CHUNK = 500
"""How many values one statement is given."""


def undone() -> Select[tuple[int]]:
    """Return the query of entries whose merge was taken back."""
    return select(schema.aside.c.seq).where(schema.aside.c.why == "undone")


def not_undone() -> ColumnElement[bool]:
    """Return the condition that an entry's merge was not taken back, looked up entry by entry: for one chain."""
    aside = schema.aside
    return ~exists().where(aside.c.seq == schema.journal.c.seq, aside.c.why == "undone")


def counting(connection: Connection, chain: bytes) -> list[tuple[int, Entry]]:
    """Return a chain's entries with their numbers, without those whose merge was taken back."""
    j = schema.journal
    query = select(j).where(j.c.chain == chain, not_undone()).order_by(j.c.seq)
    return [(row.seq, entry_of(row)) for row in connection.execute(query)]


def settle(connection: Connection, owners: Iterable[bytes]) -> None:
    """Write what these chains add up to now to the tables; runs inside the caller's transaction.

    A document stays even when nothing speaks of it any more: what came into a project stays in it.
    Raises EditError for a chain whose entries do not fit each other.
    """
    for chain in owners:
        numbered = counting(connection, chain)
        entries = [entry for _, entry in numbered]
        if chains.owner_of(entries) is not None:
            found = chains.standing(entries)
            write(connection, chains.edits_between(layer_state(connection, chain), found.state))
            _set_aside(connection, chain, [seq for seq, entry in numbered if entry.id in found.aside])
        elif current_layer(connection, chain):
            _empty(connection, [chain])
        else:
            _settle_shared(connection, chain, chains.joined(entries) if entries else {})


def write(connection: Connection, edits: Sequence[Edit]) -> None:
    """Write edits to the tables, in bulk where there can be many."""
    for edit in edits:
        if edit.after is None:
            apply(connection, edit)
    for edit in edits:
        if isinstance(edit.after, _FEW):
            apply(connection, edit)
    for kind in (*_OWNED, Entity):
        records = [record_of(edit.after) for edit in edits if isinstance(edit.after, kind)]
        if records:
            connection.execute(INSERTS[kind].prefix_with("OR REPLACE"), records)


def commit_merge(connection: Connection, edit: Edit) -> None:
    """Let the entries of a merge count, or no longer; raises EditError when something was built on them since."""
    merge = edit.noun
    assert isinstance(merge, Merge)
    touched = chains_of(connection, numbers_of([merge]))
    apply(connection, edit)
    gone = ever_merged(connection) - numbers_of(merges(connection))
    whole = _wholly(connection, touched, gone)
    _set_undone(connection, [seq for numbers in whole.values() for seq in numbers])
    _empty(connection, list(whole))
    rest = [chain for chain in touched if chain not in whole]
    recount(connection, rest, gone)
    settle(connection, rest)


def _wholly(connection: Connection, touched: Sequence[bytes], gone: set[int]) -> dict[bytes, list[int]]:
    """Return the layers of which no entry counts any more, with the numbers of these: all that most merges bring."""
    j, found = schema.journal, dict[bytes, list[int]]()
    for some in chunks(touched):
        query = select(j.c.chain, j.c.seq).join(schema.layer, schema.layer.c.id == j.c.chain).where(j.c.chain.in_(some))
        for chain, seq in connection.execute(query):
            found.setdefault(chain, []).append(seq)
    return {chain: numbers for chain, numbers in found.items() if gone.issuperset(numbers)}


def recount(connection: Connection, touched: Iterable[bytes], gone: set[int]) -> None:
    """Say anew which entries of chains do not count, given those whose merge is taken back.

    Raises EditError when anything else follows one of them.
    """
    j, aside = schema.journal, schema.aside
    for chain in touched:
        rows = connection.execute(select(j).where(j.c.chain == chain).order_by(j.c.seq)).all()
        left_out = lost(rows, gone)
        if any(row.id not in left_out and follows(row, left_out) for row in rows):
            raise EditError("what came with the merge has been worked on since")
        own = select(j.c.seq).where(j.c.chain == chain)
        connection.execute(delete(aside).where(aside.c.why == "undone", aside.c.seq.in_(own)))
        _set_undone(connection, list(left_out.values()))


def _set_undone(connection: Connection, numbers: Sequence[int]) -> None:
    """Take entries out of what counts: what lay on a side is undone now, whichever side that was."""
    if numbers:
        rows = [{"seq": seq, "why": "undone"} for seq in numbers]
        connection.execute(insert(schema.aside).prefix_with("OR REPLACE"), rows)


def merges(connection: Connection) -> list[Merge]:
    """Return the merges that count."""
    project = connection.execute(select(schema.project.c.id)).scalar_one()
    return [merge_of(row, ProjectId(uuid_text(project))) for row in connection.execute(select(schema.merge))]


def numbers_of(merges_: Iterable[Merge]) -> set[int]:
    """Return the numbers of the entries of merges."""
    return {seq for merge in merges_ for first, last in merge.entries for seq in range(first, last + 1)}


def chunks[T](values: Sequence[T]) -> Iterable[Sequence[T]]:
    """Yield values in lots that one statement can take."""
    return (values[at : at + CHUNK] for at in range(0, len(values), CHUNK))


def current_layer(connection: Connection, chain: bytes) -> Layer | None:
    """Return the layer whose chain this is, None when it is another chain or the layer is not there."""
    row = connection.execute(select(schema.layer).where(schema.layer.c.id == chain)).first()
    return None if row is None else layer_of(row)


def layer_state(connection: Connection, chain: bytes) -> State:
    """Return what the tables hold of a layer."""
    layer = current_layer(connection, chain)
    if layer is None:
        return {}
    state: State = {key_of(layer): layer}
    for kind, table in _OWNED.items():
        query = SPANS.where(schema.layer.c.id == chain) if kind is Span else select(table).where(table.c.layer == chain)
        nouns = (noun_of(kind, row, ProjectId("")) for row in connection.execute(query))
        state |= {key_of(noun): noun for noun in nouns}
    return state


def _set_aside(connection: Connection, chain: bytes, numbers: Sequence[int]) -> None:
    """Say which entries of a layer's chain lie on sides that do not stand."""
    own = select(schema.journal.c.seq).where(schema.journal.c.chain == chain)
    aside = schema.aside
    connection.execute(delete(aside).where(aside.c.why == "side", aside.c.seq.in_(own)))
    if numbers:
        connection.execute(insert(aside), [{"seq": seq, "why": "side"} for seq in numbers])


def _empty(connection: Connection, layers: Sequence[bytes]) -> None:
    """Take layers out of the tables of which no entry counts any more."""
    for some in chunks(layers):
        positions = select(schema.layer.c.position).where(schema.layer.c.id.in_(some))
        connection.execute(delete(schema.span).where(schema.span.c.layer.in_(positions)))
        for kind, table in _OWNED.items():
            if kind is not Span:
                connection.execute(delete(table).where(table.c.layer.in_(some)))
        connection.execute(delete(schema.layer).where(schema.layer.c.id.in_(some)))


def _settle_shared(connection: Connection, chain: bytes, state: State) -> None:
    edits = []
    for noun in state.values():
        held = current(connection, noun)
        if held != noun:
            edits.append(Edit(held, noun))
    known = {noun.id for noun in state.values() if isinstance(noun, Entity)}
    for entity in reading.entities(connection, DocumentId(uuid_text(chain))):
        if entity.status != "auto" and entity.id not in known:
            edits.append(Edit(entity, _made_by_machine(connection, chain, entity)))
    write(connection, edits)


def _made_by_machine(connection: Connection, chain: bytes, entity: Entity) -> Entity | None:
    """Return an entity as the machine had made it before people decided on it, None for one that people added."""
    j, key = schema.journal, key_of(entity)
    rows = connection.execute(select(j).where(j.c.chain == chain).order_by(j.c.seq))
    befores = (edit.before for row in rows for edit in entry_of(row).gesture.edits if key_of(edit.noun) == key)
    first = next(befores, None)
    return first if isinstance(first, Entity) and first.status == "auto" else None


def chains_of(connection: Connection, numbers: set[int]) -> list[bytes]:
    """Return the chains on which entries of these numbers lie."""
    found: dict[bytes, None] = {}
    for some in chunks(sorted(numbers)):
        query = select(schema.journal.c.chain).where(schema.journal.c.seq.in_(some)).distinct()
        found |= dict.fromkeys(connection.execute(query).scalars())
    return list(found)


def ever_merged(connection: Connection) -> set[int]:
    """Return the numbers of the entries that came by a merge, whether it still counts or was taken back."""
    project = connection.execute(select(schema.project.c.id)).scalar_one()
    rows = connection.execute(select(schema.journal).where(schema.journal.c.chain == project))
    edits = (edit for row in rows for edit in entry_of(row).gesture.edits)
    return numbers_of(edit.after for edit in edits if isinstance(edit.after, Merge))
