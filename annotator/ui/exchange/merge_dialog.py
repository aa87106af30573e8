"""A merge: files are read, what would happen is shown as a table, and the person says whether it does."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHeaderView,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.model.layer import Annotator
from annotator.model.told import Sentence
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.exchange.merge_table import CHANGES, DOCUMENT, PERSON, MergeTable
from annotator.ui.labels import button, plain_label, row
from annotator.ui.review.reading_bar import ReadingBar
from annotator.ui.room import take_room
from annotator.ui.words import colon
from annotator.workflow.merging import MergeReport, Preview
from annotator.workflow.merging_apart import GatheringApart, MergingApart

WIDEST = 320
"""Pixels of a column, so that titles keep some room."""


class MergeDialog(QDialog):
    """Nothing is changed before its button is pressed; files are read and merged by other processes.

    Signals:
        busy(bool): the project is lent to the process that merges, or it is back.
        merged(): the files were merged.
    """

    busy = Signal(bool)
    merged = Signal()

    def __init__(self, parent: QWidget | None, project: Project, paths: Sequence[Path], *, by: Annotator) -> None:
        """Begin to read at once."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge files"))
        # the project is lent while files are merged: nothing else may ask for it
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        take_room(self, 820, 560)
        self._project, self._paths, self._by = project, tuple(paths), by
        self._preview: Preview | None = None
        self._gathering: GatheringApart | None = None
        self._at_work: MergingApart | None = None
        self.summary = plain_label(wrap=True)
        self.reading = ReadingBar(
            self.tr("Files read"),
            self._begin_reading,
            first=self.tr("The files are being read…"),
            last=self.tr("What would happen is being found out…"),
        )
        self.writing = ReadingBar(
            self.tr("Merging"),
            self._begin_merging,
            first=self.tr("A verified backup is being made…"),
            last=self.tr("What was merged is being put on disk…"),
        )
        self.writing.hide()
        self.model = MergeTable()
        self.table = self._table()
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
        for widget in (self.summary, self.reading, self.table, self.notes, self.accept_loss, self.writing):
            layout.addWidget(widget)
        layout.addLayout(row(self.merge_button, self.close_button))
        self.accept_loss.toggled.connect(self._allow)
        for bar in (self.reading, self.writing):
            bar.came.connect(self._came)
            bar.failed.connect(self._failed)
            bar.stopped.connect(self._stopped)
        self.reading.start()

    def done(self, result: int) -> None:
        """Stop what is under way, and forget what was read; a merge that is made stays made."""
        self.reading.stop()
        self.writing.stop()
        if self._gathering is not None:
            self._gathering.close()
        super().done(result)

    def merge(self) -> None:
        """Merge what is not refused, in another process."""
        self.merge_button.setEnabled(False)
        self.accept_loss.setEnabled(False)
        self.summary.setText(self.tr("Merging… Until it is over nothing of it is in the project."))
        self.writing.start()
        self.writing.turn_button.setFocus()

    def _begin_reading(self) -> GatheringApart:
        if self._gathering is not None:
            self._gathering.close()
        self.summary.setText(self.tr("Reading the files…"))
        self._gathering = GatheringApart(self._project, self._paths)
        return self._gathering

    def _begin_merging(self) -> MergingApart:
        assert self._gathering is not None
        self.busy.emit(True)
        accept = self.accept_loss.isChecked()
        self._at_work = MergingApart(self._project, self._gathering.gathered, by=self._by.id, accept_loss=accept)
        return self._at_work

    def _came(self, found: object) -> None:
        if isinstance(found, Preview):
            self._show(found)
        elif isinstance(found, MergeReport):
            self._over("")

    def _failed(self, words: str) -> None:
        self._over(words)

    def _stopped(self) -> None:
        self._over(self.tr("Stopped: nothing was merged."))

    def _over(self, words: str) -> None:
        """Say what became of it; a process that was stopped when all was on disk has merged."""
        work, self._at_work = self._at_work, None
        self.summary.setText(words)
        if work is None:
            return
        self.busy.emit(False)
        if work.merged:
            self.summary.setText(self._done())
            self.writing.hide()
            self.accept_loss.hide()
            self.close_button.setFocus()
            self.merged.emit()
        else:
            self.writing.hide()
            self.accept_loss.setEnabled(True)
            self._allow()
            self.merge_button.setFocus()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self.tr("What would happen"))
        table.setModel(self.model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setSectionResizeMode(DOCUMENT, QHeaderView.ResizeMode.Stretch)
        table.setWordWrap(False)
        return table

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
        if refused == len(preview.files):
            return self.tr("None of the files can be merged; below is why. Nothing was changed.")
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

    def _done(self) -> str:
        forks = sum(layer.forked for layer in self._preview.layers) if self._preview is not None else 0
        words = self.tr("Merged. “Undo” takes it back; a verified backup was made before.")
        if forks:
            words += " " + self.tr("%n layer(s) come from two machines: their owner settles them.", "", forks)
        return words


def _refusal(name: str, why: Sentence) -> str:
    """Return why a file is refused, with its name once."""
    words = said(why)
    return words if name in words else f"{name}{colon()}{words}"
