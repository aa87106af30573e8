"""The window of progress: documents by status, spans over time, minutes, self-agreement, drift, shares of labels."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.agreement.drift import FEWEST
from annotator.model.layer import STATUSES
from annotator.model.scheme import name_in
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.labels import plain_label, row
from annotator.ui.review.figure_table import FigureTable
from annotator.ui.review.figures_window import FiguresWindow, Page
from annotator.ui.review.measures import beside, measure_title
from annotator.ui.review.strip_chart import Strip, StripChart
from annotator.ui.words import label_name, language, status_name
from annotator.workflow.calendar import Unit
from annotator.workflow.figures import Figure
from annotator.workflow.progressing import Progress, read_progress
from annotator.workflow.reading_apart import ReadingApart
from annotator.workflow.steadiness import Drift, SelfAgreement

HOUR, MINUTE = 3600, 60


class ProgressWindow(FiguresWindow):
    """Counts and figures are read off the journal in another process; nobody's work is named good or bad."""

    def __init__(self, parent: QWidget, project: Project) -> None:
        """Begin to read."""
        super().__init__(parent, self.tr("Progress"), project.path.with_name("progress"))
        self._project = project
        self.progress: Progress | None = None
        self._labels = [label.key for label in project.scheme.labels]
        who, n, why = self.tr("Annotator"), self.tr("Documents"), self.tr("Note")
        ends = self.tr("95 %, from"), self.tr("to")
        counts = (*map(status_name, STATUSES), n, self.tr("Spans"), self.tr("Hours"))
        self.people = FigureTable(self.tr("Documents by status"), (who, *counts))
        self.whose = QComboBox()
        self.whose.setAccessibleName(self.tr("Whose spans"))
        self.made_chart = StripChart(self.tr("Spans over time"))
        names = [label_name(project.scheme, key) for key in self._labels]
        self.made = FigureTable(self.tr("Spans over time"), (self.tr("From"), *names))
        quarters = self.tr("Median"), self.tr("Lower quarter"), self.tr("Upper quarter")
        self.minutes = FigureTable(self.tr("Minutes a document"), (who, n, *quarters, why))
        measured = self.tr("Measure"), self.tr("Of"), self.tr("Value"), *ends
        self.self_agreement = FigureTable(self.tr("Self-agreement"), (who, n, self.tr("Days between"), *measured, why))
        self.drift_chart = StripChart(self.tr("Drift"))
        windows = self.tr("From"), self.tr("Until"), n, self.tr("Compared with"), self.tr("Overlap F1"), *ends, why
        self.drift = FigureTable(self.tr("Drift"), (who, *windows))
        halves = self.tr("First half"), self.tr("Second half"), self.tr("Change"), *ends, self.tr("Spans")
        self.shares = FigureTable(self.tr("Shares of labels"), (who, self.tr("Label"), *halves))
        self._arrange()
        self.whose.activated.connect(lambda _at: self._show_made())
        self.reading.start()

    def begin(self) -> ReadingApart:
        """Return the reading of the journal."""
        return ReadingApart(self._project, read_progress)

    def show_found(self, found: object) -> None:
        """Show what the journal tells."""
        if isinstance(found, Progress):
            self.progress = found
            self._show_people(found)
            self._show_whose(found)
            self._show_made()
            self._show_minutes(found)
            self.self_agreement.show_rows([cells for one in found.self_agreement for cells in self._self_rows(one)])
            self._show_drift(found)

    def _arrange(self) -> None:
        told = self.tr("Documents that were assigned to somebody or begun by them; without an assignment, all.")
        self._add(self.tr("Documents"), told, self.people)
        told = self.tr("Spans that stand now, by when each was made (UTC), on the clock of whoever made it.")
        self._add(self.tr("Spans"), told, self.made, chart=self.made_chart, above=self.whose)
        told = self.tr(
            "Of finished documents. Keys, clicks and scrolling count as work; a pause counts for one minute."
        )
        self._add(self.tr("Minutes"), told, self.minutes)
        told = self.tr(
            "The first and the second reading of documents that came back untold, compared like two annotators. "
            "What is remembered raises it: the days between the readings stand beside it."
        )
        self._add(self.tr("Self-agreement"), told, self.self_agreement)
        told = self.tr(
            "Documents in the order in which they were finished, in windows of {count} at least: the agreement with "
            "gold, else the mean with each of the others. The change is the last window less the first; where its "
            "interval holds 0, chance alone may have made it. Texts differ too: a change is no proof of another way of "
            "working (Wolfe, Moulder & Myford 2001)."
        )
        self._add(self.tr("Drift"), told.format(count=FEWEST), self.drift, chart=self.drift_chart)
        told = self.tr(
            "The share of each label among the spans of the first half of somebody’s documents and of the second, in "
            "the order in which they were finished. The texts may have changed, and not the annotator."
        )
        self._add(self.tr("Shares of labels"), told, self.shares)

    def _add(
        self,
        title: str,
        told: str,
        table: FigureTable,
        *,
        chart: StripChart | None = None,
        above: QWidget | None = None,
    ) -> None:
        """Add a page: what it means, the diagram where there is one, the table."""
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.addWidget(plain_label(told, quiet=True, wrap=True))
        if above is not None:
            layout.addLayout(row(above))
        if chart is not None:
            layout.addWidget(_scrolled(chart), 3)
        layout.addWidget(table, 2)
        self.add_page(title, body, Page(table=table, picture=chart))

    def _show_people(self, found: Progress) -> None:
        done = sum(one.statuses["done"] + one.statuses["flagged"] for one in found.people)
        whole = sum(one.documents for one in found.people)
        texts = self.tr("%n document(s) in the project", "", found.documents)
        work = self.tr("{done} of {all} layers finished").format(done=done, all=whole)
        self.counts.setText(" · ".join((texts, work)) if found.people else self.tr("Nobody has begun to label."))
        self.people.show_rows(
            [
                (
                    one.annotator,
                    *(one.statuses[status] for status in STATUSES),
                    one.documents,
                    one.spans,
                    one.seconds / HOUR,
                )
                for one in found.people
            ]
        )

    def _show_whose(self, found: Progress) -> None:
        self.whose.clear()
        self.whose.addItem(self.tr("All annotators"), "")
        for name in dict.fromkeys(one.annotator for one in found.made):
            self.whose.addItem(name, name)

    def _show_made(self) -> None:
        found, name = self.progress, self.whose.currentData()
        if found is None:
            return
        counts = Counter[tuple[str, str]]()
        for one in found.made:
            if name in ("", one.annotator):
                counts[one.begin, one.label] += one.spans
        strips = [
            Strip(
                name_in(label.name, language()),
                [counts[begin, label.key] for begin in found.periods],
                colours=(label.color, label.color_dark),
            )
            for label in self._project.scheme.labels
        ]
        self.made_chart.show_strips(strips, [_day(begin, found.unit) for begin in found.periods])
        rows = [(begin, *(counts[begin, key] for key in self._labels)) for begin in found.periods]
        self.made.show_rows(rows)

    def _show_minutes(self, found: Progress) -> None:
        everybody = self.tr("All annotators")
        self.minutes.show_rows(
            [
                (
                    one.annotator or everybody,
                    one.documents,
                    one.median,
                    one.lower,
                    one.upper,
                    said(one.undefined) if one.undefined else "",
                )
                for one in found.minutes
            ]
        )

    def _self_rows(self, one: SelfAgreement) -> Sequence[tuple[object, ...]]:
        if one.undefined is not None:
            return [(one.annotator, one.documents, None, "", "", None, None, None, said(one.undefined))]
        head = (one.annotator, one.documents, one.days)
        return [
            (*head, measure_title(figure.measure), self._of(figure), *_ends(figure), beside(figure))
            for figure in one.measures
        ]

    def _of(self, figure: Figure) -> str:
        return label_name(self._project.scheme, figure.label) if figure.label else self.tr("all labels")

    def _show_drift(self, found: Progress) -> None:
        self.drift.show_rows([cells for one in found.drift for cells in self._drift_rows(one)])
        strips = [
            Strip(
                one.annotator,
                [window.figure.value for window in one.windows],
                [_between(window.figure) for window in one.windows],
            )
            for one in found.drift
            if one.windows
        ]
        most = max((len(strip.values) for strip in strips), default=0)
        self.drift_chart.show_strips(strips, [str(n + 1) for n in range(most)], most=1.0)
        self.shares.show_rows(
            [
                (
                    one.annotator,
                    label_name(self._project.scheme, held.label),
                    held.first,
                    held.second,
                    *_ends(held.change),
                    held.change.n,
                )
                for one in found.drift
                for held in one.labels
            ]
        )

    def _drift_rows(self, one: Drift) -> list[tuple[object, ...]]:
        against = self.tr("gold") if one.against_gold else self.tr("the others")
        if one.change is None:
            why = said(one.undefined) if one.undefined else ""
            return [(one.annotator, "", "", one.documents, "", None, None, None, why)]
        rows: list[tuple[object, ...]] = [
            (one.annotator, window.begin, window.end, window.figure.documents, against, *_ends(window.figure), "")
            for window in one.windows
        ]
        change = self.tr("change")
        first, last = one.windows[0].begin, one.windows[-1].end
        return [*rows, (one.annotator, first, last, one.change.documents, against, *_ends(one.change), change)]


def _ends(figure: Figure) -> tuple[float | None, float | None, float | None]:
    return figure.value, figure.low, figure.high


def _between(figure: Figure) -> tuple[float, float] | None:
    return None if figure.low is None or figure.high is None else (figure.low, figure.high)


def _day(begin: str, unit: Unit) -> str:
    """Return a date as it stands below a diagram."""
    how = {Unit.MONTH: "MMM yyyy", Unit.YEAR: "yyyy"}.get(unit, "d MMM")
    return QLocale(language()).toString(QDate.fromString(begin, "yyyy-MM-dd"), how)


def _scrolled(chart: StripChart) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(chart)
    return area
