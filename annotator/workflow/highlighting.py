"""Highlighting documents in the language worker, or in several, the open one first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait

from annotator.jobs.job import Job, Limits, Outcome
from annotator.model.highlights import Highlights
from annotator.model.ids import DocumentId
from annotator.model.layer import Entity
from annotator.model.told import Sentence
from annotator.nlp.worker import highlight_one, setup
from annotator.store.project import Project

MODEL = "fr_core_news_md"
EVERY = 1_000_000
"""As many documents as there may be."""
LANGUAGE = Limits(deadline_seconds=120, memory_bytes=2 << 30)


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A document whose tokens and entities have just been written; ``error`` says why there are none."""

    document_id: DocumentId
    entities: tuple[Entity, ...]
    error: Sentence | None = None


def holding(project: Project, names: Iterable[str]) -> tuple[DocumentId, ...]:
    """Return the documents that hold all words of one of these names: they may be highlighted otherwise with them."""
    hits = (hit for name in names for hit in project.search(f"{name} ", limit=EVERY))
    return tuple(dict.fromkeys(hit.document_id for hit in hits))


class Highlighting:
    """Highlights documents of a project in worker processes that start with the first and end with the last.

    Poll it from a timer, or `run` it where waiting is fine. Each document is committed on its own, and what is found
    in it is the same whichever worker looked.
    """

    def __init__(
        self,
        project: Project,
        *,
        model: str = MODEL,
        everything: bool = False,
        again: Iterable[DocumentId] = (),
        workers: int = 1,
    ) -> None:
        """Take the documents that have not been highlighted and some ``again``, or all of them anew."""
        self._project = project
        wanted = [d.id for d in project.documents()] if everything else [*project.without_highlights(), *again]
        wanted = list(dict.fromkeys(wanted))
        self._languages = {document.id: document.language for document in project.documents()}
        self._waiting = list(wanted)
        self._total = len(wanted)
        self._finished = 0
        with_names = (model, project.gazetteer())
        count = max(1, min(workers, len(wanted)))
        self._jobs = [
            Job(highlight_one, (), setup=setup, setup_arguments=with_names, limits=LANGUAGE) for _ in range(count)
        ]
        self._sent: list[dict[int, tuple[DocumentId, str]]] = [{} for _ in self._jobs]

    @property
    def total(self) -> int:
        """Return how many documents there are in all."""
        return self._total

    @property
    def finished(self) -> int:
        """Return how many are over and done with."""
        return self._finished

    @property
    def done(self) -> bool:
        """Tell whether nothing is left to do."""
        return not self._waiting and not any(self._sent)

    def first(self, document: DocumentId) -> None:
        """Let a document go before the others that are waiting."""
        if document in self._waiting:
            self._waiting.remove(document)
            self._waiting.insert(0, document)

    def poll(self, *, wait_seconds: float = 0.0) -> tuple[Highlighted, ...]:
        """Write what the workers have found since, and return it. Raises StoreError when the project cannot take it."""
        written = self._turn()
        if not written and not self.done and wait_seconds:
            wait([pipe for job in self._jobs if (pipe := job.pipe) is not None], wait_seconds)
            written = self._turn()
        if self.done:
            self._stop()
        return tuple(written)

    def run(self) -> Iterator[Highlighted]:
        """Do it all, yielding each document as it is written."""
        try:
            while not self.done:
                yield from self.poll(wait_seconds=0.2)
        finally:
            self._stop()

    def cancel(self) -> None:
        """Stop; what has been written stays."""
        self._waiting.clear()
        for job, sent in zip(self._jobs, self._sent, strict=True):
            sent.clear()
            job.cancel()

    def _turn(self) -> list[Highlighted]:
        written = []
        for job, sent in zip(self._jobs, self._sent, strict=True):
            self._send(job, sent)
            written += [self._write(outcome, *sent.pop(outcome.index)) for outcome in job.poll()]
        return written

    def _send(self, job: Job, sent: dict[int, tuple[DocumentId, str]]) -> None:
        while self._waiting and len(sent) < 2:
            id_ = self._waiting.pop(0)
            text = self._project.text(id_)
            sent[job.add((text, self._languages.get(id_, "fr")))] = (id_, text)

    def _write(self, outcome: Outcome, id_: DocumentId, text: str) -> Highlighted:
        self._finished += 1
        if isinstance(outcome.value, Highlights):
            return Highlighted(id_, self._project.set_highlights(id_, text, outcome.value))
        return Highlighted(id_, (), outcome.error)

    def _stop(self) -> None:
        for job in self._jobs:
            job.stop()
