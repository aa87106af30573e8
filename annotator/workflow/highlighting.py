"""Highlighting documents in the language worker, one after the other, the open one first."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.jobs.job import Job, Limits
from annotator.model.highlights import Highlights
from annotator.model.ids import DocumentId
from annotator.model.layer import Entity
from annotator.model.told import Sentence
from annotator.nlp.worker import highlight_one, setup
from annotator.store.project import Project

MODEL = "fr_core_news_md"
LANGUAGE = Limits(deadline_seconds=120, memory_bytes=2 << 30)


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A document whose tokens and entities have just been written; ``error`` says why there are none."""

    document_id: DocumentId
    entities: tuple[Entity, ...]
    error: Sentence | None = None


class Highlighting:
    """Highlights documents of a project in a worker process that starts with the first and ends with the last.

    Poll it from a timer, or `run` it where waiting is fine. Each document is committed on its own.
    """

    def __init__(self, project: Project, *, model: str = MODEL, everything: bool = False) -> None:
        """Take the documents that have not been highlighted, or all of them anew."""
        self._project = project
        wanted = [d.id for d in project.documents()] if everything else project.without_highlights()
        self._languages = {document.id: document.language for document in project.documents()}
        self._waiting = list(wanted)
        self._sent: dict[int, tuple[DocumentId, str]] = {}
        self._total = len(wanted)
        self._finished = 0
        self._job = Job(highlight_one, (), setup=setup, setup_arguments=(model, project.gazetteer()), limits=LANGUAGE)

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
        return not self._waiting and not self._sent

    def first(self, document: DocumentId) -> None:
        """Let a document go before the others that are waiting."""
        if document in self._waiting:
            self._waiting.remove(document)
            self._waiting.insert(0, document)

    def poll(self, *, wait_seconds: float = 0.0) -> tuple[Highlighted, ...]:
        """Write what the worker has found since, and return it. Raises StoreError when the project cannot take it."""
        while self._waiting and len(self._sent) < 2:
            id_ = self._waiting.pop(0)
            text = self._project.text(id_)
            self._sent[self._job.add((text, self._languages.get(id_, "fr")))] = (id_, text)
        written = []
        for outcome in self._job.poll(wait_seconds=wait_seconds):
            id_, text = self._sent.pop(outcome.index)
            self._finished += 1
            if isinstance(outcome.value, Highlights):
                made = self._project.set_highlights(id_, text, outcome.value)
                written.append(Highlighted(id_, made))
            else:
                written.append(Highlighted(id_, (), outcome.error))
        if self.done:
            self._job.stop()
        return tuple(written)

    def run(self) -> Iterator[Highlighted]:
        """Do it all, yielding each document as it is written."""
        try:
            while not self.done:
                yield from self.poll(wait_seconds=0.2)
        finally:
            self._job.stop()

    def cancel(self) -> None:
        """Stop; what has been written stays."""
        self._waiting.clear()
        self._sent.clear()
        self._job.cancel()
