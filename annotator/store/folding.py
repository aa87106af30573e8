"""The journal walked from end to end: every hash, every chain, and the state that it all adds up to."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, func, select

from annotator.model import chains
from annotator.model.edits import EditError, Entry, Merge, State, apply
from annotator.store import schema
from annotator.store.entries import entry_of, lost, proved_entry
from annotator.store.settling import numbers_of

type Wrong = tuple[str, str]
"""Where something is wrong, and what."""


class Walk:
    """One pass over the journal. After it `state` is what it adds up to, `wrong` what is not as promised.

    Most chains are one line and are folded as they come; those that forked, were joined or taken back are kept until
    they are whole.
    """

    def __init__(self, connection: Connection) -> None:
        """Walk."""
        self.state: State = {}
        self.wrong: list[Wrong] = []
        self._heads: dict[bytes, bytes] = {}
        self._branched: dict[bytes, list[tuple[Row[Any], Entry]]] = {chain: [] for chain in _branched(connection)}
        self._merged: set[int] = set()
        query = select(schema.journal).order_by(schema.journal.c.seq).execution_options(yield_per=500)
        for row in connection.execute(query):
            try:
                self._take(row)
            except EditError as error:
                self.wrong.append((f"entry {row.seq}", str(error)))
            except Exception as error:  # a damaged entry may fail in any way, and must not stop the check
                self.wrong.append((f"entry {row.seq}", f"it cannot be read: {error}"))
        aside = self._fold_branched()
        held = {(row.seq, row.why) for row in connection.execute(select(schema.aside))}
        for seq, _ in sorted(aside ^ held):
            self.wrong.append((f"entry {seq}", "it is not aside, or counts, as the journal says"))

    def _take(self, row: Row[Any]) -> None:
        entry = proved_entry(row)
        if entry is None:
            self.wrong.append((f"entry {row.seq}", "its hash is not that of what it says"))
            entry = entry_of(row)
        if row.chain in self._branched:
            self._branched[row.chain].append((row, entry))
            return
        if row.previous != self._heads.get(row.chain, b""):
            self.wrong.append((f"entry {row.seq}", "it does not follow the entry before it in its chain"))
        self._heads[row.chain] = row.id
        for edit in entry.gesture.edits:
            if isinstance(edit.after, Merge):
                self._merged |= numbers_of([edit.after])
            apply(self.state, edit)

    def _fold_branched(self) -> set[tuple[int, str]]:
        """Fold the chains that are no line; returns the entries that are aside, and why."""
        undone = self._merged - numbers_of(noun for noun in self.state.values() if isinstance(noun, Merge))
        aside = {(seq, "undone") for seq in undone}
        for numbered in self._branched.values():
            left_out = set(lost((row for row, _ in numbered), undone).values())
            aside |= {(seq, "undone") for seq in left_out}
            counting = {entry.id: row.seq for row, entry in numbered if row.seq not in left_out}
            entries = [entry for _, entry in numbered if entry.id in counting]
            try:
                if chains.owner_of(entries) is not None:
                    found = chains.standing(entries)
                    self.state |= found.state
                    aside |= {(counting[id_], "side") for id_ in found.aside}
                elif entries:
                    shared = chains.joined(entries)
                    self.state |= {key: noun for key, noun in shared.items() if chains.decided(noun) is not None}
            except EditError as error:
                self.wrong.append((f"chain {entries[0].chain}", str(error)))
        return aside


def _branched(connection: Connection) -> Iterator[bytes]:
    """Yield the chains that are more than a line: some entry has two after it, follows two, or lies aside."""
    j = schema.journal
    forked = select(j.c.chain).group_by(j.c.chain).having(func.count() > func.count(j.c.previous.distinct()))
    joining = select(j.c.chain).where(func.length(j.c.previous) > 32)
    aside = select(j.c.chain).where(j.c.seq.in_(select(schema.aside.c.seq)))
    for row in connection.execute(forked.union(joining, aside)):
        yield row.chain
