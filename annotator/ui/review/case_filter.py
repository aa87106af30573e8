"""Which cases are shown: those that wait, those that differ in one way, of one label, or between two people."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.model.case import DIFFERENCES, Case
from annotator.model.scheme import Scheme, name_in
from annotator.ui.attribute_editors import CalmBox
from annotator.ui.review.sought import Sought
from annotator.ui.review.voices import Voice, difference_name
from annotator.ui.words import language


class CaseFilter(QWidget):
    """The filter above the list of cases.

    Signals:
        changed(): other cases are wanted.
    """

    changed = Signal()

    def __init__(self, scheme: Scheme) -> None:
        """Build it, letting everything through that waits or differs."""
        super().__init__()
        self.waiting = QCheckBox(self.tr("Only cases that wait"))
        self._people = ("", "")
        self.kind, self.label, self.one, self.other = (CalmBox() for _ in range(4))
        self.kind.addItem(self.tr("Any case"), "")
        self.kind.addItem(self.tr("All agree"), "agreed")
        for difference in DIFFERENCES:
            self.kind.addItem(self.tr("Differ: {kind}").format(kind=difference_name(difference)), difference)
        self.label.addItem(self.tr("Any label"), "")
        for label in scheme.labels:
            self.label.addItem(name_in(label.name, language()), label.id)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for name, widget in (
            (self.tr("Kind of difference"), self.kind),
            (self.tr("Label"), self.label),
            (self.tr("Between this person"), self.one),
            (self.tr("and this one"), self.other),
        ):
            widget.setAccessibleName(name)
            widget.activated.connect(self._chosen)
            layout.addWidget(widget)
        layout.addWidget(self.waiting)
        self.waiting.setAccessibleName(self.waiting.text())
        self.waiting.toggled.connect(lambda _on: self.changed.emit())
        self.show_voices(())

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """Offer these people; those chosen before are chosen again wherever they are there."""
        boxes = ((self.one, self.tr("Between any two people")), (self.other, self.tr("and anybody else")))
        for (box, words), held in zip(boxes, self._people, strict=True):
            box.clear()
            box.addItem(words, "")
            for voice in voices:
                box.addItem(voice.name, voice.id)
            box.setCurrentIndex(max(0, box.findData(held)))

    def ask(self, sought: Sought) -> None:
        """Want these cases, whether they wait or not."""
        self.waiting.setChecked(False)
        self._people = (sought.one, sought.other)
        for box, value in zip(self._boxes, (sought.kind, sought.label, *self._people), strict=True):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.changed.emit()

    @property
    def _boxes(self) -> tuple[CalmBox, ...]:
        return self.kind, self.label, self.one, self.other

    def _chosen(self) -> None:
        self._people = (self.one.currentData(), self.other.currentData())
        self.changed.emit()

    def lets_through(self, case: Case, *, waits: bool) -> bool:
        """Tell whether a case is wanted."""
        kind, label = self.kind.currentData(), self.label.currentData()
        if self.waiting.isChecked() and not waits:
            return False
        if kind and not (case.agreed if kind == "agreed" else kind in case.differences):
            return False
        if label and label not in case.labels:
            return False
        one, other = self._people
        return not one or case.apart(one, other)
