"""What gold could be by rule: proposals for cases, and the links that rulings bring along; nothing is committed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from annotator.model.case import Case
from annotator.model.edits import Edit
from annotator.model.ids import AnnotatorId, EvidenceId, LinkId, SpanId, new_uuid
from annotator.model.layer import Evidence, LabelledDocument, Link, Span
from annotator.model.ruling import Reason, Ruling

type Rule = Literal["equal", "majority"]
RULES: tuple[Rule, ...] = ("equal", "majority")
"""What can be settled in bulk: where all are equal, or where more than half of those who did the document agree."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a rule would rule on a case: one annotator's span, or none where most have none."""

    case: Case
    span: Span | None
    reason: Reason


def proposals(cases: Iterable[Case], rule: Rule) -> tuple[Proposal, ...]:
    """Return what a rule says of cases; those it says nothing of are left out."""
    made = (_agreed(case) if rule == "equal" else _majority(case) for case in cases)
    return tuple(proposal for proposal in made if proposal is not None)


def copied_links(
    gold: LabelledDocument, layers: Sequence[LabelledDocument], rulings: Sequence[Ruling], *, needed: int = 1
) -> list[Edit]:
    """Return the links, with their evidence, that new rulings bring to gold from these layers.

    A link comes when at least so many of the layers have it, when one of its ends was ruled on now, and when both are
    in gold; links that gold has are not doubled.
    """
    taken = _gold_of((*gold.rulings, *rulings))
    now = _gold_of(rulings).keys()
    have = {(link.type, link.source, link.target) for link in gold.links}
    votes: dict[tuple[str, SpanId, str], list[tuple[Link, Evidence | None]]] = {}
    for layer in layers:
        pieces = {piece.id: piece for piece in layer.evidence}
        for link in layer.links:
            piece = pieces.get(EvidenceId(link.target)) if link.target_kind == "evidence" else None
            target = _target(link, piece, taken)
            if link.source in taken and target and (link.source in now or link.target in now):
                votes.setdefault((link.type, taken[link.source], target), []).append((link, piece))
    drawn = {key: found for key, found in votes.items() if len(found) >= needed and key not in have}
    return [edit for (_, source, target), found in drawn.items() for edit in _copied(gold, *found[0], source, target)]


def _target(link: Link, piece: Evidence | None, taken: Mapping[SpanId, SpanId]) -> str:
    """Return what a link goes to in gold, empty when it is not there; evidence is known by what it says."""
    if link.target_kind == "span":
        return taken.get(SpanId(link.target), "")
    return repr(sorted(piece.record.items())) if piece is not None else link.target


def _copied(gold: LabelledDocument, link: Link, piece: Evidence | None, source: SpanId, target: str) -> Iterator[Edit]:
    if piece is not None:
        made = replace(piece, id=EvidenceId(new_uuid()), layer_id=gold.layer.id)
        yield Edit(None, made)
        target = made.id
    yield Edit(None, replace(link, id=LinkId(new_uuid()), layer_id=gold.layer.id, source=source, target=target))


def _gold_of(rulings: Iterable[Ruling]) -> dict[SpanId, SpanId]:
    return {opinion.span_id: ruling.spans[0] for ruling in rulings if ruling.spans for opinion in ruling.decided_on}


def _agreed(case: Case) -> Proposal | None:
    return Proposal(case, _first(case), "agreed") if case.agreed else None


def _majority(case: Case) -> Proposal | None:
    """Return the extent and label that more than half have, with the attributes that most of these gave."""
    voters = len(case.spans) + len(case.missing)
    if 2 * len(case.missing) > voters:
        return Proposal(case, None, "majority")
    votes = Counter((span.label, span.fragments) for span in case.spans.values())
    (label, fragments), count = votes.most_common(1)[0]
    if 2 * count <= voters:
        return None
    alike = [s for _, s in _by_annotator(case) if (s.label, s.fragments) == (label, fragments)]
    attributes = Counter(_frozen(span) for span in alike).most_common(1)[0][0]
    return Proposal(case, next(span for span in alike if _frozen(span) == attributes), "majority")


def _first(case: Case) -> Span:
    return next(span for _, span in _by_annotator(case))


def _by_annotator(case: Case) -> list[tuple[AnnotatorId, Span]]:
    return sorted(case.spans.items())


def _frozen(span: Span) -> tuple[tuple[str, object], ...]:
    return tuple(sorted(span.attributes.items()))
