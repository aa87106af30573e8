"""The panels around the article: docks that can be moved, hidden, floated, and put back where they were at first."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QDockWidget, QMainWindow, QTabWidget, QWidget

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class Panels(QObject):
    """The docks of one window, by id."""

    def __init__(self, window: QMainWindow, panels: Sequence[tuple[str, str, QWidget, Qt.DockWidgetArea]]) -> None:
        """Put panels, each with an id, a title, a widget and a side, where they belong."""
        super().__init__(window)
        self._window = window
        self.docks: dict[str, QDockWidget] = {}
        self._actions: dict[str, QAction] = {}
        for id_, title, widget, area in panels:
            dock = QDockWidget(title, window)
            dock.setObjectName(id_)
            dock.setAccessibleName(title)
            dock.setWidget(widget)
            window.addDockWidget(area, dock)
            self.docks[id_] = dock

    def settle(
        self, tabbed: Sequence[Sequence[str]], *, widths: dict[str, int], heights: dict[str, int], upright: bool = False
    ) -> None:
        """Lay some panels over each other, the first on top, and share the room (pixels); remember this order.

        ``upright`` are the names of those on the right that lie over each other: more of them fit beside a panel than
        below it.
        """
        side = QTabWidget.TabPosition.East if upright else QTabWidget.TabPosition.South
        self._window.setTabPosition(RIGHT, side)
        for first, *others in tabbed:
            for other in others:
                self._window.tabifyDockWidget(self.docks[first], self.docks[other])
        for dock in self.docks.values():
            # or Qt shows it a moment later, after the layout that the person had has hidden it
            dock.show()
        for first, *_ in tabbed:
            self.docks[first].raise_()
        for sizes, way in ((widths, Qt.Orientation.Horizontal), (heights, Qt.Orientation.Vertical)):
            self._window.resizeDocks([self.docks[id_] for id_ in sizes], list(sizes.values()), way)
        self._first = self._window.saveState()

    def show(self, id_: str) -> QDockWidget:
        """Show a panel, on top of those it shares its place with."""
        dock = self.docks[id_]
        dock.show()
        dock.raise_()
        return dock

    def follow(self, id_: str, action: QAction) -> None:
        """Let an action say whether a panel is shown."""
        action.setCheckable(True)
        self._actions[id_] = action
        shown = self.docks[id_].toggleViewAction()
        action.setChecked(shown.isChecked())
        shown.toggled.connect(action.setChecked)

    def turn(self, id_: str) -> None:
        """Hide a panel that is seen; show one that is hidden or lies below another."""
        dock = self.docks[id_]
        if _is_seen(dock):
            dock.close()
        else:
            self.show(id_)
        # a click has turned the tick already, whatever was done
        self._actions[id_].setChecked(dock.toggleViewAction().isChecked())

    def put_back(self) -> None:
        """Put all panels where they were at first."""
        self._window.restoreState(self._first)
        for dock in self.docks.values():
            dock.show()

    def next_after(self, here: QWidget | None, article: QWidget) -> QWidget:
        """Return what takes the keys after a widget: going round the panels that are seen, and the article."""
        places: list[QWidget] = [article, *(dock for dock in self.docks.values() if _is_seen(dock))]
        at = next((n for n, place in enumerate(places) if here and (place is here or place.isAncestorOf(here))), -1)
        for n in range(1, len(places)):
            found = _first_focus(places[(at + n) % len(places)])
            if found is not None:
                return found
        return article

    def take_away(self) -> None:
        """Take all panels out of the window."""
        for dock in self.docks.values():
            self._window.removeDockWidget(dock)
            # or the layout of the next panels would be given to these, which have their names
            dock.setParent(None)
            dock.deleteLater()


def give_keys(widget: QWidget) -> None:
    """Give the keys to a widget, and show that it has them: Qt does so only after Tab."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    widget.update()


def _is_seen(dock: QDockWidget) -> bool:
    return dock.isVisible() and not dock.visibleRegion().isEmpty()


def _first_focus(place: QWidget) -> QWidget | None:
    inside = [place] if isinstance(place, QAbstractScrollArea) else place.findChildren(QWidget)
    takes = (w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled())
    return next((w for w in takes if not w.objectName().startswith("qt_dockwidget")), None)
