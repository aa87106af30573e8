"""The article with the layers of all annotators below the words, each in lanes of its own, gold nearest to them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtGui import QColor

from annotator.model.case import Case
from annotator.model.layer import LabelledDocument, Span
from annotator.model.scheme import Scheme, name_in
from annotator.ui.article.looks import SpanStyle
from annotator.ui.article.view import ArticleView
from annotator.ui.review.voices import Voice
from annotator.ui.words import language

GOLD_SIGN = "★"


class LanesView(ArticleView):
    """Spans of the case under the eyes carry the name of who made them; all others are bars only."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setAcceptDrops(False)
        self._held: dict[str, tuple[int, Span]] = {}
        self._named: set[str] = set()
        self._lanes: dict[str, int] = {}

    def dress(self, scheme: Scheme, voices: Sequence[Voice], *, dark: bool) -> None:
        """Take the looks of labels, in each lane plain and with a name."""
        styles: dict[str, SpanStyle] = {}
        for label in scheme.labels:
            word = name_in(label.name, language())
            colour = QColor(label.color_dark if dark else label.color)
            styles[_key(0, label.id, named=False)] = SpanStyle(f"{GOLD_SIGN} {word}", colour, label.pattern)
            styles[_key(0, label.id, named=True)] = styles[_key(0, label.id, named=False)]
            for voice in voices:
                styles[_key(voice.number, label.id, named=False)] = SpanStyle("", colour, label.pattern)
                named = SpanStyle(f"{voice.name}: {word}", colour, label.pattern)
                styles[_key(voice.number, label.id, named=True)] = named
        self.set_styles(styles, {})

    def show_layers(self, gold: LabelledDocument, layers: Sequence[LabelledDocument]) -> None:
        """Show a document with its gold and its layers."""
        self.show_document(gold.text, segmentation=gold.segmentation)
        self._lanes = {layer.layer.id: n for n, layer in enumerate((gold, *layers))}
        self._pieces.groups = dict(self._lanes)
        self._held, self._named = {}, set()
        self.put(span for layer in (gold, *layers) for span in layer.spans)

    def put(self, spans: Iterable[Span], removed: Iterable[str] = ()) -> None:
        """Add or change spans of any layer, and take others away."""
        gone = list(removed)
        for id_ in gone:
            self._held.pop(id_, None)
        added = list(spans)
        self._held.update({span.id: (self._lanes.get(span.layer_id, 0), span) for span in added})
        self.change_spans([self._shown(span.id) for span in added], gone)

    def show_case(self, case: Case | None) -> None:
        """Name the spans of a case, and scroll to it."""
        before, self._named = self._named, {span.id for span in case.spans.values()} if case else set()
        changed = [id_ for id_ in before ^ self._named if id_ in self._held]
        self.change_spans([self._shown(id_) for id_ in changed], ())
        if case is not None:
            self.select(case.start, case.start)
            self.reveal(case.start, case.end)

    def _shown(self, id_: str) -> Span:
        lane, span = self._held[id_]
        return replace(span, label=_key(lane, span.label, named=id_ in self._named))


def _key(lane: int, label: str, *, named: bool) -> str:
    return f"{lane} {label} {'named' if named else ''}"
