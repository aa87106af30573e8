"""What formats are called in the language of the window; the table of formats has their English titles."""

from PySide6.QtCore import QCoreApplication

from annotator.ui.marking import QT_TRANSLATE_NOOP

TITLES = (
    QT_TRANSLATE_NOOP("Formats", "Plain text"),
    QT_TRANSLATE_NOOP("Formats", "Web page"),
    QT_TRANSLATE_NOOP("Formats", "Web page in one file"),
    QT_TRANSLATE_NOOP("Formats", "PDF"),
    QT_TRANSLATE_NOOP("Formats", "PDF, second opinion"),
    QT_TRANSLATE_NOOP("Formats", "Word document"),
    QT_TRANSLATE_NOOP("Formats", "OpenDocument text"),
    QT_TRANSLATE_NOOP("Formats", "Rich text"),
    QT_TRANSLATE_NOOP("Formats", "Electronic book"),
    QT_TRANSLATE_NOOP("Formats", "News feed"),
    QT_TRANSLATE_NOOP("Formats", "WebAnno TSV 3"),
    QT_TRANSLATE_NOOP("Formats", "Table of spans, CSV"),
    QT_TRANSLATE_NOOP("Formats", "Table of spans, XLSX"),
    QT_TRANSLATE_NOOP("Formats", "Hugging Face data set: Parquet, card, Croissant"),
    QT_TRANSLATE_NOOP("Formats", "W3C Web Annotation"),
    QT_TRANSLATE_NOOP("Formats", "ClaimReview, one for each checked claim"),
    QT_TRANSLATE_NOOP("Formats", "Dossier to print, HTML"),
    QT_TRANSLATE_NOOP("Formats", "Table"),
    QT_TRANSLATE_NOOP("Formats", "Spreadsheet"),
    QT_TRANSLATE_NOOP("Formats", "Parquet"),
    QT_TRANSLATE_NOOP("Formats", "Web archive"),
    QT_TRANSLATE_NOOP("Formats", "INCEpTION project, UIMA CAS XMI"),
    QT_TRANSLATE_NOOP("Formats", "INCEpTION project, UIMA CAS JSON"),
    QT_TRANSLATE_NOOP("Formats", "Label Studio JSON"),
    QT_TRANSLATE_NOOP("Formats", "Prodigy JSON Lines"),
    QT_TRANSLATE_NOOP("Formats", "doccano JSON Lines"),
    QT_TRANSLATE_NOOP("Formats", "spaCy's older JSON"),
    QT_TRANSLATE_NOOP("Formats", "JSON Lines"),
    QT_TRANSLATE_NOOP("Formats", "brat standoff"),
    QT_TRANSLATE_NOOP("Formats", "spaCy DocBin"),
    QT_TRANSLATE_NOOP("Formats", "CoNLL-2003, longest span"),
    QT_TRANSLATE_NOOP("Formats", "BIO, longest span"),
    QT_TRANSLATE_NOOP("Formats", "BIOES, longest span"),
    QT_TRANSLATE_NOOP("Formats", "BILOU, longest span"),
    QT_TRANSLATE_NOOP("Formats", "CoNLL-U Plus, a column for each label"),
    QT_TRANSLATE_NOOP("Formats", "CoNLL-U Plus, a column for each depth"),
    QT_TRANSLATE_NOOP("Formats", "IOB, BILUO"),
)
"""Every title in the table of formats."""


def format_title(title: str) -> str:
    """Return what a format is called."""
    return QCoreApplication.translate("Formats", title)
