"""What the menus ask of the window where work is exchanged: a pack to send, packs for others, merging, forks."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from annotator.store.project import Project
from annotator.ui.exchange.assign_dialog import AssignDialog
from annotator.ui.exchange.forks_dialog import ForksDialog
from annotator.ui.exchange.merge_dialog import MergeDialog
from annotator.ui.exchange.pack_dialog import PackDialog
from annotator.ui.exchange.unresolved_dialog import UnresolvedDialog
from annotator.ui.file_dialogs import ask_paths
from annotator.ui.main_window import MainWindow


class Exchange(QObject):
    """The exchange of one window."""

    def __init__(self, window: MainWindow) -> None:
        """Take the window."""
        super().__init__(window)
        self._window = window

    def send(self) -> None:
        """Ask where the pack of one's own work goes, and write it."""
        if self._project is not None and self._window.desk is not None:
            self._show(PackDialog(self._window, self._project, self._window.desk.annotating.annotator.name))

    def assign(self) -> None:
        """Ask among whom the documents are shared, and write their packs."""
        if self._project is not None:
            self._show(AssignDialog(self._window, self._project))

    def merge(self) -> None:
        """Ask for files and show what merging them would do."""
        window = self._window
        if self._project is None or window.desk is None:
            return
        kind = self.tr("Packs and projects") + " (*.annotator)"
        folder, several = str(self._project.path.parent), QFileDialog.FileMode.ExistingFiles
        names = ask_paths(window, self.tr("Merge files"), mode=several, start=folder, kind=kind)
        if names:
            paths = [Path(name) for name in names]
            dialog = MergeDialog(window, self._project, paths, by=window.desk.annotating.annotator)
            dialog.busy.connect(self._lend)
            dialog.merged.connect(self._changed)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def forks(self) -> None:
        """Show the layers that were worked on in two places."""
        if self._project is not None and self._window.desk is not None:
            dialog = ForksDialog(self._window, self._project, self._window.desk.annotating.annotator)
            dialog.settled.connect(self._changed)
            self._show(dialog)

    def unresolved(self) -> None:
        """Show the spans of imported files that stand elsewhere than their file says."""
        if self._project is not None:
            dialog = UnresolvedDialog(self._window, self._project)
            dialog.settled.connect(self._changed)
            self._show(dialog)

    @property
    def _project(self) -> Project | None:
        return self._window.project

    def _lend(self, lent: bool) -> None:
        """Let nothing here ask for the project while another process writes it."""
        if self._window.place is not None:
            self._window.place.stopwatch.keep()
        if self._window.background is not None:
            self._window.background.rest() if lent else self._window.background.go_on()

    def _changed(self) -> None:
        """Show the file anew: anything in it may be another now."""
        if self._window.desk is not None:
            self._window.desk.reload()
        self._window.came_in()

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
