"""The window of agreement: counts first, then figures by pair, label and document, what is lost, and the methods."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QMainWindow,
    QPlainTextEdit,
    QProgressBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.agreement.registry import MEASURES
from annotator.model.case import DIFFERENCES
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.ui.desk import said
from annotator.ui.labels import button, plain_label, row
from annotator.ui.review.figure_table import FigureTable
from annotator.ui.review.heat_matrix import HeatMatrix
from annotator.ui.review.voices import difference_name
from annotator.ui.words import label_name, language
from annotator.workflow.agreeing import Agreeing, Report
from annotator.workflow.figures import Figure
from annotator.workflow.methods import methods

PAIR_MEASURES = ("span_f1_exact", "span_f1_overlap", "gamma", "gamma_cat", "bar_u_alpha")
BUSY_MS = 0


class AgreementWindow(QMainWindow):
    """Figures are computed document by document while the window stays awake; closing it stops them.

    Signals:
        documentWanted(str): the person wants to see the spans of this document.
    """

    documentWanted = Signal(str)

    def __init__(self, parent: QWidget, project: Project) -> None:
        """Begin to measure."""
        super().__init__(parent)
        self._project = project
        self._agreeing = Agreeing(project, by="document")
        self._steps: Iterator[tuple[int, int]] = self._agreeing.run()
        self.report: Report | None = None
        self.setWindowTitle(self.tr("Agreement"))
        self.resize(1080, 720)
        self.counts = plain_label(wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(self.tr("Documents measured"))
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
        self.documents.cellDoubleClicked.connect(self._want)
        self.losses.cellDoubleClicked.connect(lambda _row, _column: self.documentWanted.emit(""))
        self._timer = QTimer(self, interval=BUSY_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop measuring."""
        self._timer.stop()
        super().closeEvent(event)

    def _arrange(self) -> None:
        self.tabs = QTabWidget()
        pairs = QWidget()
        within = QVBoxLayout(pairs)
        within.addWidget(self.measure)
        within.addWidget(self.pairs, 1)
        for title, widget in (
            (self.tr("All"), self.figures),
            (self.tr("Pairs"), pairs),
            (self.tr("Labels"), self.labels),
            (self.tr("Documents"), self.documents),
            (self.tr("Losses"), self.losses),
            (self.tr("Confusion"), self.confusion),
            (self.tr("Gold"), self.gold),
            (self.tr("Methods"), self.methods),
        ):
            self.tabs.addTab(widget, title)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.counts, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        save = button(self.tr("Save what is shown…"), self._save, icon_name="export")
        layout.addLayout(row(save, button(self.tr("Close"), self.close)))
        self.setCentralWidget(body)

    def _step(self) -> None:
        try:
            done, total = next(self._steps)
        except StopIteration:
            self._timer.stop()
            self.progress.hide()
            self._show(self._agreeing.report)
            return
        except Told as error:
            self._timer.stop()
            self.progress.hide()
            self.tabs.setEnabled(False)
            self.counts.setText(said(error))
            return
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.counts.setText(self.tr("{done} of {all} documents measured").format(done=done, all=total))

    def _show(self, report: Report) -> None:
        self.report = report
        self.counts.setText(self._counted(report))
        order = {measure.name: n for n, measure in enumerate(MEASURES)}
        whole = [one for one in report.measures if one.label is None and one.attribute is None]
        whole.sort(key=lambda one: order[one.measure])
        self.figures.show_rows([self._row(one) for one in whole], tips=[_paper(one) for one in whole])
        rest = [one for one in report.measures if one.label is not None or one.attribute is not None]
        self.labels.show_rows([self._row(one) for one in rest], tips=[_paper(one) for one in rest])
        self.measure.clear()
        for name in PAIR_MEASURES:
            self.measure.addItem(_title(name), name)
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
        self.methods.setPlainText(methods(report, language(), say=said))

    def _counted(self, report: Report) -> str:
        lines = [self.tr("%n document(s) done by two annotators at least", "", report.documents)]
        lines += [
            self.tr("{name}: {done} documents, {spans} spans in those").format(
                name=name, done=report.done[name], spans=report.spans[name]
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
        stated = ", ".join(f"{key} {_short(value)}" for key, value in one.also.items())
        how = said(one.undefined) if one.undefined else stated
        return _title(one.measure), of, one.value, one.low, one.high, one.n, how

    def _show_pairs(self) -> None:
        report = self.report
        if report is None:
            return
        name, people = self.measure.currentData(), report.annotators
        held = {one.annotators: _value(one.measures, name) for one in report.pairs}
        cells = [[held.get((a, b), held.get((b, a))) for b in people] for a in people]
        self.pairs.show_matrix(
            people, cells, told=lambda i, j: f"{people[i]}, {people[j]}: {_title(name)} {cells[i][j]:.2f}"
        )

    def _show_confusion(self, report: Report) -> None:
        labels, matrix = report.confusion["labels"], report.confusion["matrix"]
        assert isinstance(labels, list)
        assert isinstance(matrix, list)
        names = [label_name(self._project.scheme, key) for key in labels]
        self.confusion.show_matrix(names, matrix, told=lambda i, j: f"{names[i]}, {names[j]}: {matrix[i][j]}")

    def _want(self, row_: int, _column: int) -> None:
        at = self.documents.row_meant(row_)
        if self.report is not None and at >= 0:
            self.documentWanted.emit(self.report.documents_by[at].document)

    def _save(self) -> None:
        """Ask where, and write the table, the picture or the text of the tab that is shown."""
        page = self.tabs.currentWidget()
        if isinstance(page, FigureTable):
            kind, suffix = self.tr("Tables") + " (*.csv)", ".csv"
        elif page is self.methods:
            kind, suffix = self.tr("Texts") + " (*.txt)", ".txt"
        else:
            kind, suffix = self.tr("Pictures") + " (*.png *.svg)", ".png"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save what is shown…"), f"agreement{suffix}", kind)
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write what the tab shows."""
        page = self.tabs.currentWidget()
        try:
            if isinstance(page, FigureTable | HeatMatrix):
                page.save(path)
            elif page is self.methods:
                path.write_text(self.methods.toPlainText(), encoding="utf-8")
            else:
                self.pairs.save(path)
        except OSError as error:
            self.counts.setText(self.tr("Nothing was written: {reason}").format(reason=error))


def _value(made: tuple[Figure, ...], name: str) -> float | None:
    found = next((one for one in made if one.measure == name and one.label is None and one.attribute is None), None)
    return found.value if found else None


def _title(name: str) -> str:
    return next((measure.title for measure in MEASURES if measure.name == name), name)


def _paper(one: Figure) -> str:
    return next((measure.paper for measure in MEASURES if measure.name == one.measure), "")


def _short(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)
