"""Packs in the window: one written, documents shared out, and what a person who opens theirs sees."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.model.ids import annotator_id
from annotator.model.layer import Annotator
from annotator.store.project import Project
from annotator.ui.exchange.assign_dialog import AssignDialog
from annotator.ui.exchange.pack_dialog import PackDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.workflow.annotating import Annotating
from annotator.workflow.assigning import ASSIGNMENT

ANNA = Annotator(annotator_id("Anna"), "Anna")
type Shown = Callable[[QDialog], None]


@pytest.fixture
def show(qtbot: QtBot) -> Shown:
    def shown(dialog: QDialog) -> None:
        qtbot.addWidget(dialog)
        dialog.show()

    return shown


def written(qtbot: QtBot, dialog: AssignDialog | PackDialog) -> None:
    """Wait until packs have been written."""
    qtbot.waitUntil(lambda: dialog.writing.isHidden(), timeout=30_000)


def test_where_packs_go_is_said_in_full(
    show: Shown, lead: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Project.open(Path(lead.name)) as project:
        assign, pack = AssignDialog(None, project), PackDialog(None, project, "Anna")
        show(assign)
        show(pack)
        assert Path(assign.where.text()) == tmp_path / "lead-packs"
        assert Path(pack.where.text()).parent == tmp_path


def test_a_pack_is_written_and_a_second_one_is_not_written_over_it(
    qtbot: QtBot, show: Shown, lead: Path, tmp_path: Path
) -> None:
    with Project.open(lead) as project:
        dialog = PackDialog(None, project, "Anna")
        show(dialog)
        dialog.write()
        written(qtbot, dialog)
        assert dialog.summary.text().startswith("1 layer")
        dialog.write()
        written(qtbot, dialog)
        assert "already a file" in dialog.summary.text()
    assert (tmp_path / "lead-Anna.annotator").exists()


def test_packs_that_are_stopped_leave_nothing_half_written(qtbot: QtBot, show: Shown, lead: Path) -> None:
    with Project.open(lead) as project:
        dialog = AssignDialog(None, project)
        show(dialog)
        dialog.people.setPlainText(", ".join(f"person{n}" for n in range(40)))
        dialog.assign()
        folder = Path(dialog.where.text())
        qtbot.waitUntil(lambda: folder.is_dir() and any(folder.iterdir()), timeout=30_000)
        QTest.keyClick(dialog.writing.turn_button, Qt.Key.Key_Space)
        assert "Stopped" in dialog.report.toPlainText()
        assert dialog.assign_button.isEnabled()
        assert not project.setting(ASSIGNMENT)
    assert 0 <= len(list(folder.iterdir())) < 40
    assert all(path.suffix == ".annotator" for path in folder.iterdir())


def test_documents_are_shared_out(qtbot: QtBot, show: Shown, lead: Path, tmp_path: Path) -> None:
    with Project.open(lead) as project:
        dialog = AssignDialog(None, project)
        show(dialog)
        dialog.assign()
        written(qtbot, dialog)
        assert "Name the annotators" in dialog.report.toPlainText()
        dialog.people.setPlainText("Anna\nBen\n\n")
        dialog.assign()
        written(qtbot, dialog)
        assert len(dialog.report.toPlainText().splitlines()) == 2
    assert len(list((tmp_path / "lead-packs").glob("*.annotator"))) == 2


def test_who_gets_something_a_second_time_is_said_to_the_lead(qtbot: QtBot, show: Shown, lead: Path) -> None:
    with Project.open(lead) as project:
        session = Annotating(project, project.annotator("Anna"))
        session.open(project.documents()[0].id)
        session.set_status("done")
        dialog = AssignDialog(None, project)
        show(dialog)
        dialog.people.setPlainText("Anna")
        dialog.each.setValue(1)
        dialog.repeats.setValue(3)
        dialog.assign()
        written(qtbot, dialog)
    assert "1 of them a second time" in dialog.report.toPlainText()


def test_a_pack_opens_under_the_name_that_it_was_made_for(qtbot: QtBot, lead: Path, tmp_path: Path) -> None:
    with Project.open(lead) as project:
        dialog = AssignDialog(None, project)
        qtbot.addWidget(dialog)
        dialog.people.setPlainText("Zoé")
        dialog.each.setValue(1)
        dialog.assign()
        written(qtbot, dialog)
    settings = Settings(tmp_path / "settings.json")
    settings.keep("annotator", "Lead")
    settings.keep("highlight", "no")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.open_project(tmp_path / "lead-packs" / "zoé.annotator")
    assert window.desk is not None
    assert window.desk.annotating.annotator.name == "Zoé"
    assert settings.text("annotator") == "Lead"
    window.close()
