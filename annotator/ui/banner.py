"""The banner above the article: a sentence that matters, and a way to put it away. Never modal."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from annotator.ui.labels import button, plain_label


class Banner(QFrame):
    """One message at a time; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it, hidden."""
        super().__init__(parent)
        self.setProperty("banner", True)
        self.words = plain_label(wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.words, 1)
        self.understood = button("", self.hide)
        layout.addWidget(self.understood)
        self.say_again()
        self.hide()

    def say_again(self) -> None:
        """Put away what was told in another language, and name the button in that of the window."""
        self.hide()
        self.understood.setText(self.tr("Understood"))
        self.understood.setAccessibleName(self.understood.text())

    def tell(self, text: str) -> None:
        """Show a message until the person has understood it."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.show()
