"""Tables are asked about in the import window; near copies are shown side by side, what differs lit up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.model.document import Document
from annotator.store.project import Project
from annotator.ui.columns_dialog import ColumnsDialog
from annotator.ui.copies_dialog import CopiesDialog
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.queue_delegate import COPIES
from annotator.ui.queue_panel import QueuePanel
from annotator.workflow.families import families_of
from annotator.workflow.kin import members

COPY = (
    "Selon la capitainerie de Norvik, trois grues 🙂 sont tombées mardi soir. Le chef présumé de la milice aurait fui "
    "vers la province voisine, où deux cents personnes attendent un convoi depuis lundi."
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text("title;body;section\nLe <b>quai</b>;Le quai nord rouvre mardi.;Ville\n", encoding="utf-8")
    return path


def importing(qtbot: QtBot, project: Project, *paths: Path) -> ImportDialog:
    """Open the import window on files."""
    window = ImportDialog(None, project, paths, annotator="Anna")  # type: ignore[arg-type]  # it may stand alone
    qtbot.addWidget(window)
    window.show()
    return window


def asked(qtbot: QtBot, window: ImportDialog) -> ColumnsDialog:
    """Wait for the question about columns."""
    qtbot.waitUntil(lambda: bool(window.findChildren(ColumnsDialog)), timeout=30_000)
    return window.findChildren(ColumnsDialog)[0]


def test_a_table_is_asked_about_and_comes_in_as_was_said(qtbot: QtBot, project: Project, table: Path) -> None:
    window = importing(qtbot, project, table)
    dialog = asked(qtbot, window)
    assert dialog.mapping == {"text": "body", "title": "title"}
    assert dialog.preview.model().index(0, 0).data() == "Le <b>quai</b>"
    choice = dialog.fields["title"]
    choice.setCurrentIndex(choice.findData("section"))
    with qtbot.waitSignal(window.came_in, timeout=30_000):
        dialog.accept_button.click()
    assert [(d.title, d.extra) for d in project.documents()] == [("Ville", {"title": "Le <b>quai</b>"})]
    assert window.summary.text().startswith("1 document")


def test_what_cannot_be_is_not_offered(qtbot: QtBot, project: Project, table: Path) -> None:
    dialog = asked(qtbot, importing(qtbot, project, table))
    dialog.fields["title"].setCurrentIndex(dialog.fields["title"].findData("body"))
    assert (dialog.accept_button.isEnabled(), dialog.why.text()) == (False, "A column is chosen twice.")
    dialog.fields["text"].setCurrentIndex(0)
    assert dialog.why.text() == "Choose the column that holds the text."
    dialog.reject()


def test_a_table_that_is_left_out_is_named_in_the_report(qtbot: QtBot, project: Project, table: Path) -> None:
    window = importing(qtbot, project, table)
    dialog = asked(qtbot, window)
    with qtbot.waitSignal(window.came_in, timeout=30_000):
        dialog.reject()
    assert project.documents() == []
    assert window.report.toPlainText() == f"– {table}"


def test_an_import_that_is_cancelled_while_it_looks_brings_nothing_in(
    qtbot: QtBot, project: Project, table: Path
) -> None:
    window = importing(qtbot, project, table)
    with qtbot.waitSignal(window.came_in):
        window.cancel.click()
    assert project.documents() == []


def test_what_differs_is_lit_up_in_both_and_said_in_words(
    qtbot: QtBot, project: Project, file_text: Callable[[str], Document]
) -> None:
    one, other = file_text(COPY), file_text(COPY.replace("présumé ", "").replace("lundi", "hier"))
    window = CopiesDialog(None, project, one.id, members(families_of(project), one.id))  # type: ignore[arg-type]
    qtbot.addWidget(window)
    told = [window.list.item(n).text() for n in range(window.list.count())]
    assert told == ["only left: “présumé”", "left: “lundi”   right: “hier”"]
    lit = [selection.cursor.selectedText() for selection in window.left.extraSelections()]
    assert lit == ["présumé", "lundi"]
    window.list.setCurrentRow(1)
    assert window.right.textCursor().position() == len(COPY.replace("présumé ", "").split("lundi")[0]) + 1
    with qtbot.waitSignal(window.documentChosen) as chosen:
        window._open()
    assert chosen.args == [other.id]
    assert window.result() == QDialog.DialogCode.Rejected


def test_the_queue_says_how_many_near_copies_a_document_has(
    qtbot: QtBot, project: Project, file_text: Callable[[str], Document]
) -> None:
    one = file_text(COPY)
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.show_queue(project.queue(None), None)
    panel.show_copies({one.id: 2})
    index = panel.model.index(0, 0)
    assert index.data(COPIES) == 2
    assert "2 near copies" in index.data(Qt.ItemDataRole.ToolTipRole)
    panel.show()
    panel.grab()
