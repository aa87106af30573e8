"""The import in its window: a key too many does not stop it, and closing the project does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.import_dialog import ImportDialog
from tests.windows import Session


@pytest.fixture
def reading(qtbot: QtBot, tmp_path: Path) -> tuple[Session, ImportDialog]:
    session = Session(qtbot, tmp_path, ["Un premier article.\n"])
    file = tmp_path / "later.txt"
    file.write_text("Un article venu plus tard.\n", encoding="utf-8")
    session.window.import_paths([file])
    dialog = session.window.findChild(ImportDialog)
    assert dialog is not None
    return session, dialog


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_key_too_many_does_not_stop_the_reading(reading: tuple[Session, ImportDialog], key: Qt.Key) -> None:
    session, dialog = reading
    QTest.keyClick(dialog, key)
    assert dialog.isVisible()
    session.qtbot.waitUntil(dialog.shut.isEnabled, timeout=30_000)
    assert len(session.desk.annotating.queue()) == 2
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_closing_the_project_closes_the_import(reading: tuple[Session, ImportDialog]) -> None:
    session, dialog = reading
    session.window.close_project()
    assert not dialog.isVisible()
    assert session.window.banner.isHidden()


def test_what_came_in_is_said_to_be_saved_since_now(reading: tuple[Session, ImportDialog]) -> None:
    session, dialog = reading
    session.window.status.saved_label.clear()
    session.qtbot.waitUntil(dialog.shut.isEnabled, timeout=30_000)
    assert session.window.status.saved_label.text().startswith("Saved · ")


def test_what_was_there_already_is_named(reading: tuple[Session, ImportDialog], tmp_path: Path) -> None:
    session, first = reading
    session.qtbot.waitUntil(first.shut.isEnabled, timeout=30_000)
    first.close()
    again = ImportDialog(session.window, session.desk.annotating.project, [tmp_path / "later.txt"], annotator="Ada")
    again.show()
    session.qtbot.waitUntil(again.shut.isEnabled, timeout=30_000)
    assert "1 there already" in again.summary.text()
    assert again.report.toPlainText() == "= Un article venu plus tard."
