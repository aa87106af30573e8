"""What measures, and what stands beside their figures, are called in the language of the window."""

from PySide6.QtCore import QCoreApplication

from annotator.agreement.registry import MEASURES
from annotator.ui.desk import said
from annotator.ui.marking import QT_TRANSLATE_NOOP
from annotator.ui.review.figure_table import shown
from annotator.ui.words import colon
from annotator.workflow.figures import Figure

_NAMES = (
    QT_TRANSLATE_NOOP("Measures", "span F1, exact"),
    QT_TRANSLATE_NOOP("Measures", "span F1, overlap"),
    QT_TRANSLATE_NOOP("Measures", "alpha_U of 2004"),
    QT_TRANSLATE_NOOP("Measures", "Krippendorff's alpha"),
    QT_TRANSLATE_NOOP("Measures", "Cohen's kappa"),
    QT_TRANSLATE_NOOP("Measures", "weighted kappa"),
    QT_TRANSLATE_NOOP("Measures", "Scott's pi"),
    QT_TRANSLATE_NOOP("Measures", "Fleiss' kappa"),
    QT_TRANSLATE_NOOP("Measures", "Gwet's AC1"),
    QT_TRANSLATE_NOOP("Measures", "Gwet's AC2"),
    QT_TRANSLATE_NOOP("Measures", "percent agreement"),
    QT_TRANSLATE_NOOP("Measures", "link F1"),
    QT_TRANSLATE_NOOP("Measures", "token alpha"),
    QT_TRANSLATE_NOOP("Measures", "token kappa"),
    QT_TRANSLATE_NOOP("Measures", "precision against gold"),
    QT_TRANSLATE_NOOP("Measures", "recall against gold"),
    QT_TRANSLATE_NOOP("Measures", "F1 against gold"),
)
"""The titles of the registry that are words; those that are not are the same everywhere."""
_BESIDE = {
    "sampler": QT_TRANSLATE_NOOP("Measures", "sampler"),
    "samples": QT_TRANSLATE_NOOP("Measures", "samples"),
    "seed": QT_TRANSLATE_NOOP("Measures", "seed"),
    "labelled_share": QT_TRANSLATE_NOOP("Measures", "labelled share of the text"),
    "merged_spans": QT_TRANSLATE_NOOP("Measures", "merged spans"),
    "coverage": QT_TRANSLATE_NOOP("Measures", "coverage"),
    "scale": QT_TRANSLATE_NOOP("Measures", "scale"),
    "weights": QT_TRANSLATE_NOOP("Measures", "weights"),
    "match": QT_TRANSLATE_NOOP("Measures", "match"),
}
_VALUES = (
    QT_TRANSLATE_NOOP("Measures", "nominal"),
    QT_TRANSLATE_NOOP("Measures", "ordinal"),
    QT_TRANSLATE_NOOP("Measures", "identity"),
    QT_TRANSLATE_NOOP("Measures", "shift"),
    QT_TRANSLATE_NOOP("Measures", "exact"),
    QT_TRANSLATE_NOOP("Measures", "overlap"),
)


def measure_title(name: str) -> str:
    """Return what a measure is called."""
    title = next((measure.title for measure in MEASURES if measure.name == name), name)
    return _said(title) if title in _NAMES else title


def measure_paper(name: str) -> str:
    """Return the paper that a measure is from."""
    return next((measure.paper for measure in MEASURES if measure.name == name), "")


def beside(one: Figure) -> str:
    """Return what stands beside a figure: why there is none, else how it was made."""
    if one.undefined:
        return said(one.undefined)
    parts = []
    for key, value in one.also.items():
        name = _said(_BESIDE[key]) if key in _BESIDE else key
        words = _said(value) if isinstance(value, str) and value in _VALUES else shown(value)
        parts.append(f"{name}{colon()}{words}" if key in _BESIDE else f"{name} {words}")
    return ", ".join(parts)


def _said(text: str) -> str:
    return QCoreApplication.translate("Measures", text)
