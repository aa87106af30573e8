"""Backups in the window: one is chosen by its moment, takes the project's place, and what stood there is kept."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.store.backups import backup_folder
from annotator.ui.backups_dialog import BackupsDialog
from tests.windows import Session

TEXT = "Le pont rouge a fermé mardi. Selon la mairie, il rouvrira.\n"


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    return Session(qtbot, tmp_path, [TEXT], language="fr")


def shown(session: Session) -> BackupsDialog:
    session.trigger("restore")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BackupsDialog)
    return dialog


def test_the_project_goes_back_to_the_backup_that_was_chosen(session: Session, tmp_path: Path) -> None:
    session.select("Le pont rouge a fermé mardi")
    session.press("1")
    session.trigger("backup")
    session.select("Selon la mairie")
    session.press("2")
    dialog = shown(session)
    assert "20" in dialog.list.item(0).text()
    assert "ko" in dialog.list.item(0).text()
    dialog.list.itemActivated.emit(dialog.list.item(0))
    assert [span.label for span in session.held.spans] == ["claim"]
    assert len(list(tmp_path.glob("*.annotator"))) == 2


def test_where_there_is_no_backup_that_is_said(session: Session) -> None:
    assert session.window.project is not None
    shutil.rmtree(backup_folder(session.window.project.id), ignore_errors=True)
    dialog = shown(session)
    assert dialog.list.count() == 0
    dialog.close()


@pytest.mark.parametrize("harm", ["damaged", "gone"])
def test_a_project_that_can_be_read_no_more_is_restored_where_it_was(session: Session, harm: str) -> None:
    session.press("1")
    path = session.path
    session.window.close_project()
    if harm == "damaged":
        path.write_bytes(path.read_bytes()[:8192])
    else:
        path.unlink()
    session.window.open_project(path)
    assert "Ctrl+Maj+B" in session.window.banner.words.text()
    dialog = shown(session)
    dialog.list.itemActivated.emit(dialog.list.item(0))
    assert session.window.banner.isHidden()
    assert [span.label for span in session.held.spans] == ["claim"]


def test_of_a_file_that_was_never_open_here_no_backup_is_offered(session: Session, tmp_path: Path) -> None:
    session.window.close_project()
    session.window.open_project(tmp_path / "never.annotator")
    assert "Ctrl+Maj+B" not in session.window.banner.words.text()
    assert session.window.actions_ is not None
    assert not session.window.actions_.by_id["restore"].isEnabled()
