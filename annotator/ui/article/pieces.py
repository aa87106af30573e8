"""The spans and entities of a document, found by paragraph: what the layout asks for again and again."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock

from annotator.model.layer import Entity, Span
from annotator.ui.article.geometry import Piece
from annotator.ui.offsets import Offsets


class Pieces:
    """Spans and entities in positions of the shown text, indexed by paragraph."""

    def __init__(self, offsets: Offsets) -> None:
        """Begin without any."""
        self._offsets = offsets
        self._starts = offsets.paragraphs
        self.spans: dict[str, Span] = {}
        self._by_block: dict[int, dict[str, None]] = {}
        self._entities_by_block: dict[int, list[Entity]] = {}
        self._entity_ids: set[str] = set()
        self.tags: dict[str, str] = {}
        self.known = math.inf
        """Where what has not been read yet begins, a position; `more` is read before its paragraphs are shown."""
        self.more: Callable[[], object] = lambda: None
        self.groups: dict[str, int] = {}
        """The group of lanes that the spans of a layer run in, by the layer's id; 0 for all others."""

    def set_spans(self, spans: Iterable[Span]) -> set[int]:
        """Replace all spans; returns the paragraphs that look different now."""
        touched = {block for block, held in self._by_block.items() if held}
        self._by_block = {}
        self.spans = {span.id: span for span in spans}
        for span in self.spans.values():
            for start, end in span.fragments:
                for block in self._between(start, end):
                    self._by_block.setdefault(block, {})[span.id] = None
        return touched | self._by_block.keys()

    def add(self, spans: Iterable[Span], entities: Iterable[Entity]) -> set[int]:
        """Add what is not there yet; returns the paragraphs that look different now."""
        touched: set[int] = set()
        for span in spans:
            if span.id not in self.spans:
                touched |= self.put(span)
        for entity in entities:
            if entity.id not in self._entity_ids:
                touched.update(self._add_entity(entity))
        return touched

    def put(self, span: Span) -> set[int]:
        """Add a span, or change it; returns the paragraphs that look different now."""
        touched = self.drop(span.id)
        self.spans[span.id] = span
        for block in self._blocks(span.fragments):
            self._by_block.setdefault(block, {})[span.id] = None
            touched.add(block)
        return touched

    def drop(self, id_: str) -> set[int]:
        """Take a span away; returns the paragraphs it was in."""
        span = self.spans.pop(id_, None)
        if span is None:
            return set()
        touched = set(self._blocks(span.fragments))
        for block in touched:
            self._by_block[block].pop(id_, None)
        return touched

    def blocks_of(self, id_: str) -> set[int]:
        """Return the paragraphs that a span is in."""
        span = self.spans.get(id_)
        return set(self._blocks(span.fragments)) if span is not None else set()

    def set_entities(self, entities: Iterable[Entity]) -> set[int]:
        """Replace all entities; returns the paragraphs that look different now."""
        before = self._entities_by_block
        self._entities_by_block, self._entity_ids = {}, set()
        for entity in entities:
            self._add_entity(entity)
        if not before:
            return set(self._entities_by_block)
        both = before.keys() | self._entities_by_block.keys()
        return {block for block in both if before.get(block) != self._entities_by_block.get(block)}

    def of(self, block: QTextBlock) -> tuple[list[Piece], list[Piece]]:
        """Return the spans and entities of a paragraph as pieces in its own positions, spans in text order."""
        number, at, length = block.blockNumber(), block.position(), block.length() - 1
        if at + length > self.known:
            self.more()
        spans = [
            piece for id_ in self._by_block.get(number, ()) for piece in self._of_span(self.spans[id_], at, length)
        ]
        entities = [
            Piece(e.id, e.label, *self._inside(e.start, e.end, at, length), sure=e.status in ("confirmed", "added"))
            for e in self._entities_by_block.get(number, ())
        ]
        return sorted(spans, key=lambda p: (p.start, -p.end, p.id)), sorted(entities, key=lambda p: (p.start, p.end))

    def spans_at(self, offset: int) -> list[Span]:
        """Return the spans over a code point, the shortest first."""
        block = self.block_of(self._offsets.to_utf16(offset))
        here = [self.spans[id_] for id_ in self._by_block.get(block, ())]
        over = [s for s in here if any(start <= offset < end for start, end in s.fragments)]
        return sorted(over, key=lambda s: (s.end - s.start, s.id))

    def entity_at(self, offset: int) -> Entity | None:
        """Return the shortest entity over a code point."""
        block = self.block_of(self._offsets.to_utf16(offset))
        here = [e for e in self._entities_by_block.get(block, ()) if e.start <= offset < e.end]
        return min(here, key=lambda e: e.end - e.start, default=None)

    def block_of(self, position: int) -> int:
        """Return the paragraph that holds a position."""
        return bisect_right(self._starts, position) - 1

    def _add_entity(self, entity: Entity) -> range:
        """Add an entity unless it was rejected; returns its paragraphs."""
        self._entity_ids.add(entity.id)
        if entity.status == "rejected":
            return range(0)
        blocks = self._between(entity.start, entity.end)
        for block in blocks:
            self._entities_by_block.setdefault(block, []).append(entity)
        return blocks

    def _blocks(self, fragments: Sequence[tuple[int, int]]) -> list[int]:
        return [block for start, end in fragments for block in self._between(start, end)]

    def _between(self, start: int, end: int) -> range:
        first = self.block_of(self._offsets.to_utf16(start))
        return range(first, bisect_left(self._starts, self._offsets.to_utf16(end), first + 1))

    def _of_span(self, span: Span, at: int, length: int) -> list[Piece]:
        count, name = len(span.fragments), self.tags.get(span.label, span.label)
        pieces, group = [], self.groups.get(span.layer_id, 0)
        for number, (start, end) in enumerate(span.fragments):
            a, b = self._offsets.to_utf16(start) - at, self._offsets.to_utf16(end) - at
            if b <= 0 or a >= length:
                continue
            tag = f"{name} {number + 1}/{count}" if count > 1 else name
            inside = max(a, 0), min(b, length)
            piece = Piece(span.id, span.label, *inside, a >= 0, b <= length, tag if a >= 0 else "", number)
            pieces.append(replace(piece, group=group) if group else piece)
        return pieces

    def _inside(self, start: int, end: int, at: int, length: int) -> tuple[int, int]:
        return max(self._offsets.to_utf16(start) - at, 0), min(self._offsets.to_utf16(end) - at, length)
