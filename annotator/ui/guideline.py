"""The guideline: one line for the current label below the article, and the whole of it in a panel."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from annotator.model.bundled import bundled
from annotator.model.scheme import Label, Scheme, name_in
from annotator.ui.desk import Desk
from annotator.ui.labels import elided_label, plain_label, plain_tip
from annotator.ui.words import colon, language

BUNDLED = "factcheck"
"""The scheme that the guideline in our resources explains."""


class GuidelinePanel(QWidget):
    """What the scheme says of the current label, and the guideline that ships with the program."""

    def __init__(self, desk: Desk) -> None:
        """Read it."""
        super().__init__()
        self._desk = desk
        self.label = plain_label(wrap=True)
        self.label.setContentsMargins(8, 8, 8, 0)
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.browser.setAccessibleName(self.tr("Guideline"))
        self.browser.document().setDocumentMargin(8)
        if desk.scheme.id.startswith(BUNDLED):
            self.browser.setMarkdown(guidelines())
            _calm(self.browser.document())
        else:
            self.browser.setPlainText(rules_of(desk.scheme, language()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)
        layout.addWidget(self.browser, 1)
        desk.chosen.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the rules of the current label first."""
        span = self._desk.span
        label = self._desk.scheme.label(span.label) if span else None
        self.label.setVisible(label is not None)
        self.label.setText(rule_of(label, language()) if label else "")


class GuidelineBar:
    """The extent rule of the current span's label, in one line."""

    def __init__(self, desk: Desk, *, one_line: bool) -> None:
        """Build it for one session; in ``one_line`` it is cut off rather than take room from the article."""
        self._desk = desk
        self.widget = elided_label() if one_line else plain_label(quiet=True, wrap=True)
        self.widget.setContentsMargins(16, 8, 16, 8)
        self.widget.hide()
        desk.chosen.connect(self.refresh)

    def refresh(self) -> None:
        """Show the rule of the current label."""
        span = self._desk.span
        label = self._desk.scheme.label(span.label) if span else None
        self.widget.setVisible(label is not None)
        if label is not None:
            tongue = language()
            extent = name_in(label.extent, tongue)
            self.widget.setText(f"{name_in(label.name, tongue)}{colon()}{extent}")
            self.widget.setToolTip(plain_tip(f"{extent}\n{name_in(label.definition, tongue)}"))


def guidelines() -> str:
    """Return the guidelines that ship with the program, as Markdown in the language of the window."""
    folder = bundled("resources").joinpath("guidelines")
    return folder.joinpath(f"{language()}.md").read_text(encoding="utf-8")


def rules_of(scheme: Scheme, tongue: str) -> str:
    """Return what a scheme says of all its labels."""
    return "\n\n".join(rule_of(label, tongue) for label in scheme.labels)


def rule_of(label: Label, tongue: str) -> str:
    """Return what a scheme says of a label: what it is and how far it reaches."""
    definition, extent = name_in(label.definition, tongue), name_in(label.extent, tongue)
    return f"{name_in(label.name, tongue)}{colon()}{definition}\n{extent}"


def _calm(document: QTextDocument) -> None:
    """Make headings no larger than a narrow panel can bear."""
    block = document.firstBlock()
    size = document.defaultFont().pointSizeF()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            kept = cursor.charFormat()
            kept.clearProperty(kept.Property.FontSizeAdjustment)
            kept.setFontPointSize(size + (2 if level == 1 else 1))
            cursor.setCharFormat(kept)
        spaced = QTextBlockFormat()
        spaced.setTopMargin(12 if level else 2)
        spaced.setBottomMargin(4)
        cursor.mergeBlockFormat(spaced)
        block = block.next()
