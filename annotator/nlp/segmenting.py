"""Cutting a text into stretches that spaCy can take, and its tokens into sentences."""

import re
from array import array
from collections.abc import Iterator, Sequence

from annotator.model.segments import Segmentation

LONGEST_TOKEN = 200
"""A run without white space longer than this, in characters, is cut before spaCy sees it."""
LONGEST_STRETCH = 5_000
_LINE = re.compile(r"[^\n]+")
_RUN = re.compile(rf"\S{{{LONGEST_TOKEN + 1},}}")
_REPEATED = re.compile(r"([^\w\s])\1{15,}")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:M|MM|Mme|Mmes|Mlle|Mgr|Dr|Pr|Me|St|Ste|av|apr|J|C|p|pp|art|cf|etc|ex|n|no|tél|env|Mr|Mrs|Ms|[A-ZÉÈ])$"
)
_CLOSING = "»”\"')]"


def stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, plain) in text order: plain stretches are for a plain tokenizer, the others for spaCy.

    Lines come one by one, long lines cut at a space, and runs of signs that make spaCy quadratic stand alone.
    """
    for line in _LINE.finditer(text):
        at = line.start()
        hard = sorted(
            [*_RUN.finditer(text, *line.span()), *_REPEATED.finditer(text, *line.span())], key=lambda m: m.start()
        )
        for run in hard:
            if run.start() < at:
                continue
            yield from _pieces(text, at, run.start())
            yield run.start(), run.end(), True
            at = run.end()
        yield from _pieces(text, at, line.end())


def plain_tokens(start: int, end: int) -> list[tuple[int, int]]:
    """Cut a run into tokens of at most LONGEST_TOKEN characters."""
    return [(at, min(at + LONGEST_TOKEN, end)) for at in range(start, end, LONGEST_TOKEN)]


def segmentation(text: str, tokens: Sequence[tuple[int, int]], tokenizer: str) -> Segmentation:
    """Return tokens with the sentences that they make; ``text`` is in normal form, tokens sorted."""
    sentences = list(_sentences(text, tokens))
    return Segmentation(
        tokenizer,
        array("I", (start for start, _ in tokens)),
        array("I", (end for _, end in tokens)),
        array("I", (start for start, _ in sentences)),
        array("I", (end for _, end in sentences)),
    )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    while end - start > LONGEST_STRETCH:
        space = text.rfind(" ", start + 1, start + LONGEST_STRETCH)
        cut = space + 1 if space > 0 else start + LONGEST_STRETCH
        yield start, cut, False
        start = cut
    if text[start:end].strip():
        yield start, end, False


def _sentences(text: str, tokens: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield sentences: a line end always ends one, a full stop when what follows begins like one."""
    first: int | None = None
    last = 0
    ended = False
    for start, end in tokens:
        closing = ended and text[start:end] in tuple(_CLOSING) and "\n" not in text[last:start]
        if first is not None and not closing and ("\n" in text[last:start] or (ended and _begins(text, start))):
            yield first, last
            first = None
        if first is None:
            first = start
        ended = ended if closing else _ends(text, start, end)
        last = end
    if first is not None:
        yield first, last


def _ends(text: str, start: int, end: int) -> bool:
    if text[end - 1] not in ".!?…":
        return False
    return text[end - 1] != "." or not _ABBREVIATION.search(text[max(0, start - 6) : end - 1])


def _begins(text: str, start: int) -> bool:
    sign = text[start]
    return sign.isupper() or sign.isdigit() or sign in "«“\"'([-–—" or not sign.isalnum()
