"""What is dragged: an edge of a span, or files onto the view."""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QMimeData

from annotator.model.layer import Span
from annotator.ui.article.geometry import Geometry
from annotator.ui.article.painter import EDGE


@dataclass(frozen=True, slots=True)
class Grip:
    """An edge under the pointer."""

    span_id: str
    fragment: int
    edge: Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Drag:
    """A gripped edge and the span as it was."""

    grip: Grip
    span: Span

    def shown(self, offset: int) -> Span:
        """Return the span as it would be with the edge at an offset (code points)."""
        return stretched(self.span, self.grip, offset)


def dropped_files(data: QMimeData) -> list[str]:
    """Return the paths of local files in what is dragged or dropped; nothing else is looked at."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def grip_at(geometry: Geometry, span_id: str, x: float, y: float) -> Grip | None:
    """Return the edge of a span near a place, in paragraph coordinates."""
    for bar in geometry.bars:
        if bar.piece.id != span_id or not bar.words.top() <= y <= bar.words.bottom() + 6:
            continue
        if bar.last and abs(x - bar.words.right()) <= EDGE:
            return Grip(span_id, bar.piece.fragment, "end")
        if bar.first and abs(x - bar.words.left()) <= EDGE:
            return Grip(span_id, bar.piece.fragment, "start")
    return None


def stretched(span: Span, grip: Grip, offset: int) -> Span:
    """Return the span as it would be with the gripped edge at an offset (code points), never empty."""
    start, end = span.fragments[grip.fragment]
    moved = (min(offset, end - 1), end) if grip.edge == "start" else (start, max(offset, start + 1))
    before, after = span.fragments[: grip.fragment], span.fragments[grip.fragment + 1 :]
    lowest = before[-1][1] + 1 if before else 0
    highest = after[0][0] - 1 if after else moved[1]
    kept = (max(moved[0], lowest), min(moved[1], highest))
    return replace(span, fragments=(*before, kept, *after)) if kept[0] < kept[1] else span
