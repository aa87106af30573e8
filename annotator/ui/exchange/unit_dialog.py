"""In which unit a file counts its offsets, when nothing in it tells: the words that spans would have in each."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QRadioButton, QVBoxLayout, QWidget

from annotator.ui.labels import button, menu_words, plain_label, row
from annotator.ui.room import take_room
from annotator.ui.words import in_quotes
from annotator.workflow.looking import ASKED_UNITS


class UnitDialog(QDialog):
    """Accepted with a unit; rejected when spans of open units are to stay out."""

    def __init__(self, parent: QWidget, words: Mapping[str, tuple[str, ...]]) -> None:
        """Show what some spans would be, by unit."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("How offsets are counted"))
        take_room(self, 620, 320)
        names = {
            "codepoint": self.tr("Characters (code points), as Python counts"),
            "utf16": self.tr("UTF-16 units, as JavaScript and Java count"),
            "utf8": self.tr("Bytes of UTF-8"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        why = self.tr(
            "These texts have characters, such as emoji, that some programs count as one and others as two, and the "
            "file does not say which. Choose the line whose words are whole."
        )
        layout.addWidget(plain_label(why, wrap=True))
        self.choices: dict[str, QRadioButton] = {}
        for unit in ASKED_UNITS:
            shown = "   ".join(in_quotes(" ".join(word.split())) for word in words.get(unit, ()))
            choice = QRadioButton(menu_words(names[unit]))
            choice.setAccessibleName(f"{names[unit]}: {shown}")
            self.choices[unit] = choice
            layout.addWidget(choice)
            sample = plain_label(shown or self.tr("They would begin or end inside a character."), quiet=True, wrap=True)
            sample.setIndent(24)
            layout.addWidget(sample)
        likely = max(ASKED_UNITS, key=lambda unit: len(words.get(unit, ())))
        self.choices[likely].setChecked(True)
        layout.addStretch(1)
        accept = button(self.tr("Go on"), self.accept, primary=True)
        layout.addLayout(row(accept, button(self.tr("Leave these spans out"), self.reject)))
        self.choices[likely].setFocus()

    @property
    def unit(self) -> str:
        """Return the unit that was chosen."""
        return next(unit for unit, choice in self.choices.items() if choice.isChecked())
