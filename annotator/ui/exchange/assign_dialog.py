"""Sharing documents out: among whom, how many each, and what became of it."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.model.told import Told
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.file_dialogs import ask_paths
from annotator.ui.labels import button, plain_label, row
from annotator.ui.review.reading_bar import ReadingBar
from annotator.ui.room import take_room
from annotator.ui.words import colon
from annotator.workflow.assigning import Assigned, Assignment, Wanted, keep
from annotator.workflow.packing_apart import AssigningApart


class AssignDialog(QDialog):
    """A form, and below it who got what."""

    def __init__(self, parent: QWidget | None, project: Project) -> None:
        """Suggest a folder beside the project."""
        super().__init__(parent)
        self._project = project
        self.setWindowTitle(self.tr("Share documents out"))
        take_room(self, 600, 480)
        self.people = QPlainTextEdit(placeholderText=self.tr("One name a line, or commas between them"))
        self.people.setTabChangesFocus(True)
        self.people.setMaximumHeight(100)
        self.each = QSpinBox(minimum=1, maximum=99, value=2)
        self.overlap = QSpinBox(minimum=0, maximum=100, value=100, suffix=" %")
        self.repeats = QSpinBox(maximum=999)
        told = self.tr("They are not told which. Only what was done in an earlier pack and merged can come again.")
        self.repeats.setToolTip(told)
        self.seed = QSpinBox(maximum=999_999)
        self.where = QLineEdit(str(project.path.absolute().with_name(f"{project.path.stem}-packs")))
        self.report = QPlainTextEdit(readOnly=True, placeholderText=self.tr("Who got what is said here."))
        self.report.setAccessibleName(self.tr("Report"))
        self.assign_button = button(self.tr("Make the packs"), self.assign, icon_name="export", primary=True)
        first = self.tr("The packs are being written…")
        self.writing = ReadingBar(self.tr("Packs written"), self._begin, first=first)
        self.writing.hide()
        self.writing.came.connect(self._came)
        self.writing.failed.connect(self._over)
        self.writing.stopped.connect(self._stopped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        words = self.tr("Everybody gets a file with their documents and the scheme, and nothing that others have done.")
        layout.addWidget(plain_label(words, quiet=True, wrap=True))
        layout.addLayout(self._form())
        layout.addWidget(self.writing)
        layout.addWidget(self.report)
        choose = button(self.tr("Choose a folder…"), self._choose, icon_name="folder")
        layout.addLayout(row(self.assign_button, choose, button(self.tr("Close"), self.close)))

    def done(self, result: int) -> None:
        """Stop what is under way."""
        self.writing.stop()
        super().done(result)

    def assign(self) -> None:
        """Write the packs, in another process."""
        self.assign_button.setEnabled(False)
        self.writing.start()

    def _begin(self) -> AssigningApart:
        written = self.people.toPlainText().replace(",", "\n").splitlines()
        names = tuple(name.strip() for name in written if name.strip())
        overlap, seed = self.overlap.value() / 100, self.seed.value()
        wanted = Wanted(names, self.each.value(), overlap, seed, self.repeats.value())
        return AssigningApart(self._project, Path(self.where.text()).expanduser(), wanted)

    def _came(self, found: object) -> None:
        """Keep who got what, and say it."""
        assert isinstance(found, Assignment)
        try:
            keep(self._project, found)
        except Told as error:
            self._over(said(error))
        else:
            self._over("\n".join(map(self._line, found.packs)))

    def _over(self, words: str) -> None:
        self.assign_button.setEnabled(True)
        self.report.setPlainText(words)

    def _stopped(self) -> None:
        self._over(self.tr("Stopped: packs that were finished stay in the folder."))

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        named = (
            (self.tr("Annotators"), self.people),
            (self.tr("Annotators for a shared document"), self.each),
            (self.tr("Share of documents that are shared"), self.overlap),
            (self.tr("Documents that everybody does a second time"), self.repeats),
            (self.tr("Seed"), self.seed),
            (self.tr("Folder"), self.where),
        )
        for name, widget in named:
            widget.setAccessibleName(name)
            form.addRow(plain_label(name), widget)
        return form

    def _line(self, one: Assigned) -> str:
        documents = self.tr("%n document(s)", "", one.documents)
        shared = self.tr("%n of them shared", "", one.shared)
        again = self.tr("%n of them a second time", "", one.repeated)
        counts = ", ".join((documents, shared, *([again] if one.repeated else [])))
        return f"{one.annotator}{colon()}{counts} · {Path(one.path).name}"

    def _choose(self) -> None:
        title, mode = self.tr("Choose a folder…"), QFileDialog.FileMode.Directory
        for folder in ask_paths(self, title, mode=mode, start=self.where.text()):
            self.where.setText(folder)
