"""Filing prepared documents in a project: new ones in batches, known ones get the spans that they did not have."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.formats.registry import Refusal
from annotator.model.document import RawLink, RawSpan
from annotator.model.edits import Edit, Noun
from annotator.model.highlights import entity_id
from annotator.model.ids import (
    DocumentId,
    EvidenceId,
    LayerId,
    LinkId,
    SpanId,
    derived_uuid,
    layer_id,
)
from annotator.model.layer import STATUSES, Annotator, Entity, Evidence, Layer, Link, Span, TargetKind, words_of
from annotator.model.told import Sentence, sentence
from annotator.store.bulk import NewDocument, NewLayer
from annotator.store.project import Project
from annotator.workflow.preparing import Prepared

BATCH = 100
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


@dataclass(slots=True)
class Filed:
    """What has been filed so far."""

    documents: list[DocumentId] = field(default_factory=list)
    known: list[DocumentId] = field(default_factory=list)
    spans: int = 0
    refused: list[Refusal] = field(default_factory=list)


class Filing:
    """Puts prepared documents into a project; `flush` writes the batch that is waiting, in one transaction."""

    def __init__(self, project: Project, *, annotator: str = "") -> None:
        """Name the annotator whose layer takes spans of files that name none."""
        self.filed = Filed()
        self._project = project
        self._annotator = annotator
        self._labels = {key: label.id for label in project.scheme.labels for key in (label.id, label.key)}
        self._have = {document.id for document in project.documents()}
        self._people: dict[str, Annotator] = {}
        self._batch: dict[DocumentId, NewDocument] = {}

    def add(self, prepared: Prepared) -> None:
        """Take in one document; writes when a batch is full."""
        document = prepared.document
        self.filed.refused += prepared.refusals
        layer = self._layer(prepared)
        waiting = self._batch.get(document.id)
        if waiting is not None and layer and all(n.layer.id != layer.layer.id for n in waiting.layers):
            self._batch[document.id] = replace(waiting, layers=(*waiting.layers, layer))
            self.filed.spans += len(layer.spans)
            self.filed.known.append(document.id)
            return
        if waiting is not None:
            self.flush()
        if document.id in self._have:
            self.filed.known.append(document.id)
            if layer:
                self._join(layer)
            return
        entities = tuple(
            {e.id: e for e in (_entity(document.id, raw, prepared.text) for raw in prepared.article.entities)}.values()
        )
        layers = (layer,) if layer else ()
        self._batch[document.id] = NewDocument(
            document, prepared.text, entities, layers, prepared.segmentation, prepared.page, prepared.fingerprint
        )
        self._have.add(document.id)
        self.filed.documents.append(document.id)
        self.filed.spans += len(layer.spans) if layer else 0
        if len(self._batch) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        self._project.add_documents(tuple(self._batch.values()))
        self._batch.clear()

    def _layer(self, prepared: Prepared) -> NewLayer | None:
        """Return the layer that came along; spans whose label the scheme does not have are refused."""
        article, document = prepared.article, prepared.document
        name = self._annotator or article.annotator
        if not name:
            if article.spans:
                why = Sentence("Nobody is named whose spans these are: name an annotator.")
                self.filed.refused.append(Refusal(article.where, why))
            return None
        if not (article.spans or article.status or article.annotator):
            return None
        person = self._people.get(name) or self._people.setdefault(name, self._project.annotator(name))
        owner = layer_id(document.id, person.id)
        known = [raw for raw in article.spans if raw.label in self._labels]
        for raw in article.spans:
            if raw.label not in self._labels:
                why = sentence("The scheme has no label “{label}”.", label=raw.label)
                self.filed.refused.append(Refusal(f"{article.where}, {raw.fragments}", why))
        spans = _distinct(_span(owner, raw, self._labels[raw.label], prepared.text) for raw in known)
        status = article.status if article.status in STATUSES else "in_progress"
        layer = Layer(owner, document.id, person.id, status)
        evidence = tuple(_evidence(owner, raw) for raw in article.evidence)
        links = self._links(prepared, owner, spans, evidence)
        seconds = article.extra.get("seconds", 0)
        return NewLayer(person, layer, spans, links, evidence, seconds if isinstance(seconds, int) else 0)

    def _links(
        self, prepared: Prepared, owner: LayerId, spans: tuple[Span, ...], evidence: tuple[Evidence, ...]
    ) -> tuple[Link, ...]:
        article = prepared.article
        given = {
            raw.id: span.id for raw in article.spans for span in spans if raw.fragments == span.fragments and raw.id
        }
        kinds: dict[str, TargetKind] = dict.fromkeys((piece.id for piece in evidence), "evidence")
        kinds |= dict.fromkeys((raw.id for raw in article.entities if raw.id), "entity")
        kinds |= dict.fromkeys((span.id for span in spans), "span")
        links = []
        for raw in article.links:
            source, target = given.get(raw.source, raw.source), given.get(raw.target, raw.target)
            if kinds.get(source) != "span" or target not in kinds:
                why = sentence("An end of the link “{type}” is not there.", type=raw.type)
                self.filed.refused.append(Refusal(article.where, why))
                continue
            links.append(_link(owner, raw, SpanId(source), kinds[target], target))
        return tuple(links)

    def _join(self, new: NewLayer) -> None:
        """Add to the layer of a document that is known what it does not have yet."""
        held = self._project.labelled(new.layer.document_id, new.annotator)
        have = {(span.label, span.fragments) for span in held.spans}
        ids: set[str] = {noun.id for nouns in (held.spans, held.links, held.evidence) for noun in nouns}
        spans = [s for s in new.spans if (s.label, s.fragments) not in have and s.id not in ids]
        there = (
            ids | {span.id for span in spans} | {entity.id for entity in held.entities} | {e.id for e in new.evidence}
        )
        links = [k for k in new.links if k.id not in ids and {k.source, k.target} <= there]
        nouns: list[Noun] = [*spans, *(e for e in new.evidence if e.id not in ids), *links]
        edits = [Edit(None, noun) for noun in nouns]
        known = self._project.layer(new.layer.document_id, new.annotator.id)
        if known is None:
            edits.insert(0, Edit(None, new.layer))
        if edits:
            self._project.log(*edits, by=new.annotator.id)
        self.filed.spans += len(spans)


def _span(owner: LayerId, raw: RawSpan, label: str, text: str) -> Span:
    id_ = raw.id if _UUID.fullmatch(raw.id) else derived_uuid("span", owner, label, raw.fragments)
    return Span(SpanId(id_), owner, label, raw.fragments, words_of(text, raw.fragments), raw.attributes, raw.note)


def _distinct(spans: Any) -> tuple[Span, ...]:
    kept: dict[tuple[str, object], Span] = {}
    ids: set[str] = set()
    for span in spans:
        if (span.label, span.fragments) not in kept and span.id not in ids:
            kept[span.label, span.fragments] = span
            ids.add(span.id)
    return tuple(kept.values())


def _entity(document: DocumentId, raw: RawSpan, text: str) -> Entity:
    start, end = raw.fragments[0][0], raw.fragments[-1][1]
    status = raw.status if raw.status in ("auto", "confirmed", "rejected", "added") else "auto"
    origin = raw.attributes.get("origin", "model")
    return Entity(
        entity_id(document, raw.label, start, end),
        document,
        raw.label,
        start,
        end,
        text[start:end],
        status,  # type: ignore[arg-type]  # one of the four
        origin if isinstance(origin, str) else "model",
    )


def _link(owner: LayerId, raw: RawLink, source: SpanId, kind: TargetKind, target: str) -> Link:
    id_ = raw.id if _UUID.fullmatch(raw.id) else derived_uuid("link", owner, raw.type, source, target)
    return Link(LinkId(id_), owner, raw.type, source, kind, target, raw.attributes)


def _evidence(owner: LayerId, raw: Mapping[str, object]) -> Evidence:
    given = raw.get("record")
    fields = given if isinstance(given, dict) else {key: value for key, value in raw.items() if key != "id"}
    record = {str(k): tuple(map(str, v)) if isinstance(v, list) else str(v) for k, v in fields.items()}
    id_ = str(raw.get("id", ""))
    return Evidence(
        EvidenceId(id_ if _UUID.fullmatch(id_) else derived_uuid("evidence", owner, sorted(record))), owner, record
    )
