"""Handing over a data set: which format, whose layers, how it is split, where it goes; and what became of it."""

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.formats.registry import FORMATS
from annotator.model.layer import is_gold, is_person
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.file_dialogs import ask_paths
from annotator.ui.labels import button, plain_label, row
from annotator.ui.room import take_room
from annotator.ui.words import colon, label_name
from annotator.workflow.exporting import Wanted, export
from annotator.workflow.splitting import parse_shares


class ExportDialog(QDialog):
    """One form and the report below it."""

    def __init__(self, parent: QWidget, project: Project) -> None:
        """Build it for one project."""
        super().__init__(parent)
        self._project = project
        self.setWindowTitle(self.tr("Export a data set"))
        take_room(self, 560, 480)
        self.format = QComboBox()
        for kind in FORMATS:
            if kind.writer:
                self.format.addItem(kind.title, kind.name)
        self.people = QComboBox()
        self.people.addItem(self.tr("All annotators"), "")
        for person in project.annotators():
            if is_person(person.name) or is_gold(person.name):
                self.people.addItem(person.name, person.name)
        self.only_done = QCheckBox(self.tr("Only documents that are done"))
        self.split = QLineEdit(placeholderText="80/10/10")
        self.split.setToolTip(self.tr("Shares of documents for training, development and test; empty: one file."))
        self.seed = QSpinBox(maximum=999_999)
        self.seed.setEnabled(False)
        self.split.textChanged.connect(lambda text: self.seed.setEnabled(bool(text.strip())))
        self.where = QLineEdit()
        self.format.currentIndexChanged.connect(self._place)
        # the one that loses nothing
        self.format.setCurrentIndex(self.format.findData("jsonl"))
        self.report = QPlainTextEdit(readOnly=True, placeholderText=self.tr("What was written is said here."))
        self.report.setAccessibleName(self.tr("Report"))
        self.only_done.setAccessibleName(self.only_done.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(self._form())
        layout.addWidget(self.only_done)
        layout.addWidget(self.report)
        write = button(self.tr("Export"), self.write, icon_name="export", primary=True)
        layout.addLayout(row(write, button(self.tr("Close"), self.close)))

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        named = (
            (self.tr("Format"), self.format),
            (self.tr("Whose layers"), self.people),
            (self.tr("Split (train/dev/test)"), self.split),
            (self.tr("Seed of the split"), self.seed),
        )
        for name, widget in named:
            widget.setAccessibleName(name)
            form.addRow(plain_label(name), widget)
        self.where.setAccessibleName(self.tr("Folder"))
        place = row(self.where, button(self.tr("Choose…"), self._choose, icon_name="folder"), stretch=False)
        form.addRow(plain_label(self.tr("Folder")), place)
        return form

    def _place(self) -> None:
        """Give each format a folder of its own, unless the person has said where."""
        if not self.where.isModified():
            name = f"{self._project.path.stem}-{self.format.currentData()}"
            self.where.setText(str(self._project.path.absolute().with_name(name)))

    def write(self) -> None:
        """Write the data set and say what was written."""
        try:
            shares = parse_shares(self.split.text()) if self.split.text().strip() else None
            person = self.people.currentData()
            wanted = Wanted(
                self.format.currentData(),
                annotators=(person,) if person else (),
                only_done=self.only_done.isChecked(),
                shares=shares,
                seed=self.seed.value(),
            )
            out = Path(self.where.text()).expanduser()
            out.mkdir(parents=True, exist_ok=True)
            report = export(self._project, out, wanted)
        except Told as error:
            self.report.setPlainText(said(error))
            return
        except OSError as error:
            self.report.setPlainText(self.tr("Nothing was written: {reason}").format(reason=error))
            return
        lines = [
            self.tr("%n document(s) written", "", report.documents),
            *(str(out / name) for name in report.files),
            *(f"{label_name(self._project.scheme, label)}{colon()}{count}" for label, count in report.labels.items()),
            *map(said, report.losses),
        ]
        self.report.setPlainText("\n".join(lines))

    def _choose(self) -> None:
        title, folder = self.tr("Choose a folder"), QFileDialog.FileMode.Directory
        for name in ask_paths(self, title, mode=folder, start=self.where.text()):
            self.where.setText(name)
            self.where.setModified(True)
