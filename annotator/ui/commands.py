"""What each action of the window does: the handlers of the table, by id."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from annotator.ui.actions import TABLE
from annotator.ui.main_window import MainWindow
from annotator.ui.panels import give_keys

if TYPE_CHECKING:
    from annotator.ui.errands import Errands
    from annotator.ui.exchange.exchange import Exchange


def handlers_of(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return a handler for every action; those of the article do nothing while no project is open."""
    handlers: dict[str, Callable[[], object]] = {row.id: lambda: None for row in TABLE}
    handlers |= _of_errands(window)
    handlers |= {
        "close": window.close_project,
        "annotator": window.ask_name,
        "quit": window.close,
        "theme_system": lambda: _theme(window, "system"),
        "theme_light": lambda: _theme(window, "light"),
        "theme_dark": lambda: _theme(window, "dark"),
        "french": lambda: window.speak("fr"),
        "english": lambda: window.speak("en"),
        "zoom_in": lambda: window.zoom(1),
        "zoom_out": lambda: window.zoom(-1),
        "zoom_reset": lambda: window.zoom(0),
    }
    if window.place is not None:
        handlers |= _of_place(window)
    return handlers


def _of_errands(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return the handlers of what menus lead to: it is loaded when it is first asked for, not at every start."""

    @cache
    def errands() -> "Errands":
        from annotator.ui.errands import Errands

        return Errands(window)

    @cache
    def exchange() -> "Exchange":
        from annotator.ui.exchange.exchange import Exchange

        return Exchange(window)

    return {
        "new": lambda: errands().new(),
        "open": lambda: errands().open(),
        "demo": lambda: errands().demo(),
        "import": lambda: errands().ask_import(folder=False),
        "import_folder": lambda: errands().ask_import(folder=True),
        "unresolved": lambda: exchange().unresolved(),
        "export": lambda: errands().export(),
        "dossier": lambda: errands().dossier(),
        "backup": lambda: errands().back_up(),
        "restore": lambda: errands().restore_backup(),
        "palette": lambda: errands().show_palette(),
        "keys": lambda: errands().show_keys(),
        "gazetteer": lambda: errands().show_gazetteer(),
        "rulings": lambda: errands().show_rulings(),
        "agreement": lambda: errands().show_agreement(),
        "progress": lambda: errands().show_progress(),
        "second_rulings": lambda: errands().show_rulings(blind=True),
        "send": lambda: exchange().send(),
        "assign": lambda: exchange().assign(),
        "merge": lambda: exchange().merge(),
        "forks": lambda: exchange().forks(),
        "copies": lambda: errands().show_copies(),
        "about": lambda: errands().about(),
    }


def _of_place(window: MainWindow) -> dict[str, Callable[[], object]]:
    place = window.place
    assert place is not None
    panels = place.panels

    def search() -> None:
        panels.show("search")
        place.search.line.setFocus()
        place.search.line.selectAll()

    def go(document: str | None) -> None:
        if document is not None:
            place.open(document)

    handlers: dict[str, Callable[[], object]] = {
        "find": lambda: place.find_bar.start(place.desk.glance.text if place.desk.glance else ""),
        "search": search,
        "guideline": lambda: panels.show("guideline"),
        "panels": panels.put_back,
        "next_panel": lambda: give_keys(panels.next_after(QApplication.focusWidget(), place.view)),
        "next_document": lambda: go(place.queue.neighbour(1)),
        "previous_document": lambda: go(place.queue.neighbour(-1)),
        "done_next": place.finish,
        "flag": place.turn_flag,
        "show_types": place.turn_types,
    }
    for id_ in panels.docks:
        handlers[f"panel_{id_}"] = lambda id_=id_: panels.turn(id_)  # type: ignore[misc]  # a lambda with a default
    return handlers


def _theme(window: MainWindow, mode: str) -> None:
    window.settings.keep("theme", mode)
    window.restyle()
