"""What can be done in the review window, by menu and key."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from annotator.model.scheme import name_in
from annotator.ui.labels import menu_words
from annotator.ui.marking import QT_TRANSLATE_NOOP
from annotator.ui.words import language

if TYPE_CHECKING:
    from annotator.ui.review.review_window import ReviewWindow

AZERTY = ("à", "&", "é", '"', "'", "(", "-", "è", "_", "ç")
"""What stands on the number keys of an AZERTY keyboard, from 0."""

# the letter after & opens the menu, with Alt
CASE = QT_TRANSLATE_NOOP("Review", "&Case")
GOLD = QT_TRANSLATE_NOOP("Review", "&Gold")
RULE = QT_TRANSLATE_NOOP("Review", "By &rule")
VIEW = QT_TRANSLATE_NOOP("Review", "&View")

type Row = tuple[str, str, tuple[str, ...], Callable[["ReviewWindow"], object]]

ROWS: tuple[Row, ...] = (
    (CASE, QT_TRANSLATE_NOOP("Review", "Next case"), ("Tab",), lambda window: window.step(1)),
    (CASE, QT_TRANSLATE_NOOP("Review", "Previous case"), ("Shift+Tab",), lambda window: window.step(-1)),
    (
        CASE,
        QT_TRANSLATE_NOOP("Review", "Accept what all or most have"),
        ("Return", "Enter"),
        lambda window: window.accept(),
    ),
    (CASE, QT_TRANSLATE_NOOP("Review", "None of these"), ("0", AZERTY[0], "Del"), lambda window: window.reject()),
    (CASE, QT_TRANSLATE_NOOP("Review", "Take the ruling back"), ("Backspace",), lambda window: window.reopen()),
    (CASE, QT_TRANSLATE_NOOP("Review", "Note on the ruling"), ("N",), lambda window: window.write_note()),
    (CASE, QT_TRANSLATE_NOOP("Review", "Undo"), ("Ctrl+Z",), lambda window: window.undo()),
    (CASE, QT_TRANSLATE_NOOP("Review", "Redo"), ("Ctrl+Shift+Z",), lambda window: window.redo()),
    (
        GOLD,
        QT_TRANSLATE_NOOP("Review", "Move the start back a word"),
        ("Alt+Left",),
        lambda window: window.move_edge("start", -1),
    ),
    (
        GOLD,
        QT_TRANSLATE_NOOP("Review", "Move the start on a word"),
        ("Alt+Right",),
        lambda window: window.move_edge("start", 1),
    ),
    (
        GOLD,
        QT_TRANSLATE_NOOP("Review", "Move the end back a word"),
        ("Alt+Shift+Left",),
        lambda window: window.move_edge("end", -1),
    ),
    (
        GOLD,
        QT_TRANSLATE_NOOP("Review", "Move the end on a word"),
        ("Alt+Shift+Right",),
        lambda window: window.move_edge("end", 1),
    ),
    (
        GOLD,
        QT_TRANSLATE_NOOP("Review", "Gold is done, next document"),
        ("Ctrl+Return",),
        lambda window: window.finish(),
    ),
    (RULE, QT_TRANSLATE_NOOP("Review", "Rule here where all agree"), ("A",), lambda window: window.settle("equal")),
    (RULE, QT_TRANSLATE_NOOP("Review", "Rule here where most agree"), ("M",), lambda window: window.settle("majority")),
    (
        RULE,
        QT_TRANSLATE_NOOP("Review", "In all documents where all agree…"),
        ("Ctrl+Shift+A",),
        lambda window: window.settle_all("equal"),
    ),
    (
        RULE,
        QT_TRANSLATE_NOOP("Review", "In all documents where most agree…"),
        ("Ctrl+Shift+M",),
        lambda window: window.settle_all("majority"),
    ),
    (VIEW, QT_TRANSLATE_NOOP("Review", "Hide names, or show them"), ("H",), lambda window: window.turn_names()),
    (
        VIEW,
        QT_TRANSLATE_NOOP("Review", "Next document with such a case"),
        ("Ctrl+PgDown",),
        lambda window: window.seek_on(),
    ),
    (VIEW, QT_TRANSLATE_NOOP("Review", "Only cases that wait"), ("W",), lambda window: window.turn_waiting()),
    (VIEW, QT_TRANSLATE_NOOP("Review", "Next panel"), ("F6",), lambda window: window.next_panel()),
    (VIEW, QT_TRANSLATE_NOOP("Review", "Back to the article"), ("Esc",), lambda window: window.go_back()),
    (VIEW, QT_TRANSLATE_NOOP("Review", "Close"), ("Ctrl+W",), lambda window: window.close()),
)
"""Menu, words, keys, and what is done."""


def add_actions(window: "ReviewWindow") -> None:
    """Fill the menus; letters and digits work in the article and the list of cases, never where somebody types."""
    menus: dict[str, QMenu] = {}
    for title, text, keys, handler in ROWS:
        if title not in menus:
            menus[title] = window.menuBar().addMenu(_said(title))
        action = QAction(_said(text), window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked=False, handler=handler: handler(window))
        menus[title].addAction(action)
        _serve(window, action)
    menus[CASE].addMenu(_taking(window))
    menus[GOLD].addMenu(_making(window))


def _taking(window: "ReviewWindow") -> QMenu:
    menu = QMenu(_said(QT_TRANSLATE_NOOP("Review", "Take the span of")), window)
    for number in range(1, 10):
        words = _said(QT_TRANSLATE_NOOP("Review", "Annotator {number}")).format(number=number)
        action = menu.addAction(words, partial(window.take, number))
        action.setShortcuts([QKeySequence(str(number)), QKeySequence(AZERTY[number])])
        _serve(window, action)
    return menu


def _making(window: "ReviewWindow") -> QMenu:
    menu = QMenu(_said(QT_TRANSLATE_NOOP("Review", "New gold span from the selection")), window)
    for number, label in enumerate(window.bench.project.scheme.labels[:9], 1):
        action = menu.addAction(menu_words(name_in(label.name, language())), partial(window.make, label.id))
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        _serve(window, action)
    return menu


def _serve(window: "ReviewWindow", action: QAction) -> None:
    if action.shortcut().toString().startswith(("Ctrl+", "F6", "Esc")):
        window.addAction(action)
        return
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    for widget in (window.view, window.list.table):
        widget.addAction(action)


def _said(text: str) -> str:
    return QCoreApplication.translate("Review", text)
