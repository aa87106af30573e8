"""Who says what: the annotators of a document by name, or by letter while names are hidden."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.model.case import Difference
from annotator.model.ids import AnnotatorId
from annotator.model.layer import LabelledDocument
from annotator.model.ruling import Reason
from annotator.ui.marking import QT_TRANSLATE_NOOP

DIFFERENCE_NAMES: dict[Difference, str] = {
    "missed": QT_TRANSLATE_NOOP("Voices", "missed"),
    "boundary": QT_TRANSLATE_NOOP("Voices", "boundaries"),
    "label": QT_TRANSLATE_NOOP("Voices", "label"),
    "split_merge": QT_TRANSLATE_NOOP("Voices", "split or merged"),
    "link": QT_TRANSLATE_NOOP("Voices", "links"),
    "attribute": QT_TRANSLATE_NOOP("Voices", "attributes"),
}
REASON_NAMES: dict[Reason, str] = {
    "agreed": QT_TRANSLATE_NOOP("Voices", "All agree"),
    "majority": QT_TRANSLATE_NOOP("Voices", "Most agree"),
    "guideline": QT_TRANSLATE_NOOP("Voices", "A guideline says so"),
    "extent": QT_TRANSLATE_NOOP("Voices", "The smallest clause counts"),
    "evidence": QT_TRANSLATE_NOOP("Voices", "The evidence test decides"),
    "context": QT_TRANSLATE_NOOP("Voices", "The context decides"),
    "oversight": QT_TRANSLATE_NOOP("Voices", "Somebody overlooked it"),
    "other": QT_TRANSLATE_NOOP("Voices", "Another reason (see the note)"),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """An annotator as the windows name them; ``number`` is the key that takes their span, and their lane."""

    id: AnnotatorId
    name: str
    number: int


def voices_of(layers: Sequence[LabelledDocument], *, hidden: bool) -> tuple[Voice, ...]:
    """Return who labelled a document, in the order of their lanes."""
    return tuple(
        Voice(layer.annotator.id, _letter(n) if hidden else layer.annotator.name, n + 1)
        for n, layer in enumerate(layers)
    )


def difference_name(difference: Difference) -> str:
    """Return what a kind of difference is called."""
    return QCoreApplication.translate("Voices", DIFFERENCE_NAMES[difference])


def reason_name(reason: Reason) -> str:
    """Return what a reason is called."""
    return QCoreApplication.translate("Voices", REASON_NAMES[reason])


def _letter(number: int) -> str:
    return QCoreApplication.translate("Voices", "Person {letter}").format(letter=chr(ord("A") + number % 26))
