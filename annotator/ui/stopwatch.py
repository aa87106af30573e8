"""How long the person works on a document: keys, clicks and scrolling count, a pause does not."""

import time
from collections.abc import Callable
from typing import override

from PySide6.QtCore import QEvent, QObject, QTimer

LONGEST_PAUSE = 60.0
"""Seconds; reading this long without a key or a click still counts as work, and no longer."""
KEEP_MS = 120_000
_WORK = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})


class Stopwatch(QObject):
    """Watches widgets and hands over whole seconds of work: every two minutes, and when asked."""

    def __init__(self, spend: Callable[[int], object], parent: QObject) -> None:
        """Begin at nothing; ``spend`` takes seconds."""
        super().__init__(parent)
        self._spend = spend
        self._worked = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self, interval=KEEP_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the time since the last key, click or scroll."""
        if event.type() in _WORK:
            self.note()
        return super().eventFilter(watched, event)

    def note(self) -> None:
        """Take note that the person does something."""
        now = time.monotonic()
        self._worked += min(now - self._last, LONGEST_PAUSE)
        self._last = now

    def keep(self) -> None:
        """Hand over what was worked since the last time; the rest of a second stays."""
        seconds = int(self._worked)
        self._worked -= seconds
        if seconds:
            self._spend(seconds)

    def start_over(self) -> None:
        """Begin at nothing: another document is open."""
        self._worked, self._last = 0.0, time.monotonic()

    def stop(self) -> None:
        """Hand over the last of it and watch no more."""
        self.note()
        self.keep()
        self._timer.stop()
