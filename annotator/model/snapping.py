"""From what a person selected to the span that they meant: token borders, and what the scheme says a span sheds."""

from annotator.model.layer import Fragment
from annotator.model.scheme import SpanRules, Trim
from annotator.model.segments import Segmentation
from annotator.model.text import normal_form

_OPENING, _CLOSING = "\u00ab\u201c\u201e\"'\u2039", "\u00bb\u201d\"'\u203a"
_ELISION = "'\u2019"


def snap(text: str, start: int, end: int, *, segmentation: Segmentation, trim: Trim = Trim()) -> Fragment | None:
    """Return the selection grown to token borders and trimmed; None when nothing is left of it.

    Offsets are code points into ``text``, ends exclusive.
    """
    start, end = _strip(text, start, end)
    if start >= end:
        return None
    start, end = trimmed(text, *segmentation.expand(start, end), trim=trim)
    return (start, end) if start < end else None


def trimmed(text: str, start: int, end: int, *, trim: Trim) -> Fragment:
    """Return the stretch without the outer signs, white space and complementiser that ``trim`` sheds."""
    while True:
        before = start, end = _strip(text, start, end)
        if trim.quotes:
            start, end = _without_quotes(text, start, end)
        start = _without_complementiser(text, start, end, trim)
        while end > start and text[end - 1] in trim.final_punctuation:
            end -= 1
        if (start, end) == before:
            return start, end


def forbidden_line_end(text: str, fragment: Fragment, rules: SpanRules) -> bool:
    """Tell whether a fragment goes over a line end that the scheme does not allow."""
    return not rules.allow_newline and "\n" in text[slice(*fragment)]


def quoted(text: str, fragment: Fragment) -> str:
    """Return how much of a fragment stands in quotation marks: ``full``, ``partial`` or ``none``."""
    start, end = fragment
    left = text[:start].rstrip()[-1:]
    right = text[end:].lstrip(" \u00a0\u202f.,;:!?\u2026")[:1]
    if left and right and left in '\u00ab\u201c"' and right in '\u00bb\u201d"':
        return "full"
    return "partial" if any(sign in text[start:end] for sign in '\u00ab\u00bb\u201c\u201d"') else "none"


def joined(fragments: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
    """Return fragments sorted, with those that overlap or touch made one."""
    result: list[Fragment] = []
    for start, end in sorted(fragments):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return tuple(result)


def _strip(text: str, start: int, end: int) -> Fragment:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _without_quotes(text: str, start: int, end: int) -> Fragment:
    inner = text[start:end]
    if len(inner) > 1 and inner[0] in _OPENING and inner[-1] in _CLOSING and _pairs(inner):
        return start + 1, end - 1
    if inner[:1] in _OPENING and inner[:1] and not any(sign in inner[1:] for sign in _CLOSING[:3]):
        return start + 1, end
    if inner[-1:] in _CLOSING and inner[-1:] and not any(sign in inner[:-1] for sign in _OPENING[:4]):
        return start, end - 1
    return start, end


def _pairs(inner: str) -> bool:
    """Tell whether the first sign of a stretch is closed by its last one, not by one before."""
    opening, closing = inner[0], inner[-1]
    if opening == closing:
        return opening not in inner[1:-1]
    depth = 0
    for index, sign in enumerate(inner):
        depth += (sign == opening) - (sign == closing)
        if depth == 0:
            return index == len(inner) - 1
    return False


def _without_complementiser(text: str, start: int, end: int, trim: Trim) -> int:
    plain = normal_form(text[start:end]).lower()
    for word in trim.complementisers:
        lead = normal_form(word).lower()
        if not plain.startswith(lead) or len(plain) <= len(lead):
            continue
        if lead[-1] in _ELISION or plain[len(lead)].isspace():
            return start + len(lead)
    return start
