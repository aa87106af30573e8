"""The window: start page or one open project, menus, status bar; it decides nothing about labels."""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.changes import Changes
from annotator.model.scheme import name_in
from annotator.model.told import Told
from annotator.store.errors import NotAProject, ProjectDamaged
from annotator.store.project import Project
from annotator.store.unresolved import count_unresolved
from annotator.ui import theme
from annotator.ui.actions import Actions, said_of
from annotator.ui.background import Background
from annotator.ui.banner import Banner
from annotator.ui.desk import Desk, said
from annotator.ui.grammar import Grammar, hint
from annotator.ui.menus import article_menu, at_caret, link_menu
from annotator.ui.room import take_room
from annotator.ui.settings import Settings
from annotator.ui.start_page import NamePage, StartPage
from annotator.ui.status_bar import StatusBar
from annotator.ui.tongue import speak
from annotator.ui.words import language
from annotator.ui.workspace import Workspace
from annotator.workflow.annotating import Annotating
from annotator.workflow.mishaps import keep_trace

IMPORT = "import"
"""The object name of the imports under way."""


class MainWindow(QMainWindow):
    """One window, at most one open project."""

    def __init__(self, settings: Settings) -> None:
        """Show the start page."""
        super().__init__()
        self.settings = settings
        self.project: Project | None = None
        self.lost: Path | None = None
        self.place: Workspace | None = None
        self.desk: Desk | None = None
        self.background: Background | None = None
        self.actions_: Actions | None = None
        self.grammar: Grammar | None = None
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self._take_place()
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
        _app().styleHints().colorSchemeChanged.connect(self.restyle)
        self._show_start()

    def open_project(self, path: Path) -> None:
        """Open a project file, or say why it cannot be."""
        self.close_project()
        self.lost = None
        try:
            self.project = Project.open(path)
        except Told as error:
            self.banner.tell(said(error))
            if isinstance(error, ProjectDamaged | NotAProject):
                self._offer_backups(path)
            return
        self.banner.hide()
        self.settings.remember_project(path, self.project.id)
        # a pack is made for one person, whoever opens it
        name = self.project.setting("annotator") or self.settings.text("annotator")
        if name:
            self.begin(name, keep=not self.project.setting("annotator"))
        else:
            self.ask_name()

    def _offer_backups(self, path: Path) -> None:
        """Let a project that was open here lately, and can be read no more, be restored where it was."""
        if self.actions_ is not None and self.settings.id_of(path):
            self.lost, restore = path, self.actions_.by_id["restore"]
            restore.setEnabled(True)
            key = restore.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = self.tr("{key} restores one of its backups.").format(key=key or said_of(restore))
            self.banner.tell(f"{self.banner.words.text()} {words}")

    def begin(self, name: str, *, keep: bool = True) -> None:
        """Begin to work in the open project under a name, which is kept for the next project unless told otherwise."""
        if self.project is None:
            return
        if keep:
            self.settings.keep("annotator", name)
        self._leave_place()
        try:
            desk = Desk(Annotating(self.project, self.project.annotator(name)), self)
        except Told as error:
            self.banner.tell(said(error))
            return
        self.desk = desk
        # or the panels and the page that goes are both given room, and a small window grows over its screen
        self._clear()
        self.place = Workspace(self, desk, dark=self.dark)
        self.background = Background(self.project, self)
        self._connect(desk, self.place, self.background)
        self._show(self.place)
        self._build_actions()
        self.setWindowTitle(f"{self.project.setting('title') or self.project.path.stem} — Annotator")
        self.place.view.set_zoom(self.settings.number("zoom", 100))
        if layout := self.settings.text(_docks(self.place)):
            self.restoreState(QByteArray.fromBase64(layout.encode()))
        rows = self.place.queue.rows
        if rows:
            last = self.settings.table("last").get(self.project.id, "")
            self.place.open(last if any(row.id == last for row in rows) else rows[0].id)
        else:
            self.place.empty.files.setFocus()
            self.status.say(hint(self.place))
        self.place.refresh_copies()
        self.status.saved()
        self._show_waiting()
        QTimer.singleShot(500, self._highlight)

    def ask_name(self) -> None:
        """Ask who labels."""
        self._leave_place()
        page = NamePage(self.settings.text("annotator"))
        page.named.connect(self.begin)
        self._show(page)
        page.line.setFocus()
        page.line.selectAll()
        self._build_actions()

    def close_project(self) -> None:
        """Leave the project; everything is on disk already."""
        self.banner.hide()
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
            # here and not above: it knows every format, and nobody imports at every start
            from annotator.ui.import_dialog import ImportDialog

            dialog = ImportDialog(self, self.project, paths, annotator=self.desk.annotating.annotator.name)
            dialog.setObjectName(IMPORT)
            dialog.came_in.connect(self.came_in)
            dialog.unresolvedWanted.connect(lambda: self._ask("unresolved"))
            dialog.show()

    def recover(self, error: BaseException) -> None:
        """After an error of ours: show what the file holds, and tell the person."""
        text = self.tr("The program made a mistake ({error}). What was saved is kept; the article was read again.")
        words = [text.format(error=type(error).__name__)]
        if kept := keep_trace(error):
            words.append(self.tr("To report it, send this file: {path}").format(path=kept))
        self.banner.tell(" ".join(words))
        if self.desk is not None:
            try:
                self.desk.reload()
            except Exception:
                logging.getLogger(__name__).exception("the view could not be read again")

    def speak(self, code: str) -> None:
        """Say everything in another language from now on."""
        self.settings.keep("language", code)
        speak(_app(), code)
        self.banner.say_again()
        if self.place is not None and self.desk is not None:
            span = self.desk.span_id
            self.begin(self.settings.text("annotator"))
            if span is not None:
                self.place.go_to_span(span)
        elif self.project is not None:
            self.ask_name()
        else:
            self._show_start()

    def zoom(self, by: int) -> None:
        """Make the words of the article larger (1), smaller (-1), or as they were at first (0)."""
        percent = max(50, min(300, self.settings.number("zoom", 100) + 10 * by)) if by else 100
        self.settings.keep("zoom", percent)
        if self.place is not None:
            self.place.view.set_zoom(percent)
            self.status.say(self.tr("Text size: {percent} %").format(percent=percent))

    def restyle(self) -> None:
        """Take the colours of the theme that the person has chosen, or that the system has now."""
        theme.apply(_app(), self.settings.text("theme", "system"))
        self._tick()
        if self.place is not None:
            self.place.restyle(dark=self.dark)

    @property
    def dark(self) -> bool:
        """Tell whether the program is shown dark now."""
        return theme.is_dark(_app())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if event.mimeData().hasUrls() and all(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        self.import_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close without a question: everything is saved."""
        self.settings.keep("window", _packed(self.saveGeometry()))
        try:
            self.close_project()
        finally:
            event.accept()

    def _connect(self, desk: Desk, place: Workspace, background: Background) -> None:
        desk.changed.connect(self._changed)
        desk.told.connect(self.status.say)
        # later: a file is written, and the article is painted first
        desk.opened.connect(self._remember_document, Qt.ConnectionType.QueuedConnection)
        desk.chosen.connect(lambda: self.status.say(hint(place)))
        place.view.selectionChangedTo.connect(lambda _start, _end: self.status.say(hint(place)))
        place.view.filesDropped.connect(lambda paths: self.import_paths([Path(path) for path in paths]))
        place.view.zoomAsked.connect(self.zoom)
        background.working.connect(self.status.working)
        background.failed.connect(place.banner.tell)
        background.highlighted.connect(self._highlighted)

    def _changed(self, changes: Changes) -> None:
        self.status.saved()
        if changes.merged:
            self.came_in()
        elif changes.unresolved:
            self._show_waiting()
        # what was decided everywhere stands there already
        if changes.gazetteer and not (changes.entities or changes.entities_removed):
            self._highlight(changes.gazetteer)

    def _highlighted(self, document: str) -> None:
        if self.place is None or self.desk is None or self.desk.glance is None:
            return
        if self.desk.glance.document.id == document:
            self.place.show_highlights()

    def _highlight(self, names: Sequence[str] = ()) -> None:
        if self.background is not None and self.desk is not None and self.settings.text("highlight") != "no":
            here = self.desk.glance.document.id if self.desk.glance else ""
            self.background.highlight_names(names, here) if names else self.background.highlight(here)

    def came_in(self) -> None:
        """Show that documents were added, or that anything in the file may be another now."""
        if self.place is None or self.desk is None:
            return
        self.status.saved()
        if len(self.place.label_bar.buttons) != len(self.desk.scheme.labels):
            self.place.show_scheme(dark=self.dark)
            self._show_label_keys()
        self.place.refresh_queue()
        self.place.refresh_copies()
        self._show_waiting()
        rows = self.place.queue.rows
        if self.desk.glance is None and rows:
            self.place.open(rows[0].id)
        self._highlight()

    def _show_waiting(self) -> None:
        if self.project is not None:
            self.status.waiting(count_unresolved(self.project))

    def _ask(self, id_: str) -> None:
        if self.actions_ is not None:
            self.actions_.by_id[id_].trigger()

    def _show_menu(self, at: QPoint, span: str, entity: str) -> None:
        if self.grammar is not None and self.actions_ is not None:
            article_menu(self.grammar, self.actions_.by_id, span, entity).popup(at)

    def _show_label_keys(self) -> None:
        if self.place is not None and self.actions_ is not None:
            keys = (self.actions_.by_id[f"label_{number}"].shortcut() for number in range(1, 5))
            form = QKeySequence.SequenceFormat.NativeText
            self.place.label_bar.show_keys([key.toString(form) for key in keys])

    def _tick(self) -> None:
        """Tick the theme and the language in force in their menu."""
        if self.actions_ is not None:
            themes = {mode: f"theme_{mode}" for mode in ("light", "dark", "system")}
            mode = self.settings.text("theme", "system")
            self.actions_.choose(themes.get(mode, themes["system"]), among=tuple(themes.values()))
            tongue = "french" if language() == "fr" else "english"
            self.actions_.choose(tongue, among=("french", "english"))

    def _remember_document(self) -> None:
        if self.desk and self.desk.glance and self.project:
            last = self.settings.table("last")
            self.settings.keep("last", {**last, self.project.id: self.desk.glance.document.id})

    def _take_place(self) -> None:
        """Be where the window was last; at first as large as a small screen allows."""
        if not self.restoreGeometry(QByteArray.fromBase64(self.settings.text("window").encode())):
            take_room(self, 1280, 800)

    def _leave_place(self) -> None:
        if self.place is None:
            return
        for lead in self.findChildren(QMainWindow):
            lead.close()
        for dialog in self.findChildren(QDialog, IMPORT):
            dialog.done(0)
        self.place.leave()
        self.settings.keep(_docks(self.place), _packed(self.saveState()))
        if self.background is not None:
            self.background.stop()
        self.place.panels.take_away()
        self.place = self.desk = self.background = None

    def _clear(self) -> None:
        while self.stack.count():
            old = self.stack.widget(0)
            assert old is not None
            self.stack.removeWidget(old)
            old.deleteLater()

    def _show(self, page: QWidget) -> None:
        self._clear()
        self.stack.addWidget(page)
        self.status.setVisible(page is self.place)

    def _show_start(self) -> None:
        page = StartPage(self.settings.texts("recent"))
        page.asked.connect(self._ask)
        page.chosen.connect(lambda path: self.open_project(Path(path)))
        self._show(page)
        self.setWindowTitle("Annotator")
        self._build_actions()

    def _build_actions(self) -> None:
        from annotator.ui.commands import handlers_of

        if self.actions_ is not None:
            self.actions_.retire()
        self.menuBar().clear()
        grammar = self.grammar = Grammar(self.place) if self.place else None
        own = handlers_of(self)
        handlers: dict[str, Callable[[], object]] = {**own, **(grammar.handlers() if grammar else {})}
        self.actions_ = Actions(self, handlers, self.settings.table("keys"))
        if self.place is not None and grammar is not None:
            self._serve(self.place, grammar, self.actions_)
        self.actions_.enable(project=self.place is not None)
        self._tick()

    def _serve(self, place: Workspace, grammar: Grammar, actions: Actions) -> None:
        """Let actions and workspace know each other."""
        actions.serve(place.view, place.spans.table)
        place.view.menuRequested.connect(self._show_menu)
        place.empty.asked.connect(self._ask)
        grammar.linksPossible.connect(lambda ways: link_menu(grammar, ways).popup(at_caret(grammar)))
        for id_ in place.panels.docks:
            place.panels.follow(id_, actions.by_id[f"panel_{id_}"])
        for number, label in enumerate(place.desk.scheme.labels[:4], start=1):
            actions.name(f"label_{number}", name_in(label.name, language()))
        actions.changed.connect(self._show_label_keys)
        self._show_label_keys()


def _docks(place: Workspace) -> str:
    """Return the name under which the layout of the panels is kept: it is another one on a small screen."""
    return "docks_small" if place.small else "docks"


def _packed(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
