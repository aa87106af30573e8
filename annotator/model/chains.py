"""Chains that went on in several places: what they add up to, what lies aside, what people have to settle.

A chain is a set of entries, each naming the entries that it follows. What it adds up to depends on that set alone: not
on clocks, nor on the order in which the entries came to be here.

A *layer* has one owner. Where its chain forks, one side stands as it is and the others lie aside until the owner has
settled it. A *document* is shared: its chain is joined noun by noun, and the next entry follows all ends.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from annotator.model.document import Document
from annotator.model.edits import Edit, EditError, Entry, Noun, State, apply, key_of
from annotator.model.ids import AnnotatorId
from annotator.model.layer import Entity, Layer, Link, Timing

type Key = tuple[str, str]
type Place = tuple[str, Key]
type Last = dict[Key, frozenset[Place]]
_HASH = 64
_DECIDED = {"confirmed": 0, "added": 0, "rejected": 1, "auto": 2}
_IMPORT = ("encoding", "original_sha256", "changes")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a layer's chain adds up to: the state at the head that stands.

    ``aside`` are the entries that do not lead to it, ``sides`` the other heads whose state is neither that of the head
    nor of anything before it: the owner has to settle them.
    """

    head: str
    state: State
    aside: frozenset[str]
    sides: tuple[str, ...]


def parents_of(entry: Entry) -> tuple[str, ...]:
    """Return the ids of the entries that an entry follows, none for the first of a chain."""
    return tuple(entry.previous[at : at + _HASH] for at in range(0, len(entry.previous), _HASH))


def is_shared(noun: Noun) -> bool:
    """Tell whether a noun lies on a shared chain, which is a document's."""
    return isinstance(noun, Entity | Document)


def heads_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return the ids of the entries that nothing follows, sorted."""
    followed = {parent for entry in entries for parent in parents_of(entry)}
    return tuple(sorted(entry.id for entry in entries if entry.id not in followed))


def standing(entries: Sequence[Entry]) -> Standing:
    """Return what a layer's chain adds up to; entries come after those that they follow.

    Of several heads that one stands which has most entries by the owner behind it, then most entries, then the smallest
    id. An entry that follows it stands in its turn, so that whoever labels on sees what they do.
    Raises EditError for entries that do not fit what they follow, or follow what is not there.
    """
    if _one_line(entries):
        state: State = {}
        for entry in entries:
            _apply_all(state, entry)
        return Standing(entries[-1].id, state, frozenset(), ())
    rank = _ranks(entries)
    states = _states(entries)
    head = min(states, key=lambda id_: (*rank[id_], id_))
    path = path_to(entries, head)
    sides = tuple(sorted(id_ for id_ in states if id_ != head))
    if sides:
        sides = _unsettled(path, {id_: _worked(states[id_]) for id_ in sides})
    on_path = {entry.id for entry in path}
    aside = frozenset(entry.id for entry in entries if entry.id not in on_path)
    return Standing(head, states[head], aside, sides)


def path_to(entries: Sequence[Entry], head: str) -> list[Entry]:
    """Return the entries that lead to one, oldest first; where one joins several, the first of them is followed."""
    by_id = {entry.id: entry for entry in entries}
    path = []
    at: str | None = head
    while at is not None:
        path.append(by_id[at])
        at = next(iter(parents_of(by_id[at])), None)
    return path[::-1]


def state_at(entries: Sequence[Entry], head: str) -> State:
    """Return the state of a layer at one of its entries."""
    state: State = {}
    for entry in path_to(entries, head):
        _apply_all(state, entry)
    return state


def common_state(entries: Sequence[Entry], one: str, other: str) -> State:
    """Return the state of a layer where the ways to two entries part; nothing where they never met."""
    state: State = {}
    for left, right in zip(path_to(entries, one), path_to(entries, other), strict=False):
        if left.id != right.id:
            break
        _apply_all(state, left)
    return state


def joined(entries: Sequence[Entry]) -> State:
    """Return what a shared chain adds up to; entries come after those that they follow.

    For each noun count the last edits of it, those that no later one follows. Where they differ, a decision stands
    before none and a confirmation before a rejection; of what is known of a document, what was changed stands before
    what came with the import; else the smallest value. Machine-made entities are kept as such.
    Raises EditError for entries that do not fit what they follow, or follow what is not there.
    """
    seen: dict[str, Last] = {}
    values: dict[Place, Noun | None] = {}
    firsts: dict[Place, Noun | None] = {}
    older: dict[Place, frozenset[Place]] = {}
    for entry in entries:
        before = _merged([_there(seen, parent) for parent in parents_of(entry)], older)
        for edit in entry.gesture.edits:
            key = key_of(edit.noun)
            here, last = (entry.id, key), before.get(key, frozenset())
            if decided(_settle(last, values, firsts)) != decided(edit.before):
                raise EditError(f"{' '.join(key)} is not what the edit says it was")
            firsts[here] = firsts[min(last)] if last else edit.after
            values[here] = edit.after
            older[here] = last.union(*(older[place] for place in last)) - {here}
            before[key] = frozenset({here})
        seen[entry.id] = before
    left = _merged([seen[head] for head in heads_of(entries)], older)
    settled = {key: _settle(last, values, firsts) for key, last in left.items()}
    return {key: noun for key, noun in settled.items() if noun is not None}


def _one_line(entries: Sequence[Entry]) -> bool:
    """Tell whether each entry follows the one before it, as nearly always."""
    return all(entry.previous == before for entry, before in zip(entries, ("", *(e.id for e in entries)), strict=False))


def _ranks(entries: Sequence[Entry]) -> dict[str, tuple[int, int]]:
    """Return by entry how many of the owner's, and how many in all, lead to it at most: both negative."""
    owner = owner_of(entries)
    ranks: dict[str, tuple[int, int]] = {}
    for entry in entries:
        before = [_there(ranks, parent) for parent in parents_of(entry)]
        own = min((rank[0] for rank in before), default=0) - (entry.gesture.annotator_id == owner)
        ranks[entry.id] = own, min((rank[1] for rank in before), default=0) - 1
    return ranks


def owner_of(entries: Sequence[Entry]) -> AnnotatorId | None:
    """Return whose layer a chain is, as the edit that makes it says; None for any other chain."""
    nouns = (edit.noun for entry in entries for edit in entry.gesture.edits)
    return next((noun.annotator_id for noun in nouns if isinstance(noun, Layer)), None)


def _states(entries: Sequence[Entry]) -> dict[str, State]:
    """Return the state at each head."""
    first = [next(iter(parents_of(entry)), "") for entry in entries]
    waiting = Counter(first)
    states: dict[str, State] = {}
    for entry, parent in zip(entries, first, strict=True):
        waiting[parent] -= 1
        held = states[parent] if parent else {}
        state = dict(held) if waiting[parent] else states.pop(parent, {})
        _apply_all(state, entry)
        states[entry.id] = state
    heads = set(heads_of(entries))
    return {id_: state for id_, state in states.items() if id_ in heads}


def _apply_all(state: State, entry: Entry) -> None:
    for edit in entry.gesture.edits:
        apply(state, edit)


def _unsettled(path: Sequence[Entry], sides: dict[str, State]) -> tuple[str, ...]:
    """Return the sides whose state is none of those on the way to the head."""
    left = dict(sides)
    state: State = {}
    for entry in path:
        _apply_all(state, entry)
        here = _worked(state)
        left = {id_: side for id_, side in left.items() if side != here}
    return tuple(left)


def _worked(state: State) -> State:
    """Return a state without the time spent: time alone is nothing to settle."""
    return {key: noun for key, noun in state.items() if not isinstance(noun, Timing)}


def only_time(entry: Entry) -> bool:
    """Tell whether an entry only notes time spent: nobody builds on that, and it goes with what it follows."""
    return all(isinstance(edit.noun, Timing) for edit in entry.gesture.edits)


def _there[T](known: dict[str, T], id_: str) -> T:
    if id_ not in known:
        raise EditError("an entry follows one that is not there")
    return known[id_]


def _merged(ends: Sequence[Last], older: dict[Place, frozenset[Place]]) -> Last:
    """Return by noun the last edits of it that several ends know of, without those that another one followed."""
    if len(ends) == 1:
        return dict(ends[0])
    merged: Last = {}
    for key in {key for end in ends for key in end}:
        last = frozenset[Place]().union(*(end.get(key, frozenset()) for end in ends))
        merged[key] = last.difference(*(older[place] for place in last))
    return merged


def _settle(last: frozenset[Place], values: dict[Place, Noun | None], firsts: dict[Place, Noun | None]) -> Noun | None:
    """Return which of the last values of a noun stands."""
    nouns = [noun for place in last if (noun := values[place]) is not None]
    if len(nouns) < 2 or all(noun == nouns[0] for noun in nouns):
        return nouns[0] if nouns else None
    candidates = [(values[place], firsts[place]) for place in last]
    documents = [(n, first) for n, first in candidates if isinstance(n, Document) and isinstance(first, Document)]
    return _settled_document(documents) if documents else min(nouns, key=_order)


def _order(noun: Noun) -> tuple[int, str]:
    return (_DECIDED[noun.status] if isinstance(noun, Entity) else 0), repr(noun)


def _settled_document(candidates: Sequence[tuple[Document, Document]]) -> Document:
    """Return a document of which each field is what somebody made it, else the smallest that an import gave."""
    chosen: dict[str, object] = {}
    for names in _fields_together():
        values = [tuple(getattr(noun, name) for name in names) for noun, _ in candidates]
        begun = [tuple(getattr(first, name) for name in names) for _, first in candidates]
        changed = [value for value, first in zip(values, begun, strict=True) if value != first]
        chosen |= dict(zip(names, min(changed or values, key=lambda value: (not any(value), repr(value))), strict=True))
    return Document(**chosen)  # type: ignore[arg-type]  # the fields of documents, by name


def _fields_together() -> Iterator[tuple[str, ...]]:
    yield _IMPORT
    yield from ((field.name,) for field in fields(Document) if field.name not in _IMPORT)


def decided(noun: Noun | None) -> Noun | None:
    """Return a noun, but nothing for an entity that only a machine has made."""
    return None if isinstance(noun, Entity) and noun.status == "auto" else noun


def edits_between(before: State, after: State) -> tuple[Edit, ...]:
    """Return the edits that lead from one state of a layer to another, links last made and first erased."""
    gone = [Edit(noun, None) for key, noun in before.items() if key not in after]
    made = [Edit(before.get(key), noun) for key, noun in after.items() if before.get(key) != noun]
    return (*sorted(gone, key=_rank, reverse=True), *sorted(made, key=_rank))


def _rank(edit: Edit) -> int:
    return {Layer: 0, Link: 2}.get(type(edit.noun), 1)
