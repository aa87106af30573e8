"""Rows of the window: key to painted and committed, opening, scrolling, resizing, starting, memory."""

import sqlite3
import statistics
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QTextEdit

from benchmarks.corpus import Ground
from benchmarks.desk import SIZE, Seat, kept_settings, qt
from benchmarks.raw import sync_seconds
from benchmarks.timing import Goal, Pairs, Row, pairs, percentile, seconds

FRAME_MS = 1000 / 60
_STARTED = """
import os, sys
from pathlib import Path
from annotator.ui.application import run  # first, as the front door does
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from benchmarks.timing import resident_mb

def look():
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
    place = window.place if window else None
    if place and place.desk.labelled and not place.view.viewport().visibleRegion().isEmpty():
        print(resident_mb(), flush=True)
        os._exit(0)
    QTimer.singleShot(1, look)

QTimer.singleShot(0, look)
run(Path(sys.argv[1]), settings=Settings(Path(sys.argv[2])))
"""
_BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.show()
QTimer.singleShot(0, lambda: os._exit(0))
app.exec()
"""


def keys(ground: Ground) -> list[Row]:
    """Rows 1 and 2: from a key over a selection until the label is committed and painted."""
    short = Seat(ground.project(ground.a))
    rows: list[Row] = []
    long_ = {spans: Seat(ground.long_project(spans), "Anna") for spans in (ground.spans, 2 * ground.spans)}
    for seat in (short, *long_.values()):
        seat.settle()
    sync = statistics.median(sync_seconds(ground.folder) for _ in range(50)) * 1000
    for number, (spans, seat) in zip(("2", "2b"), long_.items(), strict=True):
        samples = [(short.label(), seat.label(), short.label()) for _ in range(60)]
        taken = Pairs(*(tuple(s[n] for s in samples) for n in (1, 0, 2)))
        a, b = taken.medians(1000)
        if not rows:
            once = (*taken.reference, *taken.again)
            rows.append(
                Row(
                    "1",
                    "key to label painted and committed, article of 3.5 kB",
                    "a frame",
                    statistics.median(once) * 1000,
                    FRAME_MS,
                    "ms",
                    Goal(at_most=16.7, p95_at_most=33),
                    p95=percentile(once, 0.95) * 1000,
                    null=taken.null,
                    pairs=len(samples),
                    note=f"a sync of this disk takes {sync:.1f} ms",
                )
            )
        work = f"the same, 1 MB with {spans:,} spans"
        rows.append(
            Row(number, work, "row 1", a, b, "ms", Goal(ratio_at_most=1.5), taken.p95(1000), taken.null, len(samples))
        )
    for seat in (short, *long_.values()):
        seat.close()
    return rows


def opening_long(ground: Ground) -> list[Row]:
    """Row 3: open L until its first lines are painted."""
    rows = []
    for number, spans in (("3", ground.spans), ("3b", 2 * ground.spans)):
        path = ground.long_project(spans)
        seat, bare = Seat(path, "Anna"), _bare_view()
        labelled = seat.place.desk.labelled
        assert labelled is not None
        text, id_ = labelled.text, labelled.document.id

        def ours(seat: Seat = seat, id_: str = id_) -> None:
            seat.until_painted(lambda: seat.place.open(id_))

        def plain(bare: QTextEdit = bare, text: str = text) -> None:
            bare.setPlainText(text)
            bare.viewport().repaint()

        taken = _rested(seat, pairs, ours, plain)
        a, b = taken.medians(1000)
        goal = Goal(ratio_at_most=3, at_most=500)
        work = f"open a text of 1 MB with {spans:,} spans, from the file to first paint"
        rows.append(Row(number, work, "setPlainText", a, b, "ms", goal, null=taken.null, pairs=len(taken.ours)))
        if number == "3b":
            rows += _steps(seat, spans)
        seat.close()
    return rows


def opening_article(ground: Ground) -> list[Row]:
    """Row 8: open an article of A in the window, against a raw read and setPlainText."""
    path = ground.project(ground.a)
    seat, bare = Seat(path, "Anna"), _bare_view()
    ids = [row.id for row in seat.place.desk.annotating.queue()[1:]]
    with closing(sqlite3.connect(path)) as raw:
        query = "SELECT t.text FROM text t JOIN document d ON d.position = t.document WHERE d.id = ?"

        def plain(id_: str) -> Callable[[], object]:
            def work() -> None:
                bare.setPlainText(raw.execute(query, (bytes.fromhex(id_.replace("-", "")),)).fetchone()[0])
                bare.viewport().repaint()

            return work

        samples = []
        for id_ in ids[:60]:
            seat.rest(0.02)
            once = seconds(plain(id_))
            opened = seat.until_painted(lambda id_=id_: seat.place.open(id_))  # type: ignore[misc]  # a default
            samples.append((once, opened, seconds(plain(id_))))
    seat.close()
    taken = Pairs(*(tuple(s[n] for s in samples) for n in (1, 0, 2)))
    a, b = taken.medians(1000)
    return [
        Row(
            "8",
            "open an article until it is painted; the panels follow",
            "raw read and setPlainText",
            a,
            b,
            "ms",
            Goal(ratio_at_most=5, at_most=50),
            p95=taken.p95(1000),
            null=taken.null,
            pairs=len(samples),
        )
    ]


def starting(ground: Ground) -> list[Row]:
    """Rows 7 and 12: start to a usable window with A open, and the memory of that process; the same with B."""
    settings = kept_settings("Anna").path
    a_memory, b_memory = list[float](), list[float]()

    def start(path: Path, memory: list[float]) -> Callable[[], None]:
        def work() -> None:
            command = [sys.executable, "-c", _STARTED, str(path), str(settings)]
            memory.append(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout))

        return work

    def bare() -> None:
        subprocess.run([sys.executable, "-c", _BARE], capture_output=True, check=True)

    a, b = ground.project(ground.a), ground.project(ground.b)
    first, many = pairs(start(a, a_memory), bare, count=7), pairs(start(b, b_memory), bare, count=7)
    rows = []
    for number, taken, articles in (("7", first, ground.a), ("7b", many, ground.b)):
        ours, reference = taken.medians()
        goal = Goal(ratio_at_most=6, at_most=1.0) if number == "7" else Goal(at_most=1.0)
        work = f"start to a usable window, {articles:,} documents open"
        rows.append(Row(number, work, "a bare PySide6 window", ours, reference, "s", goal, null=taken.null, pairs=7))
    for number, memory, articles, most in (("12", a_memory, ground.a, 150), ("12c", b_memory, ground.b, 300)):
        work = f"memory of the window, {articles:,} documents open"
        rows.append(Row(number, work, "–", statistics.median(memory), None, "MB", Goal(at_most=most)))
    return rows


def _steps(seat: Seat, spans: int) -> list[Row]:
    """Return the view's own budgets on the long text: scrolling and resizing until painted."""
    seat.settle()
    view, window = seat.place.view, seat.window
    bar = view.verticalScrollBar()
    scroll = [seat.until_painted(lambda: bar.setValue(bar.value() + 60)) * 1000 for _ in range(300)]
    resize = []
    for n in range(1, 41):  # the first is another width than the one it has
        width = SIZE[0] - 40 * (n % 3)
        resize.append(seat.until_painted(lambda width=width: window.resize(width, SIZE[1])) * 1000)  # type: ignore[misc]  # a default
        seat.rest(0.05)
    goals = {"scroll": Goal(at_most=4, p95_at_most=8), "resize": Goal(at_most=20)}
    return [
        Row(
            name,
            f"{name} step, 1 MB with {spans:,} spans",
            "–",
            statistics.median(taken),
            None,
            "ms",
            goals[name],
            p95=percentile(taken, 0.95),
        )
        for name, taken in (("scroll", scroll), ("resize", resize))
    ]


def _bare_view() -> QTextEdit:
    qt()
    bare = QTextEdit()
    bare.resize(900, 760)
    bare.show()
    return bare


def _rested(
    seat: Seat,
    run: Callable[[Callable[[], object], Callable[[], object]], Pairs],
    ours: Callable[[], object],
    plain: Callable[[], object],
) -> Pairs:
    """Run pairs with the event loop turned between them, so that no arm pays for what the other put off."""
    seat.rest(2)
    return run(ours, plain)
