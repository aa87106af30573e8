"""An import under way: tables asked about first, progress, cancel, and a report of what came in and what did not."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from annotator.formats.registry import FORMATS, Reading
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.ui.columns_dialog import ColumnsDialog
from annotator.ui.desk import said
from annotator.ui.labels import button, plain_label, row
from annotator.workflow.importing import Importing, ImportReport, Incoming
from annotator.workflow.looking import Looking, Table, tables_among
from annotator.workflow.preparing import Source

POLL_MS = 40
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
        self.resize(680, 460)
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
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Format"))
        self.kind.addItem(self.tr("as the files are named"), "")
        for one in FORMATS:
            if one.readable:
                self.kind.addItem(one.title, one.name)
        self.again = button(self.tr("Read again"), self._start)
        self.cancel = button(self.tr("Cancel"), self._cancel)
        self.shut = button(self.tr("Close"), self.close, primary=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.summary, self.progress, self.report):
            layout.addWidget(widget)
        encoding, kind = plain_label(self.tr("Encoding")), plain_label(self.tr("Format"))
        layout.addLayout(row(encoding, self.encoding, kind, self.kind, self.again))
        layout.addLayout(row(self.shut, self.cancel))
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._looking: Looking | None = None
        self._unasked: list[Table] = []
        self._columns: dict[Path, Mapping[str, str]] = {}
        self._importing: Importing | None = None
        self._start()

    def done(self, result: int) -> None:
        """Stop reading when the window is closed."""
        self._cancel()
        super().done(result)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape only what is done: a key too many must not stop an import."""
        if event.key() != Qt.Key.Key_Escape or self.shut.isEnabled():
            super().keyPressEvent(event)

    def _show_at_work(self, at_work: bool) -> None:
        self.again.setEnabled(not at_work)
        self.shut.setEnabled(not at_work)
        self.cancel.setEnabled(at_work)
        if not at_work:
            self.shut.setFocus()

    def _start(self) -> None:
        """Look at the tables first: their columns are asked about before anything comes in."""
        self._show_at_work(at_work=True)
        self._columns = {}
        self._importing = None
        self._looking = Looking(tables_among(self._paths, Source(Path(), self.kind.currentData(), self._how())))
        self._timer.start()

    def _how(self) -> Reading:
        return Reading(encoding=self.encoding.currentData())

    def _ask(self) -> None:
        """Ask about the next table; when there is none, import."""
        if not self._unasked:
            left_out = [path for path, columns in self._columns.items() if not columns]
            self._importing = Importing(
                self._project,
                self._paths,
                format_name=self.kind.currentData(),
                how=self._how(),
                annotator=self._annotator,
                columns={path: columns for path, columns in self._columns.items() if columns},
                left_out=left_out,
            )
            self._timer.start()
            return
        table = self._unasked.pop(0)
        dialog = ColumnsDialog(self, table)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda accepted: self._answered(table, dialog.mapping if accepted else {}))
        dialog.open()

    def _answered(self, table: Table, mapping: Mapping[str, str]) -> None:
        self._columns |= dict.fromkeys(table.paths, mapping)
        self._ask()

    def _cancel(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
            self._finish()
        elif self._importing is not None and not self._importing.done:
            self._importing.cancel()
            self._finish()

    def _poll(self) -> None:
        if self._looking is not None:
            self._look(self._looking)
            return
        work = self._importing
        if work is None:
            return
        try:
            work.poll()
        except Told as error:
            self._timer.stop()
            work.cancel()
            self._show_at_work(at_work=False)
            self.summary.setText(said(error))
            return
        self.progress.setRange(0, max(1, work.total))
        self.progress.setValue(work.finished)
        self.summary.setText(self.tr("{done} of {all} files read").format(done=work.finished, all=work.total))
        if work.done:
            self._finish()

    def _look(self, looking: Looking) -> None:
        looking.poll()
        if looking.done:
            self._timer.stop()
            self._looking, self._unasked = None, list(looking.tables)
            self._ask()

    def _finish(self) -> None:
        self._timer.stop()
        self._show_at_work(at_work=False)
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
        if report.copies:
            parts.append(self.tr("%n near copies of others", "", len(report.copies)))
        self.summary.setText(" · ".join(parts))
        lines = [f"✗ {refused.where}: {said(refused.reason)}" for refused in report.refused]
        lines += [_line(one) for one in report.came_in]
        lines += [f"– {name}" for name in report.passed_over]
        self.report.setPlainText("\n".join(lines))


def _line(one: Incoming) -> str:
    """Return what the report says of a document: its file, its encoding, what there is to see in it."""
    return "   ".join(filter(None, (f"✓ {one.where}", one.encoding, "; ".join(map(said, one.notices)))))
