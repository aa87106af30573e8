"""Forked layers: which there are, and the entry that joins their sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from annotator.model import chains
from annotator.model.edits import Edit, Entry, Gesture, State
from annotator.model.ids import ChainId
from annotator.store import schema
from annotator.store.codec import uuid_bytes, uuid_text
from annotator.store.entries import row_of
from annotator.store.settling import counting, settle


@dataclass(frozen=True, slots=True)
class ForkedChain:
    """A layer's chain that its owner has to settle: its entries, the head that stands and the sides that do not."""

    chain: ChainId
    entries: tuple[Entry, ...]
    head: str
    sides: tuple[str, ...]


def forked(connection: Connection) -> list[ForkedChain]:
    """Return the layers that have sides to settle."""
    j, aside = schema.journal, schema.aside
    query = select(j.c.chain).join(aside, aside.c.seq == j.c.seq).where(aside.c.why == "side").distinct()
    found = []
    for chain in sorted(connection.execute(query).scalars()):
        entries = tuple(entry for _, entry in counting(connection, chain))
        stands = chains.standing(entries)
        if stands.sides:
            found.append(ForkedChain(ChainId(uuid_text(chain)), entries, stands.head, stands.sides))
    return found


def join(connection: Connection, fork: ForkedChain, gesture: Gesture, *, scheme: str) -> None:
    """Append the entry that follows all sides of a fork; its edits lead on from what stands."""
    others = (id_ for id_ in chains.heads_of(fork.entries) if id_ != fork.head)
    previous = b"".join(map(bytes.fromhex, (fork.head, *others)))
    row = row_of(gesture, fork.chain, previous=previous, scheme=scheme)
    connection.execute(insert(schema.journal), row)
    settle(connection, [uuid_bytes(fork.chain)])


def edits_to(fork: ForkedChain, wanted: State) -> Sequence[Edit]:
    """Return the edits that lead from what stands to another state."""
    return chains.edits_between(chains.state_at(fork.entries, fork.head), wanted)
