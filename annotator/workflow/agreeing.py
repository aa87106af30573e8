"""Measuring agreement: a project's report with figures, pairs, documents, confusion, losses, gold and competence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from annotator.agreement.against_gold import against_gold
from annotator.agreement.arrays import Floats
from annotator.agreement.dawid_skene import dawid_skene, enough, votes
from annotator.agreement.disorder import Settings, samples_for
from annotator.agreement.estimate import Estimate
from annotator.agreement.gamma import gamma
from annotator.agreement.mace import mace
from annotator.agreement.resampling import measured
from annotator.agreement.span_f1_exact import exact_common
from annotator.agreement.span_f1_overlap import overlap_common
from annotator.agreement.undefined import Undefined, Value
from annotator.model.ids import DocumentId
from annotator.model.layer import GOLD
from annotator.model.told import Sentence, Told
from annotator.store.project import Project
from annotator.store.statistics import Statistic
from annotator.workflow.comparing import ComparingError, Comparison, comparison, gold_comparison, with_tokens
from annotator.workflow.differences import Differences, Loss, differences
from annotator.workflow.figures import (
    Figure,
    Group,
    figure_of,
    group,
    item_figures,
    link_figures,
    quick_figures,
    span_figures,
)
from annotator.workflow.remembering import Remembering
from annotator.workflow.values import aligned_origins, label_items

BY = ("", "label", "document")


class AgreementError(Told):
    """A report that cannot be made as asked."""


@dataclass(frozen=True, slots=True)
class PairFigures:
    """The figures of two annotators, what they confuse and what they lose."""

    annotators: tuple[str, str]
    documents: int
    measures: tuple[Figure, ...]
    confusion: Mapping[str, object]
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class DocumentFigures:
    """The figures of one document alone, without intervals; ``disorder`` is that of its best alignment."""

    document: str
    title: str
    disorder: float | None
    measures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class GoldFigures:
    """Precision, recall and F1 of one annotator against gold."""

    annotator: str
    documents: int
    measures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is said of agreement in a project."""

    annotators: tuple[str, ...]
    documents: int
    measures: tuple[Figure, ...]
    pairs: tuple[PairFigures, ...]
    documents_by: tuple[DocumentFigures, ...]
    confusion: Mapping[str, object]
    losses: tuple[Loss, ...]
    gold: tuple[GoldFigures, ...]
    competence: Mapping[str, object]
    spans: Mapping[str, int]
    done: Mapping[str, int]
    suggestions: Mapping[str, object]
    notices: tuple[Sentence, ...]


def spoken_figures(project: Project, names: Sequence[str]) -> tuple[int, tuple[Figure, ...]]:
    """Return on how many documents some people can be compared, and the F1 of all labels: what takes no time.

    There are no figures where no two of them have done the same document.
    """
    try:
        made = comparison(project, names)
    except ComparingError:
        return 0, ()
    documents = int((made.study.done.sum(axis=1) > 1).sum())
    quick = quick_figures(made, tuple(range(len(made.people)))) if documents else []
    return documents, tuple(one for one in quick if one.label is None)


def parse_by(text: str) -> str:
    """Return what figures are wanted by. Raises AgreementError for anything but “label”, “document” or nothing."""
    if text not in BY:
        raise AgreementError("“{text}” is not a choice: write --by label or --by document.", text=text)
    return text


@dataclass(slots=True)
class Agreeing:
    """One measuring of a project, step by step.

    ``first`` is a report of what takes no time, there before the first step; ``made`` is what was computed anew, by
    team of annotators, and could not be kept in a project that is open for reading only.
    """

    project: Project
    names: Sequence[str] = ()
    by: str = ""
    first: Report = field(init=False)
    report: Report = field(init=False)
    made: dict[bytes, Mapping[DocumentId, Statistic]] = field(init=False, default_factory=dict)

    def run(self) -> Iterator[tuple[int, int]]:
        """Measure; yields how many of how many steps are done. The report is there at the end.

        Raises ComparingError when there are no two annotators to compare.
        """
        made = comparison(self.project, self.names)
        everybody = tuple(range(len(made.people)))
        self.first = _counted(made, tuple(quick_figures(made, everybody)))
        teams = [everybody, *(pair for pair in made.study.pairs() if pair != everybody)]
        settings = Settings(samples=samples_for(int(made.study.common().sum())))
        sizes = [len(made.study.between(team).documents) for team in teams]
        yield 0, sum(sizes)
        made = with_tokens(made, self.project)
        groups, done = [], 0
        for team in teams:
            remembering = Remembering(self.project, made.study.between(team), settings)
            rows: dict[int, Floats] = {}
            for document in range(len(remembering.study.documents)):
                rows[document] = remembering.row(document)
                done += 1
                yield done, sum(sizes)
            if not remembering.keep():
                self.made[remembering.team] = remembering.made
            groups.append(group(made, team, settings, rows))
        self.report = _report(self.project, made, groups, by=self.by)


def measure_apart(project: Project, by: str) -> Iterator[object]:
    """Measure in a process of its own: yields a report of what takes no time, steps, what to keep, and the report."""
    work = Agreeing(project, by=by)
    for done, total in work.run():
        if not done:
            yield work.first
        yield done, total
        if work.made:
            yield dict(work.made)
            work.made.clear()
    yield dict(work.made)
    yield work.report


def _counted(made: Comparison, measures: tuple[Figure, ...]) -> Report:
    """Return a report of counts and some figures, without anything that needs an alignment."""
    common = made.study.common()
    done = made.study.done.sum(axis=0).tolist()
    return Report(
        annotators=made.names,
        documents=int(common.sum()),
        measures=measures,
        pairs=(),
        documents_by=(),
        confusion={"labels": [], "matrix": []},
        losses=(),
        gold=(),
        competence={},
        spans={
            name: int((made.study.annotator[common[made.study.document]] == n).sum())
            for n, name in enumerate(made.names)
        },
        done=dict(zip(made.names, done, strict=True)),
        suggestions=_suggestions(made.suggestions),
        notices=made.notices,
    )


def _report(project: Project, made: Comparison, groups: Sequence[Group], *, by: str) -> Report:
    whole = groups[0]
    pairs = [one for one in groups if len(one.members) == 2]
    compared = [differences(made, (one.members[0], one.members[1])) for one in pairs]
    measures = _measures(whole)
    return replace(
        _counted(made, measures),
        pairs=tuple(
            _pair(one, found, measures if one is whole else None) for one, found in zip(pairs, compared, strict=True)
        ),
        documents_by=_by_document(whole) if by == "document" else (),
        confusion=_confusion(made, compared),
        losses=_losses(compared),
        gold=tuple(_against_gold(project, made)),
        competence=_competence(whole),
    )


def _measures(one: Group) -> tuple[Figure, ...]:
    quick = quick_figures(one.made, one.members)
    return (*quick, *span_figures(one), *link_figures(one), *item_figures(one))


def _pair(one: Group, found: Differences, measures: tuple[Figure, ...] | None) -> PairFigures:
    first, second = (one.made.names[member] for member in one.members)
    return PairFigures(
        (first, second),
        len(one.study.documents),
        _measures(one) if measures is None else measures,
        _confusion(one.made, [found]),
        found.losses,
    )


def _confusion(made: Comparison, found: Sequence[Differences]) -> dict[str, object]:
    """Return the labels that occur and how often each was given where the other gave which; earlier names are rows."""
    matrix = sum((one.confusion for one in found), np.zeros((len(made.study.labels),) * 2, np.int64))
    used = np.unique(made.study.spans.label)
    return {"labels": [made.study.labels[k] for k in used], "matrix": matrix[np.ix_(used, used)].tolist()}


def _losses(found: Sequence[Differences]) -> tuple[Loss, ...]:
    """Return the losses of all pairs, shares as means over pairs."""
    by_kind = zip(*(one.losses for one in found), strict=True)
    return tuple(
        Loss(each[0].kind, sum(one.count for one in each), sum(one.share for one in each) / len(each))
        for each in by_kind
    )


def _by_document(one: Group) -> tuple[DocumentFigures, ...]:
    titles: dict[str, str] = {document.id: document.title for document in one.made.documents}
    exact = exact_common(one.study)
    estimates = {
        "span_f1_exact": exact.f1(),
        "span_f1_overlap": overlap_common(one.study, exact).f1(),
        "gamma": gamma(one.disorders),
    }
    values = {name: estimate.by_document() for name, estimate in estimates.items()}
    observed = [
        float(disorder) if size else None
        for disorder, size in zip(one.disorders.observed, one.disorders.size, strict=True)
    ]
    counts = np.bincount(one.study.document, minlength=len(one.study.documents)).tolist()
    return tuple(
        DocumentFigures(
            id_,
            titles.get(id_, ""),
            observed[n],
            tuple(_plain(name, each[n], counts[n]) for name, each in values.items()),
        )
        for n, id_ in enumerate(one.study.documents)
    )


def _plain(name: str, value: Value, count: int) -> Figure:
    if isinstance(value, Undefined):
        return Figure(name, None, None, None, None, count, value.why, documents=1)
    return Figure(name, None, value, None, None, count, None, documents=1)


def _against_gold(project: Project, made: Comparison) -> Iterator[GoldFigures]:
    """Yield precision, recall and F1 of each annotator against gold, exact and overlap, of all labels and each."""
    held = None if GOLD in made.names else gold_comparison(project, made.people)
    if held is None:
        return
    study, last = held.study, len(held.people) - 1
    exact = exact_common(study)
    for annotator, name in enumerate(held.names[:last]):
        figures = []
        for match, common in (("exact", exact), ("overlap", overlap_common(study, exact))):
            for label in (None, *np.unique(study.spans.label).tolist()):
                key = None if label is None else study.labels[label]
                found = against_gold(common, annotator, last, label)
                figures += [_gold_figure(measure, estimate, key, match) for measure, estimate in found.items()]
        documents = int((study.done[:, annotator] & study.done[:, last]).sum())
        yield GoldFigures(name, documents, tuple(figures))


def _gold_figure(name: str, estimate: Estimate, label: str | None, match: str) -> Figure:
    return figure_of(name, measured(estimate), label, None, {"match": match})


def _competence(one: Group) -> dict[str, object]:
    """Return how far each annotator can be relied on, by two models over aligned spans; or why nothing is said."""
    documents = one.disorders.documents
    origins, document = aligned_origins(one.study, documents, one.disorders.aligned)
    items = label_items(one.study, origins, document, len(documents), none=True)
    why = enough(items)
    if why:
        return {"annotators": [], "items": int(items.pairable.sum()), "undefined": why.why}
    given = votes(items)
    accuracy, knowing = dawid_skene(given).accuracy, mace(given).knowing
    rows = [
        {"annotator": name, "dawid_skene": float(accuracy[n]), "mace": float(knowing[n])}
        for n, name in enumerate(items.annotators)
    ]
    return {"annotators": rows, "items": int(items.pairable.sum()), "undefined": None}


def _suggestions(counts: Mapping[str, int]) -> dict[str, object]:
    """Return how many suggestions there were, how many people accepted, and the share; none where there were none."""
    offered, accepted = sum(counts.values()), counts.get("confirmed", 0)
    return {"offered": offered, "accepted": accepted, "share": accepted / offered if offered else None}
