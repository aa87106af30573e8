"""What the person is told when something goes wrong, and what is kept."""

import shutil
import sqlite3
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.application import handle_errors, last_project
from annotator.ui.settings import Settings
from tests.windows import CTRL, Session

TEXT = "Le pont rouge a fermé mardi. Selon la mairie, il rouvrira.\n"


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    return Session(qtbot, tmp_path, [TEXT])


def test_an_error_in_a_slot_is_told_and_the_article_is_read_again(
    session: Session, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    session.press("1")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    handle_errors(session.window)
    sys.excepthook(ValueError, ValueError("of ours"), None)
    assert "ValueError" in session.window.banner.words.text()
    assert "error in the window" in caplog.text
    (kept,) = tmp_path.glob("state/**/*.log")
    assert str(kept) in session.window.banner.words.text()
    assert "of ours" in kept.read_text()
    assert [span.label for span in session.held.spans] == ["claim"]


def test_a_project_open_elsewhere_is_refused_in_the_window(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    other = Session(qtbot, second, ["Autre texte.\n"])
    other.window.open_project(session.path)
    assert "p.annotator" in other.window.banner.words.text()
    assert not other.window.banner.isHidden()
    assert other.window.place is None


@pytest.mark.parametrize("kind", ["newer", "foreign", "missing"])
def test_a_file_that_is_no_project_of_ours_is_refused_and_left_alone(
    session: Session, tmp_path: Path, kind: str
) -> None:
    session.close()
    path = tmp_path / f"{kind}.annotator"
    if kind == "newer":
        shutil.copy(session.path, path)
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version=9999")
        connection.close()
    elif kind == "foreign":
        path.write_text("not a project\n")
    before = path.read_bytes() if path.exists() else None
    session.window.open_project(path)
    assert path.name in session.window.banner.words.text()
    assert (path.read_bytes() if path.exists() else None) == before


def test_what_a_vanished_file_cannot_keep_is_not_shown(session: Session, tmp_path: Path) -> None:
    session.path.rename(tmp_path / "away.annotator")
    session.press("1")
    assert session.held.spans == ()
    assert "p.annotator" in session.place.banner.words.text()
    (tmp_path / "away.annotator").rename(session.path)


def test_what_was_refused_is_said_until_a_change_is_kept_again(session: Session, tmp_path: Path) -> None:
    session.path.rename(tmp_path / "away.annotator")
    session.press("1")
    assert not session.place.banner.isHidden()
    (tmp_path / "away.annotator").rename(session.path)
    session.press("1")
    assert session.place.banner.isHidden()
    assert [span.label for span in session.held.spans] == ["claim"]


def test_nothing_is_asked_of_a_project_that_was_closed_right_after_an_article_was_opened(session: Session) -> None:
    session.desk.reload()
    session.window.close_project()
    # what the panels put off is due before the window gets to delete them
    time.sleep(0.1)
    QApplication.processEvents()
    assert session.window.banner.isHidden()


def test_closing_asks_nothing_and_keeps_the_note_being_typed(session: Session) -> None:
    session.press("1")
    session.press("n")
    session.press("mi-phrase")
    held = session.close()
    assert [span.note for span in held.spans] == ["mi-phrase"]


def test_the_last_project_opens_at_the_next_start(session: Session, tmp_path: Path) -> None:
    session.close()
    assert last_project(Settings(tmp_path / "settings.json")) == session.path
    session.path.unlink()
    assert last_project(Settings(tmp_path / "settings.json")) is None


def test_undo_reaches_into_another_document_and_an_earlier_day(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [TEXT, "Un second article.\n"])
    first = session.held.document.id
    session.press("1")
    session.trigger("next_document")
    session.close()
    again = Session(qtbot, tmp_path, [])
    assert again.held.document.id != first
    again.press("z", CTRL)
    assert again.held.document.id == first
    assert again.held.spans == ()


def test_an_empty_project_says_what_to_do_and_does_it(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [])
    assert session.place.empty.isVisible()
    assert session.place.queue.empty.text() == "No documents yet."
    assert session.window.status.hint.text() == "Import articles to begin · ? keys"
