"""A menu that comes up over the article and keeps the keys for itself while it is there."""

from typing import override

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu


class Popup(QMenu):
    """Without this a number would label the words below the menu instead of choosing in it."""

    @override
    def event(self, event: QEvent) -> bool:
        """Let no key become a shortcut of what lies below."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return bool(super().event(event))
