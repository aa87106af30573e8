"""The paragraphs that are counted without asking Qt are Qt's own."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from annotator.ui.offsets import Offsets


@given(st.text(st.sampled_from("a \n\r\t\x00\u2028\u2029\ufdd0\x0b\x0c\x85😀é")))
def test_paragraphs_begin_where_qt_begins_them(qapp: QApplication, text: str) -> None:  # noqa: ARG001  # fonts need it
    offsets = Offsets(text)
    document = QTextDocument()
    document.setPlainText(offsets.display)
    blocks = [document.findBlockByNumber(n) for n in range(document.blockCount())]
    assert [block.position() for block in blocks] == offsets.paragraphs
    assert [block.length() - 1 for block in blocks] == offsets.lengths
