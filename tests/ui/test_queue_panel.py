"""The queue: one row is read anew for each change, the others stay."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from annotator.model.ids import DocumentId
from annotator.model.layer import QueueRow
from annotator.ui.queue_delegate import ROW
from annotator.ui.queue_panel import QueuePanel


def _row(name: str) -> QueueRow:
    return QueueRow(DocumentId(name), name, "", "", "new", 0)


def _shown(panel: QueuePanel) -> list[tuple[str, int | None]]:
    rows = [panel.model.index(n, 0).data(ROW) for n in range(panel.model.rowCount())]
    return [(row.title, row.spans) for row in rows]


def test_a_newer_row_takes_the_place_of_the_older_one(qtbot: QtBot) -> None:
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.show_queue([_row("a"), _row("b")], DocumentId("a"))
    panel.change_rows([replace(_row("b"), status="done", spans=3)])
    assert _shown(panel) == [("a", 0), ("b", 3)]
    assert panel.progress.value() == 1


def test_spans_are_counted_for_the_documents_that_are_looked_at(qtbot: QtBot) -> None:
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.show_queue([replace(_row("a"), spans=None), _row("b")], DocumentId("a"))
    with qtbot.waitSignal(panel.model.uncounted) as wanted:
        panel.grab()
    assert wanted.args == ["a"]
    panel.change_rows([replace(_row("a"), spans=2)])
    with qtbot.assertNotEmitted(panel.model.uncounted):
        panel.grab()


def test_a_row_that_no_longer_fits_the_filter_goes(qtbot: QtBot) -> None:
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.show_queue([_row("a"), _row("b")], DocumentId("a"))
    panel.filter.setCurrentIndex(panel.filter.findData("new"))
    panel.change_rows([replace(_row("b"), status="done")])
    assert _shown(panel) == [("a", 0)]


def test_the_current_document_is_the_selected_one(qtbot: QtBot) -> None:
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.show_queue([_row("a"), _row("b")], DocumentId("a"))
    panel.set_current(DocumentId("b"))
    assert panel.table.selectionModel().currentIndex().row() == 1
    assert panel.neighbour(-1) == "a"
