"""Layers that their owner worked on in two places: both sides beside each other, and which one is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.model.edits import Noun
from annotator.model.layer import Annotator, Layer, Span
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.labels import button, plain_label, row
from annotator.ui.room import take_room
from annotator.ui.words import attribute_words, colon, in_quotes, label_name, status_name
from annotator.workflow.forks import BOTH, Fork, Side, forks, settle_fork

LONGEST = 70
"""Characters of a span that a line about both sides quotes."""


class ForksDialog(QDialog):
    """Only the owner of a layer settles it; others see it.

    Signals:
        settled(): a fork was settled.
    """

    settled = Signal()

    def __init__(self, parent: QWidget | None, project: Project, person: Annotator) -> None:
        """List the forks."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Layers from two machines"))
        take_room(self, 860, 520)
        self._project, self._person = project, person
        self._forks: tuple[Fork, ...] = ()
        self.summary = plain_label(wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Layers from two machines"))
        self.list.setMaximumHeight(120)
        self.mine, self.others = plain_label(self.tr("Shown now")), QComboBox()
        self.others.setAccessibleName(self.tr("The other side"))
        self.left, self.right = _page(self.tr("Shown now")), _page(self.tr("The other side"))
        self.conflicts = _page(self.tr("What keeping both would keep"))
        self.conflicts.setMaximumHeight(110)
        self.keep_left = button(self.tr("Keep what is shown now"), lambda: self._settle(0))
        self.keep_right = button(self.tr("Keep the other"), lambda: self._settle(1))
        self.keep_both = button(self.tr("Keep both"), lambda: self._settle(None), primary=True)
        # Enter in the list must not settle anything
        self.keep_both.setAutoDefault(False)
        self.body = QWidget()
        sides = QGridLayout(self.body)
        sides.setContentsMargins(0, 0, 0, 0)
        for column, widgets in enumerate(((self.mine, self.left), (self.others, self.right))):
            for line, widget in enumerate(widgets):
                sides.addWidget(widget, line, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.summary)
        layout.addWidget(self.list)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.conflicts)
        self.close_button = button(self.tr("Close"), self.close)
        layout.addLayout(row(self.keep_both, self.keep_left, self.keep_right, self.close_button))
        layout.addStretch(0)
        self.list.currentRowChanged.connect(self._show)
        self.others.currentIndexChanged.connect(self._show_other)
        self._refresh()

    def _refresh(self) -> None:
        self._forks = forks(self._project)
        self.list.clear()
        for fork in self._forks:
            self.list.addItem(f"{fork.annotator.name}  ·  {fork.title}")
        words = self.tr(
            "%n layer(s) were worked on in two places. Nothing is lost: say which side is kept.", "", len(self._forks)
        )
        self.summary.setText(words if self._forks else self.tr("No layer was worked on in two places."))
        for widget in (self.list, self.body, self.keep_left, self.keep_right, self.keep_both):
            widget.setVisible(bool(self._forks))
        self.list.setCurrentRow(0)
        self._show()
        (self.list if self._forks else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _fork(self) -> Fork | None:
        at = self.list.currentRow()
        return self._forks[at] if 0 <= at < len(self._forks) else None

    def _show(self) -> None:
        fork = self._fork
        self.others.clear()
        for side in fork.sides[1:] if fork else ():
            self.others.addItem(self.tr("The other side, %n span(s)", "", len(side.spans)), side)
        lines = [self._conflict(one.kept, one.other) for one in fork.conflicts] if fork else []
        if lines:
            lines.insert(0, self.tr("Keeping both would keep, where the sides differ:"))
        mine = fork is not None and fork.annotator.id == self._person.id
        if fork is not None and not mine:
            lines.append(self.tr("Only {name} can settle this.").format(name=fork.annotator.name))
        self.conflicts.setPlainText("\n".join(lines))
        self.conflicts.setVisible(bool(lines))
        for one in (self.keep_left, self.keep_right, self.keep_both):
            one.setEnabled(mine)
        self._show_other()

    def _show_other(self) -> None:
        fork, other = self._fork, self.others.currentData()
        mine = fork.sides[0] if fork else None
        theirs = other if isinstance(other, Side) else None
        self.left.setPlainText(self._words(mine, theirs))
        self.right.setPlainText(self._words(theirs, mine))

    def _words(self, side: Side | None, other: Side | None) -> str:
        """Return the spans of a side, one a line, those that the other side does not have marked."""
        there = {span.id: span for span in other.spans} if other else {}
        scheme, lines = self._project.scheme, []
        for span in side.spans if side else ():
            name = f"{label_name(scheme, span.label)}{colon()}"
            twin = there.get(span.id)
            lines.append(f"{'  ' if span == twin else '≠'} {name}{_one_line(span.text)}{self._more(span, twin)}")
        return "\n".join(lines)

    def _more(self, span: Span, other: Noun | None) -> str:
        """Return, in brackets, the note of a span and those of its attributes that the other side has otherwise."""
        label = self._project.scheme.label(span.label)
        twin = other if isinstance(other, Span) and other.label == span.label else span
        here, there = span.attributes, twin.attributes
        apart = [key for key in sorted({*here, *there}) if here.get(key) != there.get(key)]
        parts = [attribute_words(label, key, span) for key in apart]
        found = " · ".join((*parts, *((span.note,) if span.note else ())))
        return f" ({found})" if found else ""

    def _conflict(self, kept: Noun, other: Noun | None) -> str:
        if other is None:
            return self.tr("{kept}, which the other side has erased").format(kept=self._name(kept, None))
        return self.tr("{kept}, not {other}").format(kept=self._name(kept, other), other=self._name(other, kept))

    def _name(self, noun: Noun, other: Noun | None) -> str:
        match noun:
            case Span():
                words = in_quotes(_shortened(noun.text))
                return f"{label_name(self._project.scheme, noun.label)} {words}{self._more(noun, other)}"
            case Layer():
                return status_name(noun.status)
            case _:
                return self.tr("a link or evidence")

    def _settle(self, side: int | None) -> None:
        fork, other = self._fork, self.others.currentData()
        if fork is None or not isinstance(other, Side):
            return
        key = BOTH if side is None else (fork.sides[0], other)[side].key
        try:
            settle_fork(self._project, fork.layer_id, key, by=self._person.id)
        except Told as error:
            self.summary.setText(said(error))
            return
        self.settled.emit()
        self._refresh()


def _page(name: str) -> QPlainTextEdit:
    page = QPlainTextEdit(readOnly=True)
    page.setAccessibleName(name)
    return page


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _shortened(words: str) -> str:
    line = _one_line(words)
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
