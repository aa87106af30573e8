"""The first page: open, new, recent projects, the demo; and, once, the name of the person who labels."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.ui.flow import FlowLayout
from annotator.ui.labels import button, heading, plain_label, row


class StartPage(QWidget):
    """What is shown while no project is open.

    Signals:
        asked(str): the id of an action: new, open, demo.
        chosen(str): the path of a recent project.
    """

    asked = Signal(str)
    chosen = Signal(str)

    def __init__(self, recent: Sequence[str]) -> None:
        """Build it with the recent projects."""
        super().__init__()
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(heading(self.tr("Label what the news says")))
        text = self.tr(
            "Open a project, or begin one and drop a folder of articles on this window. "
            "Everything stays on this computer and is saved as you work."
        )
        column.addWidget(plain_label(text, quiet=True, wrap=True))
        column.addLayout(
            row(
                button(self.tr("New project…"), lambda: self.asked.emit("new"), icon_name="plus", primary=True),
                button(self.tr("Open project…"), lambda: self.asked.emit("open"), icon_name="folder"),
                button(self.tr("Try the demo"), lambda: self.asked.emit("demo"), icon_name="file"),
            )
        )
        there = [path for path in recent if Path(path).exists()]
        self.recent = QListWidget()
        self.recent.setAccessibleName(self.tr("Recent projects"))
        for path in there:
            item = QListWidgetItem(f"{Path(path).stem}   —   {Path(path).parent}", self.recent)
            item.setData(Qt.ItemDataRole.UserRole, path)
        if there:
            line = self.recent.sizeHintForRow(0)
            self.recent.setFixedHeight(min(6, len(there)) * line + 2 * self.recent.frameWidth() + 2)
            column.addWidget(plain_label(self.tr("Recent projects"), quiet=True))
            column.addWidget(self.recent)
        column.addStretch(2)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        holder = QWidget()
        holder.setMaximumWidth(640)
        holder.setLayout(column)
        layout.addWidget(holder, 4)
        layout.addStretch(1)
        self.recent.itemActivated.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.recent.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))


class NamePage(QWidget):
    """Asks once who labels.

    Signals:
        named(str): the person's name.
    """

    named = Signal(str)

    def __init__(self, suggestion: str = "") -> None:
        """Build it."""
        super().__init__()
        self.line = QLineEdit(suggestion, placeholderText=self.tr("Your name or initials"))
        self.line.setAccessibleName(self.tr("Your name or initials"))
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(heading(self.tr("Who labels?")))
        text = self.tr("Each annotator has their own layer. The name is kept in the project and goes with its exports.")
        column.addWidget(plain_label(text, quiet=True, wrap=True))
        column.addWidget(self.line)
        column.addLayout(row(button(self.tr("Begin"), self._go, primary=True)))
        column.addStretch(2)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(column, 2)
        layout.addStretch(1)
        self.line.returnPressed.connect(self._go)

    def _go(self) -> None:
        if self.line.text().strip():
            self.named.emit(self.line.text().strip())


class EmptyPage(QWidget):
    """What is shown in the middle of a project without articles: what to do next, and buttons that do it.

    Signals:
        asked(str): the id of an action: import, import_folder.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        """Build it."""
        super().__init__()
        words = plain_label(
            self.tr("Drop files or a folder on this window, or choose them here."), quiet=True, wrap=True
        )
        name = self.tr("Import articles…")
        self.files = button(name, lambda: self.asked.emit("import"), icon_name="import", primary=True)
        folder = button(self.tr("Import a folder…"), lambda: self.asked.emit("import_folder"), icon_name="folder")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(heading(self.tr("No articles yet")))
        column.addWidget(words)
        line = FlowLayout()
        line.setSpacing(8)
        line.addWidget(self.files)
        line.addWidget(folder)
        column.addLayout(line)
        column.addStretch(2)
