"""What an export will be, counted before it runs: documents and spans of each part, and what the format loses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from annotator.model.scheme import Scheme
from annotator.ui.desk import said
from annotator.ui.labels import plain_label
from annotator.ui.rows import show_as_rows
from annotator.ui.words import label_name
from annotator.workflow.exporting import ExportReport, Preview


class ExportPreview(QWidget):
    """A table of the parts, and below it losses before the export, files after it."""

    def __init__(self, scheme: Scheme) -> None:
        """Build it, empty."""
        super().__init__()
        self._scheme = scheme
        self.head = plain_label(self.tr("What will be written"))
        self.parts = show_as_rows(QTableWidget(), self.tr("Parts of the data set"))
        self.words = QPlainTextEdit(readOnly=True)
        self.words.setAccessibleName(self.tr("Report"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget, stretch in ((self.head, 0), (self.parts, 1), (self.words, 1)):
            layout.addWidget(widget, stretch)

    def show_counting(self) -> None:
        """Say that it is being counted."""
        self.head.setText(self.tr("What will be written is being counted…"))
        self.words.clear()

    def show_preview(self, preview: Preview) -> None:
        """Show what an export will be."""
        self.head.setText(self.tr("What will be written"))
        self._show_parts(preview)
        lines = [self.tr("This format cannot carry:"), *(f"– {said(loss)}" for loss in preview.losses)]
        whole = self.tr("This format carries all of it: nothing is lost.")
        self.words.setPlainText("\n".join(lines) if preview.losses else whole)

    def show_written(self, report: ExportReport, folder: str) -> None:
        """Show what was written."""
        self.head.setText(self.tr("%n document(s) written", "", report.documents))
        lines = [self.tr("In {folder}:").format(folder=folder), *report.files]
        if report.losses:
            lines += ["", self.tr("Not carried, and listed one by one in losses.jsonl:")]
            lines += [f"– {said(loss)}" for loss in report.losses]
        self.words.setPlainText("\n".join(lines))

    def show_failed(self, words: str) -> None:
        """Say why nothing can be written."""
        self.head.setText(self.tr("Nothing is written"))
        self.parts.setRowCount(0)
        self.words.setPlainText(words)

    def _show_parts(self, preview: Preview) -> None:
        """Show a column for each part, and a row for each label: there may be many labels, and parts are three."""
        labels = sorted(set().union(*preview.labels.values()))
        self.parts.setColumnCount(1 + len(preview.parts))
        self.parts.setHorizontalHeaderLabels(["", *map(self._named, preview.parts)])
        counts = [preview.labels[part] for part in preview.parts]
        rows: list[tuple[str, list[int]]] = [
            (self.tr("Documents"), list(preview.parts.values())),
            (self.tr("Spans"), [sum(one.values()) for one in counts]),
            *((label_name(self._scheme, label), [one.get(label, 0) for one in counts]) for label in labels),
        ]
        self.parts.setRowCount(len(rows))
        for at, (name, numbers) in enumerate(rows):
            for column, cell in enumerate((name, *numbers)):
                item = QTableWidgetItem(str(cell))
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.parts.setItem(at, column, item)
        head = self.parts.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _named(self, part: str) -> str:
        names = {
            "all": self.tr("everything"),
            "train": self.tr("training"),
            "dev": self.tr("development"),
            "test": self.tr("test"),
        }
        return names[part]
