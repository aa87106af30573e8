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
from annotator.ui.exchange.labels_dialog import Coming, LabelsDialog
from annotator.ui.exchange.unit_dialog import UnitDialog
from annotator.ui.format_titles import format_title
from annotator.ui.labels import button, plain_label, row
from annotator.ui.room import take_room
from annotator.ui.words import colon, place_in_file, semicolon
from annotator.workflow.filing import Fate
from annotator.workflow.importing import Importing, ImportReport, Incoming
from annotator.workflow.looking import Looking, Table, worth_a_look
from annotator.workflow.mapping import add_label
from annotator.workflow.preparing import Source

POLL_MS = 40
ENCODINGS = ("", "utf-8", "cp1252", "iso-8859-15", "mac-roman", "utf-16")


class ImportDialog(QDialog):
    """Not modal: the person may go on labelling.

    Signals:
        came_in(): documents were added.
        unresolvedWanted(): the person wants to see what stands elsewhere than its file says.
    """

    came_in = Signal()
    unresolvedWanted = Signal()

    def __init__(self, parent: QWidget, project: Project, paths: Sequence[Path], *, annotator: str) -> None:
        """Begin at once."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        take_room(self, 680, 460)
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
                self.kind.addItem(format_title(one.title), one.name)
        self.again = button(self.tr("Read again"), self._start)
        self.cancel = button(self.tr("Cancel"), self._cancel)
        self.settle = button(self.tr("Settle what stands elsewhere…"), self.unresolvedWanted.emit)
        self.settle.hide()
        self.shut = button(self.tr("Close"), self.close, primary=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.summary, self.progress, self.report):
            layout.addWidget(widget)
        encoding, kind = plain_label(self.tr("Encoding")), plain_label(self.tr("Format"))
        layout.addLayout(row(encoding, self.encoding, kind, self.kind, self.again))
        layout.addLayout(row(self.shut, self.settle, self.cancel))
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._looking: Looking | None = None
        self._coming: Coming | None = None
        self._unit = ""
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
        """Look first: columns, units and labels are asked about before anything comes in."""
        self.settle.hide()
        self._unit, self._columns, self._coming = "", {}, None
        self._look_again()

    def _look_again(self) -> None:
        self._show_at_work(at_work=True)
        self._importing = None
        self._looking = Looking(worth_a_look(self._paths, Source(Path(), self.kind.currentData(), self._how())))
        self._timer.start()

    def _how(self) -> Reading:
        return Reading(encoding=self.encoding.currentData(), offset_unit=self._unit)

    def _ask_unit(self, looking: Looking) -> None:
        """Ask in which unit offsets are counted that no file tells, and look again with what is said."""
        dialog = UnitDialog(self, looking.words)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answered(accepted: int) -> None:
            self._unit = dialog.unit if accepted else ""
            self._look_again() if self._unit else self._ask(looking)

        dialog.finished.connect(answered)
        dialog.open()

    def _ask(self, looking: Looking) -> None:
        """Ask about the next table, then about the labels; when nothing is left to ask, import."""
        if self._unasked:
            self._ask_columns(looking, self._unasked.pop(0))
        elif looking.labels and self._coming is None:
            self._ask_labels(looking)
        else:
            self._import()

    def _ask_columns(self, looking: Looking, table: Table) -> None:
        dialog = ColumnsDialog(self, table)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answered(accepted: int) -> None:
            self._columns |= dict.fromkeys(table.paths, dialog.mapping if accepted else {})
            self._ask(looking)

        dialog.finished.connect(answered)
        dialog.open()

    def _ask_labels(self, looking: Looking) -> None:
        dialog = LabelsDialog(self, self._project, looking, annotator=self._annotator)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answered(accepted: int) -> None:
            self._coming = dialog.coming if accepted else Coming()
            self._ask(looking) if accepted else self._stop()

        dialog.finished.connect(answered)
        dialog.open()

    def _stop(self) -> None:
        self.summary.setText(self.tr("Nothing came in."))
        self._finish()

    def _import(self) -> None:
        coming = self._coming or Coming(otherwise=self._annotator)
        try:
            for label in coming.added:
                add_label(self._project, label)
            self._importing = Importing(
                self._project,
                self._paths,
                format_name=self.kind.currentData(),
                how=self._how(),
                annotator=coming.annotator,
                otherwise=coming.otherwise,
                columns={path: columns for path, columns in self._columns.items() if columns},
                left_out=[path for path, columns in self._columns.items() if not columns],
                labels=coming.labels,
            )
        except Told as error:
            self.summary.setText(said(error))
            self._finish()
            return
        self._timer.start()

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
        self.progress.setRange(0, max(1, looking.total))
        self.progress.setValue(looking.finished)
        self.summary.setText(
            self.tr("{done} of {all} files looked at").format(done=looking.finished, all=looking.total)
        )
        if looking.done:
            self._timer.stop()
            self._looking = None
            if looking.words and not self._unit:
                self._ask_unit(looking)
                return
            self._unasked = list(looking.tables)
            self._ask(looking)

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
        if refused := len(report.refused) - len(report.unresolved):
            parts.append(self.tr("%n refused", "", refused))
        if report.passed_over:
            parts.append(self.tr("%n passed over", "", len(report.passed_over)))
        if report.copies:
            parts.append(self.tr("%n near copies of others", "", len(report.copies)))
        if report.spans:
            parts.insert(1, self.tr("%n span(s)", "", report.spans))
        if report.unresolved:
            parts.append(self.tr("%n to settle by hand", "", len(report.unresolved)))
        self.settle.setVisible(bool(report.unresolved))
        self.summary.setText(" · ".join(parts))
        lines = self._fates(report.fates) if sum(report.fates.values()) > report.spans else []
        lines += [f"✗ {place_in_file(refused.where)}{colon()}{said(refused.reason)}" for refused in report.refused]
        lines += [f"– {place_in_file(one.where)}{colon()}{said(one.reason)}" for one in report.not_taken]
        lines += [_line(one) for one in report.came_in]
        there = frozenset(report.already_there)
        lines += [f"= {one.title}" for one in (self._project.documents() if there else ()) if one.id in there]
        lines += [f"– {name}" for name in report.passed_over]
        lines += [self._left_out(label, count) for label, count in report.skipped.items()]
        self.report.setPlainText("\n".join(lines))

    def _fates(self, fates: Mapping[Fate, int]) -> list[str]:
        """Return what became of the spans of the files: they add up to what was read."""
        names: dict[Fate, str] = {
            "stored": self.tr("%n new", "spans", fates["stored"]),
            "there": self.tr("%n there already", "spans", fates["there"]),
            "entities": self.tr("%n entities", "spans", fates["entities"]),
            "left_out": self.tr("%n left out", "spans", fates["left_out"]),
            "unresolved": self.tr("%n to settle by hand", "spans", fates["unresolved"]),
            "refused": self.tr("%n refused", "spans", fates["refused"]),
        }
        told = " + ".join(names[fate] for fate in names if fates[fate])
        count = self.tr("%n span(s) in the files", "", sum(fates.values()))
        return [f"{count} = {told}"]

    def _left_out(self, label: str, count: int) -> str:
        return self.tr("– {label}: %n span(s) left out", "", count).format(label=label or self.tr("(none)"))


def _line(one: Incoming) -> str:
    """Return what the report says of a document: its file, its encoding, what there is to see in it."""
    notices = semicolon().join(dict.fromkeys(map(said, one.notices)))
    return "   ".join(filter(None, (f"✓ {place_in_file(one.where)}", one.encoding, notices)))
