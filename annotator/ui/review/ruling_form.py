"""Why it was ruled so: the reason, a note, the paragraph of the guidelines that it explains, a gap in them."""

import re

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from annotator.model.ruling import REASONS, Ruling
from annotator.ui.attribute_editors import CalmBox
from annotator.ui.guideline import guidelines
from annotator.ui.labels import plain_label
from annotator.ui.review.voices import reason_name
from annotator.workflow.adjudicating import Why

_HEADING = re.compile(r"^## (\d+)\. (.+)$", re.MULTILINE)


class RulingForm(QWidget):
    """What an adjudicator says about a ruling.

    Signals:
        edited(): something was changed by the person.
    """

    edited = Signal()

    def __init__(self) -> None:
        """Build it, empty."""
        super().__init__()
        self.reason, self.precedent = CalmBox(), CalmBox()
        for reason in REASONS:
            self.reason.addItem(reason_name(reason), reason)
        self.precedent.addItem("—", "")
        for number, title in paragraphs():
            self.precedent.addItem(f"{number}. {title}", number)
        self.note = QLineEdit(placeholderText=self.tr("What should the annotators learn from it?"))
        self.gap = QCheckBox(self.tr("The guidelines have no answer yet"))
        self.gap.setAccessibleName(self.gap.text())
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for name, widget in (
            (self.tr("Reason"), self.reason),
            (self.tr("Note"), self.note),
            (self.tr("Precedent for the guideline"), self.precedent),
        ):
            widget.setAccessibleName(name)
            form.addRow(plain_label(name, quiet=True), widget)
        form.addRow(self.gap)
        self.reason.activated.connect(lambda _at: self.edited.emit())
        self.precedent.activated.connect(lambda _at: self.edited.emit())
        self.note.editingFinished.connect(self.edited.emit)
        self.gap.clicked.connect(lambda _on: self.edited.emit())

    def show_ruling(self, ruling: Ruling | None) -> None:
        """Show what was said, or nothing yet."""
        with QSignalBlocker(self.note):
            self.note.setText(ruling.note if ruling else "")
        self.reason.setCurrentIndex(max(0, self.reason.findData(ruling.reason if ruling else "guideline")))
        self.precedent.setCurrentIndex(max(0, self.precedent.findData(ruling.precedent if ruling else "")))
        self.gap.setChecked(ruling.gap if ruling else False)

    def why(self) -> Why:
        """Return what the form says."""
        return Why(self.reason.currentData(), self.note.text(), self.precedent.currentData(), self.gap.isChecked())


def paragraphs() -> list[tuple[str, str]]:
    """Return the numbers and titles of the paragraphs of the guidelines."""
    return _HEADING.findall(guidelines().replace("`", ""))
