"""Sharing documents out: who gets what, how many people each, seeded; a blind pack for everybody."""

import hashlib
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from annotator.model.ids import DocumentId, annotator_id
from annotator.model.layer import Annotator, second_reading
from annotator.model.told import Told
from annotator.store.parting import Part, write_part
from annotator.store.project import Project

ASSIGNMENT = "assignment"
"""The setting in which a project keeps who got what."""


class AssignError(Told):
    """Documents that cannot be shared out as asked; nothing was written."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Among whom documents are shared: ``each`` people for each of the ``overlap`` share, one for the rest.

    ``repeats`` is how many documents that they have done everybody gets a second time, and is not told so.
    """

    annotators: tuple[str, ...]
    each: int = 1
    overlap: float = 1.0
    seed: int = 0
    repeats: int = 0


@dataclass(frozen=True, slots=True)
class Assigned:
    """One person's pack: how many documents and characters, how many others have too, how many they did before."""

    annotator: str
    path: str
    documents: int
    characters: int
    shared: int
    repeated: int = 0


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who got which documents, and the packs that were written."""

    got: Mapping[str, tuple[DocumentId, ...]]
    packs: tuple[Assigned, ...]


def parse_share(text: str) -> float:
    """Return the share that ``20%`` or ``0.2`` names. Raises AssignError for anything else."""
    number = text.strip().removesuffix("%")
    try:
        share = float(number) / (100 if text.strip().endswith("%") else 1)
    except ValueError:
        share = math.nan
    if not 0 <= share <= 1:
        raise AssignError("“{text}” is no share: write 20%.", text=text)
    return share


def shares(lengths: Mapping[DocumentId, int], wanted: Wanted) -> dict[str, tuple[DocumentId, ...]]:
    """Return who gets which documents, in the order given; lengths in characters are balanced.

    The longest go first, each to those who have least so far; chance, seeded, decides where that is the same.
    """
    shuffled = sorted(lengths, key=lambda id_: _chance(wanted.seed, id_))
    several = set(shuffled[: round(wanted.overlap * len(shuffled))])
    load = dict.fromkeys(wanted.annotators, 0)
    got: dict[str, set[DocumentId]] = {name: set() for name in wanted.annotators}
    for id_ in sorted(shuffled, key=lambda id_: (id_ not in several, -lengths[id_])):
        least = sorted(load, key=lambda name: (load[name], _chance(wanted.seed, f"{id_} {name}")))
        for name in least[: wanted.each if id_ in several else 1]:
            got[name].add(id_)
            load[name] += lengths[id_]
    return {name: tuple(id_ for id_ in lengths if id_ in ids) for name, ids in got.items()}


def assign(project: Project, folder: Path, wanted: Wanted) -> tuple[Assigned, ...]:
    """Share the documents of a project out and write a blind pack for every annotator that gets any.

    Who got what is kept in the project. Raises what `write_packs` does.
    """
    *_, made = write_packs(project, folder, wanted)
    assert isinstance(made, Assignment)
    keep(project, made)
    return made.packs


def keep(project: Project, assignment: Assignment) -> None:
    """Keep in a project who got what."""
    project.set_setting(ASSIGNMENT, msgspec.json.encode(assignment.got).decode())


def write_packs(project: Project, folder: Path, wanted: Wanted) -> Iterator[tuple[int, int] | Assignment]:
    """Write the packs: yield before each how many of how many there are, and in the end who got what.

    A pack has the documents, the scheme and what its own annotator has done so far, and nothing of the others.
    Raises AssignError when the request makes no sense, StoreError when a pack cannot be written; packs that are
    written by then stay.
    """
    people = _people(wanted)
    lengths = {document.id: document.length for document in project.documents()}
    if not lengths:
        raise AssignError("There are no documents to share out.")
    paths = {name: folder / file_name(name) for name in wanted.annotators}
    taken = next((path for path in paths.values() if path.exists()), None)
    if taken is not None:
        raise AssignError(
            "There is already a file “{file}” in that folder: nothing was written. Choose another folder.",
            file=taken.name,
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AssignError(
            "No project can be made in “{folder}”: {reason}.", folder=folder, reason=error.strerror
        ) from error
    again = {name: _repeats(project, people[name], wanted) for name in wanted.annotators}
    got = {
        name: _among(project, people[name], ids, again[name]) if again[name] else ids
        for name, ids in shares(lengths, wanted).items()
    }
    written = [name for name, ids in got.items() if ids]
    for done, name in enumerate(written):
        yield done, len(written)
        write_part(project, paths[name], Part(people[name], got[name], blind=True, again=again[name]))
    packs = tuple(_assigned(name, paths[name], got, lengths, len(again[name])) for name in wanted.annotators)
    yield Assignment(got, packs)


def _repeats(project: Project, person: Annotator, wanted: Wanted) -> tuple[DocumentId, ...]:
    """Return the documents that somebody does again: chance, seeded, takes them of those done once and only once."""
    done = project.layers_of(frozenset({person.id}), only_done=True)
    twice = project.layers_of(frozenset({annotator_id(second_reading(person.name))}))
    once = sorted(done - twice, key=lambda id_: _chance(wanted.seed, f"{id_} {person.id} again"))
    return tuple(once[: wanted.repeats])


def _people(wanted: Wanted) -> dict[str, Annotator]:
    people = {name: Annotator(annotator_id(name), name.strip()) for name in wanted.annotators}
    if not people or not all(person.name for person in people.values()):
        raise AssignError("Name the annotators among whom the documents are shared.")
    if len({person.id for person in people.values()}) < len(wanted.annotators):
        raise AssignError("Two of the annotators have the same name.")
    if not 1 <= wanted.each <= len(people):
        raise AssignError("Each document can go to 1 to {count} annotators.", count=len(people))
    return people


def _among(
    project: Project, person: Annotator, ids: Sequence[DocumentId], again: Sequence[DocumentId]
) -> tuple[DocumentId, ...]:
    """Return the documents of a pack with repeats, in import order.

    What the person has finished besides stays at home: all that the pack holds is to be done, and no repeat stands out.
    """
    finished = {id_ for id_, who in project.finished().items() if person.id in who}
    wanted = set(again).union(ids) - (finished - set(again))
    return tuple(document.id for document in project.documents() if document.id in wanted)


def _assigned(
    name: str, path: Path, got: Mapping[str, Sequence[DocumentId]], lengths: Mapping[DocumentId, int], repeated: int
) -> Assigned:
    others = {id_ for other, ids in got.items() if other != name for id_ in ids}
    mine = got[name]
    characters = sum(lengths[id_] for id_ in mine)
    return Assigned(name, str(path), len(mine), characters, len(others.intersection(mine)), repeated)


def file_name(name: str) -> str:
    """Return a name for somebody's pack that any disk takes; two different names never give the same."""
    plain = "".join(c if c.isalnum() or c in "-_" else "_" for c in name.strip().casefold())
    same = plain == name.strip().casefold()
    return f"{plain}.annotator" if same else f"{plain}-{hashlib.sha256(name.encode()).hexdigest()[:6]}.annotator"


def _chance(seed: int, what: str) -> bytes:
    return hashlib.sha256(f"{seed} {what}".encode()).digest()
