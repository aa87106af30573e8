"""Light and dark, French and English: both change while the program runs, everywhere."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QDockWidget, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.ui.exchange.exchange import Exchange
from tests.windows import CTRL, Session

TEXT = "Le pont rouge a fermé mardi. Selon la mairie, il rouvrira demain.\n"


def test_dark_turns_the_window_and_the_article_dark_where_the_platform_keeps_no_colour_scheme(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = Session(qtbot, tmp_path, [TEXT])
    session.trigger("theme_dark")
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 64
    paper = session.place.view.grab().toImage()
    assert paper.pixelColor(4, paper.height() - 4).lightness() < 64
    assert session.place.view.colours.dark
    session.trigger("theme_light")
    assert not session.place.view.colours.dark


def test_the_language_changes_at_once_and_keeps_the_place(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [TEXT, "Autre article, plus court.\n"])
    session.place.open(session.desk.annotating.queue()[1].id)
    session.press("1")
    span = session.desk.span_id
    session.trigger("french")
    titles = {dock.windowTitle() for dock in session.window.findChildren(QDockWidget)}
    assert titles == {"Documents", "Recherche", "Segment courant", "Entités", "Consignes", "Tous les segments"}
    assert session.desk.span_id == span
    assert session.held.text.startswith("Autre")


def test_a_key_pressed_right_after_the_language_has_changed_does_what_it_says(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [TEXT])
    session.press("1")
    session.window.speak("fr")
    QTest.keyClick(session.view, Qt.Key.Key_Z, CTRL)
    assert session.held.spans == ()


def test_words_of_qt_are_french_in_a_french_window(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [TEXT], language="fr")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, session.window)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Annuler"


def test_a_french_window_asks_for_files_in_french(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [TEXT], language="fr")
    asked = []

    def look() -> None:
        (dialog,) = session.window.findChildren(QFileDialog)
        asked.append(dialog.labelText(QFileDialog.DialogLabel.FileType))
        dialog.reject()

    QTimer.singleShot(0, look)
    Exchange(session.window).merge()
    assert asked == ["Type de fichiers :"]


def test_labels_are_called_by_their_names_in_menu_and_bar(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(qtbot, tmp_path, [TEXT], language="fr")
    assert session.window.actions_ is not None
    names = [session.window.actions_.by_id[f"label_{n}"].text() for n in range(1, 5)]
    assert names == ["Affirmation", "Attribution", "Opinion", "Fait vérifié"]
    assert session.place.label_bar.buttons["claim"].text() == "1  Affirmation"
