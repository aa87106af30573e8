"""A real window on a real project for the tests: texts in, keys pressed, what it shows and what the file holds out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.edits import Edit
from annotator.model.highlights import entity_id
from annotator.model.layer import Entity, LabelledDocument
from annotator.store.project import Project
from annotator.ui import theme
from annotator.ui.desk import Desk
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.ui.tongue import speak
from annotator.ui.workspace import Workspace
from annotator.workflow.importing import Importing
from annotator.workflow.starting import new_project

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)

_MADE: dict[tuple[str | bytes, ...], bytes] = {}


class Session:
    """A window with a project open, as one annotator; nobody's settings are touched."""

    def __init__(self, qtbot: QtBot, folder: Path, texts: Sequence[str | bytes], *, language: str = "en",
                 size: tuple[int, int] = (1280, 800)) -> None:  # fmt: skip
        """Put texts into a project through the import, and open it in a window of this size."""
        self.qtbot, self.path = qtbot, folder / "p.annotator"
        self.settings = Settings(folder / "settings.json")
        for key, value in (("annotator", "Ada"), ("highlight", "no"), ("language", language), ("theme", "light")):
            self.settings.keep(key, value)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        speak(app, language)
        theme.apply(app, "light")
        if not self.path.exists():
            _make(self.path, folder, texts)
        self.window = MainWindow(self.settings)
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        self.window.show()
        self.window.open_project(self.path)
        self.view.setFocus()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()

    @property
    def place(self) -> Workspace:
        """Return the workspace."""
        assert self.window.place is not None
        return self.window.place

    @property
    def desk(self) -> Desk:
        """Return the desk."""
        return self.place.desk

    @property
    def view(self) -> QWidget:
        """Return the article."""
        return self.place.view

    @property
    def held(self) -> LabelledDocument:
        """Return the current document as the desk has it."""
        assert self.desk.labelled is not None
        return self.desk.labelled

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE, *, on: QWidget | None = None) -> None:
        """Press a key where the keys go."""
        target = on or QApplication.focusWidget() or self.view
        if isinstance(key, str):
            for sign in key:
                _type(target, sign, modifiers)
        else:
            QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()

    def select(self, words: str, *, nth: int = 0) -> tuple[int, int]:
        """Select words of the article where they stand for the n-th time."""
        start = -1
        for _ in range(nth + 1):
            start = self.held.text.index(words, start + 1)
        self.place.view.select(start, start + len(words))
        return start, start + len(words)

    def trigger(self, id_: str) -> None:
        """Choose an action from its menu."""
        assert self.window.actions_ is not None
        self.window.actions_.by_id[id_].trigger()
        QApplication.processEvents()

    def close(self) -> LabelledDocument:
        """Close the window; returns the current document as the file has it."""
        document = self.held.document.id
        self.window.close()
        with Project.open(self.path) as project:
            return project.labelled(document, project.annotator("Ada"))


def add_entity(session: Session, name: str, label: str = "LOC") -> Entity:
    """Let the program have found a name in the current document."""
    document, start = session.held.document.id, session.held.text.index(name)
    end = start + len(name)
    entity = Entity(entity_id(document, label, start, end), document, label, start, end, name)
    project = session.desk.annotating.project
    project.log(Edit(None, entity))
    session.place.show_highlights()
    return entity


def drag(widget: QWidget, start: QPoint, end: QPoint, *, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Drag with the left button from one place to another, as `qtbot.mouseMove` cannot."""
    left, no = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    middle = (start + end) / 2
    steps = (
        (QMouseEvent.Type.MouseButtonPress, start, left, left),
        (QMouseEvent.Type.MouseMove, middle, no, left),
        (QMouseEvent.Type.MouseMove, end, no, left),
        (QMouseEvent.Type.MouseButtonRelease, end, left, no),
    )
    for kind, at, button, held in steps:
        event = QMouseEvent(kind, at.toPointF(), widget.mapToGlobal(at).toPointF(), button, held, modifiers)
        QApplication.sendEvent(widget, event)
        QApplication.processEvents()


def _type(target: QWidget, sign: str, modifiers: Qt.KeyboardModifier) -> None:
    # QTest types ASCII only
    if sign.isascii():
        QTest.keyClicks(target, sign, modifiers)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, 0, modifiers, sign))


def _make(path: Path, folder: Path, texts: Sequence[str | bytes]) -> None:
    """Put texts into a project; the same texts are imported once and copied from then on."""
    files = []
    for number, text in enumerate(texts):
        file = folder / f"{number:03}.txt"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        files.append(file)
    made = _MADE.get(tuple(texts))
    if made is not None:
        path.write_bytes(made)
        return
    with new_project(path, title="Essai") as project:
        for _ in Importing(project, files).run():
            pass
    _MADE[tuple(texts)] = path.read_bytes()
