"""How spans, entities and finds look: colours by theme, patterns by label, measures by font."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette

PATTERNS = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
    "double": Qt.PenStyle.SolidLine,
}


@dataclass(frozen=True, slots=True)
class SpanStyle:
    """How the spans of a label are drawn; the pattern and the word are there for those who do not see the colour."""

    name: str
    color: QColor
    pattern: str


@dataclass(frozen=True, slots=True)
class ArticlePalette:
    """The view's own colours."""

    paper: QColor
    text: QColor
    quiet: QColor
    selection: QColor
    found: QColor
    entity: QColor
    dark: bool

    @classmethod
    def of(cls, palette: QPalette) -> "ArticlePalette":
        """Return the colours that go with a palette."""
        base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        dark = base.lightness() < 128
        accent = QColor(palette.color(QPalette.ColorRole.Accent))
        accent.setAlpha(110 if dark else 70)
        return cls(
            paper=base,
            text=text,
            quiet=palette.color(QPalette.ColorRole.PlaceholderText),
            selection=accent,
            found=QColor("#7a5f00") if dark else QColor("#ffe48a"),
            entity=QColor("#9aa4b0") if dark else QColor("#7b8592"),
            dark=dark,
        )


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels that follow the font; ``types`` is the room below the words where types of entities are said."""

    font: QFont
    tag_font: QFont
    line: float
    tag: float
    lane: float
    column: float
    margin: float
    types: float = 0.0

    @classmethod
    def of(cls, font: QFont, width: float, *, types: bool = False) -> "Measures":
        """Return the measures of a font in a view of this width: at most 90 average characters a line."""
        metrics = QFontMetricsF(font)
        tag_font = QFont(font)
        tag_font.setPointSizeF(max(6.0, font.pointSizeF() * 0.62))
        tag = QFontMetricsF(tag_font).height()
        wide = metrics.averageCharWidth() * 90
        column = max(80.0, min(wide, width - 48))
        margin = max(24.0, (width - column) / 2)
        return cls(font, tag_font, metrics.height(), tag, 4.0, column, margin, tag if types else 0.0)
