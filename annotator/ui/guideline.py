"""The guideline: one line for the current label below the article, and the whole of it in a panel."""

from PySide6.QtWidgets import QTextBrowser

from annotator.model.bundled import bundled
from annotator.model.scheme import name_in
from annotator.ui.desk import Desk
from annotator.ui.labels import plain_label, plain_tip
from annotator.ui.words import language


class GuidelinePanel(QTextBrowser):
    """The guideline that ships with the program, which is our own text and may therefore be rendered."""

    def __init__(self) -> None:
        """Read it."""
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Guideline"))
        folder = bundled("resources").joinpath("guidelines")
        self.setMarkdown(folder.joinpath(f"{language()}.md").read_text(encoding="utf-8"))


class GuidelineBar:
    """The extent rule of the current span's label, in one line."""

    def __init__(self, desk: Desk) -> None:
        """Build it for one session."""
        self._desk = desk
        self.widget = plain_label(quiet=True, wrap=True)
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
            self.widget.setText(f"{name_in(label.name, tongue)} : {name_in(label.extent, tongue)}")
            self.widget.setToolTip(plain_tip(name_in(label.definition, tongue)))
