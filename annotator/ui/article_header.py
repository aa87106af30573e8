"""The slim header above the article: title, outlet and date, all editable; status, annotator, encoding, flags."""

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from annotator.model.layer import STATUSES
from annotator.ui.desk import Desk
from annotator.ui.labels import elided_label
from annotator.ui.words import status_name


class ArticleHeader(QFrame):
    """What is known of the current document."""

    def __init__(self, desk: Desk) -> None:
        """Build it for one session."""
        super().__init__()
        self._desk = desk
        self.setProperty("card", True)
        self.title = QLineEdit(placeholderText=self.tr("Title"))
        self.title.setProperty("title", True)
        self.source = QLineEdit(placeholderText=self.tr("Outlet"))
        self.published = QLineEdit(placeholderText=self.tr("Date: 2026-05-14"))
        self.status = QComboBox()
        for status in STATUSES:
            self.status.addItem(status_name(status), status)
        self.about = elided_label()
        self.title.setAccessibleName(self.tr("Title"))
        self.source.setAccessibleName(self.tr("Outlet"))
        self.published.setAccessibleName(self.tr("Date of publication"))
        self.status.setAccessibleName(self.tr("Status of the document"))
        self.source.setMaximumWidth(200)
        self.published.setMaximumWidth(160)
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self.source, self.published, self.status):
            line.addWidget(widget)
        line.addWidget(self.about, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addLayout(line)
        verbs = desk.annotating
        self.title.editingFinished.connect(lambda: desk.do(lambda: verbs.edit_document(title=self.title.text())))
        self.source.editingFinished.connect(lambda: desk.do(lambda: verbs.edit_document(source=self.source.text())))
        self.published.editingFinished.connect(
            lambda: desk.do(lambda: verbs.edit_document(published=self.published.text()))
        )
        self.status.activated.connect(lambda at: desk.do(lambda: verbs.set_status(self.status.itemData(at))))
        desk.opened.connect(self.refresh)
        desk.changed.connect(lambda _changes: self.refresh())

    def refresh(self) -> None:
        """Show what the document says."""
        labelled = self._desk.labelled
        if labelled is None:
            return
        document = labelled.document
        for field, text in (
            (self.title, document.title),
            (self.source, document.source),
            (self.published, document.published),
        ):
            if field.text() != text and not (field.hasFocus() and field.isModified()):
                field.setText(text)
                field.setCursorPosition(0)
        self.status.setCurrentIndex(STATUSES.index(labelled.layer.status))
        known = [labelled.annotator.name, document.encoding]
        if document.flags:
            known.append(self.tr("%n thing(s) to look at", "", len(document.flags)))
        self.about.setText(" · ".join(filter(None, known)))
