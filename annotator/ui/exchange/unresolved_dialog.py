"""Spans that stand elsewhere than their file says: one after the other put where a person says, or left out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHeaderView,
    QListWidget,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.model.ids import DocumentId, GestureId
from annotator.model.layer import Fragment
from annotator.model.scheme import name_in
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.labels import button, plain_label, plain_tip, row
from annotator.ui.offsets import Offsets
from annotator.ui.room import take_room
from annotator.ui.rows import show_as_rows
from annotator.ui.words import entity_name, in_quotes, language, place_in_file
from annotator.workflow.resolving import Place, Waiting, leave_out, place_span, take_back, waiting

_LONGEST = 80


class UnresolvedDialog(QDialog):
    """Enter puts a span where its words stand, Delete leaves it out, Ctrl+Z takes the last decision back.

    Signals:
        settled(): a span was placed or left out, or that was taken back.
    """

    settled = Signal()

    def __init__(self, parent: QWidget | None, project: Project) -> None:
        """List what waits, documents by import order."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Spans to settle"))
        take_room(self, 1040, 640)
        self._project = project
        self._waiting: tuple[Waiting, ...] = ()
        self._made: list[GestureId] = []
        self._shown: DocumentId | None = None
        self._offsets = Offsets("")
        self.summary = plain_label(wrap=True)
        self.table = show_as_rows(QTableWidget(0, 4), self.tr("Spans to settle"))
        self.why = plain_label(wrap=True)
        self.places = QListWidget()
        self.places.setAccessibleName(self.tr("Where these words stand"))
        self.places.setWordWrap(True)
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.label = QComboBox()
        self.label.setAccessibleName(self.tr("Label"))
        self.page = QPlainTextEdit(readOnly=True)
        self.page.setAccessibleName(self.tr("Article"))
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.put = button(self.tr("Put it there"), self.put_there, primary=True)
        self.put_selected = button(self.tr("Put it on the selected words"), self.put_on_selection)
        self.out = button(self.tr("Leave it out"), self.leave)
        self.undo = button(self.tr("Undo"), self.take_back)
        self._arrange()
        self._connect()
        self._fill_labels()
        self.refresh()

    def refresh(self, at: int = 0) -> None:
        """Read the list again and stand on a row."""
        self._waiting = waiting(self._project)
        words = self.tr("%n span(s) stand elsewhere than their file says. None was guessed.", "", len(self._waiting))
        self.summary.setText(words if self._waiting else self.tr("Nothing waits to be settled."))
        self.table.setRowCount(len(self._waiting))
        for n, one in enumerate(self._waiting):
            held = one.span
            cells = (
                place_in_file(held.where),
                _short(held.words),
                f"{held.label}  ·  {held.annotator}",
                str(len(one.places)),
            )
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setToolTip(plain_tip(cell))
                self.table.setItem(n, column, item)
        self.table.selectRow(min(at, len(self._waiting) - 1))
        self.undo.setEnabled(bool(self._made))
        self._show()
        self.table.setFocus()

    def put_there(self) -> None:
        """Put the span at the chosen one of the places where its words stand."""
        place = self.places.currentItem().data(Qt.ItemDataRole.UserRole) if self.places.currentItem() else None
        if isinstance(place, Place):
            self._put((place.start, place.end))

    def put_on_selection(self) -> None:
        """Put the span on the words that are selected in the article."""
        cursor = self.page.textCursor()
        if cursor.hasSelection():
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            self._put((self._offsets.to_code_points(start), self._offsets.to_code_points(end)))

    def leave(self) -> None:
        """Leave the span out."""
        if (one := self._current) is not None:
            self._do(lambda: leave_out(self._project, one.span))

    def take_back(self) -> None:
        """Take back the last decision that was made here."""
        if self._made and self._told(lambda: take_back(self._project, self._made[-1])):
            self._made.pop()
            self._after()

    def _put(self, place: Fragment) -> None:
        one, label = self._current, self.label.currentData()
        if one is None:
            return
        if not label:
            self.why.setText(self.tr("Choose the label that it has here."))
            self.label.setFocus()
            return
        self._do(lambda: place_span(self._project, one.span, place, label=label))

    def _do(self, settle: Callable[[], GestureId]) -> None:
        if self._told(lambda: self._made.append(settle())):
            self._after()

    def _told(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except Told as error:
            self.why.setText(said(error))
            return False
        return True

    def _after(self) -> None:
        self.settled.emit()
        self.refresh(self.table.currentRow())

    @property
    def _current(self) -> Waiting | None:
        at = self.table.currentRow()
        return self._waiting[at] if 0 <= at < len(self._waiting) else None

    def _show(self) -> None:
        one = self._current
        self._show_page(one)
        self.places.clear()
        self.why.setText(said(one.span.why) if one else "")
        for place in one.places if one else ():
            self.places.addItem(self._context(place))
            self.places.item(self.places.count() - 1).setData(Qt.ItemDataRole.UserRole, place)
        self.places.setCurrentRow(0)
        self.label.setCurrentIndex(max(0, self.label.findData(one.label)) if one else 0)
        self._light()
        self._enable()

    def _context(self, place: Place) -> str:
        parts = (place.before, in_quotes(" ".join(place.words.split())), place.after)
        return " ".join(" ".join(parts).split())

    def _show_page(self, one: Waiting | None) -> None:
        document = one.span.document_id if one else None
        if document != self._shown:
            self._shown = document
            self._offsets = Offsets(self._project.text(document) if document else "")
            self.page.setPlainText(self._offsets.display)

    def _light(self) -> None:
        """Light up the places where the words stand, the chosen one with the colours of a selection."""
        one, chosen = self._current, self.places.currentRow()
        lights = []
        for n, place in enumerate(one.places if one else ()):
            look = QTextCharFormat()
            strong = n == chosen
            base = self.palette().color(QPalette.ColorRole.Highlight if strong else QPalette.ColorRole.AlternateBase)
            look.setBackground(base)
            look.setForeground(
                self.palette().color(QPalette.ColorRole.HighlightedText if strong else QPalette.ColorRole.Text)
            )
            look.setFontUnderline(True)
            light = QTextEdit.ExtraSelection()
            light.format, light.cursor = look, self._cursor(place.start, place.end)
            lights.append(light)
        self.page.setExtraSelections(lights)
        if one is not None:
            start = one.places[chosen].start if 0 <= chosen < len(one.places) else one.span.fragments[0][0]
            at = min(start, self._offsets.length)
            self.page.setTextCursor(self._cursor(at, at))
            self.page.centerCursor()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.page.document())
        cursor.setPosition(self._offsets.to_utf16(start))
        cursor.setPosition(self._offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _enable(self) -> None:
        self.put.setEnabled(self.places.count() > 0)
        self.put_selected.setEnabled(self.page.textCursor().hasSelection())
        self.out.setEnabled(self._current is not None)

    def _fill_labels(self) -> None:
        scheme = self._project.scheme
        self.label.addItem(self.tr("Choose…"), "")
        for label in scheme.labels:
            self.label.addItem(name_in(label.name, language()), label.id)
        for kind in scheme.entity_types:
            self.label.addItem(self.tr("{type} (entity)").format(type=entity_name(scheme, kind.key)), kind.key)

    def _arrange(self) -> None:
        names = (self.tr("File"), self.tr("Words in the file"), self.tr("Label"), self.tr("Places"))
        self.table.setHorizontalHeaderLabels(names)
        head = self.table.horizontalHeader()
        for column, mode in enumerate(("ResizeToContents", "Stretch", "ResizeToContents", "ResizeToContents")):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode[mode])
        form = QFormLayout()
        form.addRow(plain_label(self.tr("Label")), self.label)
        pages = QGridLayout()
        pages.addWidget(plain_label(self.tr("Where these words stand"), quiet=True), 0, 0)
        pages.addWidget(self.places, 1, 0)
        pages.addLayout(form, 2, 0)
        pages.addWidget(plain_label(self.tr("Article"), quiet=True), 0, 1)
        pages.addWidget(self.page, 1, 1, 2, 1)
        pages.setColumnStretch(0, 2)
        pages.setColumnStretch(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 2)
        layout.addWidget(self.why)
        layout.addLayout(pages, 3)
        close = button(self.tr("Close"), self.close)
        layout.addLayout(row(self.put, self.put_selected, self.out, self.undo, close))

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._show)
        self.places.currentRowChanged.connect(self._light)
        self.places.itemActivated.connect(lambda _item: self.put_there())
        self.page.selectionChanged.connect(self._enable)
        for widget in (self.table, self.places):
            erase = QShortcut(QKeySequence("Del"), widget, self.leave)
            erase.setContext(Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.take_back)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
