"""Forks: a layer that its owner worked on in two places; shown side by side, settled by that owner and nobody else."""

from dataclasses import dataclass

from annotator.model.chains import path_to, state_at
from annotator.model.changes import text_order
from annotator.model.edits import Gesture, GestureKind, State
from annotator.model.ids import AnnotatorId, DocumentId, GestureId, LayerId, new_uuid
from annotator.model.layer import Annotator, Layer, Span, is_gold
from annotator.model.told import Told
from annotator.model.uniting import Conflict, united
from annotator.store.forks import ForkedChain, edits_to, forked, join
from annotator.store.journal import now
from annotator.store.project import Project

BOTH = "both"
"""The choice that puts all sides together."""


class CannotSettle(Told):
    """A fork that cannot be settled in this way; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one place has made of a layer: ``key`` chooses it, ``stands`` tells that it is what is shown now."""

    key: str
    stands: bool
    spans: tuple[Span, ...]
    entries: int


@dataclass(frozen=True, slots=True)
class Fork:
    """A layer with several sides, that which stands first; ``conflicts`` are what putting both together would leave."""

    layer_id: LayerId
    document_id: DocumentId
    title: str
    annotator: Annotator
    sides: tuple[Side, ...]
    conflicts: tuple[Conflict, ...]


def forks(project: Project) -> tuple[Fork, ...]:
    """Return the layers that their owners have to settle."""
    people = {person.id: person for person in project.annotators()}
    with project.reading() as connection:
        chains = forked(connection)
    return tuple(_fork(project, chain, people) for chain in chains)


def settle_fork(project: Project, layer: LayerId, choice: str, *, by: AnnotatorId) -> GestureId:
    """Settle a fork: ``choice`` is the key of the side that is kept, or `BOTH`. One gesture, which can be undone.

    Raises CannotSettle when there is no such fork or side, or when the layer is somebody else's.
    """
    with project.reading() as connection:
        chain = next((chain for chain in forked(connection) if str(chain.chain) == layer), None)
    if chain is None:
        raise CannotSettle("That layer has no fork to settle.")
    people = {person.id: person for person in project.annotators()}
    owner = _fork(project, chain, people).annotator
    if by != owner.id and not is_gold(owner.name):
        raise CannotSettle("Only “{name}” can settle what “{name}” has done.", name=owner.name)
    edits = edits_to(chain, _wanted(chain, choice))
    kind: GestureKind = "do" if edits else "log"
    gesture = Gesture(GestureId(new_uuid()), by, now(), tuple(edits), kind)
    with project.writing() as connection:
        join(connection, chain, gesture, scheme=project.scheme_sha256)
    return gesture.id


def _wanted(chain: ForkedChain, choice: str) -> State:
    if choice == BOTH:
        return united(chain.entries, chain.head, chain.sides)[0]
    found = [id_ for id_ in (chain.head, *chain.sides) if id_.startswith(choice)]
    if len(found) != 1 or not choice:
        raise CannotSettle("There is no side “{choice}”.", choice=choice)
    return state_at(chain.entries, found[0])


def _fork(project: Project, chain: ForkedChain, people: dict[AnnotatorId, Annotator]) -> Fork:
    state = state_at(chain.entries, chain.head)
    layer = next(noun for noun in state.values() if isinstance(noun, Layer))
    document = project.document(layer.document_id)
    return Fork(
        layer_id=layer.id,
        document_id=layer.document_id,
        title=document.title if document else "",
        annotator=people[layer.annotator_id],
        sides=tuple(_side(chain, head) for head in (chain.head, *chain.sides)),
        conflicts=united(chain.entries, chain.head, chain.sides)[1],
    )


def _side(chain: ForkedChain, head: str) -> Side:
    spans = [noun for noun in state_at(chain.entries, head).values() if isinstance(noun, Span)]
    ordered = tuple(sorted(spans, key=text_order))
    return Side(head[:8], head == chain.head, ordered, len(path_to(chain.entries, head)))
