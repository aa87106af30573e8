"""Merging, packs and forks in the window: what would happen is shown, asked about, done and taken back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.model.ids import annotator_id
from annotator.model.layer import Annotator
from annotator.store.checking import check
from annotator.store.project import Project
from annotator.ui.exchange.forks_dialog import ForksDialog
from annotator.ui.exchange.merge_dialog import MergeDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Settings
from annotator.workflow.annotating import Annotating
from annotator.workflow.packing import pack
from tests.workflow.exchange import label, make_project, merge

ANNA = Annotator(annotator_id("Anna"), "Anna")
type Shown = Callable[[QDialog], None]


@pytest.fixture
def show(qtbot: QtBot) -> Shown:
    def shown(dialog: QDialog) -> None:
        qtbot.addWidget(dialog)
        dialog.show()

    return shown


def read(qtbot: QtBot, dialog: MergeDialog) -> None:
    """Wait until the files have been read."""
    qtbot.waitUntil(lambda: dialog.reading.isHidden(), timeout=30_000)


def cells(dialog: MergeDialog) -> list[list[object]]:
    model = dialog.model
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def test_what_would_happen_is_a_table_and_a_button_does_it(qtbot: QtBot, show: Shown, lead: Path, ben: Path) -> None:
    with Project.open(lead) as project:
        dialog = MergeDialog(None, project, [ben], by=ANNA)
        show(dialog)
        assert not dialog.merge_button.isEnabled()
        read(qtbot, dialog)
        assert cells(dialog) == [["Ben", "Norvik : le quai nor", "new", "0 → 2", "2 made"]]
        assert project.annotators() == (ANNA,)
        with qtbot.waitSignal(dialog.merged, timeout=30_000):
            dialog.merge_button.click()
        assert "Undo" in dialog.summary.text()
        assert len(project.annotators()) == 2
        assert check(project) == ()


def test_the_same_again_offers_nothing(qtbot: QtBot, show: Shown, lead: Path, ben: Path) -> None:
    merge(lead, ben)
    with Project.open(lead) as project:
        dialog = MergeDialog(None, project, [ben], by=ANNA)
        show(dialog)
        read(qtbot, dialog)
        assert "nothing new" in dialog.summary.text()
        assert not dialog.merge_button.isEnabled()


def test_a_loss_is_asked_about(qtbot: QtBot, show: Shown, lead: Path, ben: Path) -> None:
    merge(lead, ben)
    with Project.open(ben) as project:
        session = Annotating(project, project.annotator("Ben"))
        session.erase(session.open(project.documents()[0].id).spans[0].id)
    with Project.open(lead) as project:
        dialog = MergeDialog(None, project, [ben], by=ANNA)
        show(dialog)
        read(qtbot, dialog)
        assert (dialog.accept_loss.isVisible(), dialog.merge_button.isEnabled()) == (True, False)
        dialog.accept_loss.click()
        assert dialog.merge_button.isEnabled()
        assert "lose more than a tenth" in dialog.summary.text()
        assert cells(dialog)[0][4] == "1 erased, more than a tenth is lost"


def test_a_bad_file_says_why_beside_the_good_ones(qtbot: QtBot, show: Shown, lead: Path, ben: Path) -> None:
    bad = ben.with_name("<b>bad<b>.annotator")
    bad.write_bytes(ben.read_bytes()[:9000])
    with Project.open(lead) as project:
        dialog = MergeDialog(None, project, [bad, ben], by=ANNA)
        show(dialog)
        read(qtbot, dialog)
        assert dialog.notes.toPlainText().startswith("✗ “<b>bad<b>.annotator” is cut off")
        assert dialog.summary.text().startswith("1 file")
        assert dialog.merge_button.isEnabled()


def test_bad_files_are_counted_where_nothing_else_is_new(qtbot: QtBot, show: Shown, lead: Path) -> None:
    bad = Path(shutil.copy(lead, lead.with_name("bad.annotator")))
    bad.write_bytes(lead.read_bytes()[:9000])
    with Project.open(lead) as project:
        alone = MergeDialog(None, project, [bad], by=ANNA)
        show(alone)
        read(qtbot, alone)
        assert "None of the files" in alone.summary.text()
        dialog = MergeDialog(None, project, [bad, Path(shutil.copy(lead, lead.with_name("same.annotator")))], by=ANNA)
        show(dialog)
        read(qtbot, dialog)
        assert "1 file" in dialog.summary.text()
        assert not dialog.merge_button.isEnabled()


def test_layers_that_are_all_refused_are_counted(qtbot: QtBot, show: Shown, ben: Path, tmp_path: Path) -> None:
    with Project.open(ben, read_only=True) as project:
        bare = pack(project, tmp_path / "bare.annotator", annotator="Ben", with_text=False).path
    make_project(tmp_path / "empty.annotator", texts=())
    with Project.open(tmp_path / "empty.annotator") as project:
        dialog = MergeDialog(None, project, [bare], by=ANNA)
        show(dialog)
        read(qtbot, dialog)
        assert "1 layer" in dialog.summary.text()
        assert "refused" in dialog.summary.text()
        assert cells(dialog)[0][4] == "Its text is neither here nor in the file."


def test_enter_closes_the_window_of_a_merge_that_is_done(qtbot: QtBot, show: Shown, lead: Path, ben: Path) -> None:
    with Project.open(lead) as project:
        dialog = MergeDialog(None, project, [ben], by=ANNA)
        show(dialog)
        qtbot.waitActive(dialog)
        read(qtbot, dialog)
        with qtbot.waitSignal(dialog.merged, timeout=30_000):
            QTest.keyClick(dialog.merge_button, Qt.Key.Key_Return)
        assert "Undo" in dialog.summary.text()
        assert dialog.close_button.hasFocus()
        QTest.keyClick(dialog.close_button, Qt.Key.Key_Return)
        assert dialog.isHidden()


def test_a_merge_that_is_stopped_is_none_and_can_be_begun_again(
    qtbot: QtBot, show: Shown, lead: Path, ben: Path
) -> None:
    with Project.open(lead) as project:
        dialog = MergeDialog(None, project, [ben], by=ANNA)
        show(dialog)
        read(qtbot, dialog)
        lent: list[bool] = []
        dialog.busy.connect(lent.append)
        dialog.merge()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert "nothing was merged" in dialog.summary.text()
        assert project.annotators() == (ANNA,)
        with qtbot.waitSignal(dialog.merged, timeout=30_000):
            dialog.merge_button.click()
        assert lent == [True, False] * 2
        assert [person.name for person in project.annotators()] == ["Anna", "Ben"]
        assert check(project) == ()


def test_closing_the_window_of_a_merge_under_way_merges_nothing(
    qtbot: QtBot, show: Shown, lead: Path, ben: Path
) -> None:
    with Project.open(lead) as project:
        dialog = MergeDialog(None, project, [ben], by=ANNA)
        show(dialog)
        read(qtbot, dialog)
        dialog.merge()
        dialog.close()
        assert project.annotators() == (ANNA,)
        project.annotator("Cleo")
        assert check(project) == ()


def test_reading_that_is_stopped_begins_again(qtbot: QtBot, show: Shown, lead: Path, ben: Path) -> None:
    with Project.open(lead) as project:
        dialog = MergeDialog(None, project, [ben], by=ANNA)
        show(dialog)
        dialog.reading.turn()
        assert "Stopped" in dialog.summary.text()
        dialog.reading.turn()
        read(qtbot, dialog)
        assert dialog.merge_button.isEnabled()


def test_a_merge_that_cannot_be_says_so_and_the_project_is_back(
    qtbot: QtBot, show: Shown, lead: Path, ben: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with Project.open(lead) as project:
        dialog = MergeDialog(None, project, [ben], by=ANNA)
        show(dialog)
        read(qtbot, dialog)
        # where backups would lie there is a file
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
        with qtbot.waitSignal(dialog.writing.failed, timeout=30_000):
            dialog.merge()
        assert "could not be written" in dialog.summary.text()
        assert dialog.merge_button.isEnabled()
        assert project.annotators() == (ANNA,)


def test_a_fork_is_shown_side_by_side_and_settled(qtbot: QtBot, show: Shown, lead: Path, tmp_path: Path) -> None:
    laptop = Path(shutil.copy(lead, tmp_path / "laptop.annotator"))
    label(lead, "Anna", "claim", "claim", "claim")
    label(laptop, "Anna", "claim", "opinion")
    merge(lead, laptop)
    with Project.open(lead) as project:
        stranger = ForksDialog(None, project, Annotator(annotator_id("Ben"), "Ben"))
        show(stranger)
        assert not stranger.keep_both.isEnabled()
        assert "Only Anna" in stranger.conflicts.toPlainText()
        dialog = ForksDialog(None, project, ANNA)
        show(dialog)
        assert (len(dialog.left.toPlainText().splitlines()), len(dialog.right.toPlainText().splitlines())) == (3, 2)
        with qtbot.waitSignal(dialog.settled):
            dialog.keep_both.click()
        assert "No layer" in dialog.summary.text()
        (layer,) = project.all_labelled()
        assert len(layer.spans) == 4


def test_sides_that_differ_by_a_note_show_it_and_enter_keeps_the_side_that_has_the_focus(
    qtbot: QtBot, show: Shown, lead: Path, tmp_path: Path
) -> None:
    laptop = Path(shutil.copy(lead, tmp_path / "laptop.annotator"))
    for path, note in ((lead, "at the desk"), (laptop, "on the train")):
        with Project.open(path) as project:
            session = Annotating(project, ANNA)
            (span,) = session.open(project.documents()[0].id).spans
            session.set_note(span.id, note)
            session.set_attribute(span.id, "checkability", "checkable" if note == "at the desk" else "too_vague")
    merge(lead, laptop)
    with Project.open(lead) as project:
        dialog = ForksDialog(None, project, ANNA)
        show(dialog)
        qtbot.waitActive(dialog)
        sides = [dialog.left.toPlainText(), dialog.right.toPlainText()]
        assert sorted("train" in words for words in sides) == [False, True]
        assert "≠ Claim: Norvik (Checkability: checkable · at the desk)" in sides
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        assert dialog.list.count() == 1, "Enter in the list settles nothing"
        dialog.keep_right.setFocus()
        QTest.keyClick(dialog.keep_right, Qt.Key.Key_Return)
        assert dialog.body.isHidden()
        assert dialog.close_button is dialog.focusWidget()
        (layer,) = project.all_labelled()
        assert layer.spans[0].note in sides[1]


def test_both_sides_together_say_what_the_other_side_has_erased_or_labelled_otherwise(
    show: Shown, lead: Path, tmp_path: Path
) -> None:
    label(lead, "Anna", "claim", "claim")
    laptop = Path(shutil.copy(lead, tmp_path / "laptop.annotator"))
    for path, other in ((lead, "opinion"), (laptop, "attribution")):
        with Project.open(path) as project:
            session = Annotating(project, ANNA)
            first, second = session.open(project.documents()[0].id).spans[:2]
            session.relabel(first.id, other)
            if other == "opinion":
                session.erase(second.id)
            else:
                session.set_note(second.id, "kept")
    merge(lead, laptop)
    with Project.open(lead) as project:
        dialog = ForksDialog(None, project, ANNA)
        show(dialog)
        words = dialog.conflicts.toPlainText()
        assert "(kept), which the other side has erased" in words
        assert "Opinion “Norvik”" in words
        assert "(" not in words.replace("(kept)", ""), "attributes of different labels say nothing"


def test_undo_in_the_window_takes_a_merge_back_and_redo_brings_it_again(
    qtbot: QtBot, lead: Path, ben: Path, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.keep("annotator", "Anna")
    settings.keep("highlight", "no")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.open_project(lead)
    assert window.project is not None
    assert window.desk is not None
    dialog = MergeDialog(window, window.project, [ben], by=window.desk.annotating.annotator)
    dialog.merged.connect(window.came_in)
    dialog.merged.connect(window.desk.reload)
    dialog.show()
    read(qtbot, dialog)
    with qtbot.waitSignal(dialog.merged, timeout=30_000):
        dialog.merge()
    dialog.close()
    assert window.actions_ is not None
    for action, people in (("undo", 1), ("redo", 2)):
        window.actions_.by_id[action].trigger()
        assert len({layer.annotator.id for layer in window.project.all_labelled()}) == people
    window.close()
