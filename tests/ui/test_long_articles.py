"""A long article is on the screen before all of it has been read, and nothing is ever shown or done by halves."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.edits import Edit
from annotator.model.ids import SpanId, derived_uuid
from annotator.model.layer import Span
from annotator.store.parts import FIRST
from tests.windows import CTRL, Session

LINE = "Le pont rouge a été fermé lundi 3 juin, dit Anne Roux, et personne ne sait quand il rouvrira.\n"
TEXT = "".join(f"{n} {LINE}" for n in range(900))
AT = [at for at in range(len(TEXT)) if TEXT.startswith("pont rouge", at)]


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    """Return a window with a long article that has a span in each line."""
    session = Session(qtbot, tmp_path, [TEXT])
    verbs, layer = session.desk.annotating, session.held.layer
    claim = session.desk.scheme.labels[0].id
    spans = [Span(SpanId(derived_uuid(layer.id, at)), layer.id, claim, ((at, at + 10),), ("pont rouge",)) for at in AT]
    verbs.do([Edit(None, span) for span in spans])
    return session


def open_anew(session: Session) -> None:
    """Open the article; nothing has been turned after it."""
    session.desk.open(session.held.document.id)


def bars_seen(session: Session) -> int:
    """Return how many bars the paragraphs on the screen have."""
    view = session.place.view
    top = view.verticalScrollBar().value()
    block, count = view._layout.block_at(top), 0
    while block.isValid() and view._layout.top(block.blockNumber()) < top + view.viewport().height():
        count += len(view._layout.geometry(block).bars)
        block = block.next()
    return count


def test_a_long_article_is_painted_with_its_spans_before_all_of_it_is_read(session: Session) -> None:
    open_anew(session)
    glance = session.desk.glance
    assert glance is not None
    assert {span.start for span in glance.spans} == {at for at in AT if at < FIRST}
    assert bars_seen(session) > 5


def test_all_of_it_is_read_while_nothing_else_happens(session: Session) -> None:
    open_anew(session)
    place = session.place
    session.qtbot.waitUntil(lambda: len(place.spans.model.spans) == len(AT))
    assert [span.start for span in place.spans.model.spans] == AT
    stored = session.desk.annotating.project.labelled(session.held.document.id, session.held.annotator)
    assert session.desk.glance == stored
    assert {span.id for span in stored.spans} == set(place.view._pieces.spans)


def test_the_end_is_shown_with_its_spans_at_once(session: Session) -> None:
    open_anew(session)
    session.press(Qt.Key.Key_End, CTRL)
    session.place.view.viewport().repaint()
    assert bars_seen(session) > 5
    assert session.desk.glance == session.held


def test_a_key_right_after_opening_changes_the_whole_layer(session: Session) -> None:
    open_anew(session)
    start = TEXT.rindex("Anne Roux")
    session.place.view.select(start, start + 9)
    session.press("2")
    assert len(session.held.spans) == len(AT) + 1
    session.press("z", CTRL)
    assert [span.start for span in session.held.spans] == AT
    session.qtbot.waitUntil(lambda: session.place.spans.model.spans == session.held.spans)


def test_a_sentence_is_gone_to_right_after_opening(session: Session) -> None:
    open_anew(session)
    session.press("s")
    start, end = session.place.view.selection()
    assert TEXT[start:end].endswith("rouvrira.")


def test_a_project_can_be_closed_before_all_of_an_article_is_read(session: Session) -> None:
    open_anew(session)
    session.window.close_project()
    QApplication.processEvents()
    assert session.window.banner.isHidden()


def test_an_article_whose_rest_cannot_be_read_is_not_left_open(session: Session) -> None:
    with closing(sqlite3.connect(session.path)) as connection, connection:
        connection.execute("UPDATE span SET fragments = 'broken' WHERE start = ?", (AT[-1],))
    open_anew(session)
    session.qtbot.waitUntil(lambda: session.desk.labelled is None)
    session.qtbot.waitUntil(session.place.view.isHidden)
    assert "p.annotator" in session.place.banner.words.text()
    session.press("1")
    assert session.desk.labelled is None
