"""What each action of the window does: the handlers of the table, by id."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from annotator.ui import theme
from annotator.ui.actions import TABLE
from annotator.ui.main_window import MainWindow


def handlers_of(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return a handler for every action; those of the article do nothing while no project is open."""
    handlers: dict[str, Callable[[], object]] = {row.id: lambda: None for row in TABLE}
    handlers |= {
        "new": window.new,
        "open": window.open,
        "close": window.close_project,
        "import": lambda: window.ask_import(folder=False),
        "import_folder": lambda: window.ask_import(folder=True),
        "export": window.export,
        "backup": window.back_up,
        "restore": window.restore_backup,
        "annotator": window.rename_annotator,
        "quit": window.close,
        "palette": window.show_palette,
        "keys": window.show_keys,
        "gazetteer": window.show_gazetteer,
        "about": window.about,
        "theme_system": lambda: _theme(window, "system"),
        "theme_light": lambda: _theme(window, "light"),
        "theme_dark": lambda: _theme(window, "dark"),
        "french": lambda: _language(window, "fr"),
        "english": lambda: _language(window, "en"),
        "zoom_in": lambda: _zoom(window, 10),
        "zoom_out": lambda: _zoom(window, -10),
        "zoom_reset": lambda: _zoom(window, 0),
    }
    if window.place is not None:
        handlers |= _of_place(window)
    return handlers


def _of_place(window: MainWindow) -> dict[str, Callable[[], object]]:
    place = window.place
    assert place is not None

    def dock(name: str) -> None:
        place.docks[name].show()
        place.docks[name].raise_()

    def search() -> None:
        dock("search")
        place.search.line.setFocus()

    def panels() -> None:
        for name in place.docks:
            place.docks[name].show()

    def go(document: str | None) -> None:
        if document is not None:
            place.open(document)

    def done_next() -> None:
        place.desk.do(lambda: place.desk.annotating.set_status("done"))
        go(place.queue.next_unfinished())

    def types() -> None:
        place.show_types = not place.show_types
        place.show_entities()

    return {
        "find": lambda: place.find_bar.start(place.desk.labelled.text if place.desk.labelled else ""),
        "search": search,
        "guideline": lambda: dock("guideline"),
        "panels": panels,
        "next_document": lambda: go(place.queue.neighbour(1)),
        "previous_document": lambda: go(place.queue.neighbour(-1)),
        "done_next": done_next,
        "flag": lambda: place.desk.do(lambda: place.desk.annotating.set_status("flagged")),
        "show_types": types,
    }


def _theme(window: MainWindow, mode: str) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        window.settings.keep("theme", mode)
        theme.apply(app, mode)
        if window.place is not None:
            window.place.restyle(dark=theme.is_dark(app))


def _language(window: MainWindow, code: str) -> None:
    window.settings.keep("language", code)
    window.banner.tell(window.tr("The language changes when the program starts again."))


def _zoom(window: MainWindow, by: int) -> None:
    zoom = max(50, min(300, window.settings.number("zoom", 100) + by)) if by else 100
    window.settings.keep("zoom", zoom)
    if window.place is not None:
        window.place.view.set_zoom(zoom)
