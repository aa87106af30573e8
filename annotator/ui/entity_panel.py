"""The entities of the article by surface, with counts: confirm, reject, retype; here or everywhere in this project."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.model.changes import Changes
from annotator.model.layer import Entity, EntityStatus
from annotator.model.scheme import name_in
from annotator.ui.desk import Desk
from annotator.ui.labels import button, plain_label, row
from annotator.ui.words import language


class EntityPanel(QWidget):
    """A panel of the right column."""

    def __init__(self, desk: Desk, gazetteer: Callable[[], object]) -> None:
        """Build it for one session; ``gazetteer`` opens the gazetteer."""
        super().__init__()
        self._desk = desk
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Entities"))
        self.types = QComboBox()
        self.types.setAccessibleName(self.tr("Entity type"))
        for kind in desk.scheme.entity_types:
            self.types.addItem(name_in(kind.name, language()), kind.key)
        self.everywhere = QCheckBox(self.tr("Everywhere in this project"))
        self.everywhere.setAccessibleName(self.tr("Everywhere in this project"))
        self.empty = plain_label(self.tr("No entities yet: they come while you read."), quiet=True, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.types)
        layout.addWidget(self.everywhere)
        confirm = button(self.tr("Confirm"), lambda: self.decide("confirmed"), icon_name="check")
        reject = button(self.tr("Reject"), lambda: self.decide("rejected"), icon_name="cross")
        layout.addLayout(row(confirm, reject))
        layout.addLayout(row(button(self.tr("Gazetteer…"), gazetteer, icon_name="book")))
        self.list.currentItemChanged.connect(lambda item, _before: self._choose(item))
        desk.opened.connect(self.refresh)
        desk.changed.connect(lambda changes: self.refresh() if changes.entities or changes.entities_removed else None)

    def refresh(self) -> None:
        """Show the entities of the current document."""
        groups: dict[tuple[str, str], list[Entity]] = {}
        for entity in self._desk.labelled.entities if self._desk.labelled else ():
            if entity.status != "rejected":
                groups.setdefault((entity.words, entity.label), []).append(entity)
        self.list.blockSignals(True)
        self.list.clear()
        for (words, label), entities in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
            sure = "✓ " if all(entity.status != "auto" for entity in entities) else ""
            shown = " ".join(words.split())
            item = QListWidgetItem(f"{sure}{shown}  ·  {label}" + (f"  ×{len(entities)}" if len(entities) > 1 else ""))
            item.setData(Qt.ItemDataRole.UserRole, [entity.id for entity in entities])
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.empty.setVisible(not groups)

    def decide(self, status: EntityStatus) -> None:
        """Decide on the chosen entities, under the chosen type."""
        item = self.list.currentItem()
        labelled = self._desk.labelled
        if item is None or labelled is None:
            self._desk.told.emit(self.tr("Choose an entity in the list first."))
            return
        label, everywhere = self.types.currentData(), self.everywhere.isChecked()
        ids = item.data(Qt.ItemDataRole.UserRole)

        def verb(id_: str) -> Changes:
            found = next(entity.id for entity in labelled.entities if entity.id == id_)
            return self._desk.annotating.decide_entity(found, status, label=label, everywhere=everywhere)

        for id_ in ids[:1] if everywhere else ids:
            self._desk.do(lambda id_=id_: verb(id_))  # type: ignore[misc]  # a lambda with a default

    def _choose(self, item: QListWidgetItem | None) -> None:
        labelled = self._desk.labelled
        if item is None or labelled is None:
            return
        first = item.data(Qt.ItemDataRole.UserRole)[0]
        entity = next((held for held in labelled.entities if held.id == first), None)
        if entity is not None:
            self.types.setCurrentIndex(self.types.findData(entity.label))
            self._desk.choose_entity(entity.id)
