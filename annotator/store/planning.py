"""What a merge would do: by layer and document, found out without changing anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from sqlalchemy import Connection, func, select

from annotator.model import chains
from annotator.model.edits import Entry, State
from annotator.model.layer import Span, words_of
from annotator.model.told import Sentence, sentence
from annotator.store import schema
from annotator.store.entries import entry_of
from annotator.store.settling import counting, layer_state, not_undone
from annotator.store.spool import ChainRow, DocumentRow, Spool

type Verdict = Literal["new", "same", "changed", "refused"]


@dataclass(frozen=True, slots=True)
class LayerPlan:
    """What becomes of one layer. ``plain`` says that nothing of it is here yet, so that its rows can be copied.

    ``before`` and ``after`` count spans, ``forked`` that its owner has something to settle.
    """

    chain: bytes
    document: bytes
    annotator: bytes
    files: tuple[int, ...]
    verdict: Verdict
    before: int = 0
    after: int = 0
    made: int = 0
    changed: int = 0
    erased: int = 0
    forked: bool = False
    plain: bool = False
    reason: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merge would do with every layer; ``new`` are the documents that are not here, ``joined`` the chains of
    documents that are here and of which the files know more.
    """

    layers: tuple[LayerPlan, ...] = ()
    new: tuple[DocumentRow, ...] = ()
    joined: tuple[bytes, ...] = ()
    known: frozenset[bytes] = field(default_factory=frozenset)

    @property
    def nothing_new(self) -> bool:
        """Tell whether everything is here already, or refused."""
        return not self.new and not self.joined and all(one.verdict in ("same", "refused") for one in self.layers)


def plan(connection: Connection, spool: Spool, labels: frozenset[str]) -> Plan:
    """Return what merging a spool would do in a project whose scheme has these labels."""
    here = set(connection.execute(select(schema.document.c.id)).scalars())
    with_text = spool.with_text()
    new = tuple(row for row in spool.documents() if row.id not in here and row.id in with_text)
    look = _Look(connection, spool, labels, frozenset(here | {row.id for row in new}))
    layers = [look.at(list(rows)) for _, rows in groupby(spool.chains("layer"), key=lambda row: row.chain)]
    # a document whose layers are all refused is not touched either
    refused = {one.document for one in layers} - {one.document for one in layers if one.verdict != "refused"}
    known = frozenset(row.chain for row in spool.chains("document") if row.chain in here - refused)
    joined = tuple(sorted(chain for chain in known if spool.ids(chain) - ids_here(connection, chain)))
    return Plan(tuple(layers), tuple(row for row in new if row.id not in refused), joined, known)


class _Look:
    """Layers of a spool being looked at; ``allowed`` are the documents that are here or come along."""

    def __init__(self, connection: Connection, spool: Spool, labels: frozenset[str], allowed: frozenset[bytes]) -> None:
        self._connection, self._spool, self._labels, self._allowed = connection, spool, labels, allowed
        self._ever_here = set(connection.execute(select(schema.journal.c.chain).distinct()).scalars())
        self._with_text, self._labels_of = spool.with_text(), spool.labels()

    def at(self, rows: Sequence[ChainRow]) -> LayerPlan:
        """Return what would become of a layer, given how each file has it."""
        row = rows[0]
        found = LayerPlan(row.chain, row.document, row.annotator, tuple(one.file for one in rows), "same")
        if row.document not in self._allowed:
            return _refused(found, Sentence("Its text is neither here nor in the file."))
        one_end = row.line and len({one.ends for one in rows}) == 1
        if row.chain not in self._ever_here and one_end and row.document in self._with_text:
            plain = replace(found, verdict="new", after=row.spans, made=row.spans, plain=True)
            return self._strange(found, self._labels_of.get(row.chain, set())) or plain
        if not self._spool.ids(row.chain) - ids_here(self._connection, row.chain):
            count = self._spans_here(row.chain)
            return replace(found, before=count, after=count)
        return self._compared(found)

    def _compared(self, found: LayerPlan) -> LayerPlan:
        """Return the plan of a layer whose entries have to be brought together to be counted."""
        stands = chains.standing(together(self._connection, self._spool, found.chain))
        before = _spans(layer_state(self._connection, found.chain))
        after = _spans(stands.state)
        words = self._spool.text(found.document) or _text_here(self._connection, found.document)
        if any(words_of(words, span.fragments) != span.words for span in after.values()):
            return _refused(found, Sentence("Its spans do not have the words of the text that is here."))
        return self._strange(found, {span.label for span in after.values()}) or replace(
            found,
            verdict="changed" if before else "new",
            before=len(before),
            after=len(after),
            made=len(after.keys() - before.keys()),
            changed=sum(before[key] != span for key, span in after.items() if key in before),
            erased=len(before.keys() - after.keys()),
            forked=bool(stands.sides),
        )

    def _strange(self, found: LayerPlan, labels: set[str]) -> LayerPlan | None:
        """Return a refusal when the scheme here does not have one of these labels."""
        strange = sorted(labels - self._labels)
        if not strange:
            return None
        return _refused(found, sentence("The scheme of this project has no label “{label}”.", label=strange[0]))

    def _spans_here(self, chain: bytes) -> int:
        span, layer = schema.span, schema.layer
        query = select(func.count()).select_from(span).join(layer, layer.c.position == span.c.layer)
        return self._connection.execute(query.where(layer.c.id == chain)).scalar() or 0


def _refused(found: LayerPlan, why: Sentence) -> LayerPlan:
    return replace(found, verdict="refused", reason=why)


def ids_here(connection: Connection, chain: bytes) -> set[bytes]:
    """Return the ids of the entries of a chain that count here, or lie on a side."""
    j = schema.journal
    query = select(j.c.id).where(j.c.chain == chain, not_undone())
    return set(connection.execute(query).scalars())


def together(connection: Connection, spool: Spool, chain: bytes) -> list[Entry]:
    """Return the entries of a chain, those that count here and those of the files, each after those it follows.

    Time that was noted here after an entry whose merge was taken back counts again when that entry comes again.
    """
    here = [entry for _, entry in counting(connection, chain)]
    known = {entry.id for entry in here}
    both = [*here, *(entry_of(raw) for raw in spool.entries(chain) if raw.id.hex() not in known)]
    known = {entry.id for entry in both}
    query = select(schema.journal).where(schema.journal.c.chain == chain, ~not_undone())
    for entry in map(entry_of, connection.execute(query.order_by(schema.journal.c.seq))):
        if entry.id not in known and chains.only_time(entry) and known.issuperset(chains.parents_of(entry)):
            known.add(entry.id)
            both.append(entry)
    return both


def _spans(state: State) -> dict[tuple[str, str], Span]:
    return {key: noun for key, noun in state.items() if isinstance(noun, Span)}


def _text_here(connection: Connection, document: bytes) -> str:
    d, t = schema.document, schema.text
    query = select(t.c.text).join(d, d.c.position == t.c.document).where(d.c.id == document)
    return str(connection.execute(query).scalar_one())
