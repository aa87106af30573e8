"""Rows of the window: key to painted and committed, opening, scrolling, starting, memory."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from annotator.model.layer import Span
from annotator.model.segments import plain_segmentation
from annotator.store.project import Project
from annotator.ui.application import application
from annotator.ui.article.view import ArticleView
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.workflow.starting import new_project
from benchmarks.corpus import ANNA, new_document, piece
from benchmarks.timing import Row, pairs, percentile

LONG = 1_000_000
_START = """
import sys, time
from pathlib import Path
from annotator.ui.application import application
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
settings = Settings(Path(sys.argv[2]))
app = application(settings)
window = MainWindow(settings)
window.resize(1280, 800)
window.open_project(Path(sys.argv[1]))
window.show()
app.processEvents()
print(next(line for line in open('/proc/self/status') if line.startswith('VmRSS')).split()[1])
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.show()
app.processEvents()
"""


def qt() -> QApplication:
    """Return the application with a steady font."""
    app = application(Settings(Path(tempfile.mkdtemp()) / "settings.json"))
    app.setFont(QFont("DejaVu Sans", 10))
    return app


def key_to_commit(path: Path, number: int, work: str, goal: str) -> Row:
    """Rows 1 and 2: from a key over a selection until the label is committed and painted."""
    app = qt()
    settings = Settings(Path(tempfile.mkdtemp()) / "settings.json")
    for key, value in (("annotator", "Bea"), ("highlight", "no")):
        settings.keep(key, value)
    window = MainWindow(settings)
    window.resize(1280, 800)
    window.open_project(path)
    window.show()
    assert window.place is not None
    view = window.place.view
    view.setFocus()
    taken = []
    text = view.toPlainText()
    words = [n for n, sign in enumerate(text[:-40]) if sign == " "]
    for n in range(60):
        start = words[(n * 7) % min(len(words), 400)] + 1
        view.select(start, start + 12)
        app.processEvents()
        began = time.perf_counter()
        QTest.keyClick(view, Qt.Key(Qt.Key.Key_1 + n % 3))
        view.viewport().repaint()
        taken.append((time.perf_counter() - began) * 1000)
        app.processEvents()
    window.close()
    note = f"p95 {percentile(taken, 0.95):.1f} ms"
    return Row(number, work, statistics.median(taken), 16.7, "ms", goal, note)


def opening_long(spans: int) -> list[Row]:
    """Rows 3 and the view's own budgets: open, scroll, add and resize on a text of 1 MB."""
    qt()
    made = piece(0, characters=LONG, spans=spans)
    cut = plain_segmentation(made.text)
    new = new_document(made)
    held = new.layers[0].spans
    view, bare = ArticleView(), QTextEdit()
    for widget in (view, bare):
        widget.resize(900, 760)
        widget.show()

    def ours() -> None:
        view.show_document(made.text, segmentation=cut)
        view.set_spans(held)
        view.viewport().repaint()

    def plain() -> None:
        bare.setPlainText(made.text)
        bare.viewport().repaint()

    a, b, null = pairs(ours, plain, count=5)
    rows = [Row(3, f"open 1 MB with {len(held):,} spans", a * 1000, b * 1000, "ms", "<= 3 x setPlainText", "", null)]
    rows += _steps(view, held)
    view.close()
    bare.close()
    return rows


def opening_article(path: Path) -> Row:
    """Row 8: open an article, against a raw read and setPlainText."""
    qt()
    view, bare = ArticleView(), QTextEdit()
    with Project.open(path, read_only=True) as project:
        ids = [document.id for document in project.documents()[:40]]

        def ours() -> None:
            for id_ in ids:
                held = project.labelled(id_, ANNA)
                view.show_document(held.text, segmentation=held.segmentation)
                view.set_entities(held.entities)
                view.set_spans(held.spans)
                view.viewport().repaint()

        def plain() -> None:
            for id_ in ids:
                bare.setPlainText(project.text(id_))
                bare.viewport().repaint()

        view.resize(900, 760)
        bare.resize(900, 760)
        view.show()
        bare.show()
        a, b, null = pairs(ours, plain, count=5)
    return Row(8, "open an article", a / 40 * 1000, b / 40 * 1000, "ms", "<= 5 x, <= 50 ms", "", null)


def starting(path: Path) -> list[Row]:
    """Rows 7 and 12: start to a usable window with A open, and the memory of that process."""
    settings = Path(tempfile.mkdtemp()) / "settings.json"
    kept = Settings(settings)
    for key, value in (("annotator", "Anna"), ("highlight", "no")):
        kept.keep(key, value)
    memory: list[int] = []

    def ours() -> None:
        done = subprocess.run(
            [sys.executable, "-c", _START, path, settings], capture_output=True, text=True, check=True
        )
        memory.append(int(done.stdout.split()[-1]))

    def bare() -> None:
        subprocess.run([sys.executable, "-c", _BARE], capture_output=True, check=True)

    a, b, null = pairs(ours, bare, count=5)
    return [
        Row(7, "start to a usable window", a, b, "s", "<= 6 x, about 1 s", "", null),
        Row(12, "memory of the window", statistics.median(memory) / 1024, None, "MB", "<= 150 MB"),
    ]


def long_project(folder: Path, spans: int) -> Path:
    """Make a project of one long text."""
    path = folder / f"long{spans}.annotator"
    with new_project(path) as project:
        project.annotator(ANNA.name)
        project.annotator("Bea")
        project.add_documents([new_document(piece(0, characters=LONG, spans=spans))])
    return path


def _steps(view: ArticleView, held: tuple[Span, ...]) -> list[Row]:
    bar = view.verticalScrollBar()
    scroll = _timed(lambda _: bar.setValue(bar.value() + 60), view, 200)
    add = _timed(lambda n: view.change_spans([held[n]], []), view, 100)
    resize = _timed(lambda n: view.resize(860 + n % 3 * 20, 760), view, 20)
    named = (("scroll step", scroll, "4 / 8"), ("span changed until painted", add, "1.5"), ("resize", resize, "20"))
    return [
        Row(
            20 + n, f"1 MB: {work}", statistics.median(taken), None, "ms", goal, f"p95 {percentile(taken, 0.95):.1f} ms"
        )
        for n, (work, taken, goal) in enumerate(named)
    ]


def _p95(taken: list[float]) -> str:
    return f"p95 {percentile(taken, 0.95):.1f} ms"


def _timed(step: Callable[[int], object], view: ArticleView, count: int) -> list[float]:
    taken = []
    for n in range(count):
        began = time.perf_counter()
        step(n)
        view.viewport().repaint()
        taken.append((time.perf_counter() - began) * 1000)
        QApplication.processEvents()
    return taken


os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
