"""The desk: the one place that asks for changes and tells every view, once, what changed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.model.changes import Changes
from annotator.model.ids import DocumentId, EntityId, SpanId
from annotator.model.layer import Entity, LabelledDocument, Span
from annotator.model.scheme import Scheme
from annotator.model.told import Sentence, Told
from annotator.store.parts import Part
from annotator.workflow.annotating import Annotating
from annotator.workflow.labelling import CannotLabel


def said(told: Told | Sentence) -> str:
    """Return a sentence in the language of the window."""
    meant = told.sentence if isinstance(told, Told) else told
    template = QCoreApplication.translate("Told", meant.template)
    return str(Sentence(template, meant.values))


class Desk(QObject):
    """An annotator's session as the views see it.

    Signals:
        changed(Changes): something was committed.
        opened(): another document is current, or the same one was read anew; of a long one only the beginning.
        read(): all of the current document has been read, or it cannot be and is none any more.
        chosen(): another span or entity is current, or none.
        told(str): a sentence for the status bar.
        failed(str): a sentence for the banner; nothing was changed.
    """

    changed = Signal(object)
    opened = Signal()
    read = Signal()
    chosen = Signal()
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, annotating: Annotating, parent: QObject | None = None) -> None:
        """Sit down; no document is open yet."""
        super().__init__(parent)
        self.annotating = annotating
        self.span_id: SpanId | None = None
        self.entity_id: EntityId | None = None
        self._reading = False

    @property
    def scheme(self) -> Scheme:
        """Return the scheme of the project."""
        return self.annotating.project.scheme

    @property
    def labelled(self) -> LabelledDocument | None:
        """Return the current document as it stands on disk, all of it; None when none can be read."""
        self.read_all()
        return self.annotating.glance

    @property
    def glance(self) -> LabelledDocument | None:
        """Return the current document as far as it has been read: enough for its text and what is known of it."""
        return self.annotating.glance

    @property
    def span(self) -> Span | None:
        """Return the current span."""
        spans = self.labelled.spans if self.span_id and self.labelled else ()
        return next((span for span in spans if span.id == self.span_id), None)

    @property
    def entity(self) -> Entity | None:
        """Return the current entity."""
        entities = self.labelled.entities if self.entity_id and self.labelled else ()
        return next((entity for entity in entities if entity.id == self.entity_id), None)

    def open(self, document: DocumentId) -> None:
        """Make a document the current one."""
        try:
            self.annotating.begin(document)
        except Told as error:
            self.failed.emit(said(error))
            return
        self.span_id = self.entity_id = None
        self._reading = True
        self.opened.emit()
        self.chosen.emit()

    def read_on(self) -> Part | None:
        """Read some more of the current document; None when there is no more, or when it cannot be read."""
        try:
            part = self.annotating.read_on()
        except Told as error:
            self.failed.emit(said(error))
            part = None
        if part is None and self._reading:
            self._reading = False
            self.read.emit()
        return part

    def read_all(self) -> None:
        """Read what is still to come of the current document, and tell every view: before anything of it is changed."""
        while self.read_on() is not None:
            pass

    def reload(self) -> None:
        """Show what the file holds."""
        if self.annotating.reload() is not None and self.labelled is not None:
            self.open(self.labelled.document.id)

    def choose_span(self, id_: str | None) -> None:
        """Make a span the current one, or none."""
        if id_ == self.span_id and self.entity_id is None:
            return
        self.span_id = SpanId(id_) if id_ else None
        self.entity_id = None
        self.chosen.emit()

    def choose_entity(self, id_: str | None) -> None:
        """Make an entity the current one."""
        self.entity_id = EntityId(id_) if id_ else None
        self.span_id = None
        self.chosen.emit()

    def do(self, verb: Callable[[], Changes]) -> Changes | None:
        """Ask for a change; when it is on disk, tell every view. What is refused is said and changes nothing."""
        self.read_all()
        try:
            changes = verb()
        except CannotLabel as error:
            self.told.emit(said(error))
            return None
        except Told as error:
            self.failed.emit(said(error))
            return None
        self._tell(changes)
        return changes

    def _tell(self, changes: Changes) -> None:
        here = self.glance.document.id if self.glance else None
        if changes.document is not None and changes.document != here:
            self.open(changes.document)
        if self.span_id in changes.removed:
            self.span_id = None
        if changes.current is not None:
            self.span_id, self.entity_id = changes.current, None
        if changes.merged:
            self.reload()
        if changes.gesture is not None:
            self.changed.emit(changes)
        self.chosen.emit()
        if changes.message:
            self.told.emit(QCoreApplication.translate("Told", changes.message))
