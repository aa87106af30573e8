"""A pack of one's own work: where it goes, and whether the texts go along."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from annotator.model.told import Told
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.file_dialogs import ask_paths
from annotator.ui.labels import button, plain_label, row
from annotator.workflow.packing import pack


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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.summary, self.where, self.with_text):
            layout.addWidget(widget)
        choose = button(self.tr("Choose…"), self._choose, icon_name="folder")
        layout.addLayout(row(self.write_button, choose, button(self.tr("Close"), self.close)))
        self.write_button.setFocus()

    def write(self) -> None:
        """Write the pack and say how much is in it."""
        path = Path(self.where.text()).expanduser()
        try:
            made = pack(self._project, path, annotator=self._name, with_text=self.with_text.isChecked())
        except Told as error:
            self.summary.setText(said(error))
            return
        self.summary.setText(self.tr("%n layer(s) written: {path}", "", made.layers).format(path=made.path.name))

    def _choose(self) -> None:
        new = QFileDialog.FileMode.AnyFile
        for name in ask_paths(self, self.windowTitle(), mode=new, start=self.where.text(), kind="(*.annotator)"):
            self.where.setText(name)
