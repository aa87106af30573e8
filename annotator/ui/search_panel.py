"""Search in all documents of the project, with the words around each match."""

from typing import override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.store.project import Project
from annotator.store.search import Hit
from annotator.ui.labels import plain_label
from annotator.ui.offsets import Offsets

HIT = Qt.ItemDataRole.UserRole
PADDING = 8
LINES = 3
"""So many lines of a snippet are shown."""


class SearchPanel(QWidget):
    """A panel of the left column.

    Signals:
        documentChosen(str, str): the person wants this document, found by these words.
    """

    documentChosen = Signal(str, str)

    def __init__(self, project: Project) -> None:
        """Build it for one project."""
        super().__init__()
        self._project = project
        self.line = QLineEdit(placeholderText=self.tr("Words in any document"), clearButtonEnabled=True)
        self.line.setAccessibleName(self.tr("Search all documents"))
        self.hits = QListWidget()
        self.hits.setAccessibleName(self.tr("Documents found"))
        self.hits.setItemDelegate(HitDelegate(self.hits))
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._how = self.tr("Type words; accents and capitals do not matter.")
        self.summary = plain_label(self._how, quiet=True, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget in (self.line, self.summary, self.hits):
            layout.addWidget(widget)
        self._timer = QTimer(self, interval=150, singleShot=True)
        self._timer.timeout.connect(self.search)
        self.line.textChanged.connect(self._timer.start)
        self.line.returnPressed.connect(self._first)
        self.hits.itemActivated.connect(self._choose)
        self.hits.itemClicked.connect(self._choose)

    def stop(self) -> None:
        """Search nothing more."""
        self._timer.stop()

    def search(self) -> None:
        """Show what the project has of these words."""
        self._timer.stop()
        self.hits.clear()
        found = self._project.search(self.line.text())
        for hit in found:
            item = QListWidgetItem(f"{hit.title}: {hit.snippet}")
            item.setData(HIT, hit)
            self.hits.addItem(item)
        self.summary.setText(self.tr("%n document(s)", "", len(found)) if self.line.text().strip() else self._how)

    def _first(self) -> None:
        self.search()
        if self.hits.count():
            self.hits.setCurrentRow(0)
            self._choose(self.hits.item(0))

    def _choose(self, item: QListWidgetItem) -> None:
        self.documentChosen.emit(item.data(HIT).document_id, self.line.text())


class HitDelegate(QStyledItemDelegate):
    """Paints a hit: the title, and below it the words around the match, which is lit."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of a title and a snippet."""
        return QSize(100, option.fontMetrics.lineSpacing() * (LINES + 1) + 2 * PADDING)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one hit."""
        hit: Hit = index.data(HIT)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = option.palette
        box = QRectF(option.rect).adjusted(PADDING, PADDING, -PADDING, -PADDING)
        role = QPalette.ColorRole
        painter.save()
        if chosen:
            painter.fillRect(option.rect, palette.color(role.Highlight))
        ink = palette.color(role.HighlightedText if chosen else role.Text)
        painter.setPen(ink)
        bold = QFont(option.font)
        bold.setBold(True)
        painter.setFont(bold)
        title = painter.fontMetrics().elidedText(hit.title, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignTop, title)
        top = box.top() + painter.fontMetrics().lineSpacing()
        painter.setPen(ink if chosen else palette.color(role.PlaceholderText))
        _snippet(hit, option.font, box.width()).draw(painter, QPointF(box.left(), top))
        painter.restore()


def _snippet(hit: Hit, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(hit.snippet, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    offsets = Offsets(hit.snippet)
    ranges = []
    for start, end in hit.lit:
        lit = QTextLayout.FormatRange()
        lit.start = offsets.to_utf16(start)
        lit.length = offsets.to_utf16(end) - offsets.to_utf16(start)
        lit.format = QTextCharFormat()
        lit.format.setFontWeight(QFont.Weight.Bold)
        ranges.append(lit)
    layout.setFormats(ranges)
    layout.beginLayout()
    top = 0.0
    for _ in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
