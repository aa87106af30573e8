"""Starting the window: language, theme, and one handler for what goes wrong in slots."""

import logging
import signal
import sys
from pathlib import Path
from types import TracebackType

# the store comes first: once Qt is loaded, the source of every module that is imported is read to see whether it names
# PySide6, and SQLAlchemy's would be a tenth of the program's start
import annotator.workflow.annotating  # noqa: F401

# isort: split
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from annotator.model.bundled import bundled
from annotator.ui import theme
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.ui.tongue import speak


def run(project_path: Path | None = None, *, settings: Settings | None = None) -> int:
    """Show the window until it is closed, with a project open: this one, else the last one; returns the exit code."""
    kept = settings or Settings()
    app = application(kept)
    window = MainWindow(kept)
    handle_errors(window)
    signal.signal(signal.SIGINT, lambda *_: window.close())
    window.show()
    wanted = project_path or last_project(kept)
    if wanted is not None:
        QTimer.singleShot(0, lambda: window.open_project(wanted))
    return app.exec()


def last_project(settings: Settings) -> Path | None:
    """Return the project that was open last, while its file is there."""
    recent = settings.texts("recent")
    return Path(recent[0]) if recent and Path(recent[0]).is_file() else None


def application(settings: Settings) -> QApplication:
    """Return the Qt application, in the person's language and theme."""
    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("annotator")
    app.setApplicationDisplayName("Annotator")
    app.setWindowIcon(QIcon(str(bundled("resources").joinpath("icons", "annotator.svg"))))
    speak(app, settings.text("language") or QLocale.system().name()[:2])
    theme.apply(app, settings.text("theme", "system"))
    return app


def handle_errors(window: MainWindow) -> None:
    """Log what goes wrong in a slot, read the view again from the file, and tell the person."""

    def handler(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger("annotator").error("an error in the window", exc_info=(kind, error, trace))
        if not issubclass(kind, KeyboardInterrupt):
            window.recover(error)

    sys.excepthook = handler
