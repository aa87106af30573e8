"""The window in which a lead reads what annotators disagree on and rules about it, case by case, into gold."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from annotator.model.case import Case
from annotator.model.changes import Changes
from annotator.model.ids import AnnotatorId, DocumentId, SpanId
from annotator.model.ruling import Ruling
from annotator.ui.banner import Banner
from annotator.ui.desk import Desk
from annotator.ui.inspector import Inspector
from annotator.ui.labels import plain_label
from annotator.ui.panels import LEFT, RIGHT, Panels, give_keys
from annotator.ui.review.bulk_dialog import BulkDialog
from annotator.ui.review.case_filter import CaseFilter
from annotator.ui.review.case_list import CaseList, State
from annotator.ui.review.case_panel import CasePanel
from annotator.ui.review.lanes_view import LanesView
from annotator.ui.review.review_actions import add_actions
from annotator.ui.review.review_queue import ReviewQueue
from annotator.ui.review.sought import CaseSeeker, Sought
from annotator.ui.review.voices import Voice, voices_of
from annotator.ui.room import take_room
from annotator.ui.status_bar import StatusBar
from annotator.workflow.adjudicating import Adjudicating, Parts
from annotator.workflow.annotating import Edge
from annotator.workflow.settling import Rule, proposals


class ReviewWindow(QMainWindow):
    """Documents and cases at the left, the article with all layers in the middle, the case at the right.

    Signals:
        closed(): the window was closed.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, bench: Adjudicating, *, dark: bool) -> None:
        """Show the first document that waits."""
        super().__init__(parent)
        self.bench = bench
        self.desk = Desk(bench.annotating, self)
        self.hidden = bench.blind
        self.dark = dark
        self.voices: tuple[Voice, ...] = ()
        self.case: Case | None = None
        self.shown: list[Case] = []
        take_room(self, 1280, 760)
        self.setWindowTitle(self.tr("Disagreements and rulings — {name}").format(name=bench.adjudicator))
        self.view = LanesView()
        self.banner = Banner()
        self.legend = plain_label(quiet=True, wrap=True)
        self.legend.setContentsMargins(16, 8, 16, 8)
        self.queue = ReviewQueue(bench)
        self.filter = CaseFilter(bench.project.scheme)
        self.list = CaseList()
        self.panel = CasePanel(bench.project.scheme)
        self.inspector = Inspector(self.desk)
        self.seeker = CaseSeeker(bench, self)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self._arrange()
        add_actions(self)
        self._connect()
        first = self.queue.next_waiting(None)
        if first is not None:
            self.open(first)

    def open(self, document: str) -> None:
        """Show a document: its layers, its gold, its cases."""
        self.inspector.keep_note()
        self.desk.open(DocumentId(document))

    def seek(self, sought: Sought) -> None:
        """Show cases that are wanted: in the document that is named, else in the first that has one."""
        self.filter.ask(sought)
        if sought.document:
            self.open(sought.document)
            self.step(0)
        elif not self.shown or sought != Sought():
            self._seek(self.queue.ids)

    def seek_on(self) -> None:
        """Go to the next document that has a case as the filter wants it."""
        ids, here = self.queue.ids, self.bench.gold.document.id
        at = ids.index(here) + 1 if here in ids else 0
        self._seek([*ids[at:], *ids[:at]])

    def choose(self, case: Case | None) -> None:
        """Make a case the one under the eyes, and the gold span that came of it the current one."""
        self.case = case
        ruling = self._show_panel()
        self.view.show_case(case)
        self.status.say(self.tr("Tab next case · Enter accept · 1–9 take · 0 none · N note") if case else "")
        self.desk.choose_span(ruling.spans[0] if ruling and ruling.spans else None)
        self._show_cases()
        self.view.setFocus()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) case that is shown."""
        if self.shown:
            at = self.shown.index(self.case) + by if self.case in self.shown else 0
            self.choose(self.shown[at % len(self.shown)])

    def take(self, number: int) -> None:
        """Take the span of the annotator with this number."""
        voice = next((voice for voice in self.voices if voice.number == number), None)
        if voice is not None:
            self._take(voice.id)

    def accept(self) -> None:
        """Take what is proposed: where all agree, or most do."""
        case = self.case
        if case is None:
            return
        found = proposals((case,), "equal") or proposals((case,), "majority")
        if not found:
            self.status.say(self.tr("There is no majority here: take one, or none."))
        elif self.desk.do(lambda: self.bench.settle(found)):
            self._next_waiting()

    def reject(self) -> None:
        """Rule that none of the spans is gold."""
        self._ruled(lambda case: self.bench.reject(case, self.panel.form.why()))

    def reopen(self) -> None:
        """Take the ruling on this case back."""
        if (case := self.case) is not None:
            self.desk.do(lambda: self.bench.reopen(case))

    def make(self, label: str) -> None:
        """Make a gold span of the selection."""
        start, end = self.view.selection()
        self._ruled(lambda case: self.bench.make(case, start, end, label, self.panel.form.why()))

    def move_edge(self, edge: Edge, by: int) -> None:
        """Move an edge of the gold span on (1) or back (-1) by a word."""
        if (span := self.desk.span) is not None:
            self.desk.do(lambda: self.bench.annotating.move_edge(span.id, edge, forward=by > 0))

    def undo(self) -> None:
        """Take the last gesture back."""
        self._again(self.bench.annotating.undo)

    def redo(self) -> None:
        """Do it again."""
        self._again(self.bench.annotating.redo)

    def turn_names(self) -> None:
        """Hide the names of the annotators, or show them."""
        self.hidden = not self.hidden
        case = self.case
        self._opened()
        self.choose(case)

    def turn_waiting(self) -> None:
        """Show only the cases that wait, or all."""
        self.filter.waiting.toggle()

    def settle_all(self, rule: Rule) -> None:
        """Look at all documents by a rule, and ask before it is followed."""
        BulkDialog(self, self.desk, self.bench, rule).open()

    def settle(self, rule: Rule) -> None:
        """Follow a rule on the cases of this document that wait."""
        found = proposals(self.bench.waiting, rule)
        self.desk.do(lambda: self.bench.settle(found))
        self._next_waiting()
        self.status.say(self.tr("%n case(s) ruled on", "", len(found)))

    def write_note(self) -> None:
        """Go to the note on the ruling."""
        self.panels.show("review_case")
        self.panel.ensureWidgetVisible(self.panel.form.note)
        self.panel.form.note.setFocus()

    def next_panel(self) -> None:
        """Give the keys to the next panel, or to the article."""
        give_keys(self.panels.next_after(self.focusWidget(), self.view))

    def go_back(self) -> None:
        """Give the keys back to the article."""
        self.view.setFocus()

    def finish(self) -> None:
        """The gold of this document is done; go to the next one."""
        self.desk.do(lambda: self.bench.annotating.set_status("done"))
        following = self.queue.next_waiting(self.bench.gold.document.id)
        if following is not None:
            self.open(following)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put on disk what is being typed, and ask the project nothing more."""
        self.inspector.leave()
        self.queue.stop()
        self.seeker.stop()
        super().closeEvent(event)
        self.closed.emit()

    # -- inside ---------------------------------------------------------------------------------

    def _seek(self, documents: Sequence[DocumentId]) -> None:
        self.status.say(self.tr("Looking for such a case…"))
        self.seeker.start(documents, lambda case, waits: self.filter.lets_through(case, waits=waits))

    def _found(self, document: str) -> None:
        self.open(document)
        self.choose(self.shown[0] if self.shown else None)

    def _arrange(self) -> None:
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.banner, self.legend):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        self.setCentralWidget(middle)
        cases = QWidget()
        left = QVBoxLayout(cases)
        left.setContentsMargins(8, 8, 8, 8)
        left.addWidget(self.filter)
        left.addWidget(self.list, 1)
        panels = (
            ("review_queue", self.tr("Documents"), self.queue, LEFT),
            ("review_cases", self.tr("Cases"), cases, LEFT),
            ("review_case", self.tr("Case"), self.panel, RIGHT),
            ("review_gold", self.tr("Gold span"), self.inspector, RIGHT),
        )
        self.panels = Panels(self, panels)
        widths = {"review_queue": 272, "review_case": 328}
        heights = {"review_queue": 220, "review_cases": 480, "review_case": 460, "review_gold": 240}
        self.panels.settle((), widths=widths, heights=heights)

    def _connect(self) -> None:
        self.view.spanActivated.connect(self._clicked)
        self.view.edgeDragged.connect(self._drag)
        self.queue.chosen.connect(self.open)
        self.list.chosen.connect(lambda at: self.choose(self.shown[at]))
        self.filter.changed.connect(self._show_cases)
        self.seeker.found.connect(self._found)
        self.seeker.nothing.connect(lambda: self.status.say(self.tr("No document has such a case.")))
        self.panel.taken.connect(lambda id_: self._take(AnnotatorId(id_)))
        self.panel.partsTaken.connect(self._take_parts)
        self.panel.rejected.connect(self.reject)
        self.panel.reopened.connect(self.reopen)
        self.panel.form.edited.connect(self._explain)
        self.desk.opened.connect(self._opened)
        self.desk.changed.connect(self._changed)
        self.desk.told.connect(self.status.say)
        self.desk.failed.connect(self.banner.tell)

    def _opened(self) -> None:
        """Show the document that the desk has opened: by hand, or because an undo was there."""
        cases = self.bench.open(self.bench.gold.document.id)
        self.voices = voices_of(self.bench.layers, hidden=self.hidden)
        self.filter.show_voices(self.voices)
        self.view.dress(self.bench.project.scheme, self.voices, dark=self.dark)
        self.view.show_layers(self.bench.gold, self.bench.layers)
        names = ", ".join(f"{voice.number} {voice.name}" for voice in self.voices)
        title = self.bench.gold.document.title or self.tr("Untitled")
        self.legend.setText(
            self.tr("{title} — lanes below the words: ★ gold, {names}").format(title=title, names=names)
        )
        self.queue.show_document(self.bench.gold.document.id)
        waiting = self.bench.waiting
        self.choose(waiting[0] if waiting else next(iter(cases), None))

    def _changed(self, changes: Changes) -> None:
        self.view.put(changes.spans, changes.removed)
        self.queue.look_again(changes.documents)
        self.status.saved()
        self._show_cases()
        self._show_panel()

    def _show_panel(self) -> Ruling | None:
        """Show the case and what was ruled on it; returns that."""
        case = self.case
        ruling = self.bench.ruling_on(case) if case else None
        self.panel.show_case(case, self.voices, ruling, self.bench.similar(case) if case else ())
        return ruling

    def _show_cases(self) -> None:
        states = {id(case): self._state(case) for case in self.bench.cases}
        self.shown = [
            case for case in self.bench.cases if self.filter.lets_through(case, waits=states[id(case)] != "ruled")
        ]
        at = self.shown.index(self.case) if self.case in self.shown else -1
        self.list.show_rows([(case, states[id(case)]) for case in self.shown], at)

    def _state(self, case: Case) -> State:
        if not self.bench.is_open(case):
            return "ruled"
        return "waiting" if self.bench.ruling_on(case) is None else "changed"

    def _next_waiting(self) -> None:
        """Go on to the next case that waits, of those that the filter lets through, after the current one first."""
        waiting = [case for case in self.bench.waiting if self.filter.lets_through(case, waits=True)]
        after = [case for case in waiting if self.case is not None and case.start >= self.case.start]
        if waiting:
            self.choose(after[0] if after else waiting[0])
        elif self.bench.waiting:
            self.status.say(self.tr("No such case waits here: Ctrl+PgDown goes to the next document with one."))
        else:
            self.status.say(self.tr("Every case here is ruled on: Ctrl+Enter goes to the next document."))

    def _again(self, verb: Callable[[], Changes]) -> None:
        """Undo or redo, and look at the first case that this has changed."""
        before = [(case, self._state(case)) for case in self.bench.cases]
        if self.desk.do(verb) is not None:
            moved = [case for case, state in before if case in self.bench.cases and self._state(case) != state]
            if moved and self.case not in moved:
                self.choose(moved[0])

    def _ruled(self, verb: Callable[[Case], Changes]) -> None:
        """Rule on the current case, and go on."""
        case = self.case
        if case is not None and self.desk.do(lambda: verb(case)) is not None:
            self._next_waiting()

    def _take(self, annotator: AnnotatorId) -> None:
        if self.case is not None and annotator in self.case.spans:
            self._ruled(lambda case: self.bench.take(case, annotator, self.panel.form.why()))

    def _take_parts(self, parts: Parts) -> None:
        self._ruled(lambda case: self.bench.take_parts(case, parts, self.panel.form.why()))

    def _explain(self) -> None:
        """Keep what was said of a ruling; before there is one it goes with the ruling that follows."""
        case = self.case
        if case is not None and self.bench.ruling_on(case) is not None:
            self.desk.do(lambda: self.bench.explain(case, self.panel.form.why()))

    def _clicked(self, span: str) -> None:
        ruled = {id_ for ruling in self.bench.gold.rulings if span in ruling.spans for id_ in _decided(ruling)}
        found = next(
            (c for c in self.bench.cases if any(s.id == span or s.id in ruled for s in c.spans.values())), None
        )
        if found is not None:
            self.choose(found)

    def _drag(self, span: str, fragment: int, edge: str, offset: int) -> None:
        side: Edge = "start" if edge == "start" else "end"
        self.desk.do(lambda: self.bench.annotating.resize(SpanId(span), fragment, side, offset))


def _decided(ruling: Ruling) -> set[SpanId]:
    return {opinion.span_id for opinion in ruling.decided_on}
