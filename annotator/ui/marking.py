"""Marking strings for translation where they stand in tables; Qt's own stub types them as objects."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  # lupdate looks for this very name
        """Return the text as it is, marked for lupdate."""

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP"]
