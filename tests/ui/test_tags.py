"""The names above spans: all of each stays in the view, also where a line ends."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QApplication

from annotator.ui.article.geometry import Piece, TagWidth, lay_out
from annotator.ui.article.looks import Measures

NAMES = ("anna: Attribution", "ben: Attribution", "chloé: Verified fact")


def test_names_of_a_span_at_the_end_of_a_line_stay_in_the_view(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setPlainText("mot " * 40)
    measures = Measures.of(QFont(qapp.font()), 400)
    lines = {at: boxes for at in range(0, 160, 4) if (boxes := _laid_out(document, at, measures))}
    top = lines[0][0].top()
    boxes = lines[max(at for at, found in lines.items() if found[0].top() == top)]
    assert max(box.right() for box in boxes) <= measures.column + 2 * measures.margin
    assert boxes[0].right() < boxes[1].left() < boxes[1].right() < boxes[2].left()


def _laid_out(document: QTextDocument, at: int, measures: Measures) -> list[QRectF]:
    pieces = [Piece(f"s{n}", "x", at, at + 3, first=True, last=True, tag=name, group=n) for n, name in enumerate(NAMES)]
    held = lay_out(document.firstBlock(), pieces, (), measures=measures, tag_width=TagWidth(measures))
    return [tag.box for tag in held.tags]
