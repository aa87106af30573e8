"""The status bar: what was saved and when, what works in the background, and what the next key would do."""

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QStatusBar

from annotator.ui.labels import elided_label, plain_label


class StatusBar(QStatusBar):
    """Four places: saved, next key, work, what waits."""

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
        self.waiting_label = plain_label(quiet=True)
        self.waiting_label.hide()
        self.addPermanentWidget(self.work)
        self.addPermanentWidget(self.waiting_label)

    def saved(self) -> None:
        """Say that everything is on disk, since now."""
        self.saved_label.setText(self.tr("Saved · {time}").format(time=QTime.currentTime().toString("HH:mm:ss")))

    def say(self, text: str) -> None:
        """Say something in the place of the hint, until the next key."""
        self.hint.setText(text)

    def waiting(self, count: int) -> None:
        """Say how many spans of imported files wait to be settled."""
        self.waiting_label.setText(self.tr("%n span(s) to settle", "", count))
        self.waiting_label.setVisible(count > 0)

    def working(self, text: str) -> None:
        """Say what works in the background."""
        self.work.setText(text)
