"""The agreement window: figures of a project, pairs that can be seen and saved, a sentence where there are too few."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.document import Document
from annotator.store.project import Project
from annotator.ui.review.agreement_window import AgreementWindow
from annotator.workflow.annotating import Annotating

TEXT = "Selon la capitainerie, trois grues sont tombées mardi. Le quai aurait fermé."
WORK = {"anna": ("Selon la capitainerie", "Le quai aurait fermé"), "=ben": ("Selon la capitainerie",)}


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """Return what the window belongs to."""
    holder = QWidget()
    qtbot.addWidget(holder)
    return holder


@pytest.fixture
def window(
    qtbot: QtBot, parent: QWidget, project: Project, file_text: Callable[[str], Document]
) -> Iterator[AgreementWindow]:
    """Return the window over one document that two people have done, when it has been measured."""
    document = file_text(TEXT)
    for name, work in WORK.items():
        session = Annotating(project, project.annotator(name))
        session.open(document.id)
        for words in work:
            session.make_span(TEXT.index(words), TEXT.index(words) + len(words), "claim")
        session.set_status("done")
    made = AgreementWindow(parent, project)
    qtbot.waitUntil(lambda: made.report is not None, timeout=30_000)
    yield made
    made.close()


def test_figures_of_all_spans_and_of_the_pair_are_shown(window: AgreementWindow) -> None:
    assert "anna: 1 documents, 2 spans" in window.counts.text()
    assert window.figures.csv().split("\n")[1].startswith('"span F1, exact",all labels,0.67')
    assert [_cell(window.pairs, 0, column) for column in range(2)] == ["", "0.67"]
    assert "0.67" in window.methods.toPlainText()


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text() if item else ""


def test_a_document_leads_to_its_disagreements(qtbot: QtBot, window: AgreementWindow) -> None:
    with qtbot.waitSignal(window.documentWanted) as wanted:
        window.documents.cellDoubleClicked.emit(0, 0)
    assert window.report is not None
    assert wanted.args == [window.report.documents_by[0].document]


def test_tables_pictures_and_methods_can_be_saved_and_no_cell_is_a_formula(
    window: AgreementWindow, tmp_path: Path
) -> None:
    for tab, name in ((0, "f.csv"), (1, "p.png"), (1, "p.svg"), (7, "m.txt")):
        window.tabs.setCurrentIndex(tab)
        window.save_to(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100
    window.losses.show_rows([("=ben", 1, 0.5)])
    assert "'=ben,1,0.50" in window.losses.csv()
    window.save_to(tmp_path / "no" / "m.txt")
    assert "m.txt" in window.counts.text()


def test_one_annotator_alone_is_told_so(qtbot: QtBot, parent: QWidget, project: Project) -> None:
    made = AgreementWindow(parent, project)
    qtbot.waitUntil(lambda: "two annotators" in made.counts.text())
    assert not made.tabs.isEnabled()
    made.close()
