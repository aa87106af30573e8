"""Asking for files and folders. Where the system has no dialog of its own, all of Qt's speaks our language."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

type Mode = QFileDialog.FileMode


def ask_paths(
    parent: QWidget, title: str, *, mode: Mode = QFileDialog.FileMode.ExistingFile, start: str = "", kind: str = ""
) -> list[str]:
    """Return the paths that a person chooses: files, a folder, or one that shall be written; none when they do not."""
    dialog = QFileDialog(parent, title, start, kind)
    dialog.setFileMode(mode)
    if mode == QFileDialog.FileMode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(start)
    if mode == QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    # Qt's French does not have these two
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("FileDialogs", "Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, QCoreApplication.translate("FileDialogs", "Files of type:"))
    return dialog.selectedFiles() if dialog.exec() else []
