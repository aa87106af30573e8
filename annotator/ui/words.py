"""Names that several views show: statuses, in the language of the window; and names of the scheme."""

from PySide6.QtCore import QCoreApplication

from annotator.model.layer import Status
from annotator.ui.marking import QT_TRANSLATE_NOOP

STATUS_NAMES: dict[Status, str] = {
    "new": QT_TRANSLATE_NOOP("Words", "New"),
    "in_progress": QT_TRANSLATE_NOOP("Words", "In progress"),
    "done": QT_TRANSLATE_NOOP("Words", "Done"),
    "flagged": QT_TRANSLATE_NOOP("Words", "Flagged"),
}


def status_name(status: Status) -> str:
    """Return what a status is called."""
    return QCoreApplication.translate("Words", STATUS_NAMES[status])


def language() -> str:
    """Return the language of the window, as the program's translations name it: ``fr`` or ``en``."""
    return QCoreApplication.translate("Words", "en", "the code of this language, for names in schemes: fr")
