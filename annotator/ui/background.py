"""What works while the person does: highlighting in its worker, backups every ten minutes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.ids import DocumentId
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.workflow.highlighting import Highlighting, holding
from annotator.workflow.keeping import LOOK_SECONDS, Keeper

POLL_MS = 200


class Background(QObject):
    """Highlights new documents and keeps backups of one project.

    Signals:
        highlighted(str): a document has its entities now.
        working(str): what goes on, empty for nothing.
        failed(str): a sentence for the banner.
    """

    highlighted = Signal(str)
    working = Signal(str)
    failed = Signal(str)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        """Be ready; nothing starts yet."""
        super().__init__(parent)
        self._project = project
        self._highlighting: Highlighting | None = None
        self._again: dict[DocumentId, None] = {}
        self._keeper = Keeper(project)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._look = QTimer(self, interval=LOOK_SECONDS * 1000)
        self._look.timeout.connect(self._back_up_what_is_due)
        self._look.start()

    def highlight(self, first: str = "") -> None:
        """Highlight what has not been highlighted yet, one document before the others."""
        if self._highlighting is None or self._highlighting.done:
            self._highlighting = Highlighting(self._project, again=self._again)
        self._highlighting.first(DocumentId(first))
        if not self._highlighting.done:
            self._timer.start()

    def rest(self) -> None:
        """Do nothing for a while."""
        self._timer.stop()
        self._look.stop()

    def go_on(self) -> None:
        """Go on after a rest."""
        self._look.start()
        if self._highlighting is not None:
            self._timer.start()

    def highlight_names(self, names: Sequence[str], first: str = "") -> None:
        """Highlight the documents anew that hold names of the gazetteer which have changed."""
        self._again |= dict.fromkeys(holding(self._project, names))
        if self._highlighting is not None:
            # its worker knows the gazetteer as it was
            self._highlighting.cancel()
            self._highlighting = None
        self.highlight(first)

    def back_up(self) -> bool:
        """Make a backup now; tell the person when that cannot be."""
        return self._told(self._keeper.make)

    def stop(self) -> None:
        """Stop the worker, and back up what has changed."""
        self._timer.stop()
        self._look.stop()
        if self._highlighting is not None:
            self._highlighting.cancel()
            self._highlighting = None
        self._told(self._keeper.keep)

    def _back_up_what_is_due(self) -> None:
        self._told(lambda: self._keeper.keep() if self._keeper.due() else None)

    def _told(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except Told as error:
            self.failed.emit(said(error))
            return False
        return True

    def _poll(self) -> None:
        work = self._highlighting
        if work is None:
            return
        try:
            for one in work.poll():
                self._again.pop(one.document_id, None)
                if one.error:
                    self.failed.emit(said(one.error))
                else:
                    self.highlighted.emit(one.document_id)
        except Told as error:
            work.cancel()
            self.failed.emit(said(error))
        if work.done:
            self._timer.stop()
            self._highlighting = None
            self.working.emit("")
        else:
            self.working.emit(self.tr("Highlighting {done} of {all}").format(done=work.finished, all=work.total))
