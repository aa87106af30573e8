"""What the menus ask of the window besides labelling: projects, files in and out, backups, and the small dialogs."""

import re
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_documents_path
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from annotator.model.told import Told
from annotator.store.backups import backup_folder
from annotator.store.restoring import restore
from annotator.ui.backups_dialog import BackupsDialog
from annotator.ui.desk import said
from annotator.ui.file_dialogs import ask_paths
from annotator.ui.gazetteer_dialog import GazetteerDialog
from annotator.ui.keys_dialog import KeysDialog
from annotator.ui.labels import tell
from annotator.ui.main_window import MainWindow
from annotator.ui.palette import Palette
from annotator.workflow.starting import new_project

if TYPE_CHECKING:
    from annotator.ui.review.sought import Sought

Mode = QFileDialog.FileMode


class Errands(QObject):
    """The errands of one window."""

    def __init__(self, window: MainWindow) -> None:
        """Take the window."""
        super().__init__(window)
        self._window = window

    def new(self) -> None:
        """Make a project."""
        window = self._window
        suggested = str(Path(self._folder()) / (self.tr("articles") + ".annotator"))
        names = ask_paths(window, self.tr("New project"), mode=Mode.AnyFile, start=suggested, kind=self._kind())
        if not names:
            return
        name = names[0]
        path = Path(name) if name.endswith(".annotator") else Path(f"{name}.annotator")
        try:
            new_project(path).close()
        except Told as error:
            window.banner.tell(said(error))
            return
        window.open_project(path)

    def open(self) -> None:
        """Ask for a project and open it."""
        for name in ask_paths(self._window, self.tr("Open project"), start=self._folder(), kind=self._kind()):
            self._window.open_project(Path(name))

    def demo(self) -> None:
        """Open the demo, made first where it is not there."""
        # here and not above, like others below: what is seldom asked for does not keep the keys and the palette waiting
        from annotator.workflow.demonstrating import demo_path, make_demo

        window, path = self._window, demo_path()
        try:
            if not path.exists():
                window.banner.tell(self.tr("The demo is being made…"))
                for _step in make_demo(path):
                    QCoreApplication.processEvents()
        except (Told, OSError) as error:
            window.banner.tell(said(error) if isinstance(error, Told) else str(error))
            return
        window.open_project(path)

    def ask_import(self, *, folder: bool) -> None:
        """Ask what to bring in."""
        window = self._window
        title = self.tr("Import a folder") if folder else self.tr("Import articles")
        names = ask_paths(window, title, mode=Mode.Directory if folder else Mode.ExistingFiles)
        if names:
            window.import_paths([Path(name) for name in names])

    def export(self) -> None:
        """Show the export form."""
        from annotator.ui.export_dialog import ExportDialog

        if self._window.project is not None:
            ExportDialog(self._window, self._window.project).open()

    def dossier(self) -> None:
        """Ask where the dossier of the open article goes, a PDF or a web page, and write it."""
        from annotator.ui.dossier import write_dossier

        window = self._window
        labelled = window.desk.labelled if window.desk is not None else None
        if window.project is None or labelled is None:
            return
        name = re.sub(r"[^\w -]+", "", labelled.document.title)[:60].strip() or "dossier"
        start, kind = str(window.project.path.with_name(f"{name}.pdf")), self.tr("PDF or web page") + " (*.pdf *.html)"
        for chosen in ask_paths(window, self.tr("Dossier of the article"), mode=Mode.AnyFile, start=start, kind=kind):
            try:
                write_dossier(labelled, window.project.scheme, Path(chosen))
            except Told as error:
                window.banner.tell(said(error))
            else:
                window.status.say(self.tr("Written: {file}").format(file=chosen))

    def restore_backup(self) -> None:
        """Ask for a backup and put it in the project's place; what stood there is kept beside it."""
        window = self._window
        if window.project is not None:
            wanted = str(window.project.id)
        elif window.lost is not None:
            wanted = window.settings.id_of(window.lost)
        else:
            return
        dialog = BackupsDialog(window, backup_folder(wanted))
        dialog.chosen.connect(self._restore)
        dialog.open()

    def _restore(self, backup: Path) -> None:
        window = self._window
        path = window.project.path if window.project is not None else window.lost
        if path is None:
            return
        window.close_project()
        try:
            restore(backup, path)
        except Told as error:
            window.banner.tell(said(error))
            return
        window.open_project(path)

    def back_up(self) -> None:
        """Make a backup now."""
        window = self._window
        if window.background is not None and window.background.back_up():
            window.status.say(self.tr("A verified backup was made."))

    def show_palette(self) -> None:
        """Show the command palette."""
        window = self._window
        if window.actions_ is not None:
            palette = Palette(window, window.actions_.by_id)
            palette.move(window.mapToGlobal(window.rect().center()) - palette.rect().center())
            palette.show()
            palette.line.setFocus()

    def show_keys(self) -> None:
        """Show the keys."""
        if self._window.actions_ is not None:
            KeysDialog(self._window, self._window.actions_, self._window.settings).open()

    def show_copies(self) -> None:
        """Show the near copies of the open article beside it, or say that there are none."""
        from annotator.ui.copies_dialog import CopiesDialog
        from annotator.workflow.families import families_of
        from annotator.workflow.kin import members

        window = self._window
        if window.project is None or window.place is None or window.desk is None or window.desk.labelled is None:
            return
        document = window.desk.labelled.document.id
        family = members(families_of(window.project), document)
        if not family:
            window.status.say(self.tr("This article has no near copies in the project."))
            return
        dialog = CopiesDialog(window, window.project, document, family)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.documentChosen.connect(window.place.open)
        dialog.show()

    def show_gazetteer(self) -> None:
        """Show the gazetteer."""
        if self._window.desk is not None:
            GazetteerDialog(self._window, self._window.desk).open()

    def show_rulings(self, *, blind: bool = False, sought: "Sought | None" = None) -> None:
        """Show what annotators disagree on, to rule about it; only what is sought where that is said."""
        # here and not above: scipy, which agreement is computed with, takes a second and 70 MB of every start
        from annotator.ui.review.review_window import ReviewWindow
        from annotator.workflow.adjudicating import Adjudicating

        window = self._window
        if window.project is not None and window.desk is not None:
            bench = Adjudicating(window.project, window.desk.annotating.annotator.name, blind=blind)
            review = ReviewWindow(window, bench, dark=window.dark)
            review.closed.connect(window.desk.reload)
            review.show()
            if sought is not None:
                review.seek(sought)

    def show_agreement(self) -> None:
        """Show how far annotators agree; the spans behind a figure are shown in the window of disagreements."""
        from annotator.ui.review.agreement_window import AgreementWindow

        if self._window.project is not None:
            agreement = AgreementWindow(self._window, self._window.project)
            agreement.spansWanted.connect(lambda sought: self.show_rulings(sought=sought))
            agreement.show()

    def show_progress(self) -> None:
        """Show how far everybody is, and how steady."""
        from annotator.ui.review.progress_window import ProgressWindow

        if self._window.project is not None:
            ProgressWindow(self._window, self._window.project).show()

    def about(self) -> None:
        """Say what this is."""
        words = self.tr("Fact-check labelling of news articles.\nOffline. Apache-2.0.")
        tell(self._window, "Annotator", f"Annotator {version('annotator')}\n\n{words}")

    def _folder(self) -> str:
        """Return where projects are likely to be: beside the last one."""
        recent = self._window.settings.texts("recent")
        likely = (*(Path(path).parent for path in recent[:1]), user_documents_path(), Path.home())
        return str(next((folder for folder in likely if folder.is_dir()), ""))

    def _kind(self) -> str:
        return self.tr("Projects") + " (*.annotator)"
