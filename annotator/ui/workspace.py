"""One open project on screen: the article in the middle, with what is above and below it, and the panels around."""

from collections import Counter

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from annotator.model.changes import Changes
from annotator.model.ids import DocumentId
from annotator.model.layer import LabelledDocument, Status
from annotator.model.scheme import name_in
from annotator.store.parts import FIRST
from annotator.ui.article.looks import ArticlePalette, SpanStyle
from annotator.ui.article.view import ArticleView
from annotator.ui.article_header import ArticleHeader
from annotator.ui.banner import Banner
from annotator.ui.desk import Desk
from annotator.ui.entity_panel import EntityPanel
from annotator.ui.find_bar import FindBar
from annotator.ui.gazetteer_dialog import GazetteerDialog
from annotator.ui.guideline import GuidelineBar, GuidelinePanel
from annotator.ui.inspector import Inspector
from annotator.ui.label_bar import LabelBar
from annotator.ui.panels import LEFT, RIGHT, Panels
from annotator.ui.queue_panel import QueuePanel
from annotator.ui.search_panel import SearchPanel
from annotator.ui.span_list import SpanList
from annotator.ui.start_page import EmptyPage
from annotator.ui.stopwatch import Stopwatch
from annotator.ui.words import entity_name, language
from annotator.workflow.annotating import Edge
from annotator.workflow.kin import known_families

READABLE = 420
"""Pixels that the article keeps beside the panels; with them it fits a screen of 1280 at 150 %."""
READABLE_SMALL = 400
"""The same where a column of upright names stands beside the panels."""
ROOMY = 640
"""Pixels of height from which on the right column has room for two panels, one above the other."""
NARROWEST_QUEUE, NARROWEST_ENTITIES = 168, 212
"""Pixels below which titles and names cannot be told from one another."""
SOON_MS = 30
"""What was labelled is painted first."""
LATER_MS = 200
"""The window is painted first."""


class Workspace(QWidget):
    """The middle column and its docks; it passes on what the desk tells and what the person does."""

    def __init__(self, window: QMainWindow, desk: Desk, *, dark: bool) -> None:
        """Build it for one session."""
        super().__init__()
        self.desk = desk
        self.small = window.height() < ROOMY
        self.view = ArticleView()
        self.view.setMinimumWidth(READABLE_SMALL if self.small else READABLE)
        self.view.setAccessibleName(self.tr("Article"))
        self.header = ArticleHeader(desk)
        self.label_bar = LabelBar(desk.scheme.labels, self.label)
        self.guideline_bar = GuidelineBar(desk, one_line=self.small)
        self.find_bar = FindBar()
        self.banner = Banner()
        self.queue = QueuePanel()
        self.search = SearchPanel(desk.annotating.project)
        self.inspector = Inspector(desk)
        self.spans = SpanList()
        self.entities = EntityPanel(desk, lambda: GazetteerDialog(self, desk).open())
        self.guideline = GuidelinePanel(desk)
        self.empty = EmptyPage()
        self.show_types = False
        self.stopwatch = Stopwatch(self._spend, self)
        for worker in (self.view, self.view.viewport(), self.spans.table):
            worker.installEventFilter(self.stopwatch)
        self._stale: set[DocumentId] = set()
        self._refused = ""
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._refresh_rows)
        self._copies = QTimer(self, interval=LATER_MS, singleShot=True)
        self._copies.timeout.connect(self._show_copies)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.banner, self.header, self.label_bar, self.find_bar):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.guideline_bar.widget)
        self.queue.setMinimumWidth(NARROWEST_QUEUE)
        self.entities.setMinimumWidth(NARROWEST_ENTITIES)
        self.panels = self._panels(window)
        self.restyle(dark=dark)
        self._connect()
        self.refresh_queue()

    def restyle(self, *, dark: bool) -> None:
        """Draw spans in the colours of the theme."""
        tongue, labels = language(), self.desk.scheme.labels
        styles = {
            label.id: SpanStyle(
                name_in(label.name, tongue), QColor(label.color_dark if dark else label.color), label.pattern
            )
            for label in labels
        }
        self.view.set_colours(ArticlePalette.of(QApplication.palette()))
        kinds = {kind.key: entity_name(self.desk.scheme, kind.key) for kind in self.desk.scheme.entity_types}
        self.view.set_styles(styles, kinds)
        self.label_bar.show_styles(styles)
        self.spans.set_names({id_: (style.name, style.color.name()) for id_, style in styles.items()})

    def show_scheme(self, *, dark: bool) -> None:
        """Show the labels that the scheme has now: an import may have added some."""
        layout, bar = self.layout(), LabelBar(self.desk.scheme.labels, self.label)
        assert layout is not None
        layout.replaceWidget(self.label_bar, bar)
        self.label_bar.deleteLater()
        self.label_bar = bar
        self.restyle(dark=dark)

    def refresh_queue(self) -> None:
        """Read the queue again."""
        current = self.desk.labelled.document.id if self.desk.labelled else None
        rows = self.desk.annotating.queue()
        self.queue.show_queue(rows, current)
        self._show_article(shown=current is not None)

    def refresh_copies(self) -> None:
        """Find out again, soon, which documents are near copies of one another."""
        self._copies.start()

    def _show_copies(self) -> None:
        families = known_families(self.desk.annotating.project)
        sizes = Counter(families.values())
        self.queue.show_copies({id_: sizes[head] - 1 for id_, head in families.items()})

    def leave(self) -> None:
        """Put on disk what is being typed, and ask the project nothing more."""
        self.inspector.leave()
        self.entities.leave()
        self.view.leave()
        self.stopwatch.stop()
        self._soon.stop()
        self._copies.stop()
        self.search.stop()

    def open(self, document: str) -> None:
        """Show a document."""
        self.inspector.keep_note()
        self.stopwatch.keep()
        self.stopwatch.start_over()
        self.desk.open(DocumentId(document))
        self.view.setFocus()

    def go_to_span(self, id_: str) -> None:
        """Make a span the current one, the caret before it, and show it."""
        self.desk.choose_span(id_)
        if (span := self.desk.span) is not None:
            self.view.select(span.start, span.start)
            self.view.reveal(span.start, span.end)

    def label(self, at: int) -> Changes | None:
        """Label the selection; else relabel the current span; else label the sentence under the caret."""
        desk, view, labels = self.desk, self.view, self.desk.scheme.labels
        labelled = desk.labelled
        if labelled is None or at >= len(labels):
            return None
        wanted = labels[at].id
        start, end = view.selection()
        if start != end:
            made = desk.do(lambda: desk.annotating.make_span(start, end, wanted, exact=bool(view.exact)))
            return self._past(end, made)
        if (span := desk.span) is not None:
            return desk.do(lambda: desk.annotating.relabel(span.id, wanted))
        sentence = labelled.segmentation.sentence_at(view.caret())
        if sentence is None:
            return None
        return self._past(sentence[1], desk.do(lambda: desk.annotating.make_span(*sentence, wanted)))

    def _past(self, end: int, made: Changes | None) -> Changes | None:
        """Put the caret behind what was labelled and what the span shed: the next motion goes on from there."""
        if made is not None and self.desk.span is not None:
            end = max(end, self.desk.span.end)
            self.view.select(end, end)
        return made

    def finish(self) -> None:
        """Call the document done, and go to the next one that is not."""
        if self.desk.labelled is None:
            return
        self.inspector.keep_note()
        self.desk.do(lambda: self.desk.annotating.set_status("done"))
        self.refresh_queue()
        following = self.queue.next_unfinished()
        if following is not None:
            self.open(following)
        else:
            self.desk.told.emit(self.tr("Nothing is left to do: every document is done or flagged."))

    def turn_flag(self) -> None:
        """Flag the document for somebody to look at, or take the flag away."""
        if (labelled := self.desk.labelled) is not None:
            wanted: Status = "in_progress" if labelled.layer.status == "flagged" else "flagged"
            self.desk.do(lambda: self.desk.annotating.set_status(wanted))

    def turn_types(self) -> None:
        """Show the types of all entities, or only that of the current one."""
        self.show_types = not self.show_types
        self.show_entities()

    def show_highlights(self) -> None:
        """Take what the language worker has found in the current document."""
        labelled = self.desk.annotating.reload()
        if labelled is not None:
            self.view.set_segmentation(labelled.segmentation)
            self.show_entities()
            self.entities.refresh()

    def show_entities(self) -> None:
        """Draw the entities again."""
        if self.desk.labelled is not None:
            self._draw_entities(self.desk.labelled)

    def _draw_entities(self, labelled: LabelledDocument) -> None:
        kept = [entity for entity in labelled.entities if entity.status != "rejected"]
        self.view.set_entities(kept, show_types=self.show_types)

    def _panels(self, window: QMainWindow) -> Panels:
        panels = Panels(
            window,
            (
                ("queue", self.tr("Documents"), self.queue, LEFT),
                ("search", self.tr("Search"), self.search, LEFT),
                ("inspector", self.tr("Current span"), self.inspector, RIGHT),
                ("entities", self.tr("Entities"), self.entities, RIGHT),
                ("guideline", self.tr("Guideline"), self.guideline, RIGHT),
                ("spans", self.tr("All spans"), self.spans, RIGHT),
            ),
        )
        right = ("inspector", "entities", "guideline")
        panels.settle(
            (("queue", "search"), (*right, "spans") if self.small else right),
            widths={"queue": 180, "inspector": 224} if self.small else {"queue": 272, "inspector": 320},
            heights={} if self.small else {"inspector": 440, "spans": 240},
            upright=self.small,
        )
        return panels

    def _connect(self) -> None:
        desk, view = self.desk, self.view
        self.queue.documentChosen.connect(self.open)
        self.queue.model.uncounted.connect(self._count_soon)
        self.search.documentChosen.connect(self._open_found)
        self.spans.spanChosen.connect(self.go_to_span)
        desk.opened.connect(self._opened)
        desk.read.connect(self._show_whole)
        desk.changed.connect(self._changed)
        desk.chosen.connect(self._chosen)
        desk.failed.connect(self._refuse)
        self.header.left.connect(view.setFocus)
        self.header.pointed.connect(self._point)
        view.spanActivated.connect(self.desk.choose_span)
        view.entityActivated.connect(self.desk.choose_entity)
        view.edgeDragged.connect(self._drag)
        self.find_bar.found.connect(view.set_found)
        self.find_bar.wanted.connect(view.select)
        view.caretMoved.connect(self._caret_moved)
        self.find_bar.closed.connect(view.setFocus)

    def _opened(self) -> None:
        labelled = self.desk.glance
        if labelled is None:
            self._show_article(shown=False)
            return
        self.view.show_document(labelled.text, segmentation=labelled.segmentation)
        self._draw_entities(labelled)
        self.view.set_spans(labelled.spans)
        self.view.expect_more(FIRST, self._read_on)
        self.spans.show_spans(labelled.spans, self.desk.span_id)
        self._show_article(shown=True)
        # now: the panels, and the paragraphs out of sight, would come before it otherwise
        self.view.viewport().repaint()
        self.queue.set_current(labelled.document.id)

    def _read_on(self) -> bool:
        """Read some more of the article and show it; tells whether there may be more."""
        part = self.desk.read_on()
        if part is not None:
            self.view.add(part.spans, part.entities)
        return part is not None

    def _show_whole(self) -> None:
        """Show what was read last, by whoever needed it."""
        labelled = self.desk.glance
        if labelled is None:
            self._show_article(shown=False)
            return
        self.view.complete(labelled)
        self.spans.show_spans(labelled.spans, self.desk.span_id)

    def _refuse(self, words: str) -> None:
        self._refused = words
        self.banner.tell(words)

    def _changed(self, changes: Changes) -> None:
        if self._refused and self._refused == self.banner.words.text():
            # a change is kept again: that an earlier one was not is over
            self.banner.hide()
        self._refused = ""
        labelled = self.desk.labelled
        if labelled is None:
            return
        if changes.spans or changes.removed:
            self._announce(changes)
            self.view.change_spans(changes.spans, changes.removed)
            if (span := self.desk.span) is not None:
                self.view.reveal(span.start, span.end)
        if changes.entities or changes.entities_removed:
            self.show_entities()
        self.spans.show_spans(labelled.spans, self.desk.span_id)
        self._stale |= set(changes.documents)
        self._soon.start()

    def _count_soon(self, document: str) -> None:
        self._stale.add(DocumentId(document))
        self._soon.start()

    def _refresh_rows(self) -> None:
        """Read the rows that changed, not the queue: 10,000 documents for each key would be felt."""
        stale, self._stale = self._stale, set()
        self.queue.change_rows(self.desk.annotating.rows_of(sorted(stale)))

    def _show_article(self, *, shown: bool) -> None:
        for widget in (self.view, self.header, self.label_bar):
            widget.setVisible(shown)
        self.empty.setVisible(not shown)

    def _chosen(self) -> None:
        self.view.set_current(self.desk.span_id)
        self.view.set_current_entity(self.desk.entity_id)
        labelled = self.desk.glance
        if labelled is not None:
            self.spans.show_spans(labelled.spans, self.desk.span_id)
        entity = self.desk.entity
        if entity is not None:
            self.view.reveal(entity.start, entity.end)

    def _caret_moved(self, offset: int) -> None:
        """Let go of the current span when the person walks out of it; while words are selected it stays."""
        span = self.desk.span
        inside = span is not None and any(start <= offset <= end for start, end in span.fragments)
        if (span is not None and not inside) or self.desk.entity is not None:
            self.desk.choose_span(None)

    def _point(self, start: int, end: int) -> None:
        self.desk.choose_span(None)
        self.view.select(start, end)
        self.view.setFocus()

    def _spend(self, seconds: int) -> None:
        self.desk.do(lambda: self.desk.annotating.spend(seconds))

    def _open_found(self, document: str, words: str) -> None:
        self.open(document)
        if self.desk.labelled is not None:
            self.find_bar.light(self.desk.labelled.text, words)

    def _announce(self, changes: Changes) -> None:
        known, names = {span.id for span in self.spans.spans}, self.spans.model.names
        for span in changes.spans:
            name = names.get(span.label, (span.label, ""))[0]
            words = self.tr("{label} changed: {words}") if span.id in known else self.tr("{label} made: {words}")
            self.view.announce(words.format(label=name, words=span.text))
        if changes.removed:
            self.view.announce(self.tr("%n span(s) erased", "", len(changes.removed)))

    def _drag(self, span: str, fragment: int, edge: str, offset: int) -> None:
        held = next((s for s in self.desk.labelled.spans if s.id == span), None) if self.desk.labelled else None
        if held is not None:
            side: Edge = "start" if edge == "start" else "end"
            self.desk.do(lambda: self.desk.annotating.resize(held.id, fragment, side, offset))
