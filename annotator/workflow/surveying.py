"""All documents that wait for an adjudicator, looked at one by one, so that a window can stay awake meanwhile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.model.changes import Changes
from annotator.model.edits import Edit
from annotator.model.ids import DocumentId
from annotator.workflow.adjudicating import Adjudicating
from annotator.workflow.settling import Proposal, Rule, proposals


@dataclass(frozen=True, slots=True)
class Seen:
    """How a document stands: its cases, those that wait for a ruling, and in how many of these annotators differ."""

    document_id: DocumentId
    cases: int
    waiting: int
    disputed: int


def seen(bench: Adjudicating, document: DocumentId) -> Seen:
    """Open a document and return how it stands."""
    bench.open(document)
    return standing(bench)


def standing(bench: Adjudicating) -> Seen:
    """Return how the open document stands."""
    waiting = bench.waiting
    disputed = sum(not case.agreed for case in waiting)
    return Seen(bench.gold.document.id, len(bench.cases), len(waiting), disputed)


class Settlement:
    """A rule applied to many documents: first looked at, one document a step, then committed as one gesture.

    ``found`` is what it would rule, ``documents`` on how many documents.
    """

    def __init__(self, bench: Adjudicating, documents: Sequence[DocumentId], rule: Rule) -> None:
        """Begin with nothing looked at; ``bench`` says who adjudicates and into which gold."""
        self._bench = bench
        self._looking = Adjudicating(bench.project, bench.adjudicator, blind=bench.blind)
        self._rule: Rule = rule
        self._documents = documents
        self._left = list(documents)
        self._edits: list[Edit] = []
        self.found: list[Proposal] = []
        self.documents = 0

    @property
    def cases(self) -> int:
        """Return how many cases would be ruled on."""
        return len(self.found)

    @property
    def done(self) -> bool:
        """Tell whether all documents have been looked at."""
        return not self._left

    def step(self) -> None:
        """Look at one more document."""
        look = self._looking
        look.open(self._left.pop(0))
        found = [one for one in proposals(look.waiting, self._rule) if look.ruling_on(one.case) is None]
        self._edits += look.settling(found)
        self.found += found
        self.documents += bool(found)

    def run(self) -> Iterator[tuple[int, int]]:
        """Look at all documents, yielding how many of how many are looked at."""
        while not self.done:
            self.step()
            yield len(self._documents) - len(self._left), len(self._documents)

    def commit(self) -> Changes:
        """Rule as proposed, all documents in one gesture."""
        return self._bench.annotating.do(self._edits, documents=self._documents)
