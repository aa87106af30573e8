"""Names that several views show: statuses, in the language of the window; and names of the scheme."""

import re

from PySide6.QtCore import QCoreApplication

from annotator.model.layer import Span, Status
from annotator.model.scheme import Label, Scheme, name_in
from annotator.ui.marking import QT_TRANSLATE_NOOP

STATUS_NAMES: dict[Status, str] = {
    "new": QT_TRANSLATE_NOOP("Words", "New"),
    "in_progress": QT_TRANSLATE_NOOP("Words", "In progress"),
    "done": QT_TRANSLATE_NOOP("Words", "Done"),
    "flagged": QT_TRANSLATE_NOOP("Words", "Flagged"),
}

FIELD_NAMES = {
    "text": QT_TRANSLATE_NOOP("Words", "Text"),
    "title": QT_TRANSLATE_NOOP("Words", "Title"),
    "source": QT_TRANSLATE_NOOP("Words", "Outlet"),
    "published": QT_TRANSLATE_NOOP("Words", "Date"),
    "url": QT_TRANSLATE_NOOP("Words", "Address"),
    "language": QT_TRANSLATE_NOOP("Words", "Language"),
}
"""What a column of a table can be."""


PLACES = {
    "line": QT_TRANSLATE_NOOP("Words", "line"),
    "row": QT_TRANSLATE_NOOP("Words", "row"),
    "page": QT_TRANSLATE_NOOP("Words", "page"),
    "entry": QT_TRANSLATE_NOOP("Words", "entry"),
    "document": QT_TRANSLATE_NOOP("Words", "document"),
}
"""Of what a place in a file is counted: readers say ``news.jsonl, line 3``."""
_PLACE = re.compile(rf"(?<=, )({'|'.join(PLACES)})(?= \d)")


def place_in_file(where: str) -> str:
    """Return a place that a reader names, in the language of the window."""
    return _PLACE.sub(lambda found: QCoreApplication.translate("Words", PLACES[found.group()]), where)


def field_name(field: str) -> str:
    """Return what a field of an article is called."""
    return QCoreApplication.translate("Words", FIELD_NAMES[field])


def status_name(status: Status) -> str:
    """Return what a status is called."""
    return QCoreApplication.translate("Words", STATUS_NAMES[status])


def language() -> str:
    """Return the language of the window, as the program's translations name it: ``fr`` or ``en``."""
    return QCoreApplication.translate("Words", "en", "the code of this language, for names in schemes: fr")


def entity_name(scheme: Scheme, key: str) -> str:
    """Return what an entity type is called in little room: its name up to the first comma."""
    names = next((kind.name for kind in scheme.entity_types if kind.key == key), None)
    return name_in(names, language()).split(",")[0] if names else key


def label_name(scheme: Scheme, key: str) -> str:
    """Return what a label, by id or key, is called."""
    label = scheme.label(key)
    return name_in(label.name, language()) if label else key


def attribute_words(label: Label | None, key: str, span: Span) -> str:
    """Return an attribute of a span by the names that the scheme gives it and its values."""
    held = span.attributes.get(key, ())
    values = (held,) if isinstance(held, str) else held
    attribute = label.attribute(key) if label else None
    names = {choice.value: name_in(choice.name, language()) for choice in attribute.values} if attribute else {}
    words = ", ".join(names.get(value, value) for value in values) or "—"
    return f"{name_in(attribute.name, language()) if attribute else key}{colon()}{words}"


def in_quotes(words: str) -> str:
    """Return words in the quotation marks of the language of the window, unless they begin with some."""
    if words[:1] in ("«", "“", '"'):
        return words
    return f"«\u00a0{words}\u00a0»" if language() == "fr" else f"“{words}”"


def colon() -> str:
    """Return a colon as the language of the window sets it."""
    return "\u00a0: " if language() == "fr" else ": "


def semicolon() -> str:
    """Return a semicolon between two parts, as the language of the window sets it."""
    return "\u00a0; " if language() == "fr" else "; "
