"""The inspector: label, attributes, note and links of the current span. The few that come first are shown first."""

from functools import partial
from typing import override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QPlainTextEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.model.changes import Changes, links_of
from annotator.model.ids import LinkId
from annotator.model.layer import Link, Span
from annotator.model.scheme import name_in
from annotator.ui.attribute_editors import AttributeEditor, CalmBox, editor_for
from annotator.ui.desk import Desk
from annotator.ui.labels import button, plain_label, plain_tip, row
from annotator.ui.panels import give_keys
from annotator.ui.words import in_quotes, language

TYPING_MS = 600
QUOTE = 160
"""So many characters of the words are shown; the article shows them all."""
SOON_MS = 30
"""What was labelled is painted first: building the editors of a span takes longer than committing it."""


class NoteEdit(QPlainTextEdit):
    """A few lines of text.

    Signals:
        left(): the keys go elsewhere now.
    """

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person is done here."""
        super().focusOutEvent(event)
        self.left.emit()


class Inspector(QScrollArea):
    """The upper right column; it shows the desk's current span and asks the desk for changes."""

    def __init__(self, desk: Desk) -> None:
        """Build it for one session."""
        super().__init__()
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        self._span: Span | None = None
        self._more_open = False
        self.editors: dict[str, AttributeEditor] = {}
        self.note: NoteEdit | None = None
        self.words: QLabel | None = None
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.keep_note)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Inspector"))
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        desk.chosen.connect(self._soon.start)
        desk.changed.connect(lambda _changes: self._soon.start())
        self._build(None)

    def refresh(self) -> None:
        """Show the current span; widgets are built anew only when what applies has changed."""
        self._soon.stop()
        span = self._desk.span
        labelled = self._desk.labelled
        links = links_of(labelled.links, span.id) if labelled and span else ()
        applicable: tuple[str, ...] = ()
        if span is not None and (label := self._desk.scheme.label(span.label)):
            applicable = tuple(a.key for a in label.applicable(span.attributes))
        wanted = (span.id, span.label, applicable, links) if span else ()
        if self._span is not None and (span is None or span.id != self._span.id):
            self.keep_note()
        if wanted != self._shown:
            self._shown = wanted
            held = next((key for key, editor in self.editors.items() if editor.widget.hasFocus()), "")
            self._build(span, links)
            if held in self.editors:
                self.editors[held].widget.setFocus()
            return
        if span is None:
            return
        self._span = span
        if self.words is not None:
            self.words.setText(_shown(span))
        for key, editor in self.editors.items():
            editor.show_value(span.attributes.get(key))
        if self.note and not self.note.hasFocus() and self.note.toPlainText() != span.note:
            self.note.setPlainText(span.note)

    def focus_note(self) -> None:
        """Put the caret in the note."""
        self.refresh()
        if self.note is not None:
            self._go_to(self.note)

    def focus_attributes(self) -> None:
        """Give the keys to the first attribute."""
        self.refresh()
        if self.editors:
            self._go_to(next(iter(self.editors.values())).widget)

    def _go_to(self, widget: QWidget) -> None:
        give_keys(widget)
        # what was just built has its place only when it is laid out
        body = self.widget()
        if body is not None:
            body.adjustSize()
            # the whole of it: Qt would be content with the line of the caret
            end = widget.mapTo(body, widget.rect().bottomLeft())
            self.ensureVisible(end.x(), end.y(), 0, 8)
        self.ensureWidgetVisible(widget)

    def keep_note(self) -> None:
        """Put what was typed as a note on disk."""
        self._typing.stop()
        span, note = self._span, self.note
        if span is None or note is None or note.toPlainText() == span.note:
            return
        id_, words = span.id, note.toPlainText()
        labelled = self._desk.labelled
        if labelled and any(held.id == id_ for held in labelled.spans):
            self._desk.do(lambda: self._desk.annotating.set_note(id_, words))

    def _build(self, span: Span | None, links: tuple[Link, ...] = ()) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        self.editors, self.note, self.words, self._span = {}, None, None, span
        if span is None:
            text = self.tr("Nothing is selected. Go to a span with Tab, or click one.")
            layout.addWidget(plain_label(text, quiet=True, wrap=True))
        else:
            self._add_span(layout, span)
            self._add_links(layout, links)
        layout.addStretch(1)
        self.setWidget(body)

    def _add_span(self, layout: QVBoxLayout, span: Span) -> None:
        tongue = language()
        self.words = plain_label(_shown(span), quiet=True, wrap=True)
        layout.addWidget(self.words)
        labels = CalmBox()
        labels.setAccessibleName(self.tr("Label"))
        for label in self._desk.scheme.labels:
            labels.addItem(f"{name_in(label.name, tongue)}  ({label.shortcut})", label.id)
        labels.setCurrentIndex(labels.findData(span.label))
        labels.activated.connect(lambda at: self._relabel(labels.itemData(at)))
        layout.addWidget(labels)
        chosen = self._desk.scheme.label(span.label)
        applicable = [a for a in chosen.applicable(span.attributes) if not a.derived] if chosen else []
        first, rest = QFormLayout(), QFormLayout()
        for form in (first, rest):
            form.setContentsMargins(0, 0, 0, 0)
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
            form.setVerticalSpacing(6)
        for attribute in applicable:
            editor = editor_for(attribute, tongue)
            editor.show_value(span.attributes.get(attribute.key))
            editor.edited.connect(lambda value, key=attribute.key: self._set(key, value))
            editor.widget.setAccessibleName(name_in(attribute.name, tongue))
            name = plain_label(name_in(attribute.name, tongue), quiet=True)
            if attribute.help:
                name.setToolTip(plain_tip(name_in(attribute.help, tongue)))
            (first if attribute.first else rest).addRow(name, editor.widget)
            self.editors[attribute.key] = editor
        layout.addLayout(first)
        if rest.rowCount():
            self._fold(layout, rest)
        self._add_note(layout, span)

    def _fold(self, layout: QVBoxLayout, form: QFormLayout) -> None:
        holder = QWidget()
        holder.setLayout(form)
        more = QToolButton()
        more.setText(self.tr("More attributes"))
        more.setCheckable(True)
        more.setChecked(self._more_open)
        more.setAccessibleName(self.tr("More attributes"))
        more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        more.setArrowType(Qt.ArrowType.DownArrow if self._more_open else Qt.ArrowType.RightArrow)
        holder.setVisible(self._more_open)

        def turn(open_: bool) -> None:
            self._more_open = open_
            holder.setVisible(open_)
            more.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)

        more.toggled.connect(turn)
        layout.addWidget(more)
        layout.addWidget(holder)

    def _add_note(self, layout: QVBoxLayout, span: Span) -> None:
        layout.addWidget(plain_label(self.tr("Note"), quiet=True))
        self.note = NoteEdit(span.note)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("What should the others know? (N)"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        self.note.textChanged.connect(self._typing.start)
        # or what is typed within the last moment would be lost when the next key erases the span
        self.note.left.connect(self.keep_note)
        layout.addWidget(self.note)

    def _erase_link(self, link: LinkId) -> None:
        self._desk.do(lambda: self._desk.annotating.erase_link(link))

    def _add_links(self, layout: QVBoxLayout, links: tuple[Link, ...]) -> None:
        tongue = language()
        names = {kind.key: name_in(kind.name, tongue) for kind in self._desk.scheme.link_types}
        for link in links:
            words = plain_label(f"{names.get(link.type, link.type)} → {self._end(link)}", wrap=True)
            erase = button("×", partial(self._erase_link, link.id))
            erase.setAccessibleName(self.tr("Erase this link"))
            erase.setFixedWidth(40)
            line = row(words, erase, stretch=False)
            line.setStretch(0, 1)
            layout.addLayout(line)

    def _end(self, link: Link) -> str:
        labelled = self._desk.labelled
        if labelled is None:
            return link.target
        other = link.source if self._span and link.target == self._span.id else link.target
        words: dict[str, str] = {span.id: span.text for span in labelled.spans}
        words.update({entity.id: entity.words for entity in labelled.entities})
        return " ".join(words.get(other, other).split())[:60]

    def _relabel(self, label: str) -> None:
        if (span := self._span) is not None:
            self._desk.do(lambda: self._desk.annotating.relabel(span.id, label))

    def leave(self) -> None:
        """Put on disk what is being typed, and ask the desk nothing more."""
        self.keep_note()
        self._soon.stop()

    def _set(self, key: str, value: str | tuple[str, ...] | None) -> Changes | None:
        span = self._desk.span
        if span is None or span.attributes.get(key) == value:
            return None
        return self._desk.do(lambda: self._desk.annotating.set_attribute(span.id, key, value))


def _shown(span: Span) -> str:
    words = " ".join(span.text.split())
    return in_quotes(words[:QUOTE] + ("…" if len(words) > QUOTE else ""))
