"""What the first lines of an article say of it: title and date, guessed, to be corrected by people."""

import re

_MONTHS = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12, "january": 1,
    "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12,
}  # fmt: skip
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_WRITTEN = re.compile(
    rf"(?:{_DAY},?\s+)?(?:le\s+)?(\d{{1,2}})(?:er)?\s+([a-zéûA-Zà-ÿ]+)\s+((?:19|20)\d\d)", re.IGNORECASE
)
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_STAMP = re.compile(
    r"timing|consulté|téléchargé|downloaded|\d\d:\d\d\s*[AP]M|image d.archives|^\W*date\b", re.IGNORECASE
)
LONG_LINE = 160
"""A first line longer than this, in characters, is a motto or a paragraph, hardly a title."""


def lines_of(text: str, count: int = 12) -> list[tuple[int, str]]:
    """Return the first lines that are not blank, each with its offset in code points."""
    result, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            result.append((at + len(line) - len(line.lstrip()), line.strip()))
            if len(result) == count:
                break
        at += len(line) + 1
    return result


def date_in(line: str) -> str:
    """Return the ISO date that makes up a line, empty when it is not a date line."""
    if len(line) > 60:
        return ""
    written = _WRITTEN.fullmatch(line.strip(" .,–-"))
    if written and written[2].lower() in _MONTHS:
        return f"{written[3]}-{_MONTHS[written[2].lower()]:02d}-{int(written[1]):02d}"
    iso = _ISO.fullmatch(line.strip())
    return iso[0] if iso else ""


def guess_title(text: str) -> str:
    """Return the first line that can be a title: not a date, not a page's own stamp, not a motto."""
    lines = lines_of(text)
    for number, (_, line) in enumerate(lines):
        motto = len(line) > LONG_LINE and any(date_in(later) for _, later in lines[number + 1 : number + 3])
        if not (motto or date_in(line) or _is_stamp(line)):
            return _shortened(line)
    return _shortened(lines[0][1]) if lines else ""


def guess_published(text: str) -> str:
    """Return the date of a line of its own among the first ones, as an ISO date; empty when there is none."""
    return next((found for _, line in lines_of(text, 6) if not _is_stamp(line) and (found := date_in(line))), "")


def _is_stamp(line: str) -> bool:
    """Tell whether a line is the page's own: when it was fetched, where a picture is from."""
    return len(line) <= LONG_LINE and bool(_STAMP.search(line))


def _shortened(line: str, longest: int = 120) -> str:
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0] + "…"
