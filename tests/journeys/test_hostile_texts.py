"""Any text goes from a file to the screen, is labelled by keys, and leaves as a file again with exact offsets."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.model.text import freeze
from annotator.store.project import Project
from annotator.workflow.exporting import Wanted, export
from tests.windows import CTRL, Session

WORDS = "cible exacte"
HOSTILE = {
    "emoji": f"Le 👩‍👩‍👧 a dit 🙂🙂 que la {WORDS} 🏳️‍🌈 tombe.\n🙂 fin.\n",
    "combining": f"E\u0301le\u0301ve a\u0300 co\u0302te\u0301, n\u0303 {WORDS} o\u0308.\n",
    "right to left": f"שלום עולם {WORDS} مرحبا بالعالم\u202e abc\u202c.\n",
    "CRLF": f"Une ligne\r\nDeux\rTrois\n{WORDS} ici.\r\n",
    "line separators": f"Avant\u2028après\u2029puis {WORDS}\x85fin\x0bfin\x0c.\n",
    "no-break spaces": f"«\u00a0Mot\u00a0» \u202f; 40\u202f000 {WORDS}\u00a0!\n",
    "NUL and controls": f"a\x00b\x01c\x1f {WORDS} \x7f.\n",
    "noncharacters": f"\ufdd0\ufdd1 \ufffc \uffff {WORDS} \U0010ffff.\n",
    "parentheses": "(" * 4000 + f" {WORDS} " + ")" * 4000 + "\n",
    "HTML": f"<b>gras</b> &amp; <img src=x> {WORDS} <script>1</script>\n",
    "one megabyte on one line": "mot 🙂 " * 90_000 + f"{WORDS} " + "fin " * 90_000 + "\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_from_file_to_file_with_exact_offsets(name: str, qtbot: QtBot, tmp_path: Path) -> None:
    text = freeze(HOSTILE[name]).text
    session = Session(qtbot, tmp_path, [HOSTILE[name].encode()])
    assert session.held.text == text
    session.press("f", CTRL)
    QTest.keyClicks(session.place.find_bar.line, "CIBLE exacte")
    session.press(Qt.Key.Key_Escape)
    session.press("1")
    session.place.view.grab()
    held = session.close()
    start = text.index(WORDS)
    assert [(s.start, s.end, s.words) for s in held.spans] == [(start, start + len(WORDS), (WORDS,))]
    with Project.open(session.path) as project:
        export(project, tmp_path / "out", Wanted("jsonl"))
    line = json.loads((tmp_path / "out" / "all.jsonl").read_text(encoding="utf-8"))
    assert line["text"] == text
    assert text[line["spans"][0]["start"] : line["spans"][0]["end"]] == WORDS


@pytest.mark.parametrize("name", HOSTILE)
def test_every_character_can_be_selected_and_is_copied_as_it_stands_in_the_document(
    name: str, qtbot: QtBot, tmp_path: Path
) -> None:
    text = freeze(HOSTILE[name]).text
    session = Session(qtbot, tmp_path, [HOSTILE[name].encode()])
    start = text.index(WORDS)
    around = (max(0, start - 12), min(len(text), start + 30))
    for a, b in (around, (start, start + len(WORDS)), (0, 1), (len(text) - 2, len(text))):
        session.place.view.select(a, b)
        assert session.place.view.selection() == (a, b)
    session.place.view.select(*around)
    session.press("c", CTRL)
    assert QApplication.clipboard().text() == text[slice(*around)]
