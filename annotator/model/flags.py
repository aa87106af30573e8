"""What a person should see in an article and nobody may alter: broken letters, repeats, lines that are no story."""

import re

from annotator.model.document import Flag
from annotator.model.guessing import LONG_LINE, date_in, lines_of
from annotator.model.snapping import joined

# each begins with a class of characters that are rare, which the search leaps to
_BROKEN = re.compile(
    "[\ufffdâÀ-ÖØ-Þ¤-©¬®±-´¶¸¹¼-¿]"
    "(?:(?<=\ufffd)|(?<=Ã)[\u0080-\u00bf©¨ª«®´§¢¯±¹]|(?<=â)€|(?<=Â)[«»°\u00a0]|"
    "(?<=[a-zà-ÿ][À-ÖØ-Þ])(?=[a-zà-ÿ])|(?<=[¤-©¬®±-´¶¸¹¼-¿])(?=[a-z]))"
)
_CREDIT_WITHIN = re.compile(
    r"[©(](?:(?<=©)(?<!\w©)\s*\w[\w./ -]{0,40}|(?<=\()(?:photo|crédit|image)[^)\n]{0,80}\))", re.IGNORECASE
)
_SOURCE = re.compile(
    r"^[ \t]*(?:sources?|avec)\s*:\s*\S.*$|^[ \t]*\((?:avec|source)\s[^)\n]{2,60}\)\s*$", re.IGNORECASE | re.MULTILINE
)
_CREDIT_LINE = re.compile(
    r"^[ \t]*(?:images?|photos?|vidéos?|videos?|crédits?(?: photo)?)\s*(?:vidéo|d.archives|credit)?"
    r"\s*[:\-–][^\n]{1,80}$",
    re.IGNORECASE | re.MULTILINE,
)

# a form feed is where a page ends, U+0085 where a line does
_CONTROL = "[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]"
_CONTROLS = re.compile(rf"{_CONTROL}(?:[^\n]*{_CONTROL})?")


def flags_of(text: str) -> tuple[Flag, ...]:
    """Return the flags of a text in text order, in code points."""
    found = [
        *_mojibake(text),
        *(Flag("source_line", *m.span()) for m in _SOURCE.finditer(text)),
        *_credits(text),
        *_repeated_title(text),
        *_motto(text),
        *(Flag("control_signs", *m.span()) for m in _CONTROLS.finditer(text)),
    ]
    return tuple(sorted(found, key=lambda flag: (flag.start, flag.end)))


def _credits(text: str) -> list[Flag]:
    lines = [found.span() for found in _CREDIT_LINE.finditer(text)]
    within = [found.span() for found in _CREDIT_WITHIN.finditer(text)]
    alone = [one for one in within if not any(start <= one[0] < end for start, end in lines)]
    return [Flag("photo_credit", *one) for one in (*lines, *alone)]


def _mojibake(text: str) -> list[Flag]:
    """Flag words with signs that only a wrong decoding puts there; most texts need one look."""
    words: dict[tuple[int, int], None] = {}
    for found in _BROKEN.finditer(text):
        start, end = found.span()
        while start and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        words[start, end] = None
    # the halves of a word with several broken letters are one
    return [Flag("mojibake", start, end) for start, end in joined(tuple(words))]


def _repeated_title(text: str) -> list[Flag]:
    seen: set[str] = set()
    flags = []
    for at, line in lines_of(text):
        form = line.casefold()
        if form in seen and len(line) > 12:
            flags.append(Flag("repeated_title", at, at + len(line)))
        seen.add(form)
    return flags


def _motto(text: str) -> list[Flag]:
    """Flag a long first line that stands before a date line or a short title: a site's motto."""
    lines = lines_of(text, 3)
    if len(lines) < 3 or len(lines[0][1]) <= LONG_LINE:
        return []
    at, line = lines[0]
    return [Flag("motto", at, at + len(line))] if any(date_in(later) for _, later in lines[1:]) else []
