"""What works behind the window: the language worker comes when there is something to highlight, and goes."""

import multiprocessing
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.windows import CTRL, Session

TEXT = "Le pont rouge\n\nMardi, Élodie Marsan a fermé le pont de Nanterre, a indiqué l’association Anticor.\n"


def test_the_language_worker_starts_after_the_window_and_goes_when_nothing_is_left(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = Session(qtbot, tmp_path, [TEXT])
    assert multiprocessing.active_children() == []
    background = session.window.background
    assert background is not None
    said: list[str] = []
    background.working.connect(said.append)
    background.highlight()
    qtbot.waitUntil(lambda: len(multiprocessing.active_children()) == 1)
    qtbot.waitUntil(lambda: bool(said) and said[-1] == "", timeout=60_000)
    assert multiprocessing.active_children() == []
    assert {entity.words for entity in session.held.entities} >= {"Élodie Marsan", "Anticor"}


def test_nothing_to_highlight_starts_no_worker(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [])
    background = session.window.background
    assert background is not None
    background.highlight()
    qtbot.wait(300)
    assert multiprocessing.active_children() == []


def test_a_name_put_in_the_gazetteer_is_found_in_the_articles_that_hold_it_and_undone_with_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = Session(qtbot, tmp_path, [TEXT, "Le second article\n\nLe communique est sobre.\n"])
    background = session.window.background
    assert background is not None
    said: list[str] = []
    background.working.connect(said.append)
    background.highlight()
    qtbot.waitUntil(lambda: bool(said) and said[-1] == "", timeout=60_000)
    session.settings.keep("highlight", "yes")

    def found(name: str) -> bool:
        return any(entity.words == name for entity in session.held.entities)

    session.desk.do(lambda: session.desk.annotating.set_gazetteer_name("Pont", "LOC"))
    qtbot.waitUntil(lambda: found("pont"), timeout=60_000)
    assert said[-1] in ("", "Highlighting 0 of 1", "Highlighting 1 of 1")
    session.press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not found("pont"), timeout=60_000)
