"""The status bar: what was saved and when, what works in the background, and what the next key would do."""

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QStatusBar

from annotator.ui.labels import elided_label, plain_label


class StatusBar(QStatusBar):
    """Three places: saved, work, next key."""

    def __init__(self) -> None:
        """Build it, silent."""
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 2, 12, 2)
        self.saved_label = plain_label(quiet=True)
        self.work = plain_label(quiet=True)
        self.hint = elided_label()
        self.saved_label.setContentsMargins(0, 0, 16, 0)
        self.addWidget(self.saved_label)
        self.addWidget(self.hint, 1)
        self.addPermanentWidget(self.work)

    def saved(self) -> None:
        """Say that everything is on disk, since now."""
        self.saved_label.setText(self.tr("Saved · {time}").format(time=QTime.currentTime().toString("HH:mm:ss")))

    def say(self, text: str) -> None:
        """Say something in the place of the hint, until the next key."""
        self.hint.setText(text)

    def working(self, text: str) -> None:
        """Say what works in the background."""
        self.work.setText(text)
