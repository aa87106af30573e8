"""Windows as large as they like, and never larger than the screen."""

from PySide6.QtWidgets import QWidget

TITLE_BAR = 32
"""Pixels that the desktop draws around a window, which `resize` does not count."""


def take_room(window: QWidget, width: int, height: int) -> None:
    """Make a window so large, or as large as its screen allows."""
    room = window.screen().availableSize()
    window.resize(min(width, room.width()), min(height, room.height() - TITLE_BAR))
