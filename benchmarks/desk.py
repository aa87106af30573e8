"""A real window at work, as the benchmarks drive it: a project open, keys pressed, paint events waited for."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.application import application
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.ui.workspace import Workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
SIZE = (1280, 800)
REST_SECONDS = 0.08
"""Between two keys: what was put off until after the painting is done then, as it is between two keys of a person."""

PATIENCE_SECONDS = 10


class Painted(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, widget: QWidget) -> None:
        """Watch it."""
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count, and let pass."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def kept_settings(annotator: str) -> Settings:
    """Return settings in a folder of their own, so that no machine's count."""
    settings = Settings(Path(tempfile.mkdtemp(prefix="bench-settings-")) / "settings.json")
    for key, value in (("annotator", annotator), ("highlight", "no"), ("language", "en"), ("theme", "light")):
        settings.keep(key, value)
    return settings


def qt() -> QApplication:
    """Return the application with a steady font."""
    app = application(kept_settings("Bea"))
    app.setFont(QFont("DejaVu Sans", 10))
    return app


class Seat:
    """A window with a project open and an annotator at work."""

    def __init__(self, project: Path, annotator: str = "Bea") -> None:
        """Open it."""
        self.app = qt()
        self.window = MainWindow(kept_settings(annotator))
        self.window.resize(*SIZE)
        self.window.show()
        self.window.open_project(project)
        self.rest()
        self._painted = Painted(self.place.view.viewport())
        self._next = 0

    @property
    def place(self) -> Workspace:
        """Return what is open."""
        assert self.window.place is not None
        return self.window.place

    def rest(self, seconds: float = REST_SECONDS) -> None:
        """Let everything happen that is waiting."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.app.processEvents()

    def settle(self) -> None:
        """Let the text be laid out to its end, so that no window pays for another one's idle work."""
        until = time.perf_counter() + 6 * PATIENCE_SECONDS
        while self.place.view._idle.isActive() and time.perf_counter() < until:
            self.rest()

    def until_painted(self, work: Callable[[], object]) -> float:
        """Return the seconds from the beginning of something until the article has been painted after it."""
        began, before = time.perf_counter(), self._painted.count
        work()
        while self._painted.count == before:
            assert time.perf_counter() - began < PATIENCE_SECONDS, self.window.status.hint.text()
            self.app.processEvents()
        return time.perf_counter() - began

    def label(self) -> float:
        """Select some words further on, rest, and press a label's key; returns the seconds until it is painted."""
        place = self.place
        self.window.activateWindow()
        place.view.setFocus()
        labelled = place.desk.labelled
        assert labelled is not None
        before, cut = len(labelled.spans), labelled.segmentation
        while True:
            self._next = (self._next + 37) % (len(cut.starts) - 4)
            start, end = cut.starts[self._next], cut.ends[self._next + 3]
            if "\n" not in labelled.text[start:end]:
                break
        place.view.select(start, end)
        self.rest()
        key = Qt.Key(Qt.Key.Key_1 + self._next % 3)
        took = self.until_painted(lambda: QTest.keyClick(place.view, key))
        after = place.desk.labelled
        assert after is not None
        assert len(after.spans) == before + 1, "the key made no span"
        return took

    def close(self) -> None:
        """Close the window."""
        self.window.close()
