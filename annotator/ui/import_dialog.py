"""An import under way: progress, cancel, and a report of what came in, what was changed, what was refused and why."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from annotator.formats.registry import Reading
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.labels import button, plain_label, row
from annotator.workflow.importing import Importing, ImportReport, Incoming

ENCODINGS = ("", "utf-8", "cp1252", "iso-8859-15", "mac-roman", "utf-16")


class ImportDialog(QDialog):
    """Not modal: the person may go on labelling.

    Signals:
        came_in(): documents were added.
    """

    came_in = Signal()

    def __init__(self, parent: QWidget, project: Project, paths: Sequence[Path], *, annotator: str) -> None:
        """Begin at once."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.resize(640, 420)
        self._project, self._paths, self._annotator = project, paths, annotator
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(self.tr("Files read"))
        self.summary = plain_label(wrap=True)
        self.report = QPlainTextEdit(readOnly=True)
        self.report.setAccessibleName(self.tr("Report"))
        self.encoding = QComboBox()
        self.encoding.setAccessibleName(self.tr("Encoding"))
        self.encoding.addItem(self.tr("found by itself"), "")
        for name in ENCODINGS[1:]:
            self.encoding.addItem(name, name)
        self.again = button(self.tr("Read again"), self._start)
        self.cancel = button(self.tr("Cancel"), self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.summary, self.progress, self.report):
            layout.addWidget(widget)
        layout.addLayout(row(plain_label(self.tr("Encoding")), self.encoding, self.again))
        layout.addLayout(row(button(self.tr("Close"), self.close, primary=True), self.cancel))
        self._timer = QTimer(self, interval=100)
        self._timer.timeout.connect(self._poll)
        self._importing: Importing | None = None
        self._start()

    def done(self, result: int) -> None:
        """Stop reading when the window is closed."""
        self._cancel()
        super().done(result)

    def _start(self) -> None:
        self._importing = Importing(
            self._project,
            self._paths,
            how=Reading(encoding=self.encoding.currentData(), language="fr"),
            annotator=self._annotator,
        )
        self.again.setEnabled(False)
        self.cancel.setEnabled(True)
        self._timer.start()

    def _cancel(self) -> None:
        if self._importing is not None and not self._importing.done:
            self._importing.cancel()
            self._finish()

    def _poll(self) -> None:
        work = self._importing
        if work is None:
            return
        try:
            work.poll()
        except Told as error:
            self._timer.stop()
            work.cancel()
            self.summary.setText(said(error))
            return
        self.progress.setRange(0, max(1, work.total))
        self.progress.setValue(work.finished)
        self.summary.setText(self.tr("{done} of {all} files read").format(done=work.finished, all=work.total))
        if work.done:
            self._finish()

    def _finish(self) -> None:
        self._timer.stop()
        self.again.setEnabled(True)
        self.cancel.setEnabled(False)
        if self._importing is not None:
            self._show(self._importing.report)
        self.came_in.emit()

    def _show(self, report: ImportReport) -> None:
        self.progress.setValue(self.progress.maximum())
        parts = [self.tr("%n document(s) came in", "", len(report.came_in))]
        if report.already_there:
            parts.append(self.tr("%n there already", "", len(report.already_there)))
        if report.refused:
            parts.append(self.tr("%n refused", "", len(report.refused)))
        if report.passed_over:
            parts.append(self.tr("%n passed over", "", len(report.passed_over)))
        self.summary.setText(" · ".join(parts))
        lines = [f"✗ {refused.where}: {said(refused.reason)}" for refused in report.refused]
        lines += [_line(one) for one in report.came_in]
        lines += [f"– {name}" for name in report.passed_over]
        self.report.setPlainText("\n".join(lines))


def _line(one: Incoming) -> str:
    """Return what the report says of a document: its file, its encoding, what there is to see in it."""
    return "   ".join(filter(None, (f"✓ {one.where}", one.encoding, "; ".join(map(said, one.notices)))))
