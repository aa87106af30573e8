"""Near copies side by side: what differs between two articles is lit up in both and listed in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.model.document import Document
from annotator.model.ids import DocumentId
from annotator.store.project import Project
from annotator.ui.labels import button, plain_label, row
from annotator.ui.offsets import Offsets
from annotator.ui.room import take_room
from annotator.ui.words import in_quotes
from annotator.workflow.families import Comparison, compare

_LONGEST = 80


class CopiesDialog(QDialog):
    """Not modal; the article that is open is on the left, another of its family on the right.

    Signals:
        documentChosen(str): the person wants to open this document.
    """

    documentChosen = Signal(str)

    def __init__(self, parent: QWidget, project: Project, document: DocumentId, family: Sequence[DocumentId]) -> None:
        """Show a document beside the first of the others of its family."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Near copies"))
        take_room(self, 1040, 640)
        self._project, self._document = project, document
        self.shown: Comparison | None = None
        self.others = QComboBox()
        self.others.setAccessibleName(self.tr("Near copy on the right"))
        for id_ in family:
            if id_ != document and (held := project.document(id_)) is not None:
                self.others.addItem(_named(held), id_)
        self.mine = plain_label()
        self.left, self.right = _page(self.tr("Article on the left")), _page(self.tr("Article on the right"))
        self.summary = plain_label(quiet=True, wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Differences"))
        self.list.setMaximumHeight(150)
        pages = QSplitter(Qt.Orientation.Horizontal)
        pages.addWidget(self.left)
        pages.addWidget(self.right)
        heads = QGridLayout()
        heads.addWidget(self.mine, 0, 0)
        heads.addWidget(self.others, 0, 1)
        heads.setColumnStretch(0, 1)
        heads.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(heads)
        layout.addWidget(pages, 1)
        layout.addWidget(self.summary)
        layout.addWidget(self.list)
        open_ = button(self.tr("Open the one on the right"), self._open)
        layout.addLayout(row(button(self.tr("Close"), self.close, primary=True), open_))
        self.others.currentIndexChanged.connect(self._show)
        self.list.currentRowChanged.connect(self._go)
        self._show()

    def _show(self) -> None:
        other = self.others.currentData()
        if other is None:
            return
        self.shown = shown = compare(self._project, self._document, other)
        self.mine.setText(_named(shown.left))
        sides = [(d.left_start, d.left_end) for d in shown.differences]
        _fill(self.left, shown.left_text, sides)
        _fill(self.right, shown.right_text, [(d.right_start, d.right_end) for d in shown.differences])
        count = self.tr("%n difference(s)", "", len(shown.differences))
        share = self.tr("{share} % in common").format(share=round(100 * shown.share))
        self.summary.setText(f"{share} · {count}")
        self.list.clear()
        for one in shown.differences:
            left = shown.left_text[one.left_start : one.left_end]
            right = shown.right_text[one.right_start : one.right_end]
            self.list.addItem(self._told(_short(left), _short(right)))

    def _told(self, left: str, right: str) -> str:
        """Return a difference in words, the outlets named where that tells them apart."""
        assert self.shown is not None
        one, other = self.shown.left.source, self.shown.right.source
        if one == other or not (one and other):
            one, other = self.tr("left"), self.tr("right")
        if not right:
            return self.tr("only {side}: {words}").format(side=one, words=in_quotes(left))
        if not left:
            return self.tr("only {side}: {words}").format(side=other, words=in_quotes(right))
        words = self.tr("{one}: {left}   {other}: {right}")
        return words.format(one=one, left=in_quotes(left), other=other, right=in_quotes(right))

    def _go(self, number: int) -> None:
        if self.shown is None or number < 0:
            return
        one = self.shown.differences[number]
        _reveal(self.left, self.shown.left_text, one.left_start)
        _reveal(self.right, self.shown.right_text, one.right_start)

    def _open(self) -> None:
        if self.others.currentData() is not None:
            self.documentChosen.emit(self.others.currentData())
            self.close()


def _named(document: Document) -> str:
    return " · ".join(filter(None, (" ".join(document.title.split()), document.source, document.published)))


def _short(words: str) -> str:
    """Return words on one line, the middle left out where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"


def _page(name: str) -> QPlainTextEdit:
    page = QPlainTextEdit(readOnly=True)
    page.setAccessibleName(name)
    page.setTabChangesFocus(True)
    return page


def _fill(page: QPlainTextEdit, text: str, lit: Sequence[tuple[int, int]]) -> None:
    """Show a text with stretches of it, in code points, lit up: bold and underlined, not by colour alone."""
    offsets = Offsets(text)
    page.setPlainText(offsets.display)
    look = QTextCharFormat()
    look.setBackground(page.palette().color(QPalette.ColorRole.Highlight))
    look.setForeground(page.palette().color(QPalette.ColorRole.HighlightedText))
    look.setFontUnderline(True)
    selections = []
    for start, end in lit:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(page.document())
        cursor.setPosition(offsets.to_utf16(start))
        cursor.setPosition(offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, look
        selections.append(selection)
    page.setExtraSelections(selections)


def _reveal(page: QPlainTextEdit, text: str, at: int) -> None:
    cursor = QTextCursor(page.document())
    cursor.setPosition(Offsets(text).to_utf16(at))
    page.setTextCursor(cursor)
    page.centerCursor()
