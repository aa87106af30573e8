"""What comes with files in the window: whose layer, what labels are here, in which unit offsets are counted."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator.model.layer import LabelledDocument
from annotator.ui.exchange.labels_dialog import LabelsDialog
from annotator.ui.exchange.unit_dialog import UnitDialog
from annotator.ui.import_dialog import ImportDialog
from annotator.workflow.mapping import remembered
from tests.windows import Session

TEXT = "Le pont est miné, selon l’armée."
ROW = {"text": TEXT, "spans": [[0, 16, "CLAIM"], [24, 31, "ARMY"], [0, 7, "Ouvrage"]]}


def begun(session: Session, tmp_path: Path, *rows: Mapping[str, object], name: str = "a.jsonl") -> ImportDialog:
    file = tmp_path / name
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    session.window.import_paths([file])
    return session.window.findChildren(ImportDialog)[-1]


def asked[D: (LabelsDialog, UnitDialog)](session: Session, dialog: ImportDialog, kind: type[D]) -> D:
    session.qtbot.waitUntil(lambda: bool(dialog.findChildren(kind)), timeout=30_000)
    return dialog.findChildren(kind)[-1]


def over(session: Session, dialog: ImportDialog) -> None:
    session.qtbot.waitUntil(dialog.shut.isEnabled, timeout=30_000)


def layers(session: Session) -> dict[str, LabelledDocument]:
    assert session.window.project is not None
    return {one.annotator.name: one for one in session.window.project.all_labelled()}


def choose(choice: QComboBox, words: str) -> None:
    """Choose by typing the first letters of an entry, as a person does."""
    choice.setFocus()
    QTest.keyClicks(choice, words)


def test_labels_are_mapped_by_key_added_or_left_out_and_it_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, ["Un premier article.\n"])
    dialog = begun(session, tmp_path, ROW)
    labels = asked(session, dialog, LabelsDialog)
    assert not labels.accept_button.isEnabled()
    assert labels.choices["CLAIM"].currentText() == "Claim"
    choose(labels.choices["ARMY"], "Org")
    choose(labels.choices["Ouvrage"], "Add")
    assert labels.accept_button.isEnabled()
    QTest.keyClick(labels.accept_button, Qt.Key.Key_Return)
    over(session, dialog)
    held = layers(session)["Ada"]
    assert [(s.label, s.text) for s in held.spans] == [("claim", "Le pont est miné"), ("Ouvrage", "Le pont")]
    assert [(e.label, e.words) for e in held.entities] == [("ORG", "l’armée")]
    assert session.window.project is not None
    assert remembered(session.window.project) == {"ARMY": "ORG", "CLAIM": "claim"}
    assert "Ouvrage" in session.place.label_bar.buttons
    again = asked(session, begun(session, tmp_path, ROW), LabelsDialog)
    assert again.accept_button.isEnabled()


def test_the_rest_is_left_out_at_once_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, ["Un premier article.\n"])
    dialog = begun(session, tmp_path, ROW)
    labels = asked(session, dialog, LabelsDialog)
    labels._fill("leave out")  # its button
    labels.accept()
    over(session, dialog)
    assert "ARMY: 1 span left out" in dialog.report.toPlainText()
    assert "1 span" in dialog.summary.text()


def test_files_that_name_annotators_keep_them_unless_another_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, ["Un premier article.\n"])
    row = {"text": TEXT, "annotator": "ben", "spans": [[0, 16, "claim"]]}
    dialog = begun(session, tmp_path, row, {"text": "Un mot.", "spans": [[0, 2, "claim"]]})
    asked(session, dialog, LabelsDialog).accept()
    over(session, dialog)
    assert sorted(layers(session)) == ["Ada", "ben"]
    dialog = begun(session, tmp_path, row, name="b.jsonl")
    labels = asked(session, dialog, LabelsDialog)
    labels.whose.setEditText("Cléo")
    labels.accept()
    over(session, dialog)
    assert len(layers(session)["Cléo"].spans) == 1


def test_refusing_the_labels_brings_nothing_in(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, ["Un premier article.\n"])
    dialog = begun(session, tmp_path, ROW)
    asked(session, dialog, LabelsDialog).reject()
    over(session, dialog)
    assert dialog.summary.text() == "Nothing came in."
    assert len(session.desk.annotating.queue()) == 1


def _refuse(unit: UnitDialog) -> None:
    unit.reject()


def _utf16(unit: UnitDialog) -> None:
    unit.choices["utf16"].setChecked(True)
    unit.accept()


def test_an_open_unit_is_asked_about_with_the_words_that_each_would_give(qtbot: QtBot, tmp_path: Path) -> None:
    def words(answer: Callable[[UnitDialog], None], folder: str) -> list[str]:
        (tmp_path / folder).mkdir()
        session = Session(qtbot, tmp_path / folder, ["Un premier article.\n"])
        row = {"id": 1, "text": "\U0001f525 Le feu", "label": [[6, 9, "claim"]]}
        dialog = begun(session, tmp_path / folder, row)
        unit = asked(session, dialog, UnitDialog)
        assert "“feu”" in unit.choices["utf16"].accessibleName()
        answer(unit)
        if answer is _utf16:
            asked(session, dialog, LabelsDialog).accept()
        over(session, dialog)
        return [span.text for one in layers(session).values() for span in one.spans]

    assert words(_utf16, "a") == ["feu"]
    assert words(_refuse, "b") == []


def test_many_labels_take_more_lines_and_never_push_the_window_apart(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, ["Un premier article.\n"])
    width, height = session.window.width(), session.place.label_bar.height()
    dialog = begun(
        session, tmp_path, {"text": TEXT, "spans": [[0, 2, f"Une étiquette au nom long, {n}"] for n in range(20)]}
    )
    labels = asked(session, dialog, LabelsDialog)
    labels._fill("add")  # its button
    labels.accept()
    over(session, dialog)
    qtbot.waitUntil(lambda: session.place.label_bar.height() > 2 * height)
    assert session.window.width() == width
    last = session.place.label_bar.buttons["Une étiquette au nom long, 19"]
    assert last.geometry().right() <= session.place.label_bar.width()
