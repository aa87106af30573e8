"""Everything that the program does in a day, in one process and its workers: run by the test that looks for sockets."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.__main__ import main
from annotator.store.project import Project
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings


def command(*arguments: object) -> None:
    """Run a command that must work."""
    sys.argv = ["annotator", *map(str, arguments)]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise


def work(folder: Path) -> None:
    """Import, highlight, label in the window, check, export, and keep copies."""
    path, article = folder / "p.annotator", folder / "a.txt"
    article.write_text("Le port de Brest a rouvert mardi, selon la préfecture.", encoding="utf-8")
    command("new", path)
    command("import", path, article)
    _window(path, folder)
    command("check", path)
    for name in ("jsonl", "spacy"):
        command("export", path, folder / f"out.{name}", "--format", name)
    command("backup", path, folder / "copy.annotator")
    command("restore", folder / "copy.annotator", path)
    command("stats", path)


def _window(path: Path, folder: Path) -> None:
    application = QApplication.instance() or QApplication([])
    settings = Settings(folder / "settings.json")
    settings.keep("annotator", "Ada")
    window = MainWindow(settings)
    window.show()
    window.open_project(path)
    assert window.place is not None
    window.place.view.setFocus()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window.place.view, Qt.Key.Key_1)
    application.processEvents()
    window.close()
    with Project.open(path) as project:
        assert next(project.all_labelled()).spans


if __name__ == "__main__":
    work(Path(sys.argv[1]))
