"""A picture of the window with a project open, where there is no display to show it on."""

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop

from annotator.ui.application import application
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings

SETTLE_MS = 800


def save_picture(project: Path, picture: Path) -> None:
    """Open a project and save what the window shows as PNG."""
    settings = Settings()
    app = application(settings)
    window = MainWindow(settings)
    window.open_project(project)
    window.show()
    deadline = QDeadlineTimer(SETTLE_MS)
    while not deadline.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    picture.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(picture))
    window.close()
