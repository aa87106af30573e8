"""A long text becomes exact while nothing else happens, and what is seen stays where it is."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.windows import CTRL, Session

LINES = "Le pont rouge a été fermé lundi, et personne ne sait quand il sera rouvert aux voitures. "
LONG = "\n".join(LINES * (n % 7 + 1) if n % 3 else "" for n in range(900))


def _article_of(session: Session, picture: QImage) -> QImage:
    seen = session.place.view.viewport()
    return picture.copy(seen.rect().translated(seen.mapTo(session.window, seen.rect().topLeft())))


def test_what_is_on_the_screen_is_what_would_be_painted_anew(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [LONG])
    view, window = session.place.view, session.window
    view.set_caret_blinking(visible=False)
    session.press(Qt.Key.Key_End, CTRL)
    bar = view.verticalScrollBar()
    begun = bar.value()
    qtbot.waitUntil(lambda: abs(bar.value() - begun) > 500, timeout=20_000)
    on_screen = _article_of(session, window.screen().grabWindow(window.winId()).toImage())
    anew = _article_of(session, window.grab().toImage()).convertToFormat(on_screen.format())
    assert on_screen == anew
