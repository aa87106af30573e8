"""A rule for all documents: what it would rule is counted first, and nothing is ruled before the person agrees."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from annotator.ui.desk import Desk
from annotator.ui.labels import button, plain_label, row
from annotator.ui.room import take_room
from annotator.ui.words import colon, in_quotes, label_name
from annotator.workflow.adjudicating import Adjudicating
from annotator.workflow.settling import Proposal, Rule
from annotator.workflow.surveying import Settlement


class BulkDialog(QDialog):
    """Counts while the window stays awake; one gesture, one undo."""

    def __init__(self, parent: QWidget, desk: Desk, bench: Adjudicating, rule: Rule) -> None:
        """Begin to look at the documents."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rule on all documents"))
        take_room(self, 640, 420)
        self._desk, self._scheme = desk, bench.project.scheme
        documents = [row.id for row, _ in bench.documents()]
        self._settlement = Settlement(bench, documents, rule)
        self.progress = QProgressBar(textVisible=False, maximum=max(1, len(documents)), value=0)
        self.progress.setAccessibleName(self.tr("Documents looked at"))
        self.words = plain_label(wrap=True)
        self.follow = button(self.tr("Rule so"), self._follow, primary=True)
        self.follow.setEnabled(False)
        self.leave = button(self.tr("Cancel"), self.reject)
        self.shown = QPlainTextEdit(readOnly=True)
        self.shown.setAccessibleName(self.tr("What would be ruled"))
        self.shown.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addWidget(self.progress)
        layout.addWidget(self.shown, 1)
        layout.addLayout(row(self.follow, self.leave))
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def done(self, result: int) -> None:
        """Stop looking when the dialog is closed."""
        self._timer.stop()
        super().done(result)

    def _step(self) -> None:
        if not self._settlement.done:
            self._settlement.step()
            self.progress.setValue(self.progress.value() + 1)
        cases = self.tr("%n case(s)", "", self._settlement.cases)
        documents = self.tr("%n document(s)", "", self._settlement.documents)
        would = self.tr("To be ruled on: {cases} in {documents}.").format(cases=cases, documents=documents)
        stays = self.tr("What is already ruled stays; undo takes it all back.")
        self.words.setText(f"{would}\n{stays}")
        if self._settlement.done:
            self._timer.stop()
            self.follow.setEnabled(self._settlement.cases > 0)
            (self.follow if self.follow.isEnabled() else self.leave).setFocus()
            self.shown.setPlainText("\n".join(map(self._words, self._settlement.found)))
            self.shown.setVisible(bool(self._settlement.found))

    def _words(self, one: Proposal) -> str:
        """Return one line: the label that gold would have, and the words."""
        if one.span is None:
            words = in_quotes(" ".join(next(iter(one.case.spans.values())).text.split()))
            return self.tr("none: {words}").format(words=words)
        return f"{label_name(self._scheme, one.span.label)}{colon()}{in_quotes(' '.join(one.span.text.split()))}"

    def _follow(self) -> None:
        if self._desk.do(self._settlement.commit) is not None:
            self._desk.told.emit(self.tr("%n case(s) ruled on", "", self._settlement.cases))
        self.accept()
