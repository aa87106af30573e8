"""One case: who says what, and what can be taken: a whole span, parts of several, or nothing."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.model.case import Case
from annotator.model.ids import AnnotatorId
from annotator.model.layer import Span
from annotator.model.ruling import Ruling
from annotator.model.scheme import Scheme
from annotator.ui.attribute_editors import CalmBox
from annotator.ui.labels import button, plain_label, row
from annotator.ui.review.ruling_form import RulingForm
from annotator.ui.review.voices import Voice
from annotator.ui.words import attribute_words, in_quotes, label_name
from annotator.workflow.adjudicating import Parts


class CasePanel(QScrollArea):
    """The right column.

    Signals:
        taken(str): the person takes this annotator's span.
        partsTaken(object): the person takes parts, a `Parts`.
        rejected(): none of the spans is gold.
        reopened(): the ruling is taken back.
    """

    taken = Signal(str)
    partsTaken = Signal(object)
    rejected = Signal()
    reopened = Signal()

    def __init__(self, scheme: Scheme) -> None:
        """Build it, empty."""
        super().__init__()
        self._scheme = scheme
        self.form = RulingForm()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # the keys go to what is in it, which shows that it has them
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Case"))
        body = QWidget()
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self._layout.setSpacing(8)
        self._voices = QWidget()
        self._layout.addWidget(self._voices)
        self.form_place = QWidget()
        below = QVBoxLayout(self.form_place)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.form)
        self.similar = plain_label(quiet=True, wrap=True)
        below.addWidget(self.similar)
        self._layout.addWidget(self.form_place)
        self._layout.addStretch(1)
        self.setWidget(body)
        self.show_case(None, (), None, ())

    def show_case(
        self, case: Case | None, voices: Sequence[Voice], ruling: Ruling | None, similar: Sequence[Ruling]
    ) -> None:
        """Show a case with its ruling and the precedents for it."""
        place = QWidget()
        layout = QVBoxLayout(place)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        if case is None:
            layout.addWidget(plain_label(self.tr("Choose a case in the list, or press Tab."), quiet=True, wrap=True))
        else:
            for voice in voices:
                layout.addWidget(self._voice(voice, case.spans.get(voice.id), case))
            if len(case.spans) > 1:
                self._add_parts(layout, case, voices)
            reject = button(self.tr("None of these (0)"), self.rejected.emit)
            reopen = button(self.tr("Take the ruling back (Backspace)"), self.reopened.emit)
            reopen.setVisible(ruling is not None)
            layout.addWidget(reject)
            layout.addWidget(reopen)
        old, self._voices = self._voices, place
        self._layout.replaceWidget(old, place)
        old.hide()
        old.deleteLater()
        # F6 comes to the first of the children: what can be taken, not the form
        place.lower()
        # what is made anew comes last in the round of Tab: the form is to follow it
        stops: list[QWidget] = [one for one in place.findChildren(QWidget) if isinstance(one, QPushButton | CalmBox)]
        stops += [self.form.reason, self.form.note, self.form.precedent, self.form.gap]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)
        self.form_place.setVisible(case is not None)
        self.form.show_ruling(ruling)
        self.similar.setText(self._told(similar))
        self.similar.setVisible(bool(similar))

    def _voice(self, voice: Voice, span: Span | None, case: Case) -> QWidget:
        frame = QFrame()
        frame.setProperty("card", True)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        if span is None:
            layout.addWidget(plain_label(self.tr("{name}: nothing here").format(name=voice.name), quiet=True))
            return frame
        name = plain_label(f"{voice.name} — {label_name(self._scheme, span.label)}")
        take = button(self.tr("Take ({number})").format(number=voice.number), partial(self.taken.emit, voice.id))
        take.setAccessibleName(self.tr("Take the span of {name}").format(name=voice.name))
        line = QHBoxLayout()
        line.addWidget(name, 1)
        line.addWidget(take)
        layout.addLayout(line)
        layout.addWidget(plain_label(in_quotes(" ".join(span.text.split())), wrap=True))
        differing = self._differing(span, case)
        if differing:
            layout.addWidget(plain_label(differing, quiet=True, wrap=True))
        if span.note:
            layout.addWidget(plain_label(self.tr("Note: {note}").format(note=span.note), quiet=True, wrap=True))
        return frame

    def _differing(self, span: Span, case: Case) -> str:
        """Return the attributes of a span that are not the same in all."""
        label = self._scheme.label(span.label)
        keys = {key for one in case.spans.values() for key in one.attributes}
        apart = [key for key in sorted(keys) if len({_value(s, key) for s in case.spans.values()}) > 1]
        return "\n".join(attribute_words(label, key, span) for key in apart)

    def _add_parts(self, layout: QVBoxLayout, case: Case, voices: Sequence[Voice]) -> None:
        boxes: dict[str, CalmBox] = {}
        for key, name in (
            ("extent", self.tr("Extent of")),
            ("label", self.tr("Label of")),
            ("attributes", self.tr("Attributes of")),
        ):
            box = boxes[key] = CalmBox()
            box.setAccessibleName(name)
            for voice in voices:
                if voice.id in case.spans:
                    box.addItem(f"{name} {voice.name}", voice.id)
            layout.addWidget(box)
        take = button(self.tr("Take these parts"), lambda: self.partsTaken.emit(_parts(boxes)))
        layout.addLayout(row(take))

    def _told(self, similar: Sequence[Ruling]) -> str:
        lines = [self.tr("Ruled before on such a case:")]
        for ruling in similar[-5:]:
            words = " / ".join(sorted({in_quotes(" ".join(o.words.split())[:60]) for o in ruling.decided_on}))
            said = ruling.note or (self.tr("none was taken") if not ruling.spans else "")
            lines.append(f"§ {ruling.precedent or '?'}  {words}" + (f" — {said}" if said else ""))
        return "\n".join(lines)


def _parts(boxes: Mapping[str, CalmBox]) -> Parts:
    return Parts(*(AnnotatorId(boxes[key].currentData()) for key in ("extent", "label", "attributes")))


def _value(span: Span, key: str) -> object:
    return span.attributes.get(key)
