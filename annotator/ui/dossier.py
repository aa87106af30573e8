"""The dossier of the open article, written to be printed: a web page, or a PDF by the window's own printer."""

import re
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QPageSize, QPdfWriter, QTextDocument

from annotator.formats.dossier import write
from annotator.formats.registry import Writing
from annotator.formats.writing import all_written
from annotator.model.layer import LabelledDocument
from annotator.model.scheme import Scheme

_MARK = re.compile(r'<mark class="(?:l(\d+))?">')


def write_dossier(labelled: LabelledDocument, scheme: Scheme, out: Path) -> None:
    """Write the dossier of one article: PDF where the name ends so, else HTML. Raises WriteError."""
    with all_written((out,)) as beside:
        write([labelled], beside[out], Writing(scheme))
        if out.suffix.lower() == ".pdf":
            page = beside[out].read_text(encoding="utf-8")
            _print(page, scheme, beside[out], labelled.document.title)


def _print(page: str, scheme: Scheme, out: Path, title: str) -> None:
    document = QTextDocument()
    document.setHtml(_for_qt(page, scheme))
    writer = QPdfWriter(str(out))
    writer.setTitle(title)
    writer.setCreator("Annotator")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # the document's own printing leaves a margin of two centimetres
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    document.print_(writer)


def _for_qt(page: str, scheme: Scheme) -> str:
    """Return the page in the part of HTML that Qt prints: spans are underlined on a tint of their label."""

    def begin(found: re.Match[str]) -> str:
        number = int(found.group(1) or 0)
        color = QColor(scheme.labels[number].color)
        tint = QColor.fromHslF(max(color.hslHueF(), 0), color.hslSaturationF(), 0.9)
        return f'<span style="background-color:{tint.name()}; text-decoration:underline">'

    return _MARK.sub(begin, page).replace("</mark>", "</span>")
