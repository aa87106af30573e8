"""What differs between two texts, word by word: pure, and quick on long texts: their equal lines go first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from annotator.model.text import normal_form

_LINE = re.compile(r"[^\n]*\n+|[^\n]+")
_WORD = re.compile(r"\s+|(?:\w+|[^\w\s])\s*")
_LONGEST = 30_000
"""Code points of two stretches together beyond which their words are not compared: they differ as a whole."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of each text, in code points, that stands in the place of the other; one of them may be empty."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int


def differences(left: str, right: str) -> tuple[Difference, ...]:
    """Return where two texts differ, in order. Apostrophes, quotation marks and spaces of either kind are the same."""
    found: list[Difference] = []
    for block in _blocks(left, right, _LINE, 0, 0):
        a, b = left[block.left_start : block.left_end], right[block.right_start : block.right_end]
        if not (a and b) or len(a) + len(b) > _LONGEST:
            found.append(block)
        else:
            found += _blocks(a, b, _WORD, block.left_start, block.right_start)
    return tuple(_trimmed(left, right, one) for one in found if _says_something(left, right, one))


def _blocks(left: str, right: str, piece: re.Pattern[str], left_base: int, right_base: int) -> Iterator[Difference]:
    """Yield where two texts differ when cut into pieces."""
    cut = [piece.findall(normal_form(text)) for text in (left, right)]
    a, b = (
        list(accumulate(map(len, pieces), initial=base))
        for pieces, base in zip(cut, (left_base, right_base), strict=True)
    )
    one, other = ([word.strip() for word in pieces] for pieces in cut)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield Difference(a[i], a[j], b[k], b[m])


def _says_something(left: str, right: str, one: Difference) -> bool:
    return bool((left[one.left_start : one.left_end] + right[one.right_start : one.right_end]).strip())


def _trimmed(left: str, right: str, one: Difference) -> Difference:
    """Return a difference without the white space around it."""
    sides = []
    for text, start, end in ((left, one.left_start, one.left_end), (right, one.right_start, one.right_end)):
        words = text[start:end]
        bare = words.strip()
        lead = len(words) - len(words.lstrip()) if bare else 0
        sides += [start + lead, start + lead + len(bare)]
    return Difference(*sides)
