"""The window: start page or one open project, menus, status bar; it decides nothing about labels."""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.changes import Changes
from annotator.model.told import Told
from annotator.store.backups import backup_folder, restore
from annotator.store.project import Project
from annotator.ui import theme
from annotator.ui.actions import Actions
from annotator.ui.background import Background
from annotator.ui.banner import Banner
from annotator.ui.desk import Desk, said
from annotator.ui.export_dialog import ExportDialog
from annotator.ui.gazetteer_dialog import GazetteerDialog
from annotator.ui.grammar import Grammar, hint
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.keys_dialog import KeysDialog
from annotator.ui.labels import tell
from annotator.ui.menus import article_menu
from annotator.ui.palette import Palette
from annotator.ui.settings import Settings
from annotator.ui.start_page import NamePage, StartPage
from annotator.ui.status_bar import StatusBar
from annotator.ui.workspace import Workspace
from annotator.workflow.annotating import Annotating
from annotator.workflow.demonstrating import demo_path, make_demo
from annotator.workflow.starting import new_project

FILES = "Annotator (*.annotator)"


class MainWindow(QMainWindow):
    """One window, at most one open project."""

    def __init__(self, settings: Settings) -> None:
        """Show the start page."""
        super().__init__()
        self.settings = settings
        self.project: Project | None = None
        self.place: Workspace | None = None
        self.desk: Desk | None = None
        self.background: Background | None = None
        self.actions_: Actions | None = None
        self.grammar: Grammar | None = None
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.resize(1280, 800)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self.banner = Banner()
        self.stack = QStackedWidget()
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(holder)
        self._show_start()

    def open_project(self, path: Path) -> None:
        """Open a project file, or say why it cannot be."""
        self.close_project()
        try:
            self.project = Project.open(path)
        except Told as error:
            self.banner.tell(said(error))
            return
        self.banner.hide()
        self.settings.remember_project(path)
        name = self.settings.text("annotator")
        if name:
            self.begin(name)
        else:
            page = NamePage()
            page.named.connect(self.begin)
            self._show(page)
            page.line.setFocus()

    def begin(self, name: str) -> None:
        """Begin to work in the open project under a name."""
        if self.project is None:
            return
        self.settings.keep("annotator", name)
        self._leave_place()
        try:
            desk = Desk(Annotating(self.project, self.project.annotator(name)), self)
        except Told as error:
            self.banner.tell(said(error))
            return
        self.desk = desk
        self.place = Workspace(self, desk, dark=theme.is_dark(_app()))
        self.background = Background(self.project, self)
        self._connect(desk, self.place, self.background)
        self._show(self.place)
        self._build_actions()
        self.setWindowTitle(f"{self.project.setting('title') or self.project.path.stem} — Annotator")
        self.place.view.set_zoom(self.settings.number("zoom", 100))
        if layout := self.settings.text("docks"):
            self.restoreState(QByteArray.fromBase64(layout.encode()))
        rows = desk.annotating.queue()
        if rows:
            last = self.settings.table("last").get(self.project.id, "")
            self.place.open(last if any(row.id == last for row in rows) else rows[0].id)
        self.status.saved()
        QTimer.singleShot(500, self._highlight)

    def close_project(self) -> None:
        """Leave the project; everything is on disk already."""
        self._leave_place()
        if self.project is not None:
            with suppress(Told):
                self.project.close()
            self.project = None
            self._show_start()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Bring files and folders in."""
        projects = [path for path in paths if path.suffix == ".annotator"]
        if projects:
            self.open_project(projects[0])
        elif self.project is None or self.desk is None:
            self.banner.tell(self.tr("Open or make a project first, then drop the articles on it."))
        else:
            dialog = ImportDialog(self, self.project, paths, annotator=self.desk.annotating.annotator.name)
            dialog.came_in.connect(self._came_in)
            dialog.show()

    def recover(self, error: BaseException) -> None:
        """After an error of ours: show what the file holds, and tell the person."""
        text = self.tr("The program made a mistake ({error}). What was saved is kept; the article was read again.")
        self.banner.tell(text.format(error=type(error).__name__))
        if self.desk is not None:
            try:
                self.desk.reload()
            except Exception:
                logging.getLogger(__name__).exception("the view could not be read again")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if event.mimeData().hasUrls() and all(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        self.import_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close without a question: everything is saved."""
        try:
            self.close_project()
        finally:
            event.accept()

    def _connect(self, desk: Desk, place: Workspace, background: Background) -> None:
        desk.changed.connect(self._changed)
        desk.told.connect(self.status.say)
        desk.opened.connect(self._remember_document)
        desk.chosen.connect(lambda: self.status.say(hint(place)))
        place.view.selectionChangedTo.connect(lambda _start, _end: self.status.say(hint(place)))
        place.view.filesDropped.connect(lambda paths: self.import_paths([Path(path) for path in paths]))
        background.working.connect(self.status.working)
        background.failed.connect(place.banner.tell)
        background.highlighted.connect(self._highlighted)

    def _changed(self, _changes: Changes) -> None:
        self.status.saved()
        if self.background is not None:
            self.background.note_change()

    def _highlighted(self, document: str) -> None:
        if self.place is None or self.desk is None or self.desk.labelled is None:
            return
        if self.desk.labelled.document.id == document:
            self.place.show_highlights()

    def _highlight(self) -> None:
        if self.background is not None and self.desk is not None and self.settings.text("highlight") != "no":
            self.background.highlight(self.desk.labelled.document.id if self.desk.labelled else "")

    def _came_in(self) -> None:
        if self.place is None or self.desk is None:
            return
        self.place.refresh_queue()
        rows = self.desk.annotating.queue()
        if self.desk.labelled is None and rows:
            self.place.open(rows[0].id)
        self._highlight()

    def _show_menu(self, at: QPoint, span: str, entity: str) -> None:
        if self.grammar is not None and self.actions_ is not None:
            article_menu(self.grammar, self.actions_.by_id, span, entity).popup(at)

    def _remember_document(self) -> None:
        if self.desk and self.desk.labelled and self.project:
            last = self.settings.table("last")
            self.settings.keep("last", {**last, self.project.id: self.desk.labelled.document.id})

    def _leave_place(self) -> None:
        if self.place is None:
            return
        self.place.leave()
        self.settings.keep("docks", bytes(self.saveState().toBase64().data()).decode())
        if self.background is not None:
            self.background.stop()
        for dock in self.place.docks.values():
            self.removeDockWidget(dock)
            dock.deleteLater()
        self.place = self.desk = self.background = None

    def _show(self, page: QWidget) -> None:
        while self.stack.count():
            old = self.stack.widget(0)
            assert old is not None
            self.stack.removeWidget(old)
            old.deleteLater()
        self.stack.addWidget(page)
        self.status.setVisible(page is self.place)

    def _show_start(self) -> None:
        page = StartPage(self.settings.texts("recent"))
        page.asked.connect(lambda id_: {"new": self.new, "open": self.open, "demo": self.demo}[id_]())
        page.chosen.connect(lambda path: self.open_project(Path(path)))
        self._show(page)
        self.setWindowTitle("Annotator")
        self._build_actions()

    def _build_actions(self) -> None:
        from annotator.ui.commands import handlers_of

        self.menuBar().clear()
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        grammar = self.grammar = Grammar(self.place) if self.place else None
        own = handlers_of(self)
        handlers: dict[str, Callable[[], object]] = {**own, **(grammar.handlers() if grammar else {})}
        self.actions_ = Actions(self, handlers, self.settings.table("keys"))
        if self.place is not None:
            self.actions_.serve(self.place.view, self.place.spans.table)
            self.place.view.menuRequested.connect(self._show_menu)
            panels = self.actions_.menus["View"].addMenu(self.tr("Panels"))
            for dock in self.place.docks.values():
                panels.addAction(dock.toggleViewAction())
        self.actions_.enable(project=self.place is not None)

    # -- what the menus ask for -----------------------------------------------------------------

    def new(self) -> None:
        """Make a project."""
        name, _ = QFileDialog.getSaveFileName(self, self.tr("New project"), "", FILES)
        if not name:
            return
        path = Path(name) if name.endswith(".annotator") else Path(f"{name}.annotator")
        try:
            new_project(path).close()
        except Told as error:
            self.banner.tell(said(error))
            return
        self.open_project(path)

    def open(self) -> None:
        """Ask for a project and open it."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open project"), "", FILES)
        if name:
            self.open_project(Path(name))

    def demo(self) -> None:
        """Open the demo, made first where it is not there."""
        path = demo_path()
        try:
            if not path.exists():
                for step in make_demo(path):
                    self.status.say(step)
                    _app().processEvents()
        except (Told, OSError) as error:
            self.banner.tell(said(error) if isinstance(error, Told) else str(error))
            return
        self.open_project(path)

    def ask_import(self, *, folder: bool) -> None:
        """Ask what to bring in."""
        if folder:
            name = QFileDialog.getExistingDirectory(self, self.tr("Import a folder"))
            names = [name] if name else []
        else:
            names, _ = QFileDialog.getOpenFileNames(self, self.tr("Import articles"))
        if names:
            self.import_paths([Path(name) for name in names])

    def export(self) -> None:
        """Show the export form."""
        if self.project is not None:
            ExportDialog(self, self.project).open()

    def restore_backup(self) -> None:
        """Ask for a backup and put it in the project's place; what stood there is kept beside it."""
        if self.project is None:
            return
        path, folder = self.project.path, backup_folder(self.project.id)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Restore a backup"), str(folder), FILES)
        if name:
            self.close_project()
            try:
                restore(Path(name), path)
            except Told as error:
                self.banner.tell(said(error))
                return
            self.open_project(path)

    def back_up(self) -> None:
        """Make a backup now."""
        if self.background is not None and self.background.back_up():
            self.status.say(self.tr("A verified backup was made."))

    def rename_annotator(self) -> None:
        """Ask again who labels."""
        self._leave_place()
        page = NamePage(self.settings.text("annotator"))
        page.named.connect(self.begin)
        self._show(page)

    def show_palette(self) -> None:
        """Show the command palette."""
        if self.actions_ is not None:
            palette = Palette(self, self.actions_.by_id)
            palette.move(self.mapToGlobal(self.rect().center()) - palette.rect().center())
            palette.show()
            palette.line.setFocus()

    def show_keys(self) -> None:
        """Show the keys."""
        if self.actions_ is not None:
            KeysDialog(self, self.actions_, self.settings).open()

    def show_gazetteer(self) -> None:
        """Show the gazetteer."""
        if self.desk is not None:
            GazetteerDialog(self, self.desk).open()

    def about(self) -> None:
        """Say what this is."""
        tell(self, "Annotator", self.tr("Fact-check labelling of news articles.\nOffline. Apache-2.0."))


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
