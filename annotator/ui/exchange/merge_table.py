"""What a merge would do, layer by layer, as a table."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.ui.desk import said
from annotator.ui.labels import plain_tip
from annotator.ui.marking import QT_TRANSLATE_NOOP
from annotator.workflow.merging import LayerSeen

PERSON, DOCUMENT, CHANGES = 0, 1, 4
"""Columns whose words can be long."""

VERDICTS = {
    "new": QT_TRANSLATE_NOOP("MergeTable", "new"),
    "same": QT_TRANSLATE_NOOP("MergeTable", "the same"),
    "changed": QT_TRANSLATE_NOOP("MergeTable", "changed"),
    "refused": QT_TRANSLATE_NOOP("MergeTable", "refused"),
}


class MergeTable(QAbstractTableModel):
    """One row a layer; what needs a look comes first."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.rows: list[LayerSeen] = []

    def show_layers(self, layers: Sequence[LayerSeen]) -> None:
        """Show layers: refused ones, losses and forks first, what stays the same last."""
        self.beginResetModel()
        self.rows = sorted(layers, key=_urgency)
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (self.tr("Annotator"), self.tr("Document"), self.tr("State"), self.tr("Spans"), self.tr("What changes"))
        return names[section]

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role not in shown:
            return None
        layer = self.rows[index.row()]
        cells = (
            layer.annotator,
            layer.document,
            self.tr(VERDICTS[layer.verdict]),
            self._spans(layer),
            self._what(layer),
        )
        words = cells[index.column()]
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def _spans(self, layer: LayerSeen) -> str:
        return str(layer.after) if layer.before == layer.after else f"{layer.before} → {layer.after}"

    def _what(self, layer: LayerSeen) -> str:
        if layer.reason is not None:
            return said(layer.reason)
        parts = [
            self.tr("%n made", "", layer.made) if layer.made else "",
            self.tr("%n changed", "", layer.changed) if layer.changed else "",
            self.tr("%n erased", "", layer.erased) if layer.erased else "",
            self.tr("more than a tenth is lost") if layer.lossy else "",
            self.tr("worked on in two places") if layer.forked else "",
        ]
        return ", ".join(part for part in parts if part)


def _urgency(layer: LayerSeen) -> tuple[int, str, str]:
    first = 0 if layer.verdict == "refused" or layer.lossy else 1 if layer.forked else 2
    return (9 if layer.verdict == "same" else first), layer.annotator, layer.document
