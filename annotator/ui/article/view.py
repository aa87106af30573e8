"""The article view: shows a document with its spans and entities, and reports what the person does to it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import override

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextBlock,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.model.layer import Entity, LabelledDocument, Span
from annotator.model.segments import Segmentation, plain_segmentation
from annotator.ui.article.dragging import Drag, Grip, dropped_files, grip_at
from annotator.ui.article.geometry import Geometry
from annotator.ui.article.looks import ArticlePalette, SpanStyle
from annotator.ui.article.motions import Kind, moved, stretches
from annotator.ui.article.page import Page
from annotator.ui.article.painter import ArticlePainter
from annotator.ui.labels import plain_tip


class ArticleView(Page):
    """A document under the eyes. All offsets are code points.

    Signals:
        spanActivated(str): a span was clicked, clicking again goes on to the one around it; or empty, where nothing is.
        entityActivated(str): an entity was clicked where no span is.
        edgeDragged(str, int, str, int): span, fragment, "start" or "end", and the offset it was let go at.
        menuRequested(QPoint, str, str): a menu is wanted at a global place, for a span and an entity (or empty).
        caretMoved(int): a key has moved the caret and nothing is selected.
        filesDropped(list): paths of files that were dropped.
    """

    spanActivated = Signal(str)
    entityActivated = Signal(str)
    edgeDragged = Signal(str, int, str, int)
    menuRequested = Signal(QPoint, str, str)
    caretMoved = Signal(int)
    filesDropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Article"))
        self._painter = ArticlePainter(ArticlePalette.of(self.palette()))
        self._tags: dict[str, str] = {}
        self._found: list[tuple[int, int]] = []
        self._drag: Drag | None = None
        self._entities: tuple[Entity, ...] = ()
        self._segmentation = plain_segmentation("")
        self.exact = False

    # -- what is shown --------------------------------------------------------------------------

    def show_document(self, text: str, *, segmentation: Segmentation) -> None:
        """Show a text from its beginning, without spans or entities yet."""
        self._begin(text)
        self._segmentation = segmentation
        self.verticalScrollBar().setValue(0)

    def set_segmentation(self, segmentation: Segmentation) -> None:
        """Take better tokens and sentences for the motions."""
        self._segmentation = segmentation

    def set_styles(self, styles: Mapping[str, SpanStyle], entity_names: Mapping[str, str]) -> None:
        """Say how the spans of each label id look, and what the entity types are called."""
        self._painter.styles = dict(styles)
        self._painter.entity_names = entity_names
        self._tags = {label: style.name for label, style in styles.items()}
        self._pieces.tags = self._tags
        self._lay_out_anew()

    @property
    def colours(self) -> ArticlePalette:
        """Return the colours in force."""
        return self._painter.palette

    def set_colours(self, palette: ArticlePalette) -> None:
        """Take the colours of a theme."""
        self._painter.palette = palette
        self.viewport().update()

    def set_entities(self, entities: Sequence[Entity], *, show_types: bool = False) -> None:
        """Underline entities; those that were rejected are left out."""
        self._entities = tuple(entities)
        self._painter.show_types = show_types
        touched = self._pieces.set_entities(entities)
        if self._layout.types_said != show_types:
            self._keeping_place(lambda: self._layout.make_room_for_types(wanted=show_types))
        self._refresh(touched)
        self.viewport().update()

    def add(self, spans: Iterable[Span], entities: Iterable[Entity]) -> None:
        """Show these too, those that are shown already as they are."""
        self._refresh(self._pieces.add(spans, entities))

    def complete(self, labelled: LabelledDocument) -> None:
        """Show what is still missing of a document whose beginning is shown, and move by its tokens and sentences."""
        self._segmentation = labelled.segmentation
        self._entities = tuple(entity for entity in labelled.entities if entity.status != "rejected")
        self.add(labelled.spans, self._entities)

    def set_spans(self, spans: Iterable[Span]) -> None:
        """Show these spans and no others."""
        self._refresh(self._pieces.set_spans(spans))

    def change_spans(self, put: Iterable[Span], removed: Iterable[str]) -> None:
        """Add or change spans and take others away; only their paragraphs are painted anew."""
        touched: set[int] = set()
        for id_ in removed:
            touched |= self._pieces.drop(id_)
        for span in put:
            touched |= self._pieces.put(span)
        self._refresh(touched)

    def set_current(self, span_id: str | None) -> None:
        """Make a span the one with handles."""
        before, self._painter.current = self._painter.current, span_id or ""
        if before != self._painter.current:
            self._repaint(self._pieces.blocks_of(before) | self._pieces.blocks_of(self._painter.current))

    def set_current_entity(self, entity_id: str | None) -> None:
        """Make an entity the one with a frame."""
        if self._painter.current_entity != (entity_id or ""):
            self._painter.current_entity = entity_id or ""
            self.viewport().update()

    def set_found(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Light up what a search has found."""
        self._found = [(self._offsets.to_utf16(a), self._offsets.to_utf16(b)) for a, b in ranges]
        self.viewport().update()

    def set_caret_blinking(self, *, visible: bool) -> None:
        """Show the caret or not, for pictures that must not depend on the moment."""
        self._painter.caret_visible = visible
        self.viewport().update()

    # -- selection and motion -------------------------------------------------------------------

    def move_to(self, kind: Kind, *, forward: bool = True, extend: bool = False) -> tuple[int, int] | None:
        """Select the next or previous sentence, entity, quotation or clause; returns it, None when there is none."""
        self.read_all()
        selected = self.selection()
        all_ = stretches(kind, self._text, segmentation=self._segmentation, entities=self._entities)
        found = moved(all_, selected, forward=forward)
        if found is None:
            return None
        start, end = (min(selected[0], found[0]), max(selected[1], found[1])) if extend else found
        self.select(start, end)
        return start, end

    def announce(self, message: str) -> None:
        """Let a screen reader say something."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    # -- what Qt calls --------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grip an edge of the current span, or begin to select."""
        self.exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        grip = self._grip_under(event.position().toPoint())
        if grip is not None and event.button() == Qt.MouseButton.LeftButton:
            self._drag = Drag(grip, self._pieces.spans[grip.span_id])
            event.accept()
            return
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the edge that was gripped, or select; show what the pointer would grip."""
        if self._drag is not None:
            self.change_spans([self._drag.shown(self._offset_at(event.position().toPoint()))], [])
            return
        if not event.buttons():
            over = self._grip_under(event.position().toPoint())
            shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report the edge that was dragged, or what was clicked."""
        if self._drag is not None:
            drag, self._drag = self._drag, None
            self.exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.change_spans([drag.span], [])
            grip, offset = drag.grip, self._offset_at(event.position().toPoint())
            self.edgeDragged.emit(grip.span_id, grip.fragment, grip.edge, offset)
            return
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._clicked(event.position().toPoint())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, and tell where it is."""
        before = self.caret()
        super().keyPressEvent(event)
        if self.caret() != before and not self.textCursor().hasSelection():
            self.caretMoved.emit(self.caret())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the pointer rests on: the entity and its type, the spans with their notes."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            offset = self._offset_under(event.pos())
            words = self.tips(offset) if offset is not None else []
            if words:
                QToolTip.showText(event.globalPos(), plain_tip("\n".join(words)), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return bool(super().viewportEvent(event))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about what is under the pointer."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        offset = self.caret() if by_key else self._offset_at(event.pos())
        start, end = self.selection()
        if not by_key and not start <= offset < end:
            # what is selected elsewhere is not what the person points at
            self.select(offset, offset)
        at = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos()
        spans, entity = self._pieces.spans_at(offset), self._pieces.entity_at(offset)
        span_id, entity_id = spans[0].id if spans else "", entity.id if entity else ""
        if by_key and (self._painter.current or self._painter.current_entity):
            span_id, entity_id = self._painter.current, self._painter.current_entity
        self.menuRequested.emit(at, span_id, entity_id)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take files, and nothing else, wherever they are held."""
        return bool(dropped_files(source))

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Report the files that were dropped."""
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.filesDropped.emit(paths)

    # -- inside ---------------------------------------------------------------------------------

    def _begin(self, text: str) -> None:
        self.show_text(text)
        self._pieces.tags = self._tags
        self._segmentation = plain_segmentation("")
        self._found, self._entities = [], ()
        self._painter.current = self._painter.current_entity = ""

    @override
    def _paint(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        block: QTextBlock,
        geometry: Geometry,
        top: float,
    ) -> None:
        at, end = block.position(), block.position() + block.length() - 1
        found = [(max(a - at, 0), min(b, end) - at) for a, b in self._found if a < end and at < b]
        measures = self._layout.measures
        self._painter.paint(painter, context, block, geometry, top=top, measures=measures, found=found)

    def _grip_under(self, point: QPoint) -> Grip | None:
        if not self._painter.current:
            return None
        at = point + QPoint(0, self.verticalScrollBar().value())
        block = self._layout.block_at(at.y())
        top = self._layout.top(block.blockNumber())
        return grip_at(self._layout.geometry(block), self._painter.current, at.x(), at.y() - top)

    def _offset_under(self, point: QPoint) -> int | None:
        """Return the character under a point; None where no words are."""
        at = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        position = self._layout.hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return None if position < 0 else self._offsets.to_code_points(position)

    def tips(self, offset: int) -> list[str]:
        """Return what is said of a place: the spans over it with their notes, the entity with its type."""
        entity = self._pieces.entity_at(offset)
        words = [
            " — ".join(filter(None, (self._tags.get(span.label, span.label), span.note)))
            for span in self._pieces.spans_at(offset)
        ]
        if entity is not None:
            kind = self._painter.entity_names.get(entity.label, entity.label)
            words.append(f"{' '.join(entity.words.split())} — {kind}")
        return words

    def _tag_under(self, point: QPoint) -> str:
        """Return the span whose word of the label is under a point."""
        at = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        block = self._layout.block_at(at.y())
        place = at - QPointF(0, self._layout.top(block.blockNumber()))
        return next((tag.piece.id for tag in self._layout.geometry(block).tags if tag.box.contains(place)), "")

    def _clicked(self, point: QPoint) -> None:
        if tagged := self._tag_under(point):
            self.spanActivated.emit(tagged)
            return
        offset = self._offset_at(point)
        spans = self._pieces.spans_at(offset)
        if spans:
            ids = [str(span.id) for span in spans]
            current = self._painter.current
            after = ids[(ids.index(current) + 1) % len(ids)] if current in ids else ids[0]
            self.spanActivated.emit(after)
            return
        entity = self._pieces.entity_at(offset)
        if entity is not None:
            self.entityActivated.emit(entity.id)
        else:
            self.spanActivated.emit("")
