"""The entities of the article by surface, with counts: confirm, reject, retype; here or everywhere in this project."""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QBrush, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.model.changes import Changes
from annotator.model.layer import Entity, EntityStatus
from annotator.model.scheme import name_in
from annotator.model.segments import PLAIN_TOKENIZER
from annotator.ui.desk import Desk
from annotator.ui.flow import FlowLayout
from annotator.ui.labels import button, plain_label, plain_tip
from annotator.ui.rows import show_as_rows
from annotator.ui.words import entity_name, language

IDS = Qt.ItemDataRole.UserRole
SOON_MS = 30
"""An article is painted before its entities are listed."""


class EntityPanel(QWidget):
    """A panel of the right column."""

    def __init__(self, desk: Desk, gazetteer: Callable[[], object]) -> None:
        """Build it for one session; ``gazetteer`` opens the gazetteer."""
        super().__init__()
        self._desk = desk
        self._row_of: dict[str, int] = {}
        self._types_width = 0
        self.table = _table(self.tr("Entities"))
        self.types = QComboBox()
        self.types.setAccessibleName(self.tr("Entity type"))
        self.types.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for kind in desk.scheme.entity_types:
            self.types.addItem(name_in(kind.name, language()), kind.key)
        self.everywhere = QCheckBox(self.tr("Everywhere in this project"))
        self.everywhere.setAccessibleName(self.tr("Everywhere in this project"))
        self.empty = plain_label(quiet=True, wrap=True)
        self.confirm = button(self.tr("Confirm"), lambda: self.decide("confirmed"), icon_name="check")
        self.reject = button(self.tr("Reject"), lambda: self.decide("rejected"), icon_name="cross")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.types)
        layout.addWidget(self.everywhere)
        buttons = FlowLayout()
        buttons.setSpacing(8)
        for one in (self.confirm, self.reject, button(self.tr("Gazetteer…"), gazetteer, icon_name="book")):
            one.setProperty("tight", True)
            buttons.addWidget(one)
        layout.addLayout(buttons)
        layout.addStretch(0)
        self.table.currentCellChanged.connect(lambda at, *_: self._choose(at))
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        desk.read.connect(self._soon.start)
        desk.chosen.connect(self._follow)
        desk.changed.connect(lambda changes: self.refresh() if changes.entities or changes.entities_removed else None)
        self.refresh()

    def leave(self) -> None:
        """Ask the project nothing more."""
        self._soon.stop()

    def refresh(self) -> None:
        """Show the entities of the current document."""
        self._soon.stop()
        labelled = self._desk.labelled
        groups: dict[tuple[str, str], list[Entity]] = {}
        for entity in labelled.entities if labelled else ():
            if entity.status != "rejected":
                groups.setdefault((entity.words, entity.label), []).append(entity)
        header = self.table.horizontalHeader()
        with QSignalBlocker(self.table):
            # a column that fits its contents measures a thousand rows for every cell that is set
            for column in (0, 2):
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.table.setRowCount(len(groups))
            names = {label: entity_name(self._desk.scheme, label) for label in {label for _, label in groups}}
            for at, ((words, label), held) in enumerate(
                sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
            ):
                self._fill(at, words, names[label], held)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        # measured here and kept: it asks a thousand rows
        self._types_width = self.table.sizeHintForColumn(2)
        self._share_room()
        self._row_of = {id_: at for at in range(len(groups)) for id_ in self._ids(at)}
        self.empty.setVisible(not groups)
        if not groups:
            self.empty.setText(self._why_empty())
        for widget in (self.table, self.types, self.everywhere, self.confirm, self.reject):
            widget.setVisible(bool(groups))
        self._follow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Let types have what they need, and never more than two fifths: what they are of matters more."""
        self.table.setColumnWidth(2, min(self._types_width, self.table.viewport().width() * 2 // 5))

    def decide(self, status: EntityStatus) -> None:
        """Decide on the chosen entities, under the chosen type."""
        if self._soon.isActive():
            self.refresh()
        at, labelled = self.table.currentRow(), self._desk.labelled
        if at < 0 or labelled is None:
            self._desk.told.emit(self.tr("Choose an entity in the list first."))
            return
        label, everywhere = self.types.currentData(), self.everywhere.isChecked()
        ids = self._ids(at)

        def verb(id_: str) -> Changes:
            found = next(entity.id for entity in labelled.entities if entity.id == id_)
            return self._desk.annotating.decide_entity(found, status, label=label, everywhere=everywhere)

        for id_ in ids[:1] if everywhere else ids:
            self._desk.do(lambda id_=id_: verb(id_))  # type: ignore[misc]  # a lambda with a default

    def _fill(self, at: int, words: str, kind: str, held: list[Entity]) -> None:
        sure = all(entity.status != "auto" for entity in held)
        shown = " ".join(words.split())
        cells = (
            ("✓" if sure else "", self.tr("confirmed") if sure else self.tr("found by the program")),
            (shown + (f"  ×{len(held)}" if len(held) > 1 else ""), shown),
            (kind, kind),
        )
        for column, (text, tip) in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(tip))
            if column == 0:
                item.setData(IDS, [entity.id for entity in held])
            item.setData(Qt.ItemDataRole.AccessibleTextRole, tip)
            if column == 2:
                item.setForeground(QBrush(self.palette().color(QPalette.ColorRole.PlaceholderText)))
            self.table.setItem(at, column, item)

    def _ids(self, at: int) -> list[str]:
        item = self.table.item(at, 0)
        return list(item.data(IDS)) if item is not None else []

    def _why_empty(self) -> str:
        labelled = self._desk.labelled
        if labelled is None:
            return self.tr("No article is open.")
        if labelled.segmentation.tokenizer != PLAIN_TOKENIZER:
            return self.tr("No entity was found in this article. Select words and press T to add one.")
        return self.tr("No entities yet: they come while you read.")

    def _follow(self) -> None:
        """Show the row of the entity that is current in the article."""
        entity = self._desk.entity
        at = self._row_of.get(entity.id, -1) if entity else -1
        with QSignalBlocker(self.table):
            self.table.setCurrentCell(at, 1)
            if at < 0:
                self.table.clearSelection()
        if entity is not None:
            self.types.setCurrentIndex(self.types.findData(entity.label))

    def _choose(self, at: int) -> None:
        ids = self._ids(at)
        entities = self._desk.labelled.entities if self._desk.labelled else ()
        entity = next((held for held in entities if ids and held.id == ids[0]), None)
        if entity is not None:
            self._desk.choose_entity(entity.id)


def _table(name: str) -> QTableWidget:
    table = show_as_rows(QTableWidget(0, 3), name)
    table.setWordWrap(False)
    table.verticalHeader().setDefaultSectionSize(28)
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setMinimumSectionSize(16)
    return table
