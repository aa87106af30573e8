"""What the lead's windows of figures share: counts first, how far the reading is, pages, and saving what is shown."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMainWindow, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from annotator.ui.file_dialogs import ask_paths
from annotator.ui.labels import button, plain_label, row
from annotator.ui.review.reading_bar import ReadingBar
from annotator.ui.room import take_room
from annotator.workflow.reading_apart import ReadingApart


class Picture(Protocol):
    """What can be saved as a picture."""

    def save(self, path: Path) -> None:
        """Write it as SVG by that suffix, else as PNG. Raises OSError."""


class Table(Protocol):
    """What can be saved as a table."""

    def csv(self) -> str:
        """Return it as CSV."""


@dataclass(frozen=True, slots=True)
class Page:
    """What can be saved of a page: its table as CSV, its picture as PNG or SVG, its text."""

    table: Table | None = None
    picture: Picture | None = None
    text: QPlainTextEdit | None = None


class FiguresWindow(QMainWindow):
    """Figures of a project that are read in another process; closing the window ends that."""

    def __init__(self, parent: QWidget, title: str, place: Path) -> None:
        """Lay it out; `add_page` and `ReadingBar.start` follow. ``place`` is suggested for what is saved."""
        super().__init__(parent)
        self._place = place
        self._pages: list[Page] = []
        self.setWindowTitle(title)
        take_room(self, 1080, 720)
        self.counts = plain_label(wrap=True)
        self.reading = ReadingBar(self.tr("Documents read"), self.begin)
        self.reading.came.connect(self.show_found)
        self.reading.failed.connect(self._fail)
        self.tabs = QTabWidget()
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.counts)
        layout.addWidget(self.reading)
        layout.addWidget(self.tabs, 1)
        save = button(self.tr("Save what is shown…"), self._save, icon_name="export")
        self.buttons = row(save, button(self.tr("Close"), self.close))
        layout.addLayout(self.buttons)
        self.setCentralWidget(body)
        keys = (
            ("Ctrl+S", self._save),
            ("Ctrl+W", self.close),
            ("Ctrl+PgDown", lambda: self._turn(1)),
            ("Ctrl+PgUp", lambda: self._turn(-1)),
        )
        for key, handler in keys:
            QShortcut(QKeySequence(key), self, handler)
        self.tabs.setFocus()
        save.setToolTip(self.tr("Save what is shown… (Ctrl+S)"))

    def begin(self) -> ReadingApart:
        """Return the reading that finds the figures."""
        raise NotImplementedError

    def show_found(self, found: object) -> None:
        """Show what the reading has found."""
        raise NotImplementedError

    def add_page(self, title: str, widget: QWidget, page: Page) -> None:
        """Add a page."""
        self.tabs.addTab(widget, title)
        self._pages.append(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; while something is read, it stops that."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading."""
        self.reading.stop()
        super().closeEvent(event)

    def save_to(self, path: Path) -> None:
        """Write what the page shows: its table, its picture or its text, as the suffix says."""
        page, suffix = self._pages[self.tabs.currentIndex()], path.suffix.lower()
        try:
            if page.table is not None and (suffix == ".csv" or page.picture is None):
                path.write_text(page.table.csv(), encoding="utf-8-sig", newline="")
            elif page.picture is not None:
                page.picture.save(path)
            elif page.text is not None:
                path.write_text(page.text.toPlainText(), encoding="utf-8")
        except OSError as error:
            self.counts.setText(self.tr("Nothing was written: {reason}").format(reason=error))

    def _turn(self, by: int) -> None:
        """Show the next page or the one before, going round."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
        page = self._pages[self.tabs.currentIndex()]
        for widget in (page.table, page.text):
            if isinstance(widget, QWidget):
                widget.setFocus()

    def _save(self) -> None:
        """Ask where; the suffix of the name says what is written."""
        page = self._pages[self.tabs.currentIndex()]
        held = ((page.picture, ("PNG", "SVG")), (page.table, ("CSV",)), (page.text, ("TXT",)))
        there = [kind for what, kinds in held if what is not None for kind in kinds]
        patterns = " ".join(f"*.{kind.lower()}" for kind in there)
        suggested = str(self._place.with_suffix(f".{there[0].lower()}"))
        title, kind = self.tr("Save what is shown…"), f"{', '.join(there)} ({patterns})"
        for name in ask_paths(self, title, mode=QFileDialog.FileMode.AnyFile, start=suggested, kind=kind):
            self.save_to(Path(name))

    def _fail(self, why: str) -> None:
        self.tabs.setEnabled(False)
        self.counts.setText(why)
