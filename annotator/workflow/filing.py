"""Filing prepared documents in a project: new ones in batches, known ones get the spans that they did not have."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from annotator.formats.registry import Refusal
from annotator.model.document import Article, Document
from annotator.model.edits import Edit, Noun
from annotator.model.ids import DocumentId, LayerId, LinkId, layer_id
from annotator.model.layer import STATUSES, Annotator, Entity, Layer, Link, Status, Timing
from annotator.model.ruling import Ruling
from annotator.model.told import Sentence, sentence
from annotator.model.unresolved import Unresolved
from annotator.store.bulk import NewDocument, NewLayer
from annotator.store.project import Project
from annotator.workflow.listing import Misfits
from annotator.workflow.mapping import LabelMap, Unknown
from annotator.workflow.misfits import Misfit
from annotator.workflow.preparing import Prepared
from annotator.workflow.raw_nouns import (
    Ends,
    ends_of_spans,
    entities_of_file,
    evidence_of_file,
    link_of_file,
    not_held,
    ruling_of_file,
    spans_of_file,
)

BATCH = 100
_DETAILS = ("title", "source", "published", "url")

UNLABELLED = Sentence("It has no label.")

type Fate = Literal["stored", "there", "entities", "left_out", "unresolved", "refused"]
"""What becomes of a span of a file: each has one of these, so that they add up to what was read."""
FATES: tuple[Fate, ...] = ("stored", "there", "entities", "left_out", "unresolved", "refused")


@dataclass(slots=True)
class Filed:
    """What has been filed so far."""

    documents: list[DocumentId] = field(default_factory=list)
    known: list[DocumentId] = field(default_factory=list)
    fates: Counter[Fate] = field(default_factory=Counter)
    refused: list[Refusal] = field(default_factory=list)
    not_taken: list[Refusal] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


class Filing:
    """Puts prepared documents into a project; `flush` writes the batch that is waiting, in one transaction."""

    def __init__(
        self,
        project: Project,
        *,
        annotator: str = "",
        otherwise: str = "",
        labels: Mapping[str, str] | None = None,
        unknown: Unknown = "refuse",
    ) -> None:
        """Name whose layer takes the spans, or those that name nobody; say what foreign labels are, and the others."""
        self.filed = Filed()
        self._project = project
        self._annotator, self._otherwise = annotator, otherwise
        self._map = LabelMap(project, labels or {}, unknown)
        self.filed.skipped = self._map.skipped
        self._misfits = Misfits(project)
        self._have = {document.id: document for document in project.documents()}
        self._people: dict[str, Annotator] = {}
        self._batch: dict[DocumentId, NewDocument] = {}

    def add(self, prepared: Prepared) -> None:
        """Take in one document; writes when a batch is full."""
        document = prepared.document
        strays = self._strays(prepared)
        prepared = replace(prepared, article=self._sorted(prepared.article))
        entities, ends = entities_of_file(document.id, prepared.article.entities, prepared.text)
        layer = self._layer(prepared, ends)
        waiting = self._batch.get(document.id)
        if waiting is not None and layer and all(n.layer.id != layer.layer.id for n in waiting.layers):
            more = (*waiting.unresolved, *strays)
            self._batch[document.id] = replace(waiting, layers=(*waiting.layers, layer), unresolved=more)
            self.filed.fates["stored"] += len(layer.spans)
            self._is_known(prepared)
            return
        if waiting is not None:
            self.flush()
        if document.id in self._have:
            self._is_known(prepared)
            self._decide(document.id, entities)
            if strays:
                self._project.log(*(Edit(None, stray) for stray in strays))
            if layer:
                self._join(layer)
            return
        layers = (layer,) if layer else ()
        came = prepared.segmentation, prepared.page, prepared.fingerprint, strays
        self._batch[document.id] = NewDocument(document, prepared.text, entities, layers, *came)
        self._have[document.id] = document
        self.filed.documents.append(document.id)
        self.filed.fates["stored"] += len(layer.spans) if layer else 0
        if len(self._batch) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        self._project.add_documents(tuple(self._batch.values()))
        self._batch.clear()

    def _is_known(self, prepared: Prepared) -> None:
        """Count a document that is there already, and tell which of its details here are others than the file's."""
        held, article = self._have[prepared.document.id], prepared.article
        self.filed.known.append(held.id)
        here, there = _details(held), _details(article)
        if names := [name for name, value in there.items() if value not in ("", here.get(name))]:
            why = sentence(
                "Its text is there already, with other details; not taken over: {names}", names=", ".join(names)
            )
            self.filed.not_taken.append(Refusal(article.where, why))

    def _layer(self, prepared: Prepared, ends: Ends) -> NewLayer | None:
        """Return the layer that came along; spans whose label the scheme does not have are refused.

        ``ends`` are the entities, which links may go to.
        """
        article, document = prepared.article, prepared.document
        name = self._name_of(article)
        if not name:
            if article.spans:
                why = Sentence("Nobody is named whose spans these are: name an annotator.")
                self.filed.refused.append(Refusal(article.where, why))
                self.filed.fates["refused"] += len(article.spans)
            return None
        if not (article.spans or article.status or article.annotator):
            return None
        person = self._people.get(name) or self._people.setdefault(name, self._project.annotator(name))
        owner = layer_id(document.id, person.id)
        known = []
        labels = {foreign: self._map.label(foreign) for foreign in dict.fromkeys(raw.label for raw in article.spans)}
        for raw in article.spans:
            label = labels[raw.label]
            if label is None:
                why = sentence("The scheme has no label “{label}”.", label=raw.label) if raw.label else UNLABELLED
                self.filed.fates["refused"] += 1
                self.filed.refused.append(Refusal(raw.where or f"{article.where}, {raw.place}", why))
            else:
                known.append((raw, label))
        spans = spans_of_file(owner, known, prepared.text)
        evidence, evidence_ends = evidence_of_file(owner, article.evidence)
        span_ends = ends_of_spans((raw for raw, _ in known), spans) if article.links else {}
        links = self._links(prepared, owner, ends | evidence_ends | span_ends)
        status: Status = next((known for known in STATUSES if known == article.status), "in_progress")
        layer = Layer(owner, document.id, person.id, status)
        return NewLayer(person, layer, spans, links, evidence, self._rulings(prepared, owner), article.seconds)

    def _strays(self, prepared: Prepared) -> tuple[Unresolved, ...]:
        """Report what was refused, and return what of it a person may settle; what they have settled is not told."""
        name = self._name_of(prepared.article)
        misfits = []
        for refusal in prepared.refusals:
            if isinstance(refusal, Misfit):
                fate = self._fate(refusal, name)
                self.filed.fates[fate] += 1
                if fate in ("left_out", "there"):
                    continue
                misfits.append(refusal)
            self.filed.refused.append(refusal)
        return self._misfits.new(misfits, name) if name else ()

    def _fate(self, stray: Misfit, name: str) -> Fate:
        """Return what becomes of a span that does not fit its text."""
        if self._map.is_left_out(stray.span):
            return "left_out"
        if self._misfits.settled(stray, name):
            return "there"
        return "unresolved" if name else "refused"

    def _sorted(self, article: Article) -> Article:
        """Return the article without the spans that are left out by choice, those of an entity type among entities."""
        if self._map.are_all_labels({raw.label for raw in article.spans}):
            return article
        spans = [raw for raw in article.spans if not self._map.is_left_out(raw)]
        self.filed.fates["left_out"] += len(article.spans) - len(spans)
        named = [(raw, type_) for raw in spans if (type_ := self._map.entity_type(raw))]
        if not named:
            return article if len(spans) == len(article.spans) else replace(article, spans=tuple(spans))
        self.filed.fates["entities"] += len(named)
        people = {"origin": "person"}
        entities = (replace(raw, label=type_, status="added", attributes=people) for raw, type_ in named)
        taken = {id(raw) for raw, _ in named}
        spans = [raw for raw in spans if id(raw) not in taken]
        return replace(article, spans=tuple(spans), entities=(*article.entities, *entities))

    def _name_of(self, article: Article) -> str:
        """Return whose layer takes the spans: what a model said, or a person rejected, is kept apart."""
        if article.apart == "prediction":
            return f"{article.annotator} (prediction)"
        name = self._annotator or article.annotator or self._otherwise
        return f"{name} ({article.apart})" if name and article.apart else name

    def _rulings(self, prepared: Prepared, owner: LayerId) -> tuple[Ruling, ...]:
        rulings: dict[str, Ruling] = {}
        for raw in prepared.article.rulings:
            ruling = ruling_of_file(owner, raw)
            if ruling is None:
                why = Sentence("A ruling does not say what it decided on.")
                self.filed.refused.append(Refusal(prepared.article.where, why))
            else:
                rulings[ruling.id] = ruling
        return tuple(rulings.values())

    def _links(self, prepared: Prepared, owner: LayerId, ends: Ends) -> tuple[Link, ...]:
        links: dict[LinkId, Link] = {}
        for raw in prepared.article.links:
            link = link_of_file(owner, raw, ends)
            if link is None:
                why = sentence("An end of the link “{type}” is not there.", type=raw.type)
                if raw.target in ends and ends.get(raw.source, ("",))[0] == "entity":
                    why = sentence("The link “{type}” begins at an entity; here links begin at spans.", type=raw.type)
                self.filed.refused.append(Refusal(prepared.article.where, why))
            else:
                links[link.id] = link
        return tuple(links.values())

    def _decide(self, document: DocumentId, entities: Sequence[Entity]) -> None:
        """Take over what people decided on entities, where nobody here has decided yet."""
        held = {entity.id: entity for entity in self._project.entities(document)}
        decided = [
            Edit(held.get(entity.id), entity)
            for entity in entities
            if entity.status != "auto" and (entity.id not in held or held[entity.id].status == "auto")
        ]
        if decided:
            self._project.log(*decided)

    def _join(self, new: NewLayer) -> None:
        """Add to the layer of a document that is known what it does not have yet."""
        document, annotator = new.layer.document_id, new.annotator
        held = self._project.labelled(document, annotator)
        ids: set[str] = {noun.id for nouns in (held.spans, held.links, held.evidence, held.rulings) for noun in nouns}
        spans, same = not_held(new.spans, held.spans)
        there = ids | {noun.id for nouns in (spans, held.entities, new.evidence) for noun in nouns}
        ends = (replace(k, source=same.get(k.source, k.source), target=same.get(k.target, k.target)) for k in new.links)
        links = [k for k in ends if k.id not in ids and {k.source, k.target} <= there]
        nouns: list[Noun] = [*spans, *(e for e in new.evidence if e.id not in ids), *links]
        nouns += [ruling for ruling in new.rulings if ruling.id not in ids]
        if self._project.layer(document, annotator.id) is None:
            time = [Timing(new.layer.id, new.seconds)] if new.seconds else []
            nouns = [new.layer, *nouns, *time]
        if nouns:
            self._project.log(*(Edit(None, noun) for noun in nouns), by=annotator.id)
        self.filed.fates["stored"] += len(spans)
        self.filed.fates["there"] += len(new.spans) - len(spans)


def _details(of: Document | Article) -> dict[str, object]:
    return {**of.extra, **{name: getattr(of, name) for name in _DETAILS}}
