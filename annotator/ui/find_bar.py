"""Find in the article: without regard to accents, case and kinds of apostrophe; the words are cut from the document."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from annotator.model.text import search_form
from annotator.ui.labels import button, plain_label


class FindBar(QFrame):
    """A line above the article.

    Signals:
        found(list): all matches as (start, end) code points.
        wanted(int, int): the match to show.
        closed(): the person is done.
    """

    found = Signal(list)
    wanted = Signal(int, int)
    closed = Signal()

    def __init__(self) -> None:
        """Build it, hidden."""
        super().__init__()
        self._text = ""
        self._matches: list[tuple[int, int]] = []
        self._at = -1
        self.line = QLineEdit(placeholderText=self.tr("Find in the article"), clearButtonEnabled=True)
        self.line.setAccessibleName(self.tr("Find in the article"))
        self.count = plain_label(quiet=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.count)
        layout.addWidget(button(self.tr("Previous"), lambda: self.step(-1), icon_name="up"))
        layout.addWidget(button(self.tr("Next"), lambda: self.step(1), icon_name="down"))
        layout.addWidget(button(self.tr("Close"), self.leave))
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(lambda: self.step(1))
        self.hide()

    def start(self, text: str) -> None:
        """Show the line for a document's text."""
        self._text = search_form(text)
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self._search()

    def light(self, text: str, words: str) -> None:
        """Light up words in a document without showing the line, and go to the first place."""
        each = [re.escape(word) for word in re.findall(r"\w+", search_form(words))]
        found = [m.span() for m in re.finditer(r"\b(?:" + "|".join(each) + ")", search_form(text))] if each else []
        self.found.emit(found)
        if found:
            self.wanted.emit(*found[0])

    def leave(self) -> None:
        """Put the line away; what was found last stays selected."""
        self.hide()
        self.found.emit([])
        self.closed.emit()

    def step(self, by: int) -> None:
        """Show the next or previous match."""
        if self._matches:
            self._at = (self._at + by) % len(self._matches)
            self.count.setText(f"{self._at + 1} / {len(self._matches)}")
            self.wanted.emit(*self._matches[self._at])

    def _search(self) -> None:
        words = search_form(self.line.text())
        self._matches = [m.span() for m in re.finditer(re.escape(words), self._text)] if words else []
        self._at = -1
        self.count.setText(self.tr("%n match(es)", "", len(self._matches)) if words else "")
        self.found.emit(self._matches)
        self.step(1)
