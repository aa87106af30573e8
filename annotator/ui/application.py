"""Starting the window: translations, theme, and one handler for what goes wrong in slots."""

import logging
import signal
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.model.bundled import bundled
from annotator.ui import theme
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings


def run(project_path: Path | None = None, *, settings: Settings | None = None) -> int:
    """Show the window, with a project open where one is given, until it is closed; returns the exit code."""
    kept = settings or Settings()
    app = application(kept)
    window = MainWindow(kept)
    handle_errors(window)
    signal.signal(signal.SIGINT, lambda *_: window.close())
    window.show()
    if project_path is not None:
        QTimer.singleShot(0, lambda: window.open_project(project_path))
    return app.exec()


def application(settings: Settings) -> QApplication:
    """Return the Qt application, in the person's language and theme."""
    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("annotator")
    app.setApplicationDisplayName("Annotator")
    translate(app, settings.text("language") or QLocale.system().name()[:2])
    theme.apply(app, settings.text("theme", "system"))
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.refresh(app))
    return app


def translate(app: QApplication, code: str) -> None:
    """Show the window in a language: French, or English for any other."""
    tongue = "fr" if code == "fr" else "en"
    for name in (f"annotator_{tongue}.qm",):
        translator = QTranslator(app)
        data = bundled("resources").joinpath("translations", name)
        if data.is_file() and translator.load(str(data)):
            app.installTranslator(translator)


def handle_errors(window: MainWindow) -> None:
    """Log what goes wrong in a slot, read the view again from the file, and tell the person."""

    def handler(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger("annotator").error("an error in the window", exc_info=(kind, error, trace))
        if not issubclass(kind, KeyboardInterrupt):
            window.recover(error)

    sys.excepthook = handler
