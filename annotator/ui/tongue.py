"""The language of the window: our translations and Qt's own, changed while the program runs."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.model.bundled import bundled


def speak(app: QApplication, code: str) -> None:
    """Show what is built from now on in a language: French, or English for any other."""
    tongue = "fr" if code == "fr" else "en"
    for held in app.findChildren(QTranslator):
        app.removeTranslator(held)
        held.deleteLater()
    QLocale.setDefault(QLocale(tongue))
    # Qt's own words: buttons of file dialogs, menus of lines to type in, names of keys
    qt = QTranslator(app)
    if qt.load(f"qtbase_{tongue}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    ours = QTranslator(app)
    data = bundled("resources").joinpath("translations", f"annotator_{tongue}.qm")
    if data.is_file() and ours.load(str(data)):
        app.installTranslator(ours)
