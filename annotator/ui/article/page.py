"""A text on the screen, before anybody labels it: laid out lazily, zoomed, scrolled, selected; all by code points."""

import math
from collections.abc import Callable
from typing import override

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.ui.article.geometry import Geometry
from annotator.ui.article.layout import ArticleLayout
from annotator.ui.article.pieces import Pieces
from annotator.ui.offsets import Offsets

IDLE_SECONDS = 0.004


class Page(QTextEdit):
    """A text that stays where it is while heights become exact. Who inherits paints the paragraphs.

    Signals:
        selectionChangedTo(int, int): what is selected now, start and end.
        zoomAsked(int): the wheel asks for larger (1) or smaller (-1) words.
    """

    selectionChangedTo = Signal(int, int)
    zoomAsked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        flag = Qt.TextInteractionFlag
        self.setReadOnly(True)
        self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._size = self.font().pointSizeF() * 1.2
        self._zoom = 100
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._settle_more)
        self.show_text("")
        self.selectionChanged.connect(self._selection_changed)

    def show_text(self, text: str) -> None:
        """Show a text from its beginning, without pieces."""
        self._text = text
        self._offsets = Offsets(text)
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        font = QFont(self.font())
        font.setPointSizeF(self._size * self._zoom / 100)
        document.setDefaultFont(font)
        document.setPlainText(self._offsets.display)
        self._pieces = Pieces(self._offsets)
        self._read_on: Callable[[], bool] | None = None
        layout = ArticleLayout(document, self._offsets.lengths, self._pieces.of, self._paint)
        document.setDocumentLayout(layout)
        old = getattr(self, "_document", None)
        self._document, self._layout = document, layout
        self._unseen = True
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        self._idle.start()

    def expect_more(self, start: int, read_on: Callable[[], bool]) -> None:
        """Take what is from an offset on later: ``read_on`` shows some more and tells whether there is still more.

        It is asked while nothing else happens, and until there is no more before anything from there on is shown.
        """
        self._pieces.known, self._read_on = self._offsets.to_utf16(start), read_on
        self._pieces.more = self.read_all
        self._idle.start()

    def leave(self) -> None:
        """Ask for nothing that is still to come."""
        self._read_on = None

    def read_all(self) -> None:
        """Read what is still to come."""
        while self._read_more():
            pass

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

    def set_zoom(self, percent: int) -> None:
        """Make the words larger or smaller, and keep the place."""
        self._zoom = percent
        font = QFont(self.font())
        font.setPointSizeF(self._size * self._zoom / 100)
        self._keeping_place(lambda: self._document.setDefaultFont(font))

    # -- what Qt calls --------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay out what is about to be painted, so that painting moves nothing."""
        self._unseen = False
        top = self.verticalScrollBar().value()
        if self._layout.settle(top, top + self.viewport().height()):
            QTimer.singleShot(0, self._moved)
        super().paintEvent(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words of the document, not what is shown in their place."""
        # Qt's own data: one made in Python outlives Python in the clipboard, and brings the program down at its end
        data = super().createMimeDataFromSelection()
        # asked for once, or it would be filled when it is read
        data.text()
        data.clear()
        data.setText(self._text[slice(*self.selection())])
        return data

    @override
    def event(self, event: QEvent) -> bool:
        """Leave its keys to the actions of this view: a text view keeps letters for itself otherwise."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            wanted = QKeySequence(event.keyCombination())
            if any(wanted in action.shortcuts() for action in self.actions()):
                event.ignore()
                return True
        return bool(super().event(event))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for larger or smaller words with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomAsked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    # -- inside ---------------------------------------------------------------------------------

    def _paint(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        block: QTextBlock,
        geometry: Geometry,
        top: float,
    ) -> None:
        raise NotImplementedError

    def _refresh(self, blocks: set[int]) -> None:
        """Lay out paragraphs anew and paint them, everything below them only when a height has changed."""
        if not blocks:
            return
        before = self._layout.documentSize().height()
        for number in blocks:
            self._layout.forget(number)
        if self._unseen:
            # nothing of this text has been painted yet: laying it out now would be for nothing, more is coming
            self.viewport().update()
            return
        self._repaint(blocks)
        if self._layout.documentSize().height() != before:
            self._layout.tell_size()
            top = int(self._layout.top(min(blocks)) - self.verticalScrollBar().value()) - 4
            self.viewport().update(self.viewport().rect().adjusted(0, max(top, 0), 0, 0))
        self._idle.start()

    def _repaint(self, blocks: set[int]) -> None:
        """Paint paragraphs anew, as far as they are seen; those elsewhere are laid out when they come into view."""
        view = self._visible()
        for number in blocks:
            if self._layout.is_between(number, view.top(), view.bottom()):
                rect = self._layout.blockBoundingRect(self._document.findBlockByNumber(number))
                self.viewport().update(rect.translated(0, -view.top()).toAlignedRect().adjusted(0, -4, 0, 4))

    def _lay_out_anew(self) -> None:
        self._keeping_place(self._layout.start_over)

    def _keeping_place(self, change: Callable[[], None]) -> None:
        """Do something that moves the words, and scroll so that the first one seen is where it was."""
        bar = self.verticalScrollBar()
        block = self._layout.block_at(bar.value())
        within = bar.value() - self._layout.top(block.blockNumber())
        change()
        self._layout.settle(self._layout.top(block.blockNumber()), self._layout.top(block.blockNumber()) + 2000)
        self._layout.tell_size()
        bar.setValue(int(self._layout.top(block.blockNumber()) + within))
        self.viewport().update()
        self._idle.start()

    def _moved(self) -> None:
        """Paint everything anew: below a height that has changed nothing is where it was."""
        self._layout.tell_size()
        self.viewport().update()

    def _settle_more(self) -> None:
        """Read or lay out some more paragraphs while nothing else happens; what is seen stays where it is."""
        if self._read_more():
            return
        bar = self.verticalScrollBar()
        block = self._layout.block_at(bar.value()).blockNumber()
        top = self._layout.top(block)
        more = self._layout.settle_more(block, IDLE_SECONDS)
        shift = self._layout.top(block) - top
        if shift:
            place = bar.value() + int(shift)
            # or what is seen would be scrolled away from where it still is
            with QSignalBlocker(bar):
                self._layout.tell_size()
                bar.setValue(place)
        if not more:
            self._idle.stop()
            self._layout.tell_size()

    def _read_more(self) -> bool:
        """Read some more, if anything is still to come; tells whether something may still be."""
        if self._read_on is not None and not self._read_on():
            self._read_on, self._pieces.known = None, math.inf
        return self._read_on is not None

    def _selection_changed(self) -> None:
        self.selectionChangedTo.emit(*self.selection())

    def _visible(self) -> QRect:
        return QRect(0, self.verticalScrollBar().value(), self.viewport().width(), self.viewport().height())

    def _offset_at(self, point: QPoint) -> int:
        return self._offsets.to_code_points(self.cursorForPosition(point).position())
