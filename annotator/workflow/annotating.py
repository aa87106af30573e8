"""One person at work in one project: opening documents, labelling, deciding on entities, undo and redo.

Disk first, memory second: every verb commits before it returns what changed; views are told by their own room.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from annotator.model.changes import Changes, changes_of, document_of_edits, layers_of, with_edits
from annotator.model.edits import Edit, EditError, GestureKind, Merge, inverse
from annotator.model.history import History
from annotator.model.ids import (
    DocumentId,
    EntityId,
    EvidenceId,
    GestureId,
    LayerId,
    LinkId,
    SpanId,
    annotator_id,
    layer_id,
    new_uuid,
)
from annotator.model.layer import (
    Annotator,
    Attributes,
    EntityStatus,
    Evidence,
    LabelledDocument,
    Layer,
    Link,
    QueueRow,
    Span,
    Status,
    TargetKind,
    Timing,
    Value,
    second_reading,
)
from annotator.model.ruling import Ruling
from annotator.model.scheme import Label, Trim
from annotator.store.parting import documents_again
from annotator.store.parts import Part, Unread, first_part
from annotator.store.project import Project
from annotator.workflow import labelling
from annotator.workflow.everywhere import adding_everywhere, deciding_everywhere, gazetteer_edit
from annotator.workflow.labelling import CannotLabel

type Edge = Literal["start", "end"]


class Annotating:
    """The session of one annotator in an open project.

    What a pack asks to be labelled a second time goes into layers of its own, and nothing tells the annotator so.
    ``current`` is the document under the eyes, as it stands on disk, ``glance`` what has been read of it: a long one
    is read by and by, and all of it before anything is done to it. Verbs raise CannotLabel with a sentence when what
    was asked is not possible, and StoreError when the file cannot take it; nothing is changed then.
    """

    def __init__(self, project: Project, annotator: Annotator) -> None:
        """Begin; the history of earlier days is read when it is first needed."""
        self.project = project
        self.annotator = annotator
        self.glance: LabelledDocument | None = None
        self._unread: Unread | None = None
        self._repeated = documents_again(project, annotator)
        self._second = Annotator(annotator_id(second_reading(annotator.name)), annotator.name)
        self._history: History | None = None
        self._layers: dict[LayerId, DocumentId] = {}

    # -- documents ------------------------------------------------------------------------------

    def queue(self) -> list[QueueRow]:
        """Return the documents as this annotator sees them, in import order."""
        rows = self.project.queue(self.annotator.id)
        if not self._repeated:
            return rows
        again = {row.id: row for row in self.project.queue(self._second.id, self._repeated)}
        return [again.get(row.id, row) for row in rows]

    def rows_of(self, documents: Sequence[DocumentId]) -> list[QueueRow]:
        """Return the rows of some documents in the queue."""
        rows = self.project.queue(self.annotator.id, documents)
        again = [id_ for id_ in documents if id_ in self._repeated]
        instead = {row.id: row for row in self.project.queue(self._second.id, again)} if again else {}
        return [instead.get(row.id, row) for row in rows]

    @property
    def current(self) -> LabelledDocument | None:
        """Return the current document, all of it."""
        while self.read_on() is not None:
            pass
        return self.glance

    def begin(self, document: DocumentId) -> None:
        """Make a document the current one; of a long one only the beginning is read. Raises KeyError without one."""
        self.glance, self._unread = first_part(self.project, document, self._reader(document))
        self._layers[self.glance.layer.id] = document

    def read_on(self) -> Part | None:
        """Read some more of the current document; None when there is no more. One that cannot be read is let go of."""
        unread, self._unread = self._unread, None
        if unread is None:
            return None
        held, self.glance = self.glance, None
        part = unread.read_on()
        self.glance, self._unread = (unread.whole, None) if part is None else (held, unread)
        return part

    def open(self, document: DocumentId) -> LabelledDocument:
        """Make a document the current one. Raises KeyError when the project does not have it."""
        self.begin(document)
        return self._open

    def reload(self) -> LabelledDocument | None:
        """Read the current document again from the file, and what can be undone."""
        self._history = None
        return self.open(self.glance.document.id) if self.glance else None

    def edit_document(
        self, *, title: str | None = None, source: str | None = None, published: str | None = None
    ) -> Changes:
        """Change what is known of the current document; its text never changes."""
        before = self._open.document
        if published is not None and published.strip() not in ("", before.published):
            labelling.check_date(published.strip())
        after = replace(
            before,
            title=before.title if title is None else title.strip(),
            source=before.source if source is None else source.strip(),
            published=before.published if published is None else published.strip(),
        )
        return self._do(() if after == before else (Edit(before, after),))

    def set_status(self, status: Status) -> Changes:
        """Say how far the layer is."""
        layer = self._open.layer
        return self._do(() if layer.status == status else (Edit(layer, replace(layer, status=status)),))

    def spend(self, seconds: int) -> Changes:
        """Add to the time spent on the current layer; nothing is kept of a document only looked at."""
        labelled = self.current
        if seconds <= 0 or labelled is None or not self._has_layer(labelled.document.id):
            return Changes()
        before = Timing(labelled.layer.id, labelled.seconds) if labelled.seconds else None
        after = Timing(labelled.layer.id, labelled.seconds + seconds)
        self.project.log(Edit(before, after), by=labelled.annotator.id)
        self.glance = replace(labelled, seconds=after.seconds)
        return Changes()

    # -- spans ----------------------------------------------------------------------------------

    def make_span(self, start: int, end: int, label: str, *, exact: bool = False) -> Changes:
        """Label a selection (code points). The same words under the same label are not doubled; a claim over which
        a verified fact is laid becomes it, and keeps its history.
        """
        labelled, wanted = self._open, self.label(label)
        scheme = self.project.scheme
        fragment = labelling.fragment_of(labelled, scheme, start, end, trim=wanted.trim, exact=exact)
        same = labelling.same_extent(labelled, (fragment,), wanted.id)
        if same is not None:
            return Changes(labelled.document.id, current=same.id, message="That span is there already.")
        twin = {"claim": "verified_fact", "verified_fact": "claim"}.get(wanted.id)
        promoted = labelling.same_extent(labelled, (fragment,), twin) if twin else None
        if promoted is not None:
            return self.relabel(promoted.id, wanted.id)
        return self._do((Edit(None, labelling.new_span(labelled, wanted, fragment)),))

    def relabel(self, span: SpanId, label: str) -> Changes:
        """Give a span another label."""
        before, wanted = self.span(span), self.label(label)
        if before.label == wanted.id:
            return Changes(self._open.document.id, current=before.id)
        if labelling.same_extent(self._open, before.fragments, wanted.id):
            raise CannotLabel("A span with that label has exactly these words already.")
        return self._do((Edit(before, labelling.relabelled(self._open, before, wanted)),))

    def resize(self, span: SpanId, fragment: int, edge: Edge, offset: int, *, exact: bool = False) -> Changes:
        """Move one edge of one fragment to an offset (code points), to a token border unless exact."""
        before = self.span(span)
        start, end = before.fragments[fragment]
        wanted = (offset, end) if edge == "start" else (start, offset)
        if wanted[0] >= wanted[1]:
            raise CannotLabel("A span keeps at least a word: erase it with Delete.")
        trim = self.label(before.label).trim
        cut = labelling.fragment_of(self._open, self.project.scheme, *wanted, trim=trim, exact=exact)
        fragments = [*before.fragments[:fragment], cut, *before.fragments[fragment + 1 :]]
        return self._change(before, labelling.with_fragments(self._open, self.project.scheme, before, fragments))

    def move_edge(self, span: SpanId, edge: Edge, *, forward: bool, by_character: bool = False) -> Changes:
        """Move the start or end of a span by a word or a character."""
        before = self.span(span)
        offset = labelling.moved_edge(self._open, before, edge, forward=forward, by_character=by_character)
        fragment = 0 if edge == "start" else len(before.fragments) - 1
        if not 0 <= offset <= len(self._open.text):
            return Changes(self._open.document.id, current=before.id)
        return self.resize(span, fragment, edge, offset, exact=True)

    def add_fragment(self, span: SpanId, start: int, end: int, *, exact: bool = False) -> Changes:
        """Add a selection to a span as another fragment, for a quotation that is split."""
        before = self.span(span)
        trim = self.label(before.label).trim
        cut = labelling.fragment_of(self._open, self.project.scheme, start, end, trim=trim, exact=exact)
        fragments = [*before.fragments, cut]
        return self._change(before, labelling.with_fragments(self._open, self.project.scheme, before, fragments))

    def erase(self, span: SpanId) -> Changes:
        """Erase a span and the links that touch it."""
        return self._do(labelling.erasing(self._open, self.span(span)))

    def set_note(self, span: SpanId, note: str) -> Changes:
        """Write a span's note."""
        before = self.span(span)
        return self._change(before, replace(before, note=note))

    def set_attribute(self, span: SpanId, key: str, value: Value | None) -> Changes:
        """Set an attribute of a span; None takes it away."""
        before = self.span(span)
        return self._change(before, labelling.with_attribute(before, key, value))

    # -- links and evidence ---------------------------------------------------------------------

    def add_link(self, type_: str, source: SpanId, target_kind: TargetKind, target: str) -> Changes:
        """Link a span to a span, an entity or a piece of evidence."""
        labelled = self._open
        if target_kind == "span" and source == target:
            raise CannotLabel("A span is not linked to itself.")
        twin = any((k.type, k.source, k.target) == (type_, source, target) for k in labelled.links)
        if twin:
            raise CannotLabel("That link is there already.")
        link = Link(LinkId(new_uuid()), labelled.layer.id, type_, source, target_kind, target)
        return self._do((Edit(None, link),))

    def erase_link(self, link: LinkId) -> Changes:
        """Erase a link."""
        return self._do(tuple(Edit(held, None) for held in self._open.links if held.id == link))

    def add_evidence(self, span: SpanId, record: Attributes, *, stance: str = "supports") -> Changes:
        """Record a piece of evidence and link a span to it."""
        layer = self._open.layer.id
        evidence = Evidence(EvidenceId(new_uuid()), layer, record)
        link = Link(LinkId(new_uuid()), layer, "evidence", span, "evidence", evidence.id, {"stance": stance})
        return self._do((Edit(None, evidence), Edit(None, link)))

    # -- entities -------------------------------------------------------------------------------

    def decide_entity(
        self, entity: EntityId, status: EntityStatus, *, label: str | None = None, everywhere: bool = False
    ) -> Changes:
        """Confirm, reject or retype an entity: here, or everywhere in this project as one gesture."""
        held = next((e for e in self._open.entities if e.id == entity), None)
        if held is None:
            raise CannotLabel("That entity is no longer there.")
        if everywhere:
            return self._do(deciding_everywhere(self.project, held, status, label=label or held.label))
        edit = labelling.decided(held, status, label)
        return self._do(() if edit.before == edit.after else (edit,))

    def add_entity(self, start: int, end: int, label: str, *, everywhere: bool = False) -> Changes:
        """Add an entity that the machine missed: here, or at all its occurrences in this project."""
        labelled = self._open
        cut = labelling.fragment_of(labelled, self.project.scheme, start, end, trim=Trim(), exact=False)
        if everywhere:
            return self._do(adding_everywhere(self.project, labelled.text[slice(*cut)], label))
        return self._do((labelling.added_entity(labelled, cut, label),))

    def set_gazetteer_name(self, name: str, label: str | None) -> Changes:
        """Put a name in the project's gazetteer (empty label: never an entity), or take it out with None."""
        edit = gazetteer_edit(self.project, name.strip(), label)
        return self._do((edit,) if edit and edit.before != edit.after else ())

    # -- undo and redo --------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a gesture to undo."""
        return bool(self.history.undoable)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is an undone gesture to redo."""
        return bool(self.history.redoable)

    @property
    def history(self) -> History:
        """Return what can be undone and redone, from the journal."""
        if self._history is None:
            self._history = History(self.project.history(self.annotator.id, self._second.id))
        return self._history

    def do(self, edits: Sequence[Edit], *, documents: Iterable[DocumentId] = ()) -> Changes:
        """Commit edits of this annotator's layers as one gesture: on the documents opened so far, or on these too."""
        self._layers.update({layer_id(document, self._reader(document).id): document for document in documents})
        return self._do(edits)

    def undo(self) -> Changes:
        """Take back the last gesture, in whatever document and however long ago it was."""
        return self._again(self.history.undoable, "undo", inverse, nothing="There is nothing to undo.")

    def redo(self) -> Changes:
        """Do again what was last undone."""
        return self._again(self.history.redoable, "redo", lambda g: g.edits, nothing="There is nothing to redo.")

    # -- inside ---------------------------------------------------------------------------------

    def label(self, label: str) -> Label:
        """Return a label of the scheme by id or key."""
        found = self.project.scheme.label(label)
        if found is None:
            raise CannotLabel("The scheme has no label “{label}”.", label=label)
        return found

    def span(self, id_: SpanId) -> Span:
        """Return a span of the current layer by id."""
        found = next((span for span in self._open.spans if span.id == id_), None)
        if found is None:
            raise CannotLabel("That span is no longer there.")
        return found

    @property
    def _open(self) -> LabelledDocument:
        if self.current is None:
            raise CannotLabel("No document is open.")
        return self.current

    def _change(self, before: Span, after: Span) -> Changes:
        if after == before:
            return Changes(self._open.document.id, current=before.id)
        return self._do((Edit(before, after),))

    def _do(self, edits: Sequence[Edit]) -> Changes:
        return self._commit(tuple(edits), "do", None) if edits else Changes()

    def _again(
        self,
        stack: Sequence[GestureId],
        kind: GestureKind,
        edits_of: Callable[..., Sequence[Edit]],
        *,
        nothing: str,
    ) -> Changes:
        if not stack:
            return Changes(message=nothing)
        of = stack[-1]
        edits = tuple(edits_of(self.project.gesture(of)))
        try:
            return self._commit(edits, kind, of)
        except EditError as error:
            if any(isinstance(edit.noun, Merge) for edit in edits):
                raise CannotLabel(
                    "The merge cannot be taken back: somebody has gone on from what came with it."
                ) from error
            raise CannotLabel("What that gesture changed has been changed by something else since.") from error

    def _commit(self, edits: tuple[Edit, ...], kind: GestureKind, of: GestureId | None) -> Changes:
        layers = self._layers if kind == "do" else self.project.documents_of_layers(layers_of(edits))
        document = document_of_edits(edits, layers, here=self.current.document.id if self.current else None)
        log = self._first_of(edits, layers)
        by = self._reader(document) if document else self.annotator
        gesture = self.project.commit(edits, by=by.id, kind=kind, of=of, log=log)
        if self._history is not None:
            self._history.add(gesture, kind, of)
        changes = changes_of((*log, *edits), document=document, layers=layers)
        if changes.merged:
            self.reload()
        elif self.current is not None:
            self.glance = with_edits(self.current, (*log, *edits))
        return replace(changes, gesture=gesture)

    def _first_of(self, edits: Sequence[Edit], layers: Mapping[LayerId, DocumentId]) -> tuple[Edit, ...]:
        """Return the edits that make those of this annotator's layers of which these are the first edits."""
        touched: dict[LayerId, Status] = {}
        for edit in edits:
            match edit.noun:
                case Layer():
                    touched[edit.noun.id] = "new"
                case Span() | Link() | Evidence() | Ruling():
                    touched.setdefault(edit.noun.layer_id, "in_progress")
                case _:
                    continue
        made = []
        for id_, status in touched.items():
            document = layers[id_]
            if not self._has_layer(document):
                made.append(Edit(None, Layer(id_, document, self._reader(document).id, status)))
        return tuple(made)

    def _has_layer(self, document: DocumentId) -> bool:
        """Tell whether the layer is there; where spans are under the eyes it is, and the file need not be asked."""
        here = self.current
        if here is not None and here.document.id == document and here.spans:
            return True
        return self.project.layer(document, self._reader(document).id) is not None

    def _reader(self, document: DocumentId) -> Annotator:
        """Return whose layer the work on a document goes into."""
        return self._second if document in self._repeated else self.annotator
