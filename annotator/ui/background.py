"""What works while the person does: highlighting in its worker, backups every ten minutes."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.told import Told
from annotator.store.backups import make_backup
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.workflow.highlighting import Highlighting

POLL_MS = 200
BACKUP_SECONDS = 600


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
        self._backed_up = time.monotonic()
        self._changed = False
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._minute = QTimer(self, interval=30_000)
        self._minute.timeout.connect(self._maybe_back_up)
        self._minute.start()

    def highlight(self, first: str = "") -> None:
        """Highlight what has not been highlighted yet, one document before the others."""
        if self._highlighting is None or self._highlighting.done:
            self._highlighting = Highlighting(self._project)
        for document in self._project.without_highlights():
            if document == first:
                self._highlighting.first(document)
        if not self._highlighting.done:
            self._timer.start()

    def note_change(self) -> None:
        """Take note that there is something to back up."""
        self._changed = True

    def back_up(self) -> bool:
        """Make a backup now; tell the person when that cannot be."""
        try:
            make_backup(self._project.path, self._project.id)
        except Told as error:
            self.failed.emit(said(error))
            return False
        self._backed_up, self._changed = time.monotonic(), False
        return True

    def stop(self) -> None:
        """Stop the worker, and back up what has changed."""
        self._timer.stop()
        self._minute.stop()
        if self._highlighting is not None:
            self._highlighting.cancel()
            self._highlighting = None
        if self._changed:
            self.back_up()

    def _maybe_back_up(self) -> None:
        if self._changed and time.monotonic() - self._backed_up > BACKUP_SECONDS - 60:
            self.back_up()

    def _poll(self) -> None:
        work = self._highlighting
        if work is None:
            return
        try:
            for one in work.poll():
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
