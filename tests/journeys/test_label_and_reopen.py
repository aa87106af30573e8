"""A journey through the real window: label by key, undo, label again, quit, and find it in the file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.store.project import Project
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.workflow.importing import Importing
from annotator.workflow.starting import new_project


def test_a_label_key_is_on_disk_when_the_window_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le pont rouge a fermé mardi.\n", encoding="utf-8")
    path = tmp_path / "p.annotator"
    with new_project(path) as project:
        for _ in Importing(project, [tmp_path / "a.txt"]).run():
            pass
    settings = Settings(tmp_path / "settings.json")
    settings.keep("annotator", "Ada")
    settings.keep("highlight", "no")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.open_project(path)
    assert window.place is not None
    view = window.place.view
    view.setFocus()
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(view, Qt.Key.Key_1)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_2)
    window.close()
    with Project.open(path) as project:
        person = project.annotator("Ada")
        held = project.labelled(project.documents()[0].id, person)
    assert [span.label for span in held.spans] == ["attribution"]
