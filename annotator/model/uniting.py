"""Sides of a forked layer put together: what only one side changed is taken, what both changed is listed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.chains import Key, common_state, state_at
from annotator.model.edits import Entry, Noun, State, key_of
from annotator.model.layer import Evidence, Layer, Link, Span, Timing


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two sides made of the same thing: ``kept`` is what stands, ``other`` what the other side had."""

    kept: Noun
    other: Noun | None


def united(entries: Sequence[Entry], head: str, sides: Sequence[str]) -> tuple[State, tuple[Conflict, ...]]:
    """Return the state of a layer with all sides put together, and what they disagree on.

    A change stands before an erasure, what stands now before what the side has, times are added up. The same words
    under the same label are one span. Links that have lost an end go.
    """
    state = state_at(entries, head)
    conflicts: list[Conflict] = []
    for side in sides:
        base, theirs = common_state(entries, head, side), state_at(entries, side)
        for key in sorted(state.keys() | theirs.keys() | base.keys()):
            begun, mine, other = base.get(key), state.get(key), theirs.get(key)
            noun = _stands(begun, mine, other)
            if noun is None:
                state.pop(key, None)
                continue
            state[key] = noun
            if begun not in (mine, other) and mine != other and not isinstance(noun, Timing):
                conflicts.append(Conflict(noun, other if noun == mine else mine))
        conflicts += _without_twins(state, theirs)
    _drop_loose_links(state)
    return state, tuple(conflicts)


def _stands(base: Noun | None, mine: Noun | None, theirs: Noun | None) -> Noun | None:
    """Return what stands of three states of a noun: that at the fork and those of both sides."""
    if theirs in (mine, base):
        return mine
    if mine == base:
        return theirs
    if isinstance(mine, Timing) and isinstance(theirs, Timing):
        begun = base.seconds if isinstance(base, Timing) else 0
        return replace(mine, seconds=mine.seconds + theirs.seconds - begun)
    if isinstance(mine, Layer):
        return replace(mine, status="in_progress")
    return theirs if mine is None else mine


def _without_twins(state: State, theirs: State) -> list[Conflict]:
    """Make one span of two with the same words and label; links follow, what differs besides is listed."""
    first: dict[tuple[str, object], Span] = {}
    renamed: dict[str, str] = {}
    conflicts = []
    spans = [noun for noun in state.values() if isinstance(noun, Span)]
    for span in sorted(spans, key=lambda span: (key_of(span) in theirs, span.id)):
        kept = first.setdefault((span.label, span.fragments), span)
        if kept is not span:
            renamed[span.id] = kept.id
            del state[key_of(span)]
            if (kept.attributes, kept.note) != (span.attributes, span.note):
                conflicts.append(Conflict(kept, span))
    for key, noun in list(state.items()):
        if isinstance(noun, Link) and {noun.source, noun.target} & renamed.keys():
            source, target = (renamed.get(end, end) for end in (noun.source, noun.target))
            state[key] = replace(noun, source=source, target=target)  # type: ignore[arg-type]  # ids of spans
    return conflicts


def _drop_loose_links(state: State) -> None:
    ends = {noun.id for noun in state.values() if isinstance(noun, Span | Evidence)}
    loose: list[Key] = [
        key
        for key, noun in state.items()
        if isinstance(noun, Link)
        and (noun.source not in ends or (noun.target_kind != "entity" and noun.target not in ends))
    ]
    for key in loose:
        del state[key]
