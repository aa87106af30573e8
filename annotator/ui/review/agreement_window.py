"""The window of agreement: counts first, then figures by pair, label and document, what is lost, and the methods."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QTableWidget, QVBoxLayout, QWidget

from annotator.agreement.registry import MEASURES
from annotator.model.case import DIFFERENCES
from annotator.model.ids import DocumentId, annotator_id
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.store.statistics import Statistic, keep_statistics
from annotator.ui.desk import said
from annotator.ui.labels import button
from annotator.ui.review.figure_table import FigureTable, shown
from annotator.ui.review.figures_window import FiguresWindow, Page
from annotator.ui.review.heat_matrix import HeatMatrix
from annotator.ui.review.measures import beside, measure_paper, measure_title
from annotator.ui.review.sought import Sought
from annotator.ui.review.voices import difference_name
from annotator.ui.words import label_name, language
from annotator.workflow.agreeing import Report, measure_apart
from annotator.workflow.figures import Figure
from annotator.workflow.methods import methods
from annotator.workflow.reading_apart import ReadingApart

PAIR_MEASURES = ("span_f1_exact", "span_f1_overlap", "gamma", "gamma_cat", "bar_u_alpha")


class AgreementWindow(FiguresWindow):
    """What takes no time is shown at once, the rest when another process has aligned all spans.

    Signals:
        spansWanted(object): the person wants to see the spans behind a figure, a `Sought`.
    """

    spansWanted = Signal(object)

    def __init__(self, parent: QWidget, project: Project) -> None:
        """Begin to measure."""
        super().__init__(parent, self.tr("Agreement"), project.path.with_name("agreement"))
        self._project = project
        self.report: Report | None = None
        self._rest: list[Figure] = []
        names = self.tr("Measure"), self.tr("Of"), self.tr("Value"), self.tr("95 %, from"), self.tr("to"), self.tr("n")
        self.figures = FigureTable(self.tr("Figures"), (*names, self.tr("How")))
        self.labels = FigureTable(self.tr("By label"), (*names, self.tr("How")))
        self.pairs = HeatMatrix(self.tr("Pairs"))
        self.measure = QComboBox()
        self.measure.setAccessibleName(self.tr("Measure of the pairs"))
        documents = self.tr("Document"), self.tr("Exact F1"), self.tr("Overlap F1"), "γ", self.tr("Disorder")
        self.documents = FigureTable(self.tr("By document"), documents)
        losses = self.tr("What differs"), self.tr("Disagreements"), self.tr("Share")
        self.losses = FigureTable(self.tr("Losses"), losses)
        self.confusion = HeatMatrix(self.tr("Confusion of labels"))
        self.gold = FigureTable(self.tr("Against gold"), (self.tr("Annotator"), *names))
        self.methods = QPlainTextEdit(readOnly=True)
        self.methods.setAccessibleName(self.tr("Methods"))
        self._arrange()
        self.measure.activated.connect(lambda _at: self._show_pairs())
        self._sought: dict[QTableWidget, Callable[[int, int], Sought]] = {
            self.figures: lambda _row, _column: Sought(),
            self.labels: self._of_label,
            self.pairs: self._of_pair,
            self.documents: self._of_document,
            self.losses: lambda row, _column: Sought(kind=self._report.losses[row].kind),
            self.confusion: self._of_confusion,
            self.gold: self._of_gold,
        }
        for table in self._sought:
            table.cellActivated.connect(self.want)
        self._spans = button(self.tr("Show the spans (Enter)"), self.want)
        self.buttons.insertWidget(0, self._spans)
        self.tabs.currentChanged.connect(lambda at: self._spans.setVisible(self.tabs.widget(at) is not self.methods))
        self.reading.start()

    def begin(self) -> ReadingApart:
        """Return the measuring."""
        return ReadingApart(self._project, measure_apart, "document")

    def show_found(self, found: object) -> None:
        """Show a report, at first one without pairs; keep in the project what was computed of its documents."""
        if isinstance(found, Report):
            self._show_figures(found)
            if found.pairs:
                self._show_rest(found)
        elif isinstance(found, dict):
            self._keep(found)

    def want(self) -> None:
        """Ask for the spans behind the current figure of the page that is shown."""
        page = self.tabs.currentWidget()
        table = next(
            (one for one in self._sought if (page is not None and page.isAncestorOf(one)) or one is page), None
        )
        if table is None or self.report is None or table.currentRow() < 0:
            return
        at = table.row_meant(table.currentRow()) if isinstance(table, FigureTable) else table.currentRow()
        self.spansWanted.emit(self._sought[table](at, table.currentColumn()))

    @property
    def _report(self) -> Report:
        assert self.report is not None
        return self.report

    def _of_label(self, row: int, _column: int) -> Sought:
        one = self._rest[row]
        return Sought(label=one.label or "", kind="attribute" if one.attribute else "")

    def _of_pair(self, row: int, column: int) -> Sought:
        one, other = (annotator_id(self._report.annotators[at]) for at in (row, column))
        return Sought(one=one, other=other if other != one else "")

    def _of_document(self, row: int, _column: int) -> Sought:
        return Sought(document=self._report.documents_by[row].document)

    def _of_confusion(self, row: int, column: int) -> Sought:
        labels = self._report.confusion["labels"]
        assert isinstance(labels, list)
        return Sought(label=labels[row], kind="label" if row != column else "")

    def _of_gold(self, row: int, _column: int) -> Sought:
        people = [one.annotator for one in self._report.gold for _ in one.measures]
        return Sought(one=annotator_id(people[row]))

    def _arrange(self) -> None:
        pairs = QWidget()
        within = QVBoxLayout(pairs)
        within.addWidget(self.measure)
        within.addWidget(self.pairs, 1)
        self.add_page(self.tr("All"), self.figures, Page(table=self.figures))
        self.add_page(self.tr("Pairs"), pairs, Page(table=self.pairs, picture=self.pairs))
        self.add_page(self.tr("Labels"), self.labels, Page(table=self.labels))
        self.add_page(self.tr("Documents"), self.documents, Page(table=self.documents))
        self.add_page(self.tr("Losses"), self.losses, Page(table=self.losses))
        self.add_page(self.tr("Confusion"), self.confusion, Page(table=self.confusion, picture=self.confusion))
        self.add_page(self.tr("Gold"), self.gold, Page(table=self.gold))
        self.add_page(self.tr("Methods"), self.methods, Page(text=self.methods))

    def _keep(self, made: dict[bytes, Mapping[DocumentId, Statistic]]) -> None:
        """Keep what is derived; where the file cannot take it, it is computed again some other day."""
        with suppress(Told):
            for team, rows in made.items():
                keep_statistics(self._project, team, rows)

    def _show_figures(self, report: Report) -> None:
        self.counts.setText(self._counted(report))
        order = {measure.name: n for n, measure in enumerate(MEASURES)}
        whole = [one for one in report.measures if one.label is None and one.attribute is None]
        whole.sort(key=lambda one: order[one.measure])
        self.figures.show_rows([self._row(one) for one in whole], tips=[measure_paper(one.measure) for one in whole])
        rest = self._rest = [one for one in report.measures if one.label is not None or one.attribute is not None]
        self.labels.show_rows([self._row(one) for one in rest], tips=[measure_paper(one.measure) for one in rest])

    def _show_rest(self, report: Report) -> None:
        self.report = report
        self.measure.clear()
        for name in PAIR_MEASURES:
            self.measure.addItem(measure_title(name), name)
        self._show_pairs()
        rows = [
            (one.title or one.document, *(_value(one.measures, name) for name in PAIR_MEASURES[:3]), one.disorder)
            for one in report.documents_by
        ]
        self.documents.show_rows(rows)
        losses = {difference: difference_name(difference) for difference in DIFFERENCES}
        kinds: dict[str, str] = {str(key): words for key, words in losses.items()}
        self.losses.show_rows([(kinds.get(one.kind, one.kind), one.count, one.share) for one in report.losses])
        self._show_confusion(report)
        gold = [(one.annotator, *self._row(figure)[:6]) for one in report.gold for figure in one.measures]
        self.gold.show_rows(gold)
        no_gold = self.tr(
            "No document that annotators have done has gold that is done: “Disagreements and rulings” makes it."
        )
        self.gold.say_nothing("" if gold else no_gold)
        self.methods.setPlainText(methods(report, language(), say=said))

    def _counted(self, report: Report) -> str:
        lines = [self.tr("%n document(s) done by two annotators at least", "", report.documents)]
        lines += [
            self.tr("{name}: {documents}, {spans} in those").format(
                name=name,
                documents=self.tr("%n document(s)", "", report.done[name]),
                spans=self.tr("%n span(s)", "", report.spans[name]),
            )
            for name in report.annotators
        ]
        share = report.suggestions.get("share")
        if isinstance(share, float):
            accepted = self.tr("{percent} % of the suggested entities were accepted")
            lines.append(accepted.format(percent=round(100 * share)))
        return "\n".join([" · ".join(lines), *map(said, report.notices)])

    def _row(self, one: Figure) -> tuple[object, ...]:
        label = label_name(self._project.scheme, one.label) if one.label else ""
        of = " · ".join(filter(None, (label, one.attribute))) or self.tr("all labels")
        return measure_title(one.measure), of, one.value, one.low, one.high, one.n, beside(one)

    def _show_pairs(self) -> None:
        report = self.report
        if report is None:
            return
        name, people = self.measure.currentData(), report.annotators
        held = {one.annotators: _value(one.measures, name) for one in report.pairs}
        cells = [[held.get((a, b), held.get((b, a))) for b in people] for a in people]
        self.pairs.show_matrix(
            people, cells, told=lambda i, j: f"{people[i]}, {people[j]}: {measure_title(name)} {shown(cells[i][j])}"
        )

    def _show_confusion(self, report: Report) -> None:
        labels, matrix = report.confusion["labels"], report.confusion["matrix"]
        assert isinstance(labels, list)
        assert isinstance(matrix, list)
        names = [label_name(self._project.scheme, key) for key in labels]
        self.confusion.show_matrix(names, matrix, told=lambda i, j: f"{names[i]}, {names[j]}: {matrix[i][j]}")


def _value(made: tuple[Figure, ...], name: str) -> float | None:
    found = next((one for one in made if one.measure == name and one.label is None and one.attribute is None), None)
    return found.value if found else None
