"""The pictures of the guides and of the README, made by driving the real window on the demo project, offscreen.

Run by `make screenshots`. Nobody's project and settings are touched: the demo is made anew in a temporary folder.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from annotator.model.ids import SpanId
from annotator.store.bulk import NewDocument
from annotator.store.project import Project
from annotator.ui.application import application
from annotator.ui.export_dialog import ExportDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.ui.workspace import Workspace
from annotator.workflow.annotating import Annotating
from annotator.workflow.demonstrating import make_demo
from annotator.workflow.highlighting import Highlighting

DOCS = Path(__file__).resolve().parent
ANNOTATOR = "camille"
SIZE = (1280, 800)
SETTLE_MS = 600
_DAY = 86_400 * 10**9
"""In nanoseconds."""
_FIRST_DAY = datetime(2026, 9, 1, 9, tzinfo=UTC)


def main() -> None:
    """Make every picture, in both languages."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "demo.annotator"
        for _ in make_demo(project):
            pass
        with Project.open(project) as opened:
            for _ in Highlighting(opened).run():
                pass
        for language in ("fr", "en"):
            # a process each: a language is chosen when the program starts
            subprocess.run([sys.executable, __file__, language, str(project)], check=True)
    total = sum(path.stat().st_size for path in [*DOCS.glob("*.png"), *DOCS.glob("screenshots/*.png")])
    print(f"pictures in {DOCS.name}/: {total / 1024:.0f} KiB")


def _of_language(folder: Path, project: Path, language: str) -> None:
    app, window = _window(folder, language)
    _keep(window, f"start.{language}", crop=(280, 200, 720, 220))
    window.open_project(project)
    _work(window)
    _keep(window, f"window.{language}")
    if language == "en":
        _save(window.grab(), DOCS / "window.png")
    _keep(_of(window).inspector, f"inspector.{language}")
    _press(window, Qt.Key.Key_Escape)
    _press(window, Qt.Key.Key_E)
    _keep(window, f"entity.{language}")
    _find(window)
    _keep(window, f"find.{language}")
    _dialog(app, "export", window, f"export.{language}")
    _dialog(app, "keys", window, f"keys.{language}")
    _dark(window)
    _keep(window, f"dark.{language}")
    _progress(window, folder / f"weeks.{language}.annotator", project, language)
    window.close()


def _progress(window: MainWindow, weeks: Path, demo: Path, language: str) -> None:
    """Show the progress of the demo's work, spread over the days of some weeks."""
    # here and not above: what agreement is computed with takes a second of every start
    from annotator.ui.review.progress_window import ProgressWindow

    with Project.open(demo, read_only=True) as before:
        _make_weeks(before, weeks)
    window.open_project(weeks)
    assert window.actions_ is not None
    window.actions_.by_id["theme_light"].trigger()
    window.actions_.by_id["progress"].trigger()
    shown = window.findChildren(ProgressWindow)[-1]
    while shown.progress is None:
        _settle()
    shown.tabs.setCurrentIndex(1)
    _keep(shown, f"progress.{language}")
    shown.close()


def _make_weeks(before: Project, path: Path) -> None:
    """Make a project with the same layers, one of them done each second day."""
    scheme = before.scheme_json()
    now, begin = time.time_ns, int(_FIRST_DAY.timestamp()) * 10**9
    with Project.create(path, scheme=scheme, title=before.setting("title")) as project:
        texts = [NewDocument(document, before.text(document.id)) for document in before.documents()]
        project.add_documents(texts)
        for day, labelled in enumerate(before.all_labelled()):
            session = Annotating(project, project.annotator(labelled.annotator.name))
            session.open(labelled.document.id)
            for n, span in enumerate(labelled.spans):
                time.time_ns = lambda at=2 * day + n % 2: begin + at * _DAY
                session.make_span(span.start, span.end, span.label, exact=True)
            session.spend(300 + 40 * day)
            session.set_status("done")
    time.time_ns = now


def _window(folder: Path, language: str) -> tuple[QApplication, MainWindow]:
    settings = Settings(folder / f"settings.{language}.json")
    for key, value in (("annotator", ANNOTATOR), ("language", language), ("theme", "light"), ("highlight", "no")):
        settings.keep(key, value)
    app = application(settings)
    window = MainWindow(settings)
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    _settle()
    return app, window


def _of(window: MainWindow) -> Workspace:
    assert window.place is not None
    return window.place


def _work(window: MainWindow) -> None:
    """Show the article with a current span, without a caret that blinks."""
    place = _of(window)
    place.view.set_caret_blinking(visible=False)
    labelled = place.desk.labelled
    assert labelled is not None
    if labelled.spans:
        place.go_to_span(SpanId(labelled.spans[0].id))
    _settle()


def _find(window: MainWindow) -> None:
    assert window.actions_ is not None
    window.actions_.by_id["find"].trigger()
    labelled = _of(window).desk.labelled
    assert labelled is not None
    entity = labelled.entities[0]
    QTest.keyClicks(_of(window).find_bar.line, labelled.text[entity.start : entity.end].split()[0])
    _settle()


def _dark(window: MainWindow) -> None:
    """Show the article again as at first, dark."""
    _press(window, Qt.Key.Key_Escape)
    assert window.actions_ is not None
    window.actions_.by_id["theme_dark"].trigger()
    _work(window)


def _dialog(app: QApplication, action: str, window: MainWindow, name: str) -> None:
    assert window.actions_ is not None
    window.actions_.by_id[action].trigger()
    _settle()
    dialog = app.activeModalWidget()
    assert dialog is not None
    for line in dialog.findChildren(QLineEdit):
        if "/" in line.text():
            line.setText(Path(line.text()).name)
    while isinstance(dialog, ExportDialog) and not dialog.export_button.isEnabled():
        _settle()
    _keep(dialog, name)
    dialog.close()
    _settle()


def _press(window: MainWindow, key: Qt.Key) -> None:
    view = _of(window).view
    view.setFocus()
    QTest.keyClick(view, key)
    _settle()


def _keep(widget: QWidget, name: str, *, crop: tuple[int, int, int, int] | None = None) -> None:
    _settle()
    picture = QPixmap(widget.size())
    widget.render(picture, QPoint())
    _save(picture.copy(*crop) if crop else picture, DOCS / "screenshots" / f"{name}.png")


def _save(picture: QPixmap, path: Path) -> None:
    """Save without an alpha channel, as small as PNG can make it."""
    path.parent.mkdir(exist_ok=True)
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    if not image.save(str(path), quality=0):
        sys.exit(f"{path} could not be written")


def _settle() -> None:
    deadline = QDeadlineTimer(SETTLE_MS)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _of_language(Path(sys.argv[2]).parent, Path(sys.argv[2]), sys.argv[1])
    else:
        main()
