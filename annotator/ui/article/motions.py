"""Motions over a text: the next or previous sentence, entity, quotation or clause, in code points. No Qt here."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from annotator.model.layer import Entity
from annotator.model.segments import Segmentation

type Kind = Literal["sentence", "entity", "quotation", "clause"]

_QUOTATION = re.compile(r"«[^»\n]*»|“[^”\n]*”|\"[^\"\n]*\"")
_CLAUSE_BORDER = re.compile(
    r"[,;:–—()]\s*|\s(?=(?:que|qu['’]|qui|dont|où|mais|car|parce que|tandis que|alors que|lorsque|quand|puis|et|"
    r"that|which|who|but|while|because)\b)|(?<=[.!?…])\s+"
)
_SHORTEST = 3
"""A clause has at least so many characters."""


def stretches(
    kind: Kind, text: str, *, segmentation: Segmentation, entities: Sequence[Entity]
) -> list[tuple[int, int]]:
    """Return all stretches of a kind in text order."""
    if kind == "sentence":
        return list(zip(segmentation.sentence_starts, segmentation.sentence_ends, strict=True))
    if kind == "entity":
        return sorted({(e.start, e.end) for e in entities if e.status != "rejected"})
    if kind == "quotation":
        return [match.span() for match in _QUOTATION.finditer(text)]
    sentences = zip(segmentation.sentence_starts, segmentation.sentence_ends, strict=True)
    return [clause for start, end in sentences for clause in _clauses(text, start, end)]


def moved(all_: Sequence[tuple[int, int]], selected: tuple[int, int], *, forward: bool) -> tuple[int, int] | None:
    """Return where to go from a selection: the stretch around a bare caret, else the neighbour; None at the ends."""
    start, end = selected
    if forward:
        inside = next((s for s in all_ if s[0] <= start < s[1] and s != selected and start == end), None)
        return inside or next((s for s in all_ if s[0] > start or (s[0] == start and s[1] > end)), None)
    return next((s for s in reversed(all_) if s[0] < start), None)


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    borders = [start, *(m.end() for m in _CLAUSE_BORDER.finditer(text, start, end)), end]
    found = []
    for a, b in pairwise(borders):
        piece = text[a:b]
        left = a + len(piece) - len(piece.lstrip(' \u00a0«“"('))
        right = b - (len(piece) - len(piece.rstrip(' \u00a0,;:.!?…»”")–—')))
        if right - left >= _SHORTEST:
            found.append((left, right))
    return found
