"""The agreement window: figures of a project, pairs that can be seen and saved, a sentence where there are too few."""

import multiprocessing
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from annotator.model.document import Document
from annotator.model.ids import annotator_id
from annotator.store.project import Project
from annotator.store.schema import statistic
from annotator.ui.review.agreement_window import AgreementWindow
from annotator.ui.review.heat_matrix import HeatMatrix
from annotator.ui.review.sought import Sought
from annotator.workflow.agreeing import Agreeing
from annotator.workflow.annotating import Annotating
from tests.workflow.laying import measured

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


@pytest.fixture
def crowd(project: Project, file_text: Callable[[str], Document]) -> Document:
    """Return a document that three people have done, which takes long enough to be interrupted."""
    document = file_text("Le pont est miné selon nous. " * 40)
    for n, name in enumerate(("anna", "ben", "chloé")):
        session = Annotating(project, project.annotator(name))
        session.open(document.id)
        for k in range(30 - n):
            session.make_span(29 * k + 3 * (n % 2), 29 * k + 16, "opinion" if (n + k) % 3 else "claim")
        session.set_status("done")
    return document


def test_figures_of_all_spans_and_of_the_pair_are_shown(window: AgreementWindow) -> None:
    assert "anna: 1 document, 2 spans in those" in window.counts.text()
    assert window.figures.csv().split("\n")[1].startswith('"span F1, exact",all labels,0.67')
    assert [_cell(window.pairs, 0, column) for column in range(2)] == ["", "0.67"]
    assert "0.67" in window.methods.toPlainText()


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text() if item else ""


def turn_to(window: AgreementWindow, page: str) -> QTableWidget:
    """Show a page, and return its table."""
    names = [window.tabs.tabText(at) for at in range(window.tabs.count())]
    window.tabs.setCurrentIndex(names.index(page))
    shown = window.tabs.currentWidget()
    tables = [shown, *shown.findChildren(QTableWidget)] if shown else []
    return next(one for one in tables if isinstance(one, QTableWidget))


@pytest.mark.parametrize(
    ("page", "cell", "sought"),
    [
        ("All", (0, 0), Sought()),
        ("Pairs", (0, 1), Sought(one=annotator_id("=ben"), other=annotator_id("anna"))),
        ("Pairs", (0, 0), Sought(one=annotator_id("=ben"))),
        ("Labels", (0, 0), Sought(label="claim")),
        ("Losses", (0, 0), Sought(kind="missed")),
        ("Confusion", (0, 0), Sought(label="claim")),
    ],
)
def test_enter_asks_for_the_spans_behind_a_figure(
    qtbot: QtBot, window: AgreementWindow, page: str, cell: tuple[int, int], sought: Sought
) -> None:
    table = turn_to(window, page)
    table.setCurrentCell(*cell)
    with qtbot.waitSignal(window.spansWanted) as wanted:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert wanted.args == [sought]


def test_a_document_leads_to_its_disagreements_however_the_table_is_sorted(
    qtbot: QtBot, window: AgreementWindow
) -> None:
    turn_to(window, "Documents").setCurrentCell(0, 4)
    QTest.keyClick(window.documents, Qt.Key.Key_S)
    QTest.keyClick(window.documents, Qt.Key.Key_S)
    with qtbot.waitSignal(window.spansWanted) as wanted:
        window.want()
    assert window.documents.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    assert window.report is not None
    assert wanted.args == [Sought(document=window.report.documents_by[0].document)]


def test_a_page_of_words_asks_for_no_spans(qtbot: QtBot, window: AgreementWindow) -> None:
    window.tabs.setCurrentWidget(window.methods)
    with qtbot.assertNotEmitted(window.spansWanted):
        window.want()


def test_cells_of_a_matrix_are_copied_and_the_matrix_is_saved_as_a_table(
    window: AgreementWindow, tmp_path: Path
) -> None:
    pairs = turn_to(window, "Pairs")
    pairs.selectAll()
    QTest.keySequence(pairs, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "\t0.67\n0.67\t"
    window.save_to(tmp_path / "p.csv")
    assert (tmp_path / "p.csv").read_text(encoding="utf-8-sig") == ",'=ben,anna\n'=ben,,0.67\nanna,0.67,\n"


def test_escape_closes_the_window(qtbot: QtBot, window: AgreementWindow) -> None:
    window.show()
    qtbot.waitActive(window)
    QTest.keyClick(window.figures, Qt.Key.Key_Escape)
    assert window.isHidden()


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


def test_a_picture_holds_the_whole_matrix_and_nothing_beside_it(qtbot: QtBot, tmp_path: Path) -> None:
    matrix = HeatMatrix("Pairs")
    qtbot.addWidget(matrix)
    names = [f"person {n}" for n in range(12)]
    matrix.show_matrix(names, [[n / 12 for n in range(12)]] * 12, told=lambda _row, _column: "")
    matrix.resize(200, 200)
    matrix.show()
    matrix.save(tmp_path / "p.png")
    assert matrix.width() == 200
    picture = QImage(str(tmp_path / "p.png"))
    across, down = matrix.horizontalHeader(), matrix.verticalHeader()
    assert picture.width() == 2 * (down.width() + across.length() + 2 * matrix.frameWidth())
    last = matrix.item(11, 11)
    assert last is not None
    strong, ground = last.background().color(), matrix.palette().base().color()
    assert strong.alpha() == 255, "a program that knows no shades of opacity shows the same"
    assert picture.pixelColor(picture.width() - 12, picture.height() - 12) == strong != ground


def test_where_there_is_no_gold_its_page_says_so(window: AgreementWindow) -> None:
    assert window.gold.rowCount() == 0
    assert "gold" in window.gold.accessibleDescription()


def test_one_annotator_alone_is_told_so(qtbot: QtBot, parent: QWidget, project: Project) -> None:
    made = AgreementWindow(parent, project)
    qtbot.waitUntil(lambda: "two annotators" in made.counts.text())
    assert not made.tabs.isEnabled()
    made.close()


def test_a_person_labels_on_while_another_process_measures_and_gets_what_the_command_would_say(
    qtbot: QtBot, parent: QWidget, project: Project, crowd: Document
) -> None:
    expected = measured(project, by="document")
    made = AgreementWindow(parent, project)
    qtbot.waitUntil(lambda: made.figures.rowCount() > 0, timeout=30_000)
    assert made.report is None
    assert not made.reading.isHidden()
    session = Annotating(project, project.annotator("anna"))
    session.open(crowd.id)
    session.make_span(0, len("Le pont"), "opinion")
    qtbot.waitUntil(lambda: made.report is not None, timeout=60_000)
    assert made.report == expected
    qtbot.waitUntil(made.reading.isHidden)
    made.close()


@pytest.mark.usefixtures("crowd")
def test_what_was_computed_is_kept_and_not_computed_again(qtbot: QtBot, parent: QWidget, project: Project) -> None:
    made = AgreementWindow(parent, project)
    qtbot.waitUntil(lambda: made.report is not None, timeout=60_000)
    made.close()
    work = Agreeing(project)
    list(work.run())
    with project.reading() as connection:
        teams = connection.execute(select(func.count()).select_from(statistic)).scalar_one()
    assert teams == 1 + 3, "all three together, and each pair"


@pytest.mark.usefixtures("crowd")
def test_measuring_can_be_stopped_by_a_key_and_begun_again(qtbot: QtBot, parent: QWidget, project: Project) -> None:
    made = AgreementWindow(parent, project)
    made.show()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: made.figures.rowCount() > 0, timeout=30_000)
    QTest.keyClick(made.figures, Qt.Key.Key_Escape)
    assert multiprocessing.active_children() == []
    assert made.reading.words.text() == "Stopped."
    assert made.figures.rowCount() > 0, "what was found by then is still shown"
    made.reading.turn_button.click()
    qtbot.waitUntil(lambda: made.report is not None, timeout=60_000)
    made.close()


@pytest.mark.usefixtures("crowd")
def test_closing_the_window_while_it_measures_leaves_neither_a_process_nor_a_copy_of_the_project(
    qtbot: QtBot,
    parent: QWidget,
    project: Project,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    made = AgreementWindow(parent, project)
    qtbot.waitUntil(lambda: made.figures.rowCount() > 0, timeout=30_000)
    assert list(private.rglob("*.annotator")), "the process reads a copy there"
    made.close()
    assert multiprocessing.active_children() == []
    assert list(private.iterdir()) == []
