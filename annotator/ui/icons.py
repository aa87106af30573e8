"""The program's own line icons, recoloured for the theme."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from annotator.model.bundled import bundled

SIZES = (16, 24, 32, 48)
NAME = "icon_name"
"""The property by which a button remembers which icon it has."""


def give_icon(button: QAbstractButton, name: str) -> None:
    """Give a button an icon, which follows the theme from now on."""
    button.setProperty(NAME, name)
    recolour(button)


def recolour(button: QAbstractButton) -> None:
    """Draw the icon of a button in the colour that its words have now."""
    name = button.property(NAME)
    if isinstance(name, str):
        role = QPalette.ColorRole.BrightText if button.property("primary") else QPalette.ColorRole.ButtonText
        button.setIcon(_icon(name, QApplication.palette().color(role).name()))


def _icon(name: str, colour: str) -> QIcon:
    drawing = bundled("resources").joinpath("icons", f"{name}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.encode())))
    made = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made
