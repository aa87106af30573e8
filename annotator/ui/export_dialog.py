"""Handing over a data set: what it is to be, counted before it runs; written in another process; what became of it."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.formats.registry import FORMATS
from annotator.model.layer import is_gold
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.export_preview import ExportPreview
from annotator.ui.file_dialogs import ask_paths
from annotator.ui.format_titles import format_title
from annotator.ui.labels import button, plain_label, row
from annotator.ui.review.reading_bar import ReadingBar
from annotator.ui.room import take_room
from annotator.workflow.exporting import Preview, Staged, Wanted
from annotator.workflow.exporting_apart import ExportingApart, PreviewingApart, finish
from annotator.workflow.splitting import parse_shares

SOON_MS = 400
UNSPLIT = "one part"
LICENCES = ("", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "ODbL-1.0", "Apache-2.0")


class ExportDialog(QDialog):
    """The form on the left; on the right what it would write, counted anew at each change, and then what was."""

    def __init__(self, parent: QWidget, project: Project) -> None:
        """Build it for one project."""
        super().__init__(parent)
        self._project = project
        self.setWindowTitle(self.tr("Export a data set"))
        take_room(self, 940, 560)
        self.format = QComboBox()
        for kind in FORMATS:
            if kind.writer:
                self.format.addItem(format_title(kind.title), kind.name)
        # the one that loses nothing
        self.format.setCurrentIndex(self.format.findData("jsonl"))
        self.people = self._people()
        self.only_done = QCheckBox(self.tr("Only documents that are done"))
        self.by = QComboBox()
        self.by.addItem(self.tr("one part"), UNSPLIT)
        self.by.addItem(self.tr("by chance, families together"), "")
        self.by.addItem(self.tr("by date, the newest to test"), "date")
        self.by.addItem(self.tr("by outlet, each in one part"), "outlet")
        self.split = QLineEdit("80/10/10")
        self.split.setToolTip(self.tr("Shares of documents for training, development and test."))
        self.seed = QSpinBox(maximum=999_999)
        self.licence = QComboBox(editable=True)
        self.licence.addItems(LICENCES)
        self.licence.setCurrentText(project.setting("licence"))
        self.where = QLineEdit()
        self.preview = ExportPreview(project.scheme)
        self.counting = ReadingBar(self.tr("Counting"), self._begin_counting)
        self.writing = ReadingBar(
            self.tr("Writing"), self._begin_writing, last=self.tr("What was written is being read back…")
        )
        self.export_button = button(self.tr("Export"), self.write, icon_name="export", primary=True)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.counting.start)
        self._arrange()
        self._connect()
        self._place()
        self._changed()

    def done(self, result: int) -> None:
        """Stop what is under way: nothing half is left."""
        self._soon.stop()
        self.counting.stop()
        self.writing.stop()
        super().done(result)

    def _place(self) -> None:
        """Give each format a folder of its own, unless the person has said where."""
        if not self.where.isModified():
            # a name with a dot would be that of a file
            name = f"{self._project.path.stem.replace('.', '-')}-{self.format.currentData()}"
            self.where.setText(str(self._project.path.absolute().with_name(name)))

    def write(self) -> None:
        """Write the data set in another process."""
        licence = self.licence.currentText().strip()
        try:
            self._project.set_setting("licence", licence)
        except Told as error:
            self.preview.show_failed(said(error))
            return
        self.counting.stop()
        self.counting.hide()
        self._enable(at_work=True)
        self.writing.start()

    def wanted(self) -> Wanted:
        """Return what the form says. Raises SplitError for shares that are none."""
        way = self.by.currentData()
        shares = None if way == UNSPLIT else parse_shares(f"{way}:{self.split.text()}" if way else self.split.text())
        chosen = [self.people.item(n) for n in range(self.people.count())]
        names = [item.data(Qt.ItemDataRole.UserRole) for item in chosen if item.checkState() == Qt.CheckState.Checked]
        return Wanted(
            self.format.currentData(),
            annotators=tuple(names),
            only_done=self.only_done.isChecked(),
            shares=shares,
            seed=self.seed.value(),
        )

    def _begin_counting(self) -> PreviewingApart:
        return PreviewingApart(self._project, self.wanted())

    def _begin_writing(self) -> ExportingApart:
        return ExportingApart(self._project, Path(self.where.text()).expanduser(), self.wanted())

    def _changed(self) -> None:
        """Count again what the form says, soon; what cannot be is said at once."""
        split = self.by.currentData() != UNSPLIT
        self.split.setEnabled(split)
        self.seed.setEnabled(split and self.by.currentData() != "date")
        self.counting.stop()
        self.counting.hide()
        self.export_button.setEnabled(False)
        try:
            wanted = self.wanted()
        except Told as error:
            self._soon.stop()
            self.preview.show_failed(said(error))
            return
        if not wanted.annotators:
            self._soon.stop()
            self.preview.show_failed(self.tr("Choose whose layers are written."))
            return
        self.preview.show_counting()
        self._soon.start()

    def _came(self, found: object) -> None:
        if isinstance(found, Preview):
            self.preview.show_preview(found)
            self.export_button.setEnabled(True)
        elif isinstance(found, Staged):
            self._finish(found)

    def _finish(self, staged: Staged) -> None:
        try:
            report = finish(staged)
        except Told as error:
            self._failed(said(error))
            return
        self._enable(at_work=False)
        self.preview.show_written(report, self.where.text())

    def _failed(self, words: str) -> None:
        self._enable(at_work=False)
        self.preview.show_failed(words)

    def _enable(self, *, at_work: bool) -> None:
        self.export_button.setEnabled(not at_work)
        self.form.setEnabled(not at_work)

    def _people(self) -> QListWidget:
        people = QListWidget()
        for person in self._project.annotators():
            if person.name:
                item = QListWidgetItem(person.name)
                item.setData(Qt.ItemDataRole.UserRole, person.name)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                gold = is_gold(person.name)
                item.setCheckState(Qt.CheckState.Unchecked if gold else Qt.CheckState.Checked)
                people.addItem(item)
        people.setMaximumHeight(96)
        return people

    def _arrange(self) -> None:
        self.form, form = QWidget(), QFormLayout()
        form.setVerticalSpacing(8)
        form.setContentsMargins(0, 0, 0, 0)
        self.form.setLayout(form)
        named = (
            (self.tr("Format"), self.format),
            (self.tr("Whose layers"), self.people),
            ("", self.only_done),
            (self.tr("Split"), self.by),
            (self.tr("Shares (train/dev/test)"), self.split),
            (self.tr("Seed of the split"), self.seed),
            (self.tr("Licence of the set"), self.licence),
        )
        for name, widget in named:
            widget.setAccessibleName(name or self.only_done.text())
            form.addRow(plain_label(name), widget)
        self.where.setAccessibleName(self.tr("Folder"))
        place = row(self.where, button(self.tr("Choose…"), self._choose, icon_name="folder"), stretch=False)
        form.addRow(plain_label(self.tr("Folder")), place)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addWidget(self.form, 5, Qt.AlignmentFlag.AlignTop)
        sides.addWidget(self.preview, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(sides, 1)
        for bar in (self.counting, self.writing):
            bar.hide()
            layout.addWidget(bar)
        layout.addLayout(row(self.export_button, button(self.tr("Close"), self.close)))

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._place)
        self.format.currentIndexChanged.connect(self._changed)
        self.people.itemChanged.connect(self._changed)
        self.only_done.toggled.connect(self._changed)
        self.by.currentIndexChanged.connect(self._changed)
        self.split.textChanged.connect(self._changed)
        self.seed.valueChanged.connect(self._changed)
        for bar in (self.counting, self.writing):
            bar.came.connect(self._came)
            bar.failed.connect(self._failed)
        self.writing.stopped.connect(self._stopped)

    def _stopped(self) -> None:
        self._enable(at_work=False)
        self.writing.hide()
        self.preview.show_failed(self.tr("Stopped: nothing was written, and what stood there still does."))

    def _choose(self) -> None:
        title, folder = self.tr("Choose a folder"), QFileDialog.FileMode.Directory
        for name in ask_paths(self, title, mode=folder, start=self.where.text()):
            self.where.setText(name)
            self.where.setModified(True)
