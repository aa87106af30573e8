"""A picture of the window with a project open, where there is no display to show it on."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMessageLogContext, QtMsgType, qInstallMessageHandler

from annotator.ui.application import application
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings

SETTLE_MS = 800


def save_picture(project: Path, picture: Path, *, annotator: str, language: str = "fr", mode: str = "light") -> None:
    """Open a project as an annotator and save what the window shows as PNG; nobody's settings are touched."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        for key, value in (("annotator", annotator), ("language", language), ("theme", mode), ("highlight", "no")):
            settings.keep(key, value)
        qInstallMessageHandler(_pass_on)
        app = application(settings)
        window = MainWindow(settings)
        window.resize(1280, 800)
        window.open_project(project)
        window.show()
        if window.place is not None:
            window.place.view.set_caret_blinking(visible=False)
        deadline = QDeadlineTimer(SETTLE_MS)
        while not deadline.hasExpired():
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        picture.parent.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(picture))
        window.close()


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Say what Qt says, but that a place without windows gives them no size."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)
