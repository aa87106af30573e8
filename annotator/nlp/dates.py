"""DATE: days, months, years and moments as newspapers write them, in French and English, on the normal form."""

import re

_DAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
_MONTH = (
    r"(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|"
    r"January|February|March|April|June|July|August|September|October|November|December)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_PART = r"(?:matin|midi|après-midi|soir|nuit)"
_REL = r"(?:prochaine?|derni(?:er|ère)|passée?|suivante?|précédente?)"

_PATTERNS = (
    rf"{_DAY},? \d{{1,2}}(?:er)? {_MONTH}(?: {_REL}| {_YEAR})?",
    rf"\d{{1,2}}(?:er)? {_MONTH}(?: {_REL}| {_YEAR})?",
    rf"{_MONTH} \d{{1,2}}(?:, {_YEAR})?",
    rf"(?:(?:début|mi|fin)[- ])?{_MONTH} (?:{_YEAR}|{_REL})",
    rf"(?:(?:début|mi-|fin)\s?){_MONTH}",
    rf"(?<=\ben )(?:{_MONTH}|{_YEAR})",
    rf"(?<=\bin )(?:{_MONTH}|{_YEAR})",
    rf"(?<=mois de ){_MONTH}",
    rf"(?:ce |cette )?{_DAY}(?: {_PART}| {_REL})?",
    rf"(?:la )?(?:semaine|année|nuit|mois) {_REL}|(?:le |l')?(?:an|mois|été|hiver|automne|printemps) {_REL}",
    rf"(?:hier|avant-hier|aujourd'hui|demain|après-demain)(?: {_PART})?|yesterday|tomorrow|today",
    rf"(?:ce|cette) (?:{_PART}|semaine|mois|année)",
    rf"(?:printemps|été|automne|hiver) {_YEAR}",
    r"\d{4}-\d\d(?:-\d\d)?\b|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}",
    *(rf"(?<=\b{word} ){_YEAR}" for word in ("depuis", "avant", "après", "entre", "ici", "fin", "ici à", "since")),
    r"années (?:19|20)?\d0",
)
_ALL = re.compile("|".join(rf"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)


def dates(text: str) -> list[tuple[int, int]]:
    """Return where dates stand, left to right, not overlapping; ``text`` is in normal form."""
    return [_without_lead(text, *m.span()) for m in _ALL.finditer(text) if _alone(text, *m.span())]


def _alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _without_lead(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave an article out of the date, as out of every entity."""
    lead = re.match(r"(?:la|le) |l'", text[start:end], re.IGNORECASE)
    return (start + lead.end(), end) if lead else (start, end)
