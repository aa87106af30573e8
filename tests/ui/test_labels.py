"""What a person or a file named is shown as it is."""

import pytest
from PySide6.QtGui import Qt, QTextDocument

from annotator.ui.labels import plain_tip

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
