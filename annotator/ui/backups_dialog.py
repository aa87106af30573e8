"""The backups of a project, by the moment they were made: one is chosen to go back to."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.store.backups import Backup, backups_in
from annotator.ui.file_dialogs import ask_paths
from annotator.ui.labels import button, plain_label, row
from annotator.ui.room import take_room
from annotator.ui.words import language

PATH = Qt.ItemDataRole.UserRole


class BackupsDialog(QDialog):
    """A list of backups, the newest first, and a way to any other file.

    Signals:
        chosen(object): the path of the copy that shall take the project's place.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, folder: Path) -> None:
        """List the backups in a folder."""
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(self.tr("Restore a backup"))
        take_room(self, 480, 400)
        self.list = QListWidget()
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("Backups"))
        held = backups_in(folder)
        for backup in held:
            item = QListWidgetItem(_said(backup))
            item.setData(PATH, str(backup.path))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._restore())
        words = (
            self.tr("The project goes back to what it was then. What it is now is kept beside it.")
            if held
            else self.tr("There are no backups yet: they are made while you work and when you close.")
        )
        restore = button(self.tr("Restore"), self._restore, primary=True)
        restore.setEnabled(bool(held))
        other = button(self.tr("Another file…"), self._ask, icon_name="folder")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(plain_label(words, quiet=True, wrap=True))
        layout.addWidget(self.list, 1)
        layout.addLayout(row(restore, other, button(self.tr("Close"), self.close)))
        (self.list if held else other).setFocus()

    def _restore(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self._choose(Path(item.data(PATH)))

    def _ask(self) -> None:
        kind = self.tr("Projects") + " (*.annotator)"
        start = str(self._folder) if self._folder.is_dir() else ""
        for name in ask_paths(self, self.tr("Restore a backup"), start=start, kind=kind):
            self._choose(Path(name))

    def _choose(self, path: Path) -> None:
        self.close()
        self.chosen.emit(path)


def _said(backup: Backup) -> str:
    """Return when a backup was made, in the person's time and language, and how large it is."""
    locale = QLocale(language())
    at = QDateTime.fromSecsSinceEpoch(int(backup.at))
    day = locale.toString(at.date(), QLocale.FormatType.LongFormat)
    size = locale.formattedDataSize(backup.path.stat().st_size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
    return f"{day}, {locale.toString(at.time(), 'HH:mm:ss')}   ·   {size}"
