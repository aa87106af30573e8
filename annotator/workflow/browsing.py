"""Cases for the terminal: found through all documents by kind, label and people, and one of them ruled on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.model.case import DIFFERENCES, Case
from annotator.model.ids import AnnotatorId, DocumentId, annotator_id
from annotator.model.layer import Span
from annotator.model.ruling import REASONS, Reason, Ruling
from annotator.model.told import Told
from annotator.workflow.adjudicating import Adjudicating, Why
from annotator.workflow.settling import RULES, Rule


class BrowsingError(Told):
    """Something that was asked for and is not there."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases are wanted; empty is any. ``people`` are names: one who differs from anybody, or two who differ."""

    kind: str = ""
    label: str = ""
    people: tuple[str, ...] = ()
    document: str = ""
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """What one annotator has in a case: ``span`` is None where they have nothing."""

    annotator: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class CaseSeen:
    """A case with the words for who says what; ``id`` is that of one of its spans."""

    id: str
    document: str
    title: str
    differences: tuple[str, ...]
    waits: bool
    voices: tuple[Voice, ...]
    ruling: Ruling | None


def parse_kind(text: str) -> str:
    """Return a kind of difference. Raises BrowsingError for another word."""
    if text and text != "agreed" and text not in DIFFERENCES:
        kinds = ", ".join(("agreed", *DIFFERENCES))
        raise BrowsingError("“{text}” is no kind of difference: there are {kinds}.", text=text, kinds=kinds)
    return text


def parse_rule(text: str) -> Rule:
    """Return a rule. Raises BrowsingError for another word."""
    rule = next((one for one in RULES if one == text), None)
    if rule is None:
        raise BrowsingError("“{text}” is no rule: there are {rules}.", text=text, rules=", ".join(RULES))
    return rule


def parse_reason(text: str) -> Reason:
    """Return a reason. Raises BrowsingError for another word."""
    reason = next((one for one in REASONS if one == text), None)
    if reason is None:
        raise BrowsingError("“{text}” is no reason: there are {reasons}.", text=text, reasons=", ".join(REASONS))
    return reason


def browse(bench: Adjudicating, wanted: Wanted) -> Iterator[CaseSeen]:
    """Yield the cases that are wanted, by import order and place. Raises BrowsingError for a name nobody has."""
    names = {person.id: person.name for person in bench.project.annotators()}
    people = [annotator_id(name) for name in wanted.people]
    for id_, name in zip(people, wanted.people, strict=True):
        if id_ not in names:
            raise BrowsingError("There is no annotator “{name}” in this project.", name=name)
    for row, _ in bench.documents():
        if wanted.document in ("", row.id):
            for case in bench.open(row.id):
                if _lets_through(bench, case, wanted, people):
                    yield _seen(bench, case, names)


def case_of(bench: Adjudicating, span: str) -> Case:
    """Open the document of a case, and return it. Raises BrowsingError when no case has this span."""
    for row, _ in bench.documents():
        for case in bench.open(DocumentId(row.id)):
            if any(held.id == span for held in case.spans.values()):
                return case
    raise BrowsingError("No case has the span “{id}”.", id=span)


def take(bench: Adjudicating, case: Case, name: str, why: Why) -> None:
    """Take the span of somebody as gold. Raises BrowsingError when they have none there."""
    person = annotator_id(name)
    if person not in case.spans:
        raise BrowsingError("“{name}” has no span in this case.", name=name)
    bench.take(case, person, why)


def _lets_through(bench: Adjudicating, case: Case, wanted: Wanted, people: Sequence[AnnotatorId]) -> bool:
    if wanted.waiting and not bench.is_open(case):
        return False
    if wanted.kind and not (case.agreed if wanted.kind == "agreed" else wanted.kind in case.differences):
        return False
    if wanted.label and wanted.label not in case.labels:
        return False
    return not people or case.apart(people[0], people[1] if len(people) > 1 else None)


def _seen(bench: Adjudicating, case: Case, names: dict[AnnotatorId, str]) -> CaseSeen:
    everybody = sorted((*case.spans, *case.missing), key=lambda id_: names[id_])
    return CaseSeen(
        id=min(span.id for span in case.spans.values()),
        document=case.document_id,
        title=bench.gold.document.title,
        differences=tuple(sorted(case.differences)),
        waits=bench.is_open(case),
        voices=tuple(Voice(names[id_], case.spans.get(id_)) for id_ in everybody),
        ruling=bench.ruling_on(case),
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How an adjudication stands: how much was ``changed`` just now, cases, rulings and gold spans in all."""

    changed: int
    committed: bool
    cases: int
    ruled: int
    spans: int


def ruled(bench: Adjudicating, changed: int, *, committed: bool) -> Standing:
    """Return how the adjudication of all documents stands."""
    cases = waiting = spans = 0
    for row, _ in bench.documents():
        cases += len(bench.open(row.id))
        waiting += len(bench.waiting)
        spans += len(bench.gold.spans)
    return Standing(changed, committed, cases, cases - waiting, spans)


def finish(bench: Adjudicating) -> int:
    """Call the gold done of the documents on which nothing waits; returns of how many it was not before."""
    finished = 0
    for row, _ in bench.documents():
        bench.open(row.id)
        if bench.gold.layer.status != "done" and not bench.waiting:
            bench.annotating.set_status("done")
            finished += 1
    return finished
