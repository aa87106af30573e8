"""The labels as a row of buttons above the article: what each looks like, which key gives it, and a click that does."""

from collections.abc import Callable, Mapping, Sequence
from typing import override

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from annotator.model.scheme import Label, name_in
from annotator.ui.article.looks import PATTERNS, SpanStyle
from annotator.ui.flow import FlowLayout
from annotator.ui.labels import menu_words, plain_tip
from annotator.ui.words import language

SAMPLE = QSize(20, 14)
NARROWEST = 48
"""Pixels that a button is left with in a narrow window: its stroke and its key."""


ONE_LINE = 8
"""So many labels stand in one line, their names cut where there is no room; more take several lines."""


class LabelBar(QFrame):
    """One button a label. They take no focus: what is selected in the article stays selected."""

    def __init__(self, labels: Sequence[Label], give: Callable[[int], object]) -> None:
        """Build it; ``give`` labels with the label of a number, from 0."""
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("labels")
        self._labels = labels
        self.buttons: dict[str, QToolButton] = {}
        self._words: dict[str, tuple[str, str]] = {}
        layout = QHBoxLayout() if len(labels) <= ONE_LINE else FlowLayout()
        layout.setContentsMargins(8, 2, 8, 2)
        layout.setSpacing(2)
        for at, label in enumerate(labels):
            button = QToolButton()
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(SAMPLE)
            button.clicked.connect(lambda _checked=False, at=at: give(at))
            self.buttons[label.id] = button
            layout.addWidget(button)
        if isinstance(layout, QHBoxLayout):
            layout.addStretch(1)
        self.setLayout(layout)

    def show_keys(self, keys: Sequence[str]) -> None:
        """Say which key gives each label."""
        for n, label in enumerate(self._labels):
            name, key = name_in(label.name, language()), keys[n] if n < len(keys) else ""
            button = self.buttons[label.id]
            self._words[label.id] = (f"{key}  " if key else "", name)
            button.setAccessibleName(f"{name} ({key})" if key else name)
            button.setToolTip(plain_tip(f"{name}\n{name_in(label.definition, language())}"))
        self._fit()

    def show_styles(self, styles: Mapping[str, SpanStyle]) -> None:
        """Show how the spans of each label look."""
        for id_, style in styles.items():
            if id_ in self.buttons:
                self.buttons[id_].setIcon(sample(style))
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """Never make the window wider than a small screen: names are cut before that."""
        return QSize(NARROWEST * min(ONE_LINE, len(self.buttons)), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much of the names as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for id_, (key, name) in self._words.items():
            self.buttons[id_].setText(key + menu_words(name))
        metrics, margins = next(iter(self.buttons.values()), self).fontMetrics(), self.contentsMargins()
        layout = self.layout()
        if not isinstance(layout, QHBoxLayout):
            return
        room_beside = self.width() - margins.left() - margins.right()
        over = 0
        # in a narrow window the strokes stand above the names: they are what a beginner reads
        for style in (Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonTextUnderIcon):
            for button in self.buttons.values():
                button.setToolButtonStyle(style)
            over = layout.sizeHint().width() - room_beside
            if over <= 0:
                break
        wide = [metrics.horizontalAdvance(name) for _, name in self._words.values()]
        room = max(wide, default=0)
        while room > 0 and sum(max(one - room, 0) for one in wide) < over:
            room -= 1
        for (id_, (key, name)), its in zip(self._words.items(), wide, strict=True):
            if its > room:
                cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
                self.buttons[id_].setText(key + menu_words(cut))


def sample(style: SpanStyle) -> QIcon:
    """Return a stroke in the colour and the pattern of a label."""
    scale = 3
    pixmap = QPixmap(SAMPLE * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    double = style.pattern == "double"
    width = 1.5 if double else 2.5
    painter.setPen(QPen(style.color, width, PATTERNS.get(style.pattern, Qt.PenStyle.SolidLine), Qt.PenCapStyle.FlatCap))
    middle = SAMPLE.height() / 2
    for y in (middle - 2, middle + 2) if double else (middle,):
        painter.drawLine(QPointF(0, y), QPointF(SAMPLE.width(), y))
    painter.end()
    return QIcon(pixmap)
