"""Spans as codes of tokens: IOB1, BIO (IOB2), BIOES and BILUO, read alike and written one by one.

Ramshaw and Marcus, Text Chunking using Transformation-Based Learning, 1995; Tjong Kim Sang and De Meulder, Introduction
to the CoNLL-2003 Shared Task, 2003; Ratinov and Roth, Design Challenges and Misconceptions in NER, 2009. A code is a
prefix, a hyphen and a label; no chunk goes over the end of a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from annotator.model.document import RawSpan

type Chunk = tuple[int, int, str]
"""First token, last token, label."""

SCHEMES = {"bio": ("B", "I", "I", "B"), "bioes": ("B", "I", "E", "S"), "bilou": ("B", "I", "L", "U")}
"""The prefixes of a first, an inner, a last and an only token."""
CODE = re.compile(r"O|[BIESLUM]-.*", re.DOTALL)
_ESCAPED = re.compile(r"_x([0-9a-f]{2,6})_")
_SPACE = re.compile(r"\s|_(?=x[0-9a-f]{2,6}_)")


def is_outside(code: str) -> bool:
    """Tell whether a code says that its token is in no chunk."""
    return code in ("O", "_", "-", "*", "")


def chunks_of(codes: Sequence[str]) -> Iterator[Chunk]:
    """Yield the chunks in the codes of one sentence; one that goes on with nothing begins there, as in IOB1."""
    first, label = -1, ""
    for n, code in enumerate([*codes, "O"]):
        prefix, _, name = code.partition("-")
        outside = is_outside(code)
        begins = prefix in ("B", "S", "U") or name != label
        if first >= 0 and (outside or begins):
            yield first, n - 1, label
            first = -1
        if outside:
            continue
        if first < 0:
            first, label = n, name
        if prefix in ("E", "L", "S", "U"):
            yield first, n, label
            first = -1


def codes_of(chunks: Iterable[Chunk], count: int, scheme: str) -> list[str]:
    """Return the codes of so many tokens with these chunks, none of which overlaps another."""
    first_prefix, inner, last_prefix, only = SCHEMES[scheme]
    codes = ["O"] * count
    for first, last, label in chunks:
        codes[first : last + 1] = [f"{inner}-{label}"] * (last - first + 1)
        codes[last] = f"{last_prefix}-{label}"
        codes[first] = f"{first_prefix if first < last else only}-{label}"
    return codes


def in_code(label: str) -> str:
    """Return a label without white space, as a code has it."""
    return _SPACE.sub(lambda found: f"_x{ord(found.group()):02x}_", label)


def label_in(code: str) -> str:
    """Return the label that `in_code` was given; others are as they are."""
    return _ESCAPED.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), code)


def spaced_text(rows: Iterable[Sequence[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Return the text of sentences of words, one space between words and a line for each, and where the words lie."""
    lines: list[str] = []
    places: list[list[tuple[int, int]]] = []
    at = 0
    for words in rows:
        places.append([])
        for word in words:
            places[-1].append((at, at + len(word)))
            at += len(word) + 1
        lines.append(" ".join(words))
    return "\n".join(lines), places


def spans_of(codes: Iterable[Sequence[str]], places: Iterable[Sequence[tuple[int, int]]], text: str) -> list[RawSpan]:
    """Return the spans of one column of codes, sentence by sentence."""
    return [
        RawSpan(((start := where[first][0], end := where[last][1]),), label_in(label), text[start:end])
        for sentence, where in zip(codes, places, strict=True)
        for first, last, label in chunks_of(sentence)
    ]
