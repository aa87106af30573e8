"""How steady an annotator is: with themself on documents that came a second time, and from window to window."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from annotator.agreement.arrays import Ints
from annotator.agreement.disorder import Settings, samples_for
from annotator.agreement.drift import FEWEST, change, label_changes, windows
from annotator.agreement.estimate import Estimate
from annotator.agreement.resampling import measured
from annotator.agreement.span_f1_exact import exact_common
from annotator.agreement.span_f1_overlap import overlap_common
from annotator.agreement.study import Study
from annotator.agreement.undefined import Undefined
from annotator.model.ids import AnnotatorId, DocumentId, LayerId, annotator_id, layer_id
from annotator.model.layer import GOLD, Annotator, second_reading
from annotator.model.told import Sentence, sentence
from annotator.store.project import Project
from annotator.workflow.calendar import day_of
from annotator.workflow.comparing import Comparison, comparison, gold_comparison
from annotator.workflow.figures import Figure, figure_of, gamma_figures, group, quick_figures

NEVER_AGAIN = Sentence("No finished document came a second time.")
NOBODY = Sentence("There is nobody to compare with: neither gold nor another annotator has done the same documents.")
_DAY = 86_400_000

type Finished = Mapping[LayerId, int]
"""When layers were finished, in milliseconds since 1970 UTC."""
type Labels = Sequence[Mapping[str, int]]
"""How many spans of which label (by key) each document has."""


@dataclass(frozen=True, slots=True)
class SelfAgreement:
    """How far an annotator agrees with themself: on how many documents, so many days apart (the median)."""

    annotator: str
    documents: int
    days: float | None
    measures: tuple[Figure, ...]
    undefined: Sentence | None


@dataclass(frozen=True, slots=True)
class Window:
    """Some documents one after the other, from when to when they were finished, and the agreement on them."""

    begin: str
    end: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class LabelChange:
    """The share of a label in the first and the second half of an annotator's documents, and the change."""

    label: str
    first: float
    second: float
    change: Figure


@dataclass(frozen=True, slots=True)
class Drift:
    """An annotator from window to window: agreement with gold, else with the others, and shares of labels.

    ``change`` is the last window less the first; ``undefined`` says why there are no windows.
    """

    annotator: str
    against_gold: bool
    documents: int
    windows: tuple[Window, ...]
    change: Figure | None
    labels: tuple[LabelChange, ...]
    undefined: Sentence | None


def self_agreement_of(project: Project, people: Sequence[Annotator], finished: Finished) -> Iterator[SelfAgreement]:
    """Yield each annotator's agreement with themself."""
    there = {person.id for person in project.annotators()}
    for person in people:
        second = second_reading(person.name)
        made = comparison(project, [person.name, second]) if annotator_id(second) in there else None
        count = 0 if made is None else int(made.study.common().sum())
        if made is None or not count:
            yield SelfAgreement(person.name, 0, None, (), NEVER_AGAIN)
            continue
        both = group(made, (0, 1), Settings(samples=samples_for(count)), {})
        figures = (*quick_figures(made, (0, 1)), *gamma_figures(both))
        yield SelfAgreement(person.name, count, _days(made, finished), figures, None)


def _days(made: Comparison, finished: Finished) -> float | None:
    """Return how many days lie between two readings, the median of those that are finished."""
    ids = [made.documents[n].id for n in np.flatnonzero(made.study.common())]
    ends = [[finished.get(layer_id(id_, person.id)) for person in made.people] for id_ in ids]
    between = [(second - first) / _DAY for first, second in ends if first is not None and second is not None]
    return median(between) if between else None


def drift_of(
    project: Project, people: Sequence[Annotator], finished: Finished, labels: Mapping[AnnotatorId, Labels]
) -> Iterator[Drift]:
    """Yield each annotator's windows and changes, in the order in which they finished their documents.

    ``labels`` are the labels of each annotator's finished documents in that order. Where gold has not enough for
    windows, the others may.
    """
    gold = gold_comparison(project, people)
    made = comparison(project, [person.name for person in people]) if len(people) > 1 else None
    for n, person in enumerate(people):
        changes = tuple(_label_changes(labels[person.id]))
        found = [Drift(person.name, False, 0, (), None, changes, NOBODY)]
        if made is not None:
            others = [other for other in range(len(people)) if other != n]
            found.insert(0, _drift(made, n, others, finished, changes))
        if gold is not None:
            found.insert(0, _drift(gold, n, [len(people)], finished, changes))
        yield min(found, key=lambda one: (not one.windows, not one.documents))


def _drift(
    made: Comparison, one: int, others: Sequence[int], finished: Finished, labels: tuple[LabelChange, ...]
) -> Drift:
    study, name = made.study, made.people[one].name
    with_gold = made.people[others[0]].name == GOLD
    own = _in_order(made, one, finished)
    shared = own[study.done[own][:, others].any(axis=1)]
    cut = windows(len(shared))
    if not cut:
        why = _too_few(len(shared), with_gold=with_gold) if len(shared) else NOBODY
        return Drift(name, with_gold, len(shared), (), None, labels, why)
    estimates = [_overlap(study, one, others, shared[each]) for each in cut]
    when = [finished[_layer(made, one, at)] for at in shared]
    held = tuple(
        Window(day_of(when[each][0]).isoformat(), day_of(when[each][-1]).isoformat(), _figure(estimate))
        for each, estimate in zip(cut, estimates, strict=True)
    )
    moved = _figure(change(estimates[0], estimates[-1]))
    return Drift(name, with_gold, len(shared), held, moved, labels, None)


def _too_few(found: int, *, with_gold: bool) -> Sentence:
    if with_gold:
        why = "Windows need {count} finished documents that gold has too; there are {found}."
    else:
        why = "Windows need {count} finished documents that others have done too; there are {found}."
    return sentence(why, count=2 * FEWEST, found=found)


def _in_order(made: Comparison, one: int, finished: Finished) -> Ints:
    """Return an annotator's finished documents in the order in which they were; imported at once, in import order."""
    when = {
        int(at): finished[owner]
        for at in np.flatnonzero(made.study.done[:, one])
        if (owner := _layer(made, one, at)) in finished
    }
    return np.array(sorted(when, key=lambda at: (when[at], at)), np.int64)


def _layer(made: Comparison, one: int, document: int | np.int64) -> LayerId:
    return layer_id(DocumentId(made.study.documents[document]), made.people[one].id)


def _overlap(study: Study, one: int, others: Sequence[int], documents: Ints) -> Estimate:
    """Return the mean overlap F1 of an annotator with each of the others on some documents."""
    some = study.between([one, *others], documents)
    pairs = [(0, n + 1) for n in range(len(others))]
    return overlap_common(some, exact_common(some)).f1(pairs)


def _label_changes(held: Labels) -> Iterator[LabelChange]:
    names = sorted({label for document in held for label in document})
    if len(held) < 2 * FEWEST or not names:
        return
    sizes = np.array([[document.get(label, 0) for label in names] for document in held], np.int64)
    for label, (first, second, moved) in zip(names, label_changes(sizes), strict=True):
        before, after = first.value, second.value
        if not isinstance(before, Undefined) and not isinstance(after, Undefined):
            yield LabelChange(label, before, after, _figure(moved, "label_share"))


def _figure(estimate: Estimate, name: str = "span_f1_overlap") -> Figure:
    return figure_of(name, measured(estimate), None, None, {})
