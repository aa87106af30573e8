"""DATE: days, months, years, seasons and centuries as newspapers write them, in French and English.

An article or a preposition before it is no part of a date, « ce » and « cette » are. A time of the day is no date.
"""

import re

from annotator.nlp.shapes import FIGURE, Rule, found, rule, table
from annotator.nlp.words import Words

_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_DAYS_EN = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MONTHS = "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre"
_MONTHS_EN = "January February March April May June July August September October November December"
_CENTURIES = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI"
_DAY, _DAY_EN = f"(?:{_DAYS.replace(' ', '|')})", f"(?:{_DAYS_EN.replace(' ', '|')})"
_MONTH, _MONTH_EN = f"(?:{_MONTHS.replace(' ', '|')})", f"(?:{_MONTHS_EN.replace(' ', '|')})"
_YEAR = r"(?:1[0-9]|20)\d\d(?![\w%])(?!,\d)(?! ?[%€$])"
_PART = "(?:matin|midi|après-midi|soir|nuit)"
_PART_EN = "(?: morning| afternoon| evening| night)?"
_REL = r"(?:prochaine?s?|derni(?:er|ère)s?|passée?|suivante?|précédente?|écoulée?|courante?)"
_END = r"(?![\w-])"
_NUMBER = r"\d{1,2}(?:er)?"
_FULL = rf"{_NUMBER} {_MONTH}(?: {_YEAR}| {_REL})?"
_PERIOD = (
    "semaine|mois|an|année|nuit|été|hiver|automne|printemps|week-end|trimestre|semestre|saison|décennie|siècle|rentrée"
)
_SEASON = "été|hiver|automne|printemps|rentrée|saison"
_PERIOD_EN = f"week|month|year|summer|winter|spring|autumn|fall|night|quarter|weekend|{_MONTH_EN}|{_DAY_EN}"


def _any(first: str, pattern: str) -> Rule:
    return rule("DATE", first, rf"(?i:{pattern}){_END}")


_FRENCH = (
    _any(_DAYS, rf"{_DAY},? {_FULL}|{_DAY} {_NUMBER}(?= ?(?:[,;.)]|qu|et |à ))|{_DAY}(?: {_PART}| {_REL})?"),
    _any(
        FIGURE,
        rf"{_FULL}|[1-4](?:er|e|ème) (?:trimestre|semestre)(?: {_YEAR})?|\d{{1,2}} {_MONTH_EN}(?:,? {_YEAR})?|"
        r"\d{4}-\d\d(?:-\d\d)?|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}",
    ),
    rule("DATE", _MONTHS, rf"(?i:{_MONTH} (?:{_YEAR}|{_REL}){_END})|{_MONTH}{_END}"),
    _any(
        "début fin mi courant",
        rf"(?:début|fin|courant|mi)[- ](?:{_MONTH}(?: {_YEAR}| {_REL})?|{_YEAR}|de (?:semaine|mois|année)(?: {_REL})?)",
    ),
    _any(
        _PERIOD.replace("|", " ").replace("week-end", "week"),
        rf"(?:{_PERIOD}) {_REL}|(?:{_SEASON}) {_YEAR}(?:[-/]\d{{2,4}})?",
    ),
    _any(
        "premier deuxième second troisième quatrième dernier",
        rf"(?:premier|deuxième|second|troisième|quatrième|dernier) (?:trimestre|semestre)(?: {_YEAR})?",
    ),
    _any("hier avant aujourd demain après", rf"(?:hier|avant-hier|aujourd'hui|demain|après-demain)(?: {_PART})?"),
    _any(
        "veille lendemain surlendemain",
        r"(?:(?<=la )veille|(?<=le )(?:sur)?lendemain)(?! (?:de|du|des|au|sur|à) | d')",
    ),
    _any(
        "ce cette",
        rf"ce (?:{_PART}|week-end|mois|printemps|{_DAY},? {_FULL}|{_DAY}(?: {_PART})?|{_FULL})|"
        rf"cette (?:{_PART}|semaine|année|saison)",
    ),
    _any("années", r"années (?:19|20|18)?\d0"),
    _any(
        " ".join(f"{roman}e {roman}er" for roman in _CENTURIES.split()),
        r"[IVX]+er?(?: et [IVX]+e)? siècles?(?: (?:avant|après) (?:notre ère|J\.?-C\.?|Jésus-Christ))?",
    ),
)
_DATED_EN = (
    rule(
        "DATE",
        _DAYS_EN,
        rf"{_DAY_EN}(?:,? {_MONTH_EN} \d{{1,2}}(?:,? {_YEAR})?|,? \d{{1,2}} {_MONTH_EN}(?: {_YEAR})?|{_PART_EN}){_END}",
    ),
    rule(
        "DATE",
        _MONTHS_EN,
        rf"{_MONTH_EN} \d{{1,2}}(?:st|nd|rd|th)?(?:, {_YEAR})?{_END}|{_MONTH_EN},? {_YEAR}|"
        rf"(?!May|March){_MONTH_EN}{_END}|(?<=in )(?:May|March){_END}",
    ),
)
_ENGLISH = (
    *_DATED_EN,
    _any("yesterday today tomorrow", f"(?:yesterday|today|tomorrow){_PART_EN}"),
    _any("last next this", f"(?:last|next|this) (?:{_PERIOD_EN})"),
    _any("late early mid", rf"(?:late|early|mid)[- ]{_MONTH_EN}(?: {_YEAR})?"),
)
_TABLES = {"fr": table(*_FRENCH, *_DATED_EN), "en": table(*_ENGLISH, *_FRENCH)}
_YEARS = re.compile(
    r"(?:(?i:(?<!\w)(?:en|depuis|avant|après|dès|jusqu'en|jusqu'à|d'ici à|d'ici|horizon|pour|vers|de|à|fin|début|entre|"
    r"contre|édition|et|in|since|by|before|after|until|from|between|to|mi|année) )|\()"
    rf"({_YEAR}(?:[-/]\d{{2,4}})?)"
    r"(?! (?:[a-zà-ÿ]+s(?<!dans)(?<! ans)(?<!plus)(?<!mais)(?!\w)|millions?|milliards?|\d{3}(?!\d)))"
)


def dates(words: Words, language: str = "fr") -> list[tuple[int, int]]:
    """Return where dates stand, left to right, not overlapping."""
    places = [(match.start, match.end) for match in found(words, _TABLES["en" if language == "en" else "fr"])]
    places += [match.span(1) for match in _YEARS.finditer(words.text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
