"""How far a long reading in another process is: a bar, the count, and a button that stops it or begins it again."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from annotator.ui.desk import said
from annotator.ui.labels import button, plain_label
from annotator.workflow.reading_apart import Apart

POLL_MS = 40


class ReadingBar(QWidget):
    """It polls the reading; the window stays awake. It hides itself when everything has come.

    Signals:
        came(object): something that was found; steps, pairs of numbers, are shown here and not told.
        failed(str): why nothing more comes.
        stopped(): the person stopped it.
    """

    came = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, name: str, begin: Callable[[], Apart], *, first: str = "", last: str = "") -> None:
        """Be ready; ``begin`` makes the reading, ``first`` and ``last`` say what goes on before and after its steps."""
        super().__init__()
        self._first = first or self.tr("The project is being read…")
        self._last = last or self.tr("The figures are being computed…")
        self._begin = begin
        self.reading: Apart | None = None
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(name)
        self.words = plain_label(quiet=True)
        self.turn_button = button(self.tr("Stop"), self.turn)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.turn_button)
        self._escape = QShortcut(QKeySequence("Esc"), self, self.stop)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)

    def start(self) -> None:
        """Begin, from the start."""
        self._leave()
        self.reading = self._begin()
        self.bar.setRange(0, 0)
        self.words.setText(self._first)
        self._name(self.tr("Stop"), self.tr("Stop (Esc)"))
        self.show()
        self._timer.start()

    def stop(self) -> None:
        """Stop at once."""
        if self.reading is not None:
            self._leave()
            self.bar.setRange(0, 1)
            self.bar.setValue(0)
            self.words.setText(self.tr("Stopped."))
            self._name(self.tr("Begin again"), self.tr("Begin again"))
            self.stopped.emit()

    def turn(self) -> None:
        """Stop, or begin again."""
        self.start() if self.reading is None else self.stop()

    def _name(self, words: str, tip: str) -> None:
        self.turn_button.setText(words)
        self.turn_button.setAccessibleName(words)
        self.turn_button.setToolTip(tip)
        self._escape.setEnabled(self.reading is not None)

    def _leave(self) -> None:
        self._timer.stop()
        if self.reading is not None:
            self.reading.stop()
            self.reading = None

    def _poll(self) -> None:
        reading = self.reading
        if reading is None:
            return
        for value in reading.poll():
            if isinstance(value, tuple):
                self._step(*value)
            else:
                self.came.emit(value)
        if reading.done:
            self._leave()
            self.hide()
            if reading.error is not None:
                self.failed.emit(said(reading.error))

    def _step(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        left = self.tr("{done} of {all}").format(done=done, all=total)
        self.words.setText(left if done < total else self._last)
