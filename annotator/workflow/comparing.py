"""Comparing what several annotators made of the same documents: from a project to a study."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.agreement.link_f1 import LinkEnds, Links, make_links
from annotator.agreement.study import Sheet, Study, Unit, make_study
from annotator.model.document import Document
from annotator.model.ids import DocumentId, SpanId, annotator_id
from annotator.model.layer import GOLD, Annotator, Status, is_person
from annotator.model.scheme import Scheme
from annotator.model.segments import plain_segmentation
from annotator.model.told import Sentence, Told, sentence
from annotator.store.layers import (
    LinkRow,
    Owner,
    SpanRows,
    begun_layers,
    begun_links,
    inner_of,
    linked_entities,
    suggestions,
    tokens,
)
from annotator.store.project import Project

type Layers = Mapping[Owner, SpanRows]


class ComparingError(Told):
    """A comparison that cannot be made as asked."""


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """A study with what it was made of: ``spans[origin]`` is the span that a study knows by that number.

    ``suggestions`` counts what the machine suggested by what became of it, ``notices`` are what a person should know.
    """

    study: Study
    links: Links
    people: tuple[Annotator, ...]
    documents: tuple[Document, ...]
    spans: SpanRows
    scheme: Scheme
    suggestions: Mapping[str, int]
    notices: tuple[Sentence, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the annotators."""
        return tuple(person.name for person in self.people)


def comparison(project: Project, names: Sequence[str] = ()) -> Comparison:
    """Return the comparison of these annotators, else of all people who have begun a document.

    Raises ComparingError for a name that nobody has, and for fewer than two annotators.
    """
    people = _people(project, names)
    held = begun_layers(project, frozenset(person.id for person in people))
    if not names:
        people = tuple(person for person in people if any(owner[1] == person.id for owner in held))
    if len(people) < 2:
        raise ComparingError(
            "Agreement needs the layers of two annotators at least; there are {count}.", count=len(people)
        )
    layers, notices = _done(people, held)
    documents = tuple(document for document in project.documents() if _anybody(people, layers, document.id))
    keys = {label.id: label.key for label in project.scheme.labels}
    study = make_study(
        [_sheet(document, people, layers, keys) for document in documents],
        [person.name for person in people],
        keys.values(),
    )
    there = (layers.get((document.id, person.id)) for document in documents for person in people)
    rows = SpanRows([row for layer in there if layer is not None for row in layer.plain])
    if study.duplicates:
        notices.append(sentence("{count} identical spans of one annotator were counted once.", count=study.duplicates))
    links = make_links(study, _links(project, documents, people, rows))
    return Comparison(study, links, people, documents, rows, project.scheme, suggestions(project), tuple(notices))


def gold_comparison(project: Project, people: Sequence[Annotator]) -> Comparison | None:
    """Return the comparison of these people with gold, which comes last; None where there is no gold."""
    gold = annotator_id(GOLD)
    if not begun_layers(project, frozenset({gold})):
        return None
    return comparison(project, [*(person.name for person in people if person.id != gold), GOLD])


def _people(project: Project, names: Sequence[str]) -> tuple[Annotator, ...]:
    there = {person.id: person for person in project.annotators() if person.name}
    if not names:
        return tuple(person for person in there.values() if is_person(person.name))
    wanted = {annotator_id(name): name for name in names}
    missing = [name for id_, name in wanted.items() if id_ not in there]
    if missing:
        raise ComparingError("Nobody named “{name}” has worked in this project.", name=missing[0])
    return tuple(there[id_] for id_ in wanted)


def _done(people: Sequence[Annotator], held: Mapping[Owner, tuple[Status, SpanRows]]) -> tuple[Layers, list[Sentence]]:
    """Return the layers that are done; of a person who never set one to done, all that they have begun."""
    never = {
        person.id: person.name
        for person in people
        if not any(status == "done" for (_, owner), (status, _) in held.items() if owner == person.id)
    }
    why = "“{name}” has set no document to done: all documents that they have begun count."
    notices = [sentence(why, name=name) for name in never.values()]
    kept = {owner: rows for owner, (status, rows) in held.items() if status == "done" or owner[1] in never}
    return kept, notices


def _anybody(people: Sequence[Annotator], layers: Layers, document: DocumentId) -> bool:
    return any((document, person.id) in layers for person in people)


def _sheet(
    document: Document,
    people: Sequence[Annotator],
    layers: Layers,
    keys: Mapping[str, str],
) -> Sheet:
    units: dict[str, list[Unit]] = {
        person.name: [
            (start, end, keys.get(label, label), inner_of(inner) if inner else ())
            for _, _, label, start, end, inner, _ in rows.plain
        ]
        for person in people
        if (rows := layers.get((document.id, person.id))) is not None
    }
    return Sheet(document.id, document.length, units)


def with_tokens(made: Comparison, project: Project) -> Comparison:
    """Return a comparison that knows the tokens of its documents; of those that no worker has seen, plain ones."""
    cut = tokens(project)
    for document in made.documents:
        if document.id not in cut:
            plain = plain_segmentation(project.text(document.id))
            cut[document.id] = list(zip(plain.starts, plain.ends, strict=True))
    return replace(made, study=made.study.cut([cut[document.id] for document in made.documents]))


def _links(
    project: Project, documents: Sequence[Document], people: Sequence[Annotator], rows: SpanRows
) -> list[dict[str, list[LinkEnds]]]:
    """Return the links of each document by annotator, each end a place; evidence is numbered by what it says."""
    held = begun_links(project, frozenset(person.id for person in people))
    if not held:
        return [{} for _ in documents]
    places: dict[str, tuple[int, int]] = {row.id: (row.start, row.end) for row in rows} | dict(linked_entities(project))
    said = {record: n for n, record in enumerate(sorted({row.target for layer in held.values() for row in layer}))}

    def ends(row: LinkRow) -> LinkEnds | None:
        number = said[row.target]
        target = (number, number + 1) if row.target_kind == "evidence" else places.get(row.target)
        source = places.get(SpanId(row.source))
        return (row.type, ("span", *source), (row.target_kind, *target)) if source and target else None

    return [
        {
            person.name: [made for row in held.get((document.id, person.id), ()) if (made := ends(row))]
            for person in people
        }
        for document in documents
    ]
