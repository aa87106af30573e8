"""The slim header above the article: title, outlet and date, all editable; status, annotator, encoding, flags."""

from functools import partial
from typing import override

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
    QVBoxLayout,
)

from annotator.model.document import Document, Flag
from annotator.model.layer import STATUSES
from annotator.ui.desk import Desk, said
from annotator.ui.labels import elided_label, menu_words, plain_tip
from annotator.ui.popup import Popup
from annotator.ui.words import in_quotes, status_name

ROOMY = 560
"""Pixels of width that everything is said in."""
PADDING = 36
"""Pixels around the words of a line to type in."""
SHOWN = 48
"""So many characters of what a flag is about are shown in its menu."""


class ElidedLine(QLineEdit):
    """A line to type in that shows where it goes on while nobody types in it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Elide what does not fit."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        style = self.style()
        room = style.subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -2, 0)
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class ArticleHeader(QFrame):
    """What is known of the current document.

    Signals:
        left(): the person is done here and wants the article.
        pointed(int, int): the person wants to see these words, in code points.
    """

    left = Signal()
    pointed = Signal(int, int)

    def __init__(self, desk: Desk) -> None:
        """Build it for one session."""
        super().__init__()
        self._desk = desk
        self._roomy = False
        self.setProperty("card", True)
        self.title = ElidedLine(placeholderText=self.tr("Title"))
        self.title.setProperty("title", True)
        self.source = ElidedLine(placeholderText=self.tr("Outlet"))
        self.published = QLineEdit(placeholderText=self.tr("Date: YYYY-MM-DD"))
        self.status = QComboBox()
        for status in STATUSES:
            self.status.addItem(status_name(status), status)
        self.flags = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.flags.setMenu(Popup(self.flags))
        self.about = elided_label()
        self.title.setAccessibleName(self.tr("Title"))
        self.source.setAccessibleName(self.tr("Outlet"))
        self.published.setAccessibleName(self.tr("Date of publication"))
        self.status.setAccessibleName(self.tr("Status of the document"))
        self.source.setMaximumWidth(200)
        self.source.setMinimumWidth(80)
        self.published.setMaximumWidth(152)
        # half a date is another date
        self.published.setMinimumWidth(self.published.fontMetrics().horizontalAdvance("2026-05-14") + PADDING)
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self.source, self.published, self.status, self.flags):
            line.addWidget(widget)
        line.addWidget(self.about, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addLayout(line)
        self._connect()

    def refresh(self) -> None:
        """Show what the document says."""
        labelled = self._desk.glance
        if labelled is None:
            return
        document = labelled.document
        for field, text in self._fields(document):
            if field.text() != text and not (field.hasFocus() and field.isModified()):
                field.setText(text)
                field.setCursorPosition(0)
            field.setToolTip(plain_tip(text))
        self.status.setCurrentIndex(STATUSES.index(labelled.layer.status))
        self.about.setText(" · ".join(filter(None, (labelled.annotator.name, document.encoding))))
        self.flags.setVisible(bool(document.flags))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._roomy = event.size().width() >= ROOMY
        self._fit()

    def _fit(self) -> None:
        """Count what there is to look at without words where the outlet would have no room beside them."""
        words, count = self.flags.accessibleName(), len(self.flags.menu().actions())
        self.flags.setText(f"{words} ▾" if self._roomy else f"⚠ {count} ▾")
        self.flags.setToolTip(plain_tip(words))

    def cancel(self) -> None:
        """Show again what the document says, whatever was being typed."""
        if (labelled := self._desk.glance) is not None:
            for field, text in self._fields(labelled.document):
                with QSignalBlocker(field):
                    field.setText(text)

    def _connect(self) -> None:
        desk, verbs = self._desk, self._desk.annotating
        self.title.editingFinished.connect(lambda: desk.do(lambda: verbs.edit_document(title=self.title.text())))
        self.source.editingFinished.connect(lambda: desk.do(lambda: verbs.edit_document(source=self.source.text())))
        self.published.editingFinished.connect(self._keep_date)
        for field in (self.title, self.source, self.published):
            field.returnPressed.connect(self.left)
        self.status.activated.connect(lambda at: desk.do(lambda: verbs.set_status(self.status.itemData(at))))
        desk.opened.connect(self.refresh)
        desk.opened.connect(self._list_flags)
        desk.changed.connect(lambda _changes: self.refresh())

    def _keep_date(self) -> None:
        changes = self._desk.do(lambda: self._desk.annotating.edit_document(published=self.published.text()))
        if changes is None:
            self.cancel()

    def _fields(self, document: Document) -> tuple[tuple[QLineEdit, str], ...]:
        return (self.title, document.title), (self.source, document.source), (self.published, document.published)

    def _list_flags(self) -> None:
        labelled = self._desk.glance
        flags = labelled.document.flags if labelled else ()
        words = self.tr("%n thing(s) to look at", "", len(flags))
        self.flags.setAccessibleName(words)
        menu = self.flags.menu()
        menu.clear()
        for flag in flags:
            menu.addAction(menu_words(self._said(flag)), partial(self.pointed.emit, flag.start, flag.end))
        self._fit()

    def _said(self, flag: Flag) -> str:
        text = self._desk.glance.text if self._desk.glance else ""
        words = " ".join(text[flag.start : flag.end].split())
        return f"{said(flag.sentence)}   {in_quotes(words[:SHOWN] + ('…' if len(words) > SHOWN else ''))}"
