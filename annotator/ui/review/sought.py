"""What somebody wants to see the spans of, and the look through the documents for it, one a turn of the idle window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.case import Case
from annotator.model.ids import DocumentId
from annotator.workflow.adjudicating import Adjudicating


@dataclass(frozen=True, slots=True)
class Sought:
    """Cases that are wanted: of a document, of a kind of difference, of a label, between people; empty is any."""

    document: str = ""
    kind: str = ""
    label: str = ""
    one: str = ""
    other: str = ""


class CaseSeeker(QObject):
    """Looks through documents for a case.

    Signals:
        found(str): this document has one.
        nothing(): none of them has.
    """

    found = Signal(str)
    nothing = Signal()

    def __init__(self, bench: Adjudicating, parent: QObject) -> None:
        """Be ready; what is looked at is opened beside what is under the eyes."""
        super().__init__(parent)
        self._looking = Adjudicating(bench.project, bench.adjudicator, blind=bench.blind)
        self._left: list[DocumentId] = []
        self._wanted: Callable[[Case, bool], bool] = lambda _case, _waits: False
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._look)

    def start(self, documents: Sequence[DocumentId], wanted: Callable[[Case, bool], bool]) -> None:
        """Look for a case that is ``wanted``, given whether it waits."""
        self._left, self._wanted = list(documents), wanted
        self._idle.start()

    def stop(self) -> None:
        """Look no further."""
        self._idle.stop()

    def _look(self) -> None:
        if not self._left:
            self._idle.stop()
            self.nothing.emit()
            return
        look, document = self._looking, self._left.pop(0)
        if any(self._wanted(case, look.is_open(case)) for case in look.open(document)):
            self._idle.stop()
            self.found.emit(document)
