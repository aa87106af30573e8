"""The progress window: figures of a project by page, pictures and tables saved, sentences where there are none."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.model.document import Document
from annotator.model.layer import second_reading
from annotator.store.project import Project
from annotator.ui.review.progress_window import ProgressWindow
from annotator.workflow.annotating import Annotating
from tests.windows import CTRL, Session

TEXT = "Le pont est miné selon nous. La ville reste calme."


@pytest.fixture
def window(qtbot: QtBot, project: Project, file_text: Callable[[str], Document]) -> Iterator[ProgressWindow]:
    """Return the window over twenty documents that two people have done, one of them some twice."""
    for n in range(20):
        document = file_text(f"{TEXT} {n}")
        for name in ("Anna", "=Ben", *([second_reading("Anna")] if n < 5 else [])):
            session = Annotating(project, project.annotator(name))
            session.open(document.id)
            session.make_span(0, 16, "claim")
            session.make_span(29, 49, "claim" if name == "Anna" and n > 9 else "opinion")
            session.spend(120)
            session.set_status("done")
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ProgressWindow(parent, project)
    made.show()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: made.progress is not None, timeout=30_000)
    yield made
    made.close()


def test_every_page_shows_what_the_project_holds(window: ProgressWindow) -> None:
    assert window.counts.text().endswith("40 of 40 layers finished")
    assert window.people.csv().split("\n")[2] == "Anna,0,0,20,0,20,40,0.67"
    assert window.minutes.csv().split("\n")[1] == "All annotators,40,2.00,2.00,2.00,"
    assert 'Anna,5,0.00,"span F1, exact",all labels,1.00,1.00,1.00' in window.self_agreement.csv()
    assert "No finished document came a second time." in window.self_agreement.csv()
    assert "Anna,2" in window.drift.csv()
    assert ",10,the others,1.00,1.00,1.00," in window.drift.csv()
    assert ",20,the others,-0.50,-0.50,-0.50,change" in window.drift.csv()
    assert "Anna,Opinion,0.50,0.00,-0.50,-0.50,-0.50,40" in window.shares.csv()


def test_spans_over_time_are_of_all_or_of_one(window: ProgressWindow) -> None:
    everybody = window.made.csv().split("\n")[1].split(",", 1)[1]
    window.whose.setCurrentIndex(window.whose.findData("Anna"))
    window.whose.activated.emit(window.whose.currentIndex())
    assert (everybody, window.made.csv().split("\n")[1].split(",", 1)[1]) == ("50,0,30,0", "30,0,10,0")
    assert window.made_chart.accessibleDescription().startswith("Claim: 30; ")


def test_names_are_no_formulas_and_pictures_and_tables_are_saved_by_their_suffix(
    window: ProgressWindow, tmp_path: Path
) -> None:
    for page, names in ((0, ("p.csv",)), (1, ("s.csv", "s.png", "s.svg")), (4, ("d.csv", "d.png", "d.svg"))):
        window.tabs.setCurrentIndex(page)
        for name in names:
            window.save_to(tmp_path / name)
    assert "'=Ben" in (tmp_path / "p.csv").read_text(encoding="utf-8-sig")
    assert (tmp_path / "s.csv").read_text(encoding="utf-8-sig").startswith("From,Claim")
    for name in ("s.png", "d.png"):
        assert (tmp_path / name).read_bytes().startswith(b"\x89PNG")
    for name in ("s.svg", "d.svg"):
        assert b"<svg" in (tmp_path / name).read_bytes()


@pytest.mark.parametrize("name", ["x.csv", "x.png", "x.svg"])
def test_what_cannot_be_written_is_said(window: ProgressWindow, tmp_path: Path, name: str) -> None:
    window.tabs.setCurrentIndex(1)
    window.save_to(tmp_path / "none" / name)
    assert "Nothing was written" in window.counts.text()


def test_pages_are_turned_and_the_window_closed_by_keys(qtbot: QtBot, window: ProgressWindow) -> None:
    QTest.keyClick(window.tabs, Qt.Key.Key_PageUp, CTRL)
    assert window.tabs.currentIndex() == 5
    QTest.keyClick(window.shares, Qt.Key.Key_PageDown, CTRL)
    assert window.tabs.currentIndex() == 0
    QTest.keyClick(window.people, Qt.Key.Key_W, CTRL)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_an_empty_project_says_so(qtbot: QtBot, project: Project) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ProgressWindow(parent, project)
    qtbot.waitUntil(lambda: made.progress is not None, timeout=30_000)
    assert made.counts.text() == "Nobody has begun to label."
    made.close()


def test_the_menu_opens_it_and_closing_the_project_while_it_reads_ends_it(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [TEXT])
    session.trigger("progress")
    (made,) = session.window.findChildren(ProgressWindow)
    assert made.reading.reading is not None
    session.window.close_project()
    assert made.reading.reading is None
