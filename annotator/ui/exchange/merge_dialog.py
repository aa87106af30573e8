"""A merge: files are read, what would happen is shown as a table, and the person says whether it does."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHeaderView,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.model.layer import Annotator
from annotator.model.told import Sentence, Told
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.exchange.merge_table import CHANGES, DOCUMENT, PERSON, MergeTable
from annotator.ui.labels import button, plain_label, row
from annotator.ui.room import take_room
from annotator.ui.words import colon
from annotator.workflow.merging import MergeReport, Merging, Preview

POLL_MS = 40
WIDEST = 320
"""Pixels of a column, so that titles keep some room."""


class MergeDialog(QDialog):
    """Nothing is changed before its button is pressed.

    Signals:
        merged(): the files were merged.
    """

    merged = Signal()

    def __init__(self, parent: QWidget | None, project: Project, paths: Sequence[Path], *, by: Annotator) -> None:
        """Begin to read at once."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge files"))
        take_room(self, 820, 560)
        self._by = by
        self._merging = Merging(project, paths)
        self.summary = plain_label(self.tr("Reading the files…"), wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(self.tr("Files read"))
        self.model = MergeTable()
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("What would happen"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setSectionResizeMode(DOCUMENT, QHeaderView.ResizeMode.Stretch)
        self.table.setWordWrap(False)
        self.notes = QPlainTextEdit(readOnly=True)
        self.notes.setAccessibleName(self.tr("About the files"))
        self.notes.setMaximumHeight(130)
        self.accept_loss = QCheckBox(self.tr("Merge even though spans are lost"))
        self.accept_loss.setAccessibleName(self.accept_loss.text())
        self.accept_loss.hide()
        self.merge_button = button(self.tr("Merge"), self.merge, primary=True)
        self.merge_button.setEnabled(False)
        self.close_button = button(self.tr("Close"), self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.summary, self.progress, self.table, self.notes, self.accept_loss):
            layout.addWidget(widget)
        layout.addLayout(row(self.merge_button, self.close_button))
        self.accept_loss.toggled.connect(self._allow)
        self._preview: Preview | None = None
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._timer.start()

    def done(self, result: int) -> None:
        """Stop reading, and forget what was read."""
        self._timer.stop()
        self._merging.close()
        super().done(result)

    def merge(self) -> None:
        """Merge what is not refused, and say what was done."""
        self.merge_button.setEnabled(False)
        self.summary.setText(self.tr("Merging…"))
        QCoreApplication.processEvents()
        try:
            report = self._merging.merge(by=self._by.id, accept_loss=self.accept_loss.isChecked())
        except Told as error:
            self.summary.setText(said(error))
            return
        self.summary.setText(self._done(report))
        self.accept_loss.hide()
        self.close_button.setFocus()
        self.merged.emit()

    def _poll(self) -> None:
        self._merging.poll()
        self.progress.setRange(0, max(1, self._merging.total))
        self.progress.setValue(self._merging.finished)
        if self._merging.done:
            self._timer.stop()
            self.progress.hide()
            self._show(self._merging.preview())

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        self.model.show_layers(preview.layers)
        self.table.resizeColumnsToContents()
        for column in (PERSON, CHANGES):
            self.table.setColumnWidth(column, min(WIDEST, self.table.columnWidth(column)))
        self.notes.setPlainText("\n".join(self._notes(preview)))
        self.summary.setText(self._summary(preview))
        self.accept_loss.setVisible(bool(preview.losses))
        self._allow()
        (self.merge_button if self.merge_button.isEnabled() else self.close_button).setFocus()

    def _allow(self) -> None:
        preview = self._preview
        if preview is not None:
            sure = not preview.losses or self.accept_loss.isChecked()
            self.merge_button.setEnabled(sure and not preview.nothing_new)

    def _summary(self, preview: Preview) -> str:
        refused = sum(file.refused is not None for file in preview.files)
        bad = self.tr("%n file(s) cannot be merged", "", refused)
        counts = Counter(one.verdict for one in preview.layers)
        if preview.nothing_new:
            nothing = self.tr("There is nothing new in it: merging would change nothing.")
            not_taken = self.tr("%n layer(s) refused", "", counts["refused"])
            return " ".join(
                [nothing, *([f"{bad}."] if refused else []), *([f"{not_taken}."] if preview.refused else [])]
            )
        parts = [
            bad,
            self.tr("%n new layer(s)", "", counts["new"]),
            self.tr("%n changed", "", counts["changed"]),
            self.tr("%n the same", "", counts["same"]),
            self.tr("%n refused", "", counts["refused"]),
            self.tr("%n new document(s)", "", len(preview.new_documents)),
        ]
        if preview.losses:
            parts.append(self.tr("%n layer(s) would lose more than a tenth", "", len(preview.losses)))
        return " · ".join(part for part in parts if not part.startswith("0 "))

    def _notes(self, preview: Preview) -> list[str]:
        refused = [f"✗ {_refusal(file.name, file.refused)}" for file in preview.files if file.refused is not None]
        lines = []
        for file in preview.files:
            if file.refused is None:
                layers = self.tr("%n layer(s)", "", file.layers)
                lines.append(f"✓ {file.name}{colon()}{layers}")
                lines += [f"    {said(difference)}" for difference in file.differences]
        return [*refused, *lines, *(f"+ {title}" for title in preview.new_documents)]

    def _done(self, report: MergeReport) -> str:
        forks = sum(layer.forked for layer in report.preview.layers)
        words = self.tr("Merged. “Undo” takes it back; a verified backup was made before.")
        if forks:
            words += " " + self.tr("%n layer(s) come from two machines: their owner settles them.", "", forks)
        return words


def _refusal(name: str, why: Sentence) -> str:
    """Return why a file is refused, with its name once."""
    words = said(why)
    return words if name in words else f"{name}{colon()}{words}"
