"""The program's own line icons, recoloured for the theme."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from annotator.model.bundled import bundled

SIZES = (16, 24, 32, 48)


def icon(name: str) -> QIcon:
    """Return an icon of ``resources/icons`` in the colour that text has now."""
    drawing = bundled("resources").joinpath("icons", f"{name}.svg").read_bytes()
    colour = QApplication.palette().color(QPalette.ColorRole.ButtonText).name()
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
