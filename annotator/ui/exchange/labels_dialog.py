"""What comes with the files of an import: into whose layer, and what each of their labels is here."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.model.scheme import name_in
from annotator.store.project import Project
from annotator.ui.labels import button, plain_label, row
from annotator.ui.room import take_room
from annotator.ui.rows import show_as_rows
from annotator.ui.words import entity_name, language
from annotator.workflow.looking import Looking
from annotator.workflow.mapping import proposed, remembered

ADD, LEAVE_OUT = "add", "leave out"


@dataclass(frozen=True, slots=True)
class Coming:
    """What was said: whose layer takes all spans, or only those that name nobody; what labels are here.

    ``added`` are labels that the scheme is to have.
    """

    annotator: str = ""
    otherwise: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()


class LabelsDialog(QDialog):
    """Accepted when every label has its choice; rejected when nothing is to come in.

    The choices are remembered in the project and proposed the next time.
    """

    def __init__(self, parent: QWidget, project: Project, looking: Looking, *, annotator: str) -> None:
        """Show the labels that files have, the ones with most spans first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Labels of the files"))
        take_room(self, 680, 480)
        self._scheme, self._me = project.scheme, annotator
        self._counts = sorted(looking.labels.items(), key=lambda item: (-item[1], item[0]))
        self._proposed, self._known = proposed(project, looking.labels), remembered(project)
        self.whose = self._people(project, looking)
        self.table = show_as_rows(QTableWidget(len(self._counts), 3), self.tr("Labels of the files"))
        self.choices: dict[str, QComboBox] = {}
        self.why = plain_label(quiet=True, wrap=True)
        self.accept_button = button(self.tr("Import"), self.accept, icon_name="import", primary=True)
        form = QFormLayout()
        form.addRow(plain_label(self.tr("Into whose layer")), self.whose)
        rest = (
            button(self.tr("Add the rest to the scheme"), lambda: self._fill(ADD)),
            button(self.tr("Leave the rest out"), lambda: self._fill(LEAVE_OUT)),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        total = sum(looking.labels.values())
        layout.addWidget(plain_label(self.tr("%n span(s) come with the files.", "", total)))
        layout.addLayout(form)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(*rest))
        layout.addWidget(self.why)
        layout.addLayout(row(self.accept_button, button(self.tr("Cancel"), self.reject)))
        self._show_labels()
        self._check()
        first = next((choice for choice in self.choices.values() if choice.currentIndex() == 0), None)
        (first or self.accept_button).setFocus()

    @property
    def coming(self) -> Coming:
        """Return what was chosen."""
        labels, added = {}, []
        for label, choice in self.choices.items():
            chosen = choice.currentData()
            if chosen == ADD:
                added.append(label)
            meant = label if chosen == ADD else "" if chosen == LEAVE_OUT else chosen[1]
            if meant != label or label in self._known:
                labels[label] = meant
        at, typed = self.whose.currentIndex(), self.whose.currentText().strip()
        listed = at >= 0 and self.whose.itemText(at) == typed
        name = self.whose.itemData(at) if listed else typed or self._me
        return Coming(name, "" if name else self._me, labels, tuple(added))

    def _people(self, project: Project, looking: Looking) -> QComboBox:
        whose = QComboBox(editable=True)
        whose.setAccessibleName(self.tr("Into whose layer"))
        if looking.annotators:
            names = ", ".join(sorted(looking.annotators)[:3]) + ("…" if len(looking.annotators) > 3 else "")
            whose.addItem(self.tr("as the files say ({names}), else {me}").format(names=names, me=self._me), "")
        for name in (self._me, *(person.name for person in project.annotators())):
            if name and whose.findData(name) < 0:
                whose.addItem(name, name)
        whose.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        return whose

    def _show_labels(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("In the files"), self.tr("Spans"), self.tr("Here")])
        for at, (label, count) in enumerate(self._counts):
            table.setItem(at, 0, QTableWidgetItem(label or self.tr("(none)")))
            number = QTableWidgetItem(str(count))
            number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(at, 1, number)
            self.choices[label] = self._choice(label)
            table.setCellWidget(at, 2, self.choices[label])
        head = table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(32)
        table.setTabKeyNavigation(False)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _choice(self, label: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("{label} is here").format(label=label))
        choice.addItem(self.tr("Choose…"), None)
        for own in self._scheme.labels:
            choice.addItem(name_in(own.name, language()), ("label", own.id))
        for kind in self._scheme.entity_types:
            name = entity_name(self._scheme, kind.key)
            choice.addItem(self.tr("{type} (entity)").format(type=name), ("entity", kind.key))
        if label:
            choice.addItem(self.tr("Add it to the scheme"), ADD)
        choice.addItem(self.tr("Leave it out"), LEAVE_OUT)
        meant = self._proposed[label]
        left_out = self._known.get(label) == ""
        mine = self._scheme.label(meant or label)
        for data in (("label", mine.id if mine else ""), ("entity", meant or label), LEAVE_OUT if left_out else None):
            if (at := _find(choice, data)) > 0:
                choice.setCurrentIndex(at)
                break
        choice.currentIndexChanged.connect(self._check)
        return choice

    def _fill(self, wanted: str) -> None:
        for choice in self.choices.values():
            if choice.currentIndex() == 0:
                at = _find(choice, wanted)
                choice.setCurrentIndex(at if at >= 0 else _find(choice, LEAVE_OUT))

    def _check(self) -> None:
        open_ = [label for label, choice in self.choices.items() if choice.currentIndex() == 0]
        words = self.tr(
            "%n label(s) have no place here yet: choose, add them to the scheme, or leave them out.", "", len(open_)
        )
        self.why.setText(words if open_ else "")
        self.accept_button.setEnabled(not open_)


def _find(choice: QComboBox, data: object) -> int:
    # Qt's own search does not find tuples
    return next((at for at in range(choice.count()) if choice.itemData(at) == data), -1)
