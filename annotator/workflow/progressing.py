"""Progress: who has done what, spans over time, minutes a document, and how steady each annotator is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

import msgspec

from annotator.model.ids import AnnotatorId, DocumentId, LayerId, annotator_id
from annotator.model.layer import STATUSES, Annotator, Status, is_person
from annotator.model.told import Sentence
from annotator.store.chronicle import FINISHED, Chronicle, LayerRow, chronicle, label_counts, layers, spans
from annotator.store.project import Project
from annotator.workflow.assigning import ASSIGNMENT
from annotator.workflow.calendar import Unit, starts_of, unit_for
from annotator.workflow.steadiness import Drift, Labels, SelfAgreement, drift_of, self_agreement_of

NO_TIME = Sentence("No time was recorded on a finished document.")
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Person:
    """How far an annotator is: documents by status, of those that are theirs.

    Theirs are the documents that were assigned to them and those that they have begun; without an assignment all.
    """

    annotator: str
    documents: int
    statuses: Mapping[Status, int]
    spans: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes that finished documents took: the median and the quarters below and above; ``annotator`` None is all.

    ``documents`` are those on which time was recorded, ``undefined`` says why there is no figure.
    """

    annotator: str | None
    documents: int
    median: float | None
    lower: float | None
    upper: float | None
    undefined: Sentence | None


@dataclass(frozen=True, slots=True)
class Made:
    """Spans that stand now and were made in one period, which begins on a date (ISO 8601, UTC)."""

    begin: str
    annotator: str
    label: str
    spans: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that is said of progress. ``periods`` are the dates on which each ``unit`` begins, without a gap.

    ``people`` are also those who have been assigned documents and have not begun.
    """

    documents: int
    people: tuple[Person, ...]
    minutes: tuple[Minutes, ...]
    unit: Unit
    periods: tuple[str, ...]
    made: tuple[Made, ...]
    self_agreement: tuple[SelfAgreement, ...]
    drift: tuple[Drift, ...]


def read_progress(project: Project) -> Iterator[tuple[int, int] | Progress]:
    """Read the journal and measure: yields how many entries of how many are read, and in the end the progress."""
    told = Chronicle()
    for step in chronicle(project):
        if isinstance(step, Chronicle):
            told = step
        else:
            yield step
    yield progress_of(project, told)


def progress_of(project: Project, told: Chronicle) -> Progress:
    """Return the progress of a project, of which the journal tells this."""
    rows = layers(project)
    begun = {row.annotator for row in rows}
    people = tuple(one for one in project.annotators() if one.id in begun and is_person(one.name))
    standing = _standing(project, rows, people, told)
    counts = label_counts(project)
    moments = sorted({at for _, _, at in standing})
    unit = unit_for(moments)
    return Progress(
        documents=len(project.documents()),
        people=tuple(_people(project, people, rows, counts)),
        minutes=tuple(_minutes(people, rows)),
        unit=unit,
        periods=starts_of(moments, unit),
        made=_made(standing, unit),
        self_agreement=tuple(self_agreement_of(project, people, told.finished)),
        drift=tuple(drift_of(project, people, told.finished, _labels(project, people, rows, told, counts))),
    )


type _Stands = tuple[str, str, int]
"""Of a span that stands: who made it, the key of its label, when."""


def _standing(
    project: Project, rows: Iterable[LayerRow], people: Iterable[Annotator], told: Chronicle
) -> list[_Stands]:
    names = {person.id: person.name for person in people}
    owners = {row.id: names[row.annotator] for row in rows if row.annotator in names}
    keys = {label.id: label.key for label in project.scheme.labels}
    return [
        (owners[layer], keys.get(label, label), told.made[id_])
        for layer, id_, label in spans(project)
        if layer in owners and id_ in told.made
    ]


def _people(
    project: Project, people: Sequence[Annotator], rows: Sequence[LayerRow], counts: Mapping[LayerId, Counter[str]]
) -> Iterator[Person]:
    there = frozenset(document.id for document in project.documents())
    assigned = _assigned(project)
    names = {annotator_id(name): name for name in assigned} | {person.id: person.name for person in people}
    theirs = {annotator_id(name): ids & there for name, ids in assigned.items()}
    for id_, name in sorted(names.items(), key=lambda one: one[1].casefold()):
        mine = [row for row in rows if row.annotator == id_]
        begun = {row.document for row in mine}
        found = Counter[Status](row.status for row in mine)
        found["new"] += len((theirs.get(id_, frozenset()) if assigned else there) - begun)
        yield Person(
            name,
            found.total(),
            {status: found[status] for status in STATUSES},
            sum(counts[row.id].total() for row in mine if row.id in counts),
            sum(row.seconds for row in mine),
        )


def _assigned(project: Project) -> dict[str, frozenset[DocumentId]]:
    return msgspec.json.decode(project.setting(ASSIGNMENT, "{}"), type=dict[str, frozenset[DocumentId]])


def _minutes(people: Sequence[Annotator], rows: Sequence[LayerRow]) -> Iterator[Minutes]:
    """Yield the minutes of all finished documents, then of each annotator's."""
    taken: dict[str, list[float]] = defaultdict(list)
    names = {person.id: person.name for person in people}
    for row in rows:
        if row.annotator in names and row.status in FINISHED and row.seconds:
            taken[names[row.annotator]].append(row.seconds / _MINUTE)
    yield _minutes_of(None, [one for held in taken.values() for one in held])
    for person in people:
        yield _minutes_of(person.name, taken[person.name])


def _minutes_of(annotator: str | None, taken: Sequence[float]) -> Minutes:
    if not taken:
        return Minutes(annotator, 0, None, None, None, NO_TIME)
    lower, upper = (taken[0], taken[0]) if len(taken) < 2 else quantiles(taken, n=4, method="inclusive")[::2]
    return Minutes(annotator, len(taken), median(taken), lower, upper, None)


def _labels(
    project: Project,
    people: Iterable[Annotator],
    rows: Sequence[LayerRow],
    told: Chronicle,
    counts: Mapping[LayerId, Counter[str]],
) -> dict[AnnotatorId, Labels]:
    """Return the labels of everybody's finished documents, in the order in which they were finished."""
    keys = {label.id: label.key for label in project.scheme.labels}
    held: dict[LayerId, Counter[str]] = defaultdict(Counter)
    for layer, labels in counts.items():
        for label, count in labels.items():
            held[layer][keys.get(label, label)] += count
    done = sorted((row for row in rows if row.status == "done"), key=lambda row: told.finished.get(row.id, 0))
    return {person.id: [held[row.id] for row in done if row.annotator == person.id] for person in people}


def _made(standing: Sequence[_Stands], unit: Unit) -> tuple[Made, ...]:
    found: Counter[tuple[str, str, str]] = Counter()
    # what came in with one import was made at one moment
    for (name, label, at), count in Counter(standing).items():
        found[unit.start_of(at).isoformat(), name, label] += count
    return tuple(Made(*key, count) for key, count in sorted(found.items()))
