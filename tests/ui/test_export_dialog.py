"""The export in its window: counted before it runs, written apart, stopped without a trace; the dossier to print."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from annotator.formats.pdf import read as read_pdf
from annotator.formats.registry import FORMATS, Reading
from annotator.model.document import Article
from annotator.ui.dossier import write_dossier
from annotator.ui.export_dialog import ExportDialog
from annotator.ui.format_titles import TITLES
from tests.windows import Session

TEXTS = [f"Le pont numéro {n} est miné, selon l’armée." for n in range(4)]


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    """Return a window with four articles, two overlapping spans and a note on the first."""
    session = Session(qtbot, tmp_path, TEXTS)
    session.select("Le pont numéro 0 est miné")
    session.press("1")
    session.select("est miné, selon l’armée")
    session.press("3")
    desk = session.desk
    assert desk.span is not None
    span = desk.span.id
    desk.do(lambda: desk.annotating.set_note(span, "à voir"))
    return session


@pytest.fixture
def dialog(session: Session) -> ExportDialog:
    session.trigger("export")
    return session.window.findChildren(ExportDialog)[-1]


def counted(session: Session, dialog: ExportDialog) -> None:
    session.qtbot.waitUntil(lambda: dialog.export_button.isEnabled() and dialog.counting.isHidden(), timeout=30_000)


def cells(table: QTableWidget) -> list[list[str]]:
    items = [[table.item(at, column) for column in range(table.columnCount())] for at in range(table.rowCount())]
    return [[item.text() for item in row if item is not None] for row in items]


def test_losses_and_sizes_are_counted_before_the_export_runs(session: Session, dialog: ExportDialog) -> None:
    counted(session, dialog)
    assert cells(dialog.preview.parts) == [["Documents", "1"], ["Spans", "2"], ["Claim", "1"], ["Opinion", "1"]]
    dialog.format.setCurrentIndex(dialog.format.findData("conll2003"))
    assert not dialog.export_button.isEnabled()
    counted(session, dialog)
    words = dialog.preview.words.toPlainText()
    assert "notes: 1" in words
    assert "spans that overlap a longer one, left out: 1" in words
    assert not Path(dialog.where.text()).exists()


def test_a_data_set_is_written_by_keys_with_its_licence(session: Session, dialog: ExportDialog) -> None:
    counted(session, dialog)
    dialog.licence.setEditText("CC-BY-4.0")
    dialog.by.setCurrentIndex(1)
    counted(session, dialog)
    assert cells(dialog.preview.parts)[:2] == [["Documents", "1", "0", "0"], ["Spans", "2", "0", "0"]]
    QTest.keyClick(dialog.export_button, Qt.Key.Key_Return)
    session.qtbot.waitUntil(lambda: "1 document written" in dialog.preview.head.text(), timeout=30_000)
    out = Path(dialog.where.text())
    assert "Licence: CC-BY-4.0" in (out / "README.md").read_text(encoding="utf-8")
    assert (out / "train.jsonl").exists()
    assert session.window.project is not None
    assert session.window.project.setting("licence") == "CC-BY-4.0"


def test_an_export_that_is_stopped_leaves_no_trace(session: Session, dialog: ExportDialog) -> None:
    counted(session, dialog)
    dialog.write()
    dialog.writing.turn_button.click()
    assert "Stopped" in dialog.preview.words.toPlainText()
    assert not Path(dialog.where.text()).exists()
    assert dialog.export_button.isEnabled()


def test_what_cannot_be_is_said_at_once(session: Session, dialog: ExportDialog) -> None:
    dialog.by.setCurrentIndex(2)
    dialog.split.setText("80/x")
    assert "is not a split" in dialog.preview.words.toPlainText()
    dialog.split.setText("80/20")
    counted(session, dialog)
    dialog.people.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.preview.words.toPlainText() == "Choose whose layers are written."
    assert not dialog.export_button.isEnabled()


def test_a_place_that_is_taken_is_told(session: Session, dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    dialog.where.setText(str(tmp_path / "file" / "set"))
    counted(session, dialog)
    dialog.write()
    session.qtbot.waitUntil(lambda: dialog.preview.head.text() == "Nothing is written", timeout=30_000)
    assert "could not be written" in dialog.preview.words.toPlainText()


@pytest.mark.parametrize("suffix", ["html", "pdf"])
def test_the_dossier_of_an_article_is_a_page_or_a_pdf(session: Session, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"dossier.{suffix}"
    write_dossier(session.held, session.desk.scheme, out)
    if suffix == "pdf":
        (article,) = read_pdf(out, Reading())
        assert isinstance(article, Article)
        words = " ".join(article.text.split())
    else:
        words = out.read_text(encoding="utf-8")
    assert "à voir" in words
    assert "Le pont numéro 0" in words.replace("<sup>1</sup>", "").replace("1Le", "Le")


def test_every_title_of_a_format_is_translated() -> None:
    assert set(TITLES) == {one.title for one in FORMATS}


def test_each_format_has_a_folder_of_its_own_until_the_person_says_where(
    session: Session, dialog: ExportDialog, tmp_path: Path
) -> None:
    assert dialog.where.text() == str(tmp_path / "p-jsonl")
    dialog.format.setCurrentIndex(dialog.format.findData("spacy"))
    assert dialog.where.text() == str(tmp_path / "p-spacy")
    dialog.where.setText(str(tmp_path / "mine"))
    dialog.where.setModified(True)
    dialog.format.setCurrentIndex(dialog.format.findData("brat"))
    assert dialog.where.text() == str(tmp_path / "mine")
    counted(session, dialog)
