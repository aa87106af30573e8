"""Search in all documents of the project, with the words around each match."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.store.project import Project
from annotator.ui.labels import plain_label


class SearchPanel(QWidget):
    """A panel of the left column.

    Signals:
        documentChosen(str): the person wants this document.
    """

    documentChosen = Signal(str)

    def __init__(self, project: Project) -> None:
        """Build it for one project."""
        super().__init__()
        self._project = project
        self.line = QLineEdit(placeholderText=self.tr("Words in any document"), clearButtonEnabled=True)
        self.line.setAccessibleName(self.tr("Search all documents"))
        self.hits = QListWidget()
        self.hits.setAccessibleName(self.tr("Documents found"))
        self.hits.setWordWrap(True)
        self.summary = plain_label(self.tr("Type words; accents and capitals do not matter."), quiet=True, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget in (self.line, self.summary, self.hits):
            layout.addWidget(widget)
        self._timer = QTimer(self, interval=150, singleShot=True)
        self._timer.timeout.connect(self.search)
        self.line.textChanged.connect(self._timer.start)
        self.hits.itemActivated.connect(lambda item: self.documentChosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.hits.itemClicked.connect(lambda item: self.documentChosen.emit(item.data(Qt.ItemDataRole.UserRole)))

    def stop(self) -> None:
        """Search nothing more."""
        self._timer.stop()

    def search(self) -> None:
        """Show what the project has of these words."""
        self.hits.clear()
        found = self._project.search(self.line.text())
        for hit in found:
            item = QListWidgetItem(f"{hit.title}\n{hit.snippet}")
            item.setData(Qt.ItemDataRole.UserRole, hit.document_id)
            self.hits.addItem(item)
        self.summary.setText(self.tr("%n document(s)", "", len(found)) if self.line.text() else "")
