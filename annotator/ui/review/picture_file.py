"""What is drawn, written to a file: as SVG by that suffix, else as PNG with twice the pixels of the screen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator

_SHARP = 2


def write_picture(path: Path, size: QSize, ground: QColor, draw: Callable[[QPainter], object]) -> None:
    """Write a picture. Raises OSError."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    if path.suffix.lower() == ".svg":
        generator = QSvgGenerator()
        generator.setOutputDevice(held)
        generator.setSize(size)
        generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
        _paint(QPainter(generator), size, ground, draw)
    else:
        picture = QPixmap(size * _SHARP)
        picture.setDevicePixelRatio(_SHARP)
        _paint(QPainter(picture), size, ground, draw)
        picture.save(held, "PNG")
    path.write_bytes(held.data().data())


def _paint(painter: QPainter, size: QSize, ground: QColor, draw: Callable[[QPainter], object]) -> None:
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), ground)
    draw(painter)
    painter.end()
