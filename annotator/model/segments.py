"""Tokens and sentences of a document, as offsets; a plain segmenter stands in until the language worker has been."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

PLAIN_TOKENIZER = "plain 1"
_TOKEN = re.compile(r"\w+(?:[.,]\d+)*['\u2019]?|[^\w\s]", re.UNICODE)
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])[\s\u00a0]*[\u00bb\u201d\"]?(?=\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Segmentation:
    """Tokens and sentences of one text, sorted; ``starts[i]:ends[i]`` is token i, in code points, ends exclusive."""

    tokenizer: str
    starts: Sequence[int]
    ends: Sequence[int]
    sentence_starts: Sequence[int]
    sentence_ends: Sequence[int]

    def token_at_or_after(self, offset: int) -> int:
        """Return the index of the first token that ends after the offset (``len(starts)`` when there is none)."""
        return bisect_right(self.ends, offset)

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last (inclusive) token touched by ``[start, end)``; last < first when none is."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end) - 1

    def expand(self, start: int, end: int) -> tuple[int, int]:
        """Return ``[start, end)`` grown to the borders of the tokens that it touches."""
        first, last = self.tokens_in(start, end)
        if last < first:
            return start, end
        return min(start, self.starts[first]), max(end, self.ends[last])

    def sentence_at(self, offset: int) -> tuple[int, int] | None:
        """Return the sentence that holds the offset, else the one before it, else None."""
        index = bisect_right(self.sentence_starts, offset) - 1
        if index < 0:
            return (self.sentence_starts[0], self.sentence_ends[0]) if self.sentence_starts else None
        return self.sentence_starts[index], self.sentence_ends[index]


def plain_segmentation(text: str) -> Segmentation:
    """Segment by regular expressions only, in milliseconds: words with their apostrophe, signs one by one."""
    tokens = [m.span() for m in _TOKEN.finditer(text)]
    borders = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    sentences = [trimmed for a, b in pairwise(borders) if (trimmed := _trim(text, a, b))]
    return Segmentation(
        PLAIN_TOKENIZER,
        array("I", (a for a, _ in tokens)),
        array("I", (b for _, b in tokens)),
        array("I", (a for a, _ in sentences)),
        array("I", (b for _, b in sentences)),
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    kept = len(piece.strip())
    return (start + left, start + left + kept) if kept else None
