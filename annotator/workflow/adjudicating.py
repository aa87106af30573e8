"""One adjudicator who settles the layers of a document into gold: every decision is a ruling, and can be undone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.model.case import Case, is_stale, ruling_id
from annotator.model.changes import Changes
from annotator.model.edits import Edit
from annotator.model.ids import AnnotatorId, DocumentId, SpanId, annotator_id, new_uuid
from annotator.model.layer import GOLD, Annotator, LabelledDocument, QueueRow, Span, is_person, words_of
from annotator.model.ruling import Reason, Ruling
from annotator.store.project import Project
from annotator.workflow import labelling
from annotator.workflow.annotating import Annotating
from annotator.workflow.cases import cases_of
from annotator.workflow.labelling import CannotLabel
from annotator.workflow.settling import Proposal, copied_links


@dataclass(frozen=True, slots=True)
class Why:
    """What an adjudicator says about a ruling."""

    reason: Reason = "other"
    note: str = ""
    precedent: str = ""
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """Whose extent, label and attributes the gold span takes; all the same where one span is taken whole."""

    extent: AnnotatorId
    label: AnnotatorId
    attributes: AnnotatorId


class Adjudicating:
    """The session of one adjudicator.

    ``annotating`` is the session of the gold layer, with all its verbs and its undo. A second adjudicator reviews blind
    in a gold of their own. Verbs raise CannotLabel and StoreError as `Annotating` does; nothing is changed then.
    """

    def __init__(self, project: Project, adjudicator: str, *, blind: bool = False) -> None:
        """Begin; ``blind`` makes this adjudicator's own gold beside the first one."""
        self.project = project
        self.adjudicator = adjudicator.strip()
        self.blind = blind
        name = f"{GOLD}:{self.adjudicator}" if blind else GOLD
        gold = Annotator(annotator_id(name), name) if project.read_only else project.annotator(name)
        self.annotating = Annotating(project, gold)
        self.layers: tuple[LabelledDocument, ...] = ()
        self.cases: tuple[Case, ...] = ()

    # -- what lies before the adjudicator --------------------------------------------------------

    def documents(self) -> list[tuple[QueueRow, int]]:
        """Return the documents that somebody has finished, with the gold's status, and how many have."""
        people = {person.id for person in self.project.annotators() if is_person(person.name)}
        done = {id_: len(people.intersection(who)) for id_, who in self.project.finished().items()}
        return [(row, done[row.id]) for row in self.annotating.queue() if done.get(row.id)]

    def open(self, document: DocumentId) -> tuple[Case, ...]:
        """Open a document: its gold, the layers of all who have done it, and the cases in text order."""
        self.annotating.open(document)
        self.layers = _done_layers(self.project, document)
        self.cases = cases_of(self.layers)
        return self.cases

    @property
    def gold(self) -> LabelledDocument:
        """Return the gold of the open document as it stands on disk."""
        if self.annotating.current is None:
            raise CannotLabel("No document is open.")
        return self.annotating.current

    def ruling_on(self, case: Case) -> Ruling | None:
        """Return the ruling on a case: one that decided on any of its spans."""
        spans = {span.id for span in case.spans.values()}
        return next((r for r in self.gold.rulings if any(o.span_id in spans for o in r.decided_on)), None)

    def is_open(self, case: Case) -> bool:
        """Tell whether a case waits: nobody has ruled on it and gold is not done, or its spans have changed since."""
        ruling = self.ruling_on(case)
        if ruling is None:
            return self.gold.layer.status != "done"
        return is_stale(ruling, {span.id: span for span in case.spans.values()})

    @property
    def waiting(self) -> tuple[Case, ...]:
        """Return the cases that wait, in text order."""
        return tuple(case for case in self.cases if self.is_open(case))

    # -- rulings --------------------------------------------------------------------------------

    def take(self, case: Case, annotator: AnnotatorId, why: Why | None = None) -> Changes:
        """Take one annotator's span as gold, and the links and evidence that it can bring."""
        return self.take_parts(case, Parts(annotator, annotator, annotator), why)

    def take_parts(self, case: Case, parts: Parts, why: Why | None = None) -> Changes:
        """Take the extent of one span, the label of another, the attributes of a third."""
        label = case.spans[parts.label].label
        model, extent = case.spans[parts.attributes], case.spans[parts.extent]
        made = replace(model, fragments=extent.fragments, words=extent.words, label=label)
        if model.label != label:
            made = labelling.relabelled(self.gold, made, self.annotating.label(label))
        ruling, edits = self._ruled(case, (self._new(made),), why or Why())
        source = [layer for layer in self.layers if layer.layer.id == model.layer_id]
        return self.annotating.do((*edits, *copied_links(self.gold, source, (ruling,))))

    def make(self, case: Case, start: int, end: int, label: str, why: Why | None = None) -> Changes:
        """Make a gold span that nobody had, over a selection (code points), and rule so."""
        wanted = self.annotating.label(label)
        cut = labelling.fragment_of(self.gold, self.project.scheme, start, end, trim=wanted.trim, exact=False)
        return self.annotating.do(self._ruled(case, (labelling.new_span(self.gold, wanted, cut),), why or Why())[1])

    def reject(self, case: Case, why: Why | None = None) -> Changes:
        """Rule that none of the spans is gold."""
        return self.annotating.do(self._ruled(case, (), why or Why())[1])

    def reopen(self, case: Case) -> Changes:
        """Take a ruling back, and the gold spans that came of it."""
        ruling = self.ruling_on(case)
        return self.annotating.do(() if ruling is None else (*self._erased(ruling), Edit(ruling, None)))

    def explain(self, case: Case, why: Why) -> Changes:
        """Say why: reason, note, precedent, gap of the guidelines."""
        ruling = self.ruling_on(case)
        if ruling is None:
            raise CannotLabel("There is no ruling on this case yet.")
        after = replace(ruling, reason=why.reason, note=why.note.strip(), precedent=why.precedent, gap=why.gap)
        return self.annotating.do(() if after == ruling else (Edit(ruling, after),))

    def settle(self, proposals: Iterable[Proposal]) -> Changes:
        """Follow proposals on the open document as one gesture; what is already ruled stays."""
        return self.annotating.do(self.settling(proposals))

    def settling(self, proposals: Iterable[Proposal]) -> list[Edit]:
        """Return the edits by which proposals on the open document are followed."""
        edits: list[Edit] = []
        rulings: list[Ruling] = []
        for proposal in proposals:
            if self.ruling_on(proposal.case) is None:
                spans = () if proposal.span is None else (self._new(proposal.span),)
                ruling, made = self._ruled(proposal.case, spans, Why(proposal.reason))
                rulings.append(ruling)
                edits += made
        needed = len(self.layers) // 2 + 1
        return [*edits, *copied_links(self.gold, self.layers, rulings, needed=needed)]

    def similar(self, case: Case) -> tuple[Ruling, ...]:
        """Return the precedents for a case: rulings tied to a guideline, on spans of the same labels, newest last."""
        return tuple(
            ruling
            for ruling in self.project.rulings()
            if (ruling.precedent or ruling.gap) and ruling.labels == case.labels
        )

    # -- inside ---------------------------------------------------------------------------------

    def _new(self, model: Span) -> Span:
        words = words_of(self.gold.text, model.fragments)
        return replace(model, id=SpanId(new_uuid()), layer_id=self.gold.layer.id, words=words)

    def _ruled(self, case: Case, spans: Sequence[Span], why: Why) -> tuple[Ruling, list[Edit]]:
        """Return a ruling and its edits: what it replaces goes, its spans come."""
        owner, held = self.gold.layer.id, self.ruling_on(case)
        opinions = case.opinions
        ruling = Ruling(
            id=ruling_id(owner, opinions),
            layer_id=owner,
            adjudicator=self.adjudicator,
            decided_on=opinions,
            spans=tuple(span.id for span in spans),
            reason=why.reason,
            note=why.note.strip(),
            precedent=why.precedent,
            gap=why.gap,
        )
        edits = [] if held is None else [*self._erased(held), Edit(held, None)]
        return ruling, [*edits, *(Edit(None, span) for span in spans), Edit(None, ruling)]

    def _erased(self, ruling: Ruling) -> list[Edit]:
        """Return the edits that erase what came of a ruling, and the links that touch it."""
        gone = set(ruling.spans)
        links = [link for link in self.gold.links if link.source in gone or link.target in gone]
        return [*(Edit(k, None) for k in links), *(Edit(span, None) for span in self.gold.spans if span.id in gone)]


def _done_layers(project: Project, document: DocumentId) -> tuple[LabelledDocument, ...]:
    people = frozenset(person.id for person in project.annotators() if is_person(person.name))
    layers = project.all_labelled(people, frozenset({document}))
    return tuple(layer for layer in layers if layer.layer.status in ("done", "flagged"))
