"""The table of all actions: id, words, key, menu. Menus, tool tips, the command palette and the keys window read it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from annotator.ui.labels import menu_words, plain_tip
from annotator.ui.marking import QT_TRANSLATE_NOOP

type Where = Literal["window", "article"]


@dataclass(frozen=True, slots=True)
class Row:
    """An action. Keys of ``article`` actions work in the article and the span list, never where somebody types.

    ``also`` is another key for it, a letter that lies at the same place on QWERTY, QWERTZ and AZERTY keyboards: many
    desktops keep the arrows with Alt for themselves.
    """

    id: str
    text: str
    key: str
    menu: str
    where: Where = "window"
    also: str = ""


# the letter after & opens the menu, with Alt
FILE = QT_TRANSLATE_NOOP("Actions", "&File")
EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
LABEL = QT_TRANSLATE_NOOP("Actions", "&Label")
MOVE = QT_TRANSLATE_NOOP("Actions", "&Move")
ENTITY = QT_TRANSLATE_NOOP("Actions", "E&ntities")
REVIEW = QT_TRANSLATE_NOOP("Actions", "&Review")
VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
PANELS = QT_TRANSLATE_NOOP("Actions", "&Panels")
HELP = QT_TRANSLATE_NOOP("Actions", "&Help")
MENUS = (FILE, EDIT, LABEL, MOVE, ENTITY, REVIEW, VIEW, PANELS, HELP)
INSIDE = {PANELS: VIEW}
"""Menus that are opened from another menu."""

TABLE = (
    Row("new", QT_TRANSLATE_NOOP("Actions", "New project…"), "Ctrl+N", FILE),
    Row("open", QT_TRANSLATE_NOOP("Actions", "Open project…"), "Ctrl+O", FILE),
    Row("demo", QT_TRANSLATE_NOOP("Actions", "Open the demo"), "Ctrl+D", FILE),
    Row("close", QT_TRANSLATE_NOOP("Actions", "Close project"), "Ctrl+W", FILE),
    Row("import", QT_TRANSLATE_NOOP("Actions", "Import articles…"), "Ctrl+I", FILE),
    Row("import_folder", QT_TRANSLATE_NOOP("Actions", "Import a folder…"), "Ctrl+Shift+I", FILE),
    Row("unresolved", QT_TRANSLATE_NOOP("Actions", "Spans to settle…"), "Ctrl+U", FILE),
    Row("export", QT_TRANSLATE_NOOP("Actions", "Export a data set…"), "Ctrl+E", FILE),
    Row("dossier", QT_TRANSLATE_NOOP("Actions", "Dossier of the article…"), "Ctrl+P", FILE),
    Row("send", QT_TRANSLATE_NOOP("Actions", "Make a pack of my work…"), "Ctrl+Shift+P", FILE),
    Row("backup", QT_TRANSLATE_NOOP("Actions", "Back up now"), "Ctrl+B", FILE),
    Row("restore", QT_TRANSLATE_NOOP("Actions", "Restore a backup…"), "Ctrl+Shift+B", FILE),
    Row("annotator", QT_TRANSLATE_NOOP("Actions", "Change annotator…"), "Ctrl+Shift+A", FILE),
    Row("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", FILE),
    Row("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", EDIT),
    Row("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z", EDIT),
    Row("find", QT_TRANSLATE_NOOP("Actions", "Find in the article"), "Ctrl+F", EDIT),
    Row("search", QT_TRANSLATE_NOOP("Actions", "Search all documents"), "Ctrl+Shift+F", EDIT),
    Row("palette", QT_TRANSLATE_NOOP("Actions", "Command palette"), "Ctrl+K", EDIT),
    Row("label_1", QT_TRANSLATE_NOOP("Actions", "First label"), "1", LABEL, "article"),
    Row("label_2", QT_TRANSLATE_NOOP("Actions", "Second label"), "2", LABEL, "article"),
    Row("label_3", QT_TRANSLATE_NOOP("Actions", "Third label"), "3", LABEL, "article"),
    Row("label_4", QT_TRANSLATE_NOOP("Actions", "Fourth label"), "4", LABEL, "article"),
    Row("fragment", QT_TRANSLATE_NOOP("Actions", "Add the selection as a fragment"), "+", LABEL, "article"),
    Row("erase", QT_TRANSLATE_NOOP("Actions", "Erase the span"), "Del", LABEL, "article"),
    Row("attributes", QT_TRANSLATE_NOOP("Actions", "Attributes of the span"), "A", LABEL, "article"),
    Row("note", QT_TRANSLATE_NOOP("Actions", "Write a note"), "N", LABEL, "article"),
    Row("link", QT_TRANSLATE_NOOP("Actions", "Link to another span or entity"), "L", LABEL, "article"),
    Row("start_left", QT_TRANSLATE_NOOP("Actions", "Move the start back a word"), "Alt+Left", LABEL, "article", "D"),
    Row("start_right", QT_TRANSLATE_NOOP("Actions", "Move the start on a word"), "Alt+Right", LABEL, "article", "F"),
    Row("end_left", QT_TRANSLATE_NOOP("Actions", "Move the end back a word"), "Alt+Shift+Left", LABEL, "article", "J"),
    Row("end_right", QT_TRANSLATE_NOOP("Actions", "Move the end on a word"), "Alt+Shift+Right", LABEL, "article", "K"),
    Row(
        "start_left_c",
        QT_TRANSLATE_NOOP("Actions", "Move the start back a character"),
        "Ctrl+Alt+Left",
        LABEL,
        "article",
        "Shift+D",
    ),
    Row(
        "start_right_c",
        QT_TRANSLATE_NOOP("Actions", "Move the start on a character"),
        "Ctrl+Alt+Right",
        LABEL,
        "article",
        "Shift+F",
    ),
    Row(
        "end_left_c",
        QT_TRANSLATE_NOOP("Actions", "Move the end back a character"),
        "Ctrl+Alt+Shift+Left",
        LABEL,
        "article",
        "Shift+J",
    ),
    Row(
        "end_right_c",
        QT_TRANSLATE_NOOP("Actions", "Move the end on a character"),
        "Ctrl+Alt+Shift+Right",
        LABEL,
        "article",
        "Shift+K",
    ),
    Row("done_next", QT_TRANSLATE_NOOP("Actions", "Done, and next document"), "Ctrl+Return", LABEL),
    Row("flag", QT_TRANSLATE_NOOP("Actions", "Flag the document"), "Ctrl+G", LABEL),
    Row("next_span", QT_TRANSLATE_NOOP("Actions", "Next span"), "Tab", MOVE, "article"),
    Row("previous_span", QT_TRANSLATE_NOOP("Actions", "Previous span"), "Shift+Tab", MOVE, "article"),
    Row("sentence", QT_TRANSLATE_NOOP("Actions", "Next sentence"), "S", MOVE, "article"),
    Row(
        "sentence_extend", QT_TRANSLATE_NOOP("Actions", "Extend to the next sentence"), "Ctrl+Shift+S", MOVE, "article"
    ),
    Row("sentence_back", QT_TRANSLATE_NOOP("Actions", "Previous sentence"), "Shift+S", MOVE, "article"),
    Row("entity", QT_TRANSLATE_NOOP("Actions", "Next entity"), "E", MOVE, "article"),
    Row("entity_back", QT_TRANSLATE_NOOP("Actions", "Previous entity"), "Ctrl+Shift+E", MOVE, "article"),
    Row("entity_extend", QT_TRANSLATE_NOOP("Actions", "Extend to the next entity"), "Shift+E", MOVE, "article"),
    Row("quotation", QT_TRANSLATE_NOOP("Actions", "Next quotation"), "Q", MOVE, "article"),
    Row("quotation_extend", QT_TRANSLATE_NOOP("Actions", "Extend to the next quotation"), "Shift+Q", MOVE, "article"),
    Row("clause", QT_TRANSLATE_NOOP("Actions", "Next clause"), "C", MOVE, "article"),
    Row("clause_extend", QT_TRANSLATE_NOOP("Actions", "Extend to the next clause"), "Shift+C", MOVE, "article"),
    Row("back", QT_TRANSLATE_NOOP("Actions", "Back to the article"), "Esc", MOVE),
    Row("next_panel", QT_TRANSLATE_NOOP("Actions", "Next panel"), "F6", MOVE),
    Row("next_document", QT_TRANSLATE_NOOP("Actions", "Next document"), "Ctrl+PgDown", MOVE),
    Row("previous_document", QT_TRANSLATE_NOOP("Actions", "Previous document"), "Ctrl+PgUp", MOVE),
    Row("entity_type", QT_TRANSLATE_NOOP("Actions", "Entity type, or add the selection…"), "T", ENTITY, "article"),
    Row("accept", QT_TRANSLATE_NOOP("Actions", "Confirm the entity"), "Return", ENTITY, "article"),
    Row("reject", QT_TRANSLATE_NOOP("Actions", "Reject the entity"), "Backspace", ENTITY, "article"),
    Row(
        "accept_all",
        QT_TRANSLATE_NOOP("Actions", "Confirm everywhere in this project"),
        "Alt+Return",
        ENTITY,
        "article",
    ),
    Row(
        "reject_all",
        QT_TRANSLATE_NOOP("Actions", "Reject everywhere in this project"),
        "Alt+Backspace",
        ENTITY,
        "article",
    ),
    Row("gazetteer", QT_TRANSLATE_NOOP("Actions", "Gazetteer of this project…"), "Ctrl+Shift+G", ENTITY),
    Row("copies", QT_TRANSLATE_NOOP("Actions", "Compare near copies…"), "Ctrl+M", VIEW),
    Row("show_types", QT_TRANSLATE_NOOP("Actions", "Show entity types"), "Ctrl+T", ENTITY),
    Row("agreement", QT_TRANSLATE_NOOP("Actions", "Agreement…"), "Ctrl+Shift+Y", REVIEW),
    Row("progress", QT_TRANSLATE_NOOP("Actions", "Progress…"), "Ctrl+Shift+D", REVIEW),
    Row("rulings", QT_TRANSLATE_NOOP("Actions", "Disagreements and rulings…"), "Ctrl+R", REVIEW),
    Row(
        "second_rulings", QT_TRANSLATE_NOOP("Actions", "Review blind, in a gold of one's own…"), "Ctrl+Shift+R", REVIEW
    ),
    Row("assign", QT_TRANSLATE_NOOP("Actions", "Share documents out…"), "Ctrl+Shift+J", REVIEW),
    Row("merge", QT_TRANSLATE_NOOP("Actions", "Merge files…"), "Ctrl+J", REVIEW),
    Row("forks", QT_TRANSLATE_NOOP("Actions", "Layers from two machines…"), "Ctrl+Alt+J", REVIEW),
    Row("zoom_in", QT_TRANSLATE_NOOP("Actions", "Larger text"), "Ctrl++", VIEW),
    Row("zoom_out", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "Ctrl+-", VIEW),
    Row("zoom_reset", QT_TRANSLATE_NOOP("Actions", "Normal text size"), "Ctrl+0", VIEW),
    Row("theme_system", QT_TRANSLATE_NOOP("Actions", "Light or dark as the system"), "Ctrl+Alt+0", VIEW),
    Row("theme_light", QT_TRANSLATE_NOOP("Actions", "Light"), "Ctrl+Alt+1", VIEW),
    Row("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), "Ctrl+Alt+2", VIEW),
    Row("french", "Français", "Ctrl+Alt+F", VIEW),
    Row("english", "English", "Ctrl+Alt+E", VIEW),
    Row("panel_queue", QT_TRANSLATE_NOOP("Actions", "Documents"), "Shift+F2", PANELS),
    Row("panel_search", QT_TRANSLATE_NOOP("Actions", "Search"), "Shift+F3", PANELS),
    Row("panel_inspector", QT_TRANSLATE_NOOP("Actions", "Current span"), "Shift+F4", PANELS),
    Row("panel_entities", QT_TRANSLATE_NOOP("Actions", "Entities"), "Shift+F5", PANELS),
    Row("panel_guideline", QT_TRANSLATE_NOOP("Actions", "Guideline"), "Shift+F6", PANELS),
    Row("panel_spans", QT_TRANSLATE_NOOP("Actions", "All spans"), "Shift+F7", PANELS),
    Row("panels", QT_TRANSLATE_NOOP("Actions", "Put the panels back"), "Ctrl+Alt+P", PANELS),
    Row("guideline", QT_TRANSLATE_NOOP("Actions", "Guideline"), "F1", HELP),
    Row("keys", QT_TRANSLATE_NOOP("Actions", "Keys…"), "?", HELP, "article"),
    Row("about", QT_TRANSLATE_NOOP("Actions", "About this program"), "Shift+F1", HELP),
)

FIRST_OF_GROUP = frozenset(
    {
        *("close", "import", "export", "backup", "annotator", "quit", "find", "palette"),
        *("fragment", "attributes", "start_left", "done_next", "sentence", "entity", "quotation", "back", "next_panel"),
        *("accept", "gazetteer", "zoom_in", "theme_system", "french", "panels", "about"),
    }
)
"""Actions with a line above them in their menu."""

ALWAYS = (
    "new",
    "open",
    "demo",
    "quit",
    "palette",
    "theme_system",
    "theme_light",
    "theme_dark",
    "french",
    "english",
    "keys",
    "about",
)


def said_of(action: QAction) -> str:
    """Return what an action is called, as it is read: a menu doubles the &."""
    return action.text().replace("&&", "&")


def keys_of(action: QAction) -> str:
    """Return the keys of an action, as they are read."""
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())


class Actions(QObject):
    """The actions of one window, by id, with the keys that the person has chosen.

    Signals:
        changed(): some action has another key.
    """

    changed = Signal()

    def __init__(
        self, window: QMainWindow, handlers: Mapping[str, Callable[[], object]], keys: Mapping[str, str]
    ) -> None:
        """Make an action of each row that has a handler and put it in its menu."""
        super().__init__(window)
        self.by_id: dict[str, QAction] = {}
        self._also = {row.id: row.also for row in TABLE if row.also and row.also not in keys.values()}
        self.menus: dict[str, QMenu] = {}
        for menu in MENUS:
            outer = self.menus[INSIDE[menu]] if menu in INSIDE else window.menuBar()
            self.menus[menu] = outer.addMenu(QCoreApplication.translate("Actions", menu))
        for row in TABLE:
            action = QAction(QCoreApplication.translate("Actions", row.text), self)
            action.setObjectName(row.id)
            action.triggered.connect(lambda _checked=False, handler=handlers[row.id]: handler())
            self.by_id[row.id] = action
            if row.id in FIRST_OF_GROUP:
                self.menus[row.menu].addSeparator()
            self.menus[row.menu].addAction(action)
            if row.where == "window":
                window.addAction(action)
            self.set_key(row.id, keys.get(row.id, "" if row.key in keys.values() else row.key))

    def set_key(self, id_: str, key: str) -> None:
        """Give an action another key, shown in its menu and tool tip."""
        action = self.by_id[id_]
        action.setShortcuts([QKeySequence(one) for one in (key, self._also.get(id_, "")) if one])
        self._show_key(action)
        self.changed.emit()

    def _show_key(self, action: QAction) -> None:
        words, shown = said_of(action), keys_of(action)
        action.setToolTip(plain_tip(f"{words} ({shown})" if shown else words))

    def serve(self, *widgets: QWidget) -> None:
        """Let the keys of article actions work in these widgets only."""
        for row in TABLE:
            action = self.by_id[row.id]
            if row.where == "article":
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                for widget in widgets:
                    widget.addAction(action)

    def name(self, id_: str, text: str) -> None:
        """Say an action in the words of the scheme."""
        action = self.by_id[id_]
        action.setText(menu_words(text))
        self._show_key(action)

    def choose(self, id_: str, *, among: Sequence[str]) -> None:
        """Tick the one of several actions that is in force."""
        for other in among:
            self.by_id[other].setCheckable(True)
            self.by_id[other].setChecked(other == id_)

    def retire(self) -> None:
        """Go, and let the keys go at once: those of two actions would do nothing until Qt has got round to it."""
        for action in self.by_id.values():
            action.setShortcut(QKeySequence())
        self.deleteLater()

    def enable(self, *, project: bool) -> None:
        """Switch off what needs an open project while there is none."""
        for row in TABLE:
            self.by_id[row.id].setEnabled(project or row.id in ALWAYS)
