"""The article view: shows a document with its spans and entities, and reports what the person does to it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import override

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.model.layer import Entity, Span
from annotator.model.segments import Segmentation, plain_segmentation
from annotator.ui.article.dragging import Grip, grip_at, stretched
from annotator.ui.article.geometry import Geometry
from annotator.ui.article.layout import ArticleLayout
from annotator.ui.article.looks import ArticlePalette, SpanStyle
from annotator.ui.article.motions import Kind, moved, stretches
from annotator.ui.article.painter import ArticlePainter
from annotator.ui.article.pieces import Pieces
from annotator.ui.offsets import Offsets

IDLE_SECONDS = 0.004


class ArticleView(QTextEdit):
    """A document under the eyes. All offsets are code points.

    Signals:
        selectionChangedTo(int, int): what is selected now, start and end.
        spanActivated(str): a span was clicked; clicking again goes on to the one around it.
        entityActivated(str): an entity was clicked where no span is.
        edgeDragged(str, int, str, int): span, fragment, "start" or "end", and the offset it was let go at.
        menuRequested(QPoint, str, str): a menu is wanted at a global place, for a span and an entity (or empty).
        filesDropped(list): paths of files that were dropped.
    """

    selectionChangedTo = Signal(int, int)
    spanActivated = Signal(str)
    entityActivated = Signal(str)
    edgeDragged = Signal(str, int, str, int)
    menuRequested = Signal(QPoint, str, str)
    filesDropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        flag = Qt.TextInteractionFlag
        self.setReadOnly(True)
        self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Article"))
        self._size = self.font().pointSizeF() * 1.2
        self._zoom = 100
        self._painter = ArticlePainter(ArticlePalette.of(self.palette()))
        self._tags: dict[str, str] = {}
        self._found: list[tuple[int, int]] = []
        self._grip: Grip | None = None
        self._before_grip: Span | None = None
        self._entities: tuple[Entity, ...] = ()
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._settle_more)
        self.exact = False
        self._show("")
        self.selectionChanged.connect(self._selection_changed)

    # -- what is shown --------------------------------------------------------------------------

    def show_document(self, text: str, *, segmentation: Segmentation) -> None:
        """Show a text from its beginning, without spans or entities yet."""
        self._show(text)
        self._segmentation = segmentation
        self.verticalScrollBar().setValue(0)

    def clear_document(self, message: str = "") -> None:
        """Show nothing but a hint."""
        self._show("")
        self.setPlaceholderText(message)

    def set_segmentation(self, segmentation: Segmentation) -> None:
        """Take better tokens and sentences for the motions."""
        self._segmentation = segmentation

    def set_styles(self, styles: Mapping[str, SpanStyle]) -> None:
        """Say how the spans of each label id look."""
        self._painter.styles = dict(styles)
        self._tags = {label: style.name for label, style in styles.items()}
        self._pieces.tags = self._tags
        self._lay_out_anew()

    def set_colours(self, palette: ArticlePalette) -> None:
        """Take the colours of a theme."""
        self._painter.palette = palette
        self.viewport().update()

    def set_entities(self, entities: Sequence[Entity], *, show_types: bool = False) -> None:
        """Underline entities; those that were rejected are left out."""
        self._entities = tuple(entities)
        self._painter.show_types = show_types
        self._refresh(self._pieces.set_entities(entities))
        self.viewport().update()

    def set_spans(self, spans: Iterable[Span]) -> None:
        """Show these spans and no others."""
        touched: set[int] = set()
        for id_ in list(self._pieces.spans):
            touched |= self._pieces.drop(id_)
        for span in spans:
            touched |= self._pieces.put(span)
        self._refresh(touched)

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
        if self._painter.current != (span_id or ""):
            self._painter.current = span_id or ""
            self.viewport().update()

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

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that a stretch can be seen, and no more than that."""
        document = self._document
        first = document.findBlock(self._offsets.to_utf16(start))
        last = document.findBlock(self._offsets.to_utf16(max(start, end - 1)))
        top = self._layout.blockBoundingRect(first).top()
        bottom = self._layout.blockBoundingRect(last).bottom()
        line = first.layout().lineForTextPosition(self._offsets.to_utf16(start) - first.position())
        if line.isValid():
            top += line.y()
            bottom = max(top + line.height(), min(bottom, top + line.height() * 3))
        self._layout.tell_size()
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if top - 32 < bar.value():
            bar.setValue(int(top - min(80, high // 4)))
        elif bottom + 32 > bar.value() + high:
            bar.setValue(int(bottom - high + min(80, high // 4)))

    # -- selection and motion -------------------------------------------------------------------

    def selection(self) -> tuple[int, int]:
        """Return what is selected; start and end are equal when nothing is."""
        cursor = self.textCursor()
        to = self._offsets.to_code_points
        return to(cursor.selectionStart()), to(cursor.selectionEnd())

    def caret(self) -> int:
        """Return where the caret is."""
        return self._offsets.to_code_points(self.textCursor().position())

    def select(self, start: int, end: int) -> None:
        """Select a stretch, the caret at its end, and scroll to it."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(self._offsets.to_utf16(start))
        cursor.setPosition(self._offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.reveal(start, end)

    def move_to(self, kind: Kind, *, forward: bool = True, extend: bool = False) -> tuple[int, int] | None:
        """Select the next or previous sentence, entity, quotation or clause; returns it, None when there is none."""
        selected = self.selection()
        all_ = stretches(kind, self._text, segmentation=self._segmentation, entities=self._entities)
        found = moved(all_, selected, forward=forward)
        if found is None:
            return None
        start, end = (min(selected[0], found[0]), max(selected[1], found[1])) if extend else found
        self.select(start, end)
        return start, end

    @property
    def zoom(self) -> int:
        """Return the zoom in per cent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Make the words larger or smaller, and keep the place."""
        self._zoom = max(50, min(400, percent))
        font = QFont(self.font())
        font.setPointSizeF(self._size * self._zoom / 100)
        self._keeping_place(lambda: self._document.setDefaultFont(font))

    def announce(self, message: str) -> None:
        """Let a screen reader say something."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    # -- what Qt calls --------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay out what is about to be painted, so that painting moves nothing."""
        top = self.verticalScrollBar().value()
        if self._layout.settle(top, top + self.viewport().height()):
            QTimer.singleShot(0, self._layout.tell_size)
        super().paintEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grip an edge of the current span, or begin to select."""
        self.exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._grip = self._grip_under(event.position().toPoint())
        if self._grip is not None and event.button() == Qt.MouseButton.LeftButton:
            self._before_grip = self._pieces.spans.get(self._grip.span_id)
            event.accept()
            return
        self._grip = None
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the edge that was gripped, or select; show what the pointer would grip."""
        if self._grip is not None and self._before_grip is not None:
            shown = stretched(self._before_grip, self._grip, self._offset_at(event.position().toPoint()))
            self.change_spans([shown], [])
            return
        if not event.buttons():
            over = self._grip_under(event.position().toPoint())
            shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report the edge that was dragged, or what was clicked."""
        if self._grip is not None and self._before_grip is not None:
            grip, before = self._grip, self._before_grip
            self._grip = self._before_grip = None
            self.exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.change_spans([before], [])
            offset = self._offset_at(event.position().toPoint())
            self.edgeDragged.emit(grip.span_id, grip.fragment, grip.edge, offset)
            return
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._clicked(event.position().toPoint())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about what is under the pointer."""
        offset = self._offset_at(event.pos())
        spans, entity = self._pieces.spans_at(offset), self._pieces.entity_at(offset)
        self.menuRequested.emit(event.globalPos(), spans[0].id if spans else "", entity.id if entity else "")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (10 if event.angleDelta().y() > 0 else -10))
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and nothing else."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files wherever they are held."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Report the files that were dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.filesDropped.emit(paths)

    # -- inside ---------------------------------------------------------------------------------

    def _show(self, text: str) -> None:
        self._text = text
        self._offsets = Offsets(text)
        self._segmentation = plain_segmentation("")
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        font = QFont(self.font())
        font.setPointSizeF(self._size * self._zoom / 100)
        document.setDefaultFont(font)
        document.setPlainText(self._offsets.display)
        self._pieces = Pieces(document, self._offsets)
        self._pieces.tags = self._tags
        layout = ArticleLayout(document, self._pieces.of, self._paint)
        document.setDocumentLayout(layout)
        old = getattr(self, "_document", None)
        self._document, self._layout = document, layout
        self._found, self._entities = [], ()
        self._painter.current = self._painter.current_entity = ""
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        self._idle.start()

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

    def _refresh(self, blocks: set[int]) -> None:
        """Lay out paragraphs anew and paint them, everything below them only when a height has changed."""
        if not blocks:
            return
        before = self._layout.documentSize().height()
        view = self._visible()
        for number in blocks:
            block = self._document.findBlockByNumber(number)
            self._layout.forget(block)
            rect = self._layout.blockBoundingRect(block)
            if view.intersects(rect.toRect()):
                self.viewport().update(rect.translated(0, -view.top()).toAlignedRect().adjusted(0, -4, 0, 4))
        if self._layout.documentSize().height() != before:
            self._layout.tell_size()
            self.viewport().update()

    def _lay_out_anew(self) -> None:
        self._keeping_place(self._layout.start_over)

    def _keeping_place(self, change: object) -> None:
        """Do something that moves the words, and scroll so that the first one seen is where it was."""
        bar = self.verticalScrollBar()
        block = self._layout.block_at(bar.value())
        within = bar.value() - self._layout.top(block.blockNumber())
        assert callable(change)
        change()
        self._layout.settle(self._layout.top(block.blockNumber()), self._layout.top(block.blockNumber()) + 2000)
        self._layout.tell_size()
        bar.setValue(int(self._layout.top(block.blockNumber()) + within))
        self.viewport().update()
        self._idle.start()

    def _settle_more(self) -> None:
        """Lay out some more paragraphs while nothing else happens; what is seen stays where it is."""
        bar = self.verticalScrollBar()
        block = self._layout.block_at(bar.value()).blockNumber()
        top = self._layout.top(block)
        more = self._layout.settle_more(block, IDLE_SECONDS)
        shift = self._layout.top(block) - top
        if shift:
            self._layout.tell_size()
            bar.setValue(int(bar.value() + shift))
        if not more:
            self._idle.stop()
            self._layout.tell_size()

    def _selection_changed(self) -> None:
        self.selectionChangedTo.emit(*self.selection())

    def _visible(self) -> QRect:
        return QRect(0, self.verticalScrollBar().value(), self.viewport().width(), self.viewport().height())

    def _offset_at(self, point: QPoint) -> int:
        return self._offsets.to_code_points(self.cursorForPosition(point).position())

    def _grip_under(self, point: QPoint) -> Grip | None:
        if not self._painter.current:
            return None
        at = point + QPoint(0, self.verticalScrollBar().value())
        block = self._layout.block_at(at.y())
        top = self._layout.top(block.blockNumber())
        return grip_at(self._layout.geometry(block), self._painter.current, at.x(), at.y() - top)

    def _clicked(self, point: QPoint) -> None:
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
