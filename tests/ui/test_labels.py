"""What a person or a file named is shown as it is."""

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.ui.labels import button, plain_tip, row

HOSTILE = ["<b>x</b><img src=file:///etc/passwd>", "&amp;", "&lt;b&gt;x&lt;/b&gt;", "R&D", "a\nb", "a & b\n<i>c</i>"]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.usefixtures("qapp")
def test_a_tool_tip_shows_a_hostile_name_as_it_is(name: str) -> None:
    tip = plain_tip(name)
    shown = tip
    if Qt.mightBeRichText(tip):
        page = QTextDocument()
        page.setHtml(tip)
        shown = page.toPlainText()
    assert shown == name


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    pressed: list[str] = []
    dialog = QDialog()
    qtbot.addWidget(dialog)
    first = button("All", lambda: pressed.append("all"), primary=True)
    second = button("None", lambda: pressed.append("none"))
    dialog.setLayout(row(first, second))
    dialog.show()
    qtbot.waitActive(dialog)
    for one in (second, first):
        one.setFocus()
        QTest.keyClick(one, Qt.Key.Key_Return)
    assert pressed == ["none", "all"]
