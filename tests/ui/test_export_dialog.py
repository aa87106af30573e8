"""The export form: what loses nothing first, a folder for each format, and what was written is said."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.export_dialog import ExportDialog
from tests.windows import Session

TEXT = "Le pont rouge a fermé mardi. Selon la mairie, il rouvrira.\n"


@pytest.fixture
def form(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    session = Session(qtbot, tmp_path, [TEXT])
    session.press("1")
    session.trigger("export")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    return dialog


def choose(form: ExportDialog, format_name: str) -> None:
    form.format.setCurrentIndex(form.format.findData(format_name))


def test_what_loses_nothing_is_offered_first(form: ExportDialog, tmp_path: Path) -> None:
    form.write()
    assert (tmp_path / "p-jsonl" / "all.jsonl").is_file()
    assert "1 document" in form.report.toPlainText()
    form.close()


def test_each_format_has_a_folder_of_its_own_until_the_person_says_where(form: ExportDialog, tmp_path: Path) -> None:
    choose(form, "spacy")
    assert form.where.text() == str(tmp_path / "p-spacy")
    form.where.setText(str(tmp_path / "mine"))
    form.where.setModified(True)
    choose(form, "brat")
    assert form.where.text() == str(tmp_path / "mine")
    form.close()
