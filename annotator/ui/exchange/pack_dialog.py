"""A pack of one's own work: where it goes, and whether the texts go along."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from annotator.store.project import Project
from annotator.ui.file_dialogs import ask_paths
from annotator.ui.labels import button, plain_label, row
from annotator.ui.review.reading_bar import ReadingBar
from annotator.workflow.packing import Pack
from annotator.workflow.packing_apart import PackingApart


class PackDialog(QDialog):
    """One line, one box, one button."""

    def __init__(self, parent: QWidget | None, project: Project, name: str) -> None:
        """Suggest a place beside the project."""
        super().__init__(parent)
        self._project, self._name = project, name
        self.setWindowTitle(self.tr("Make a pack of my work"))
        self.resize(560, 180)
        words = self.tr("All layers of {name}, in one file to send to whoever merges.").format(name=name)
        self.summary = plain_label(words, wrap=True)
        self.where = QLineEdit(
            str(project.path.absolute().with_name(f"{project.path.stem}-{Path(name).name}.annotator"))
        )
        self.where.setAccessibleName(self.tr("File"))
        self.with_text = QCheckBox(self.tr("With the texts"))
        self.with_text.setChecked(True)
        self.with_text.setAccessibleName(self.with_text.text())
        self.write_button = button(self.tr("Make the pack"), self.write, icon_name="export", primary=True)
        first = self.tr("The pack is being written…")
        self.writing = ReadingBar(self.tr("Packs written"), self._begin, first=first)
        self.writing.hide()
        self.writing.came.connect(self._over)
        self.writing.failed.connect(self._over)
        self.writing.stopped.connect(self._stopped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.summary, self.where, self.with_text, self.writing):
            layout.addWidget(widget)
        choose = button(self.tr("Choose…"), self._choose, icon_name="folder")
        layout.addLayout(row(self.write_button, choose, button(self.tr("Close"), self.close)))
        self.write_button.setFocus()

    def done(self, result: int) -> None:
        """Stop what is under way."""
        self.writing.stop()
        super().done(result)

    def write(self) -> None:
        """Write the pack, in another process."""
        self.write_button.setEnabled(False)
        self.writing.start()

    def _begin(self) -> PackingApart:
        path, with_text = Path(self.where.text()).expanduser(), self.with_text.isChecked()
        return PackingApart(self._project, path, annotator=self._name, with_text=with_text)

    def _over(self, found: object) -> None:
        """Say how much is in the pack, or why there is none."""
        self.write_button.setEnabled(True)
        if isinstance(found, Pack):
            written = self.tr("%n layer(s) written: {path}", "", found.layers)
            self.summary.setText(written.format(path=found.path.name))
        else:
            self.summary.setText(str(found))

    def _stopped(self) -> None:
        self._over(self.tr("Stopped: no pack was made."))

    def _choose(self) -> None:
        new = QFileDialog.FileMode.AnyFile
        for name in ask_paths(self, self.windowTitle(), mode=new, start=self.where.text(), kind="(*.annotator)"):
            self.where.setText(name)
