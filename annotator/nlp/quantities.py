"""QTY: a number and what it counts: « une dizaine de blessés », « 3,5 milliards d'euros », « 40 % ».

« Un » alone counts nothing, nor does the number of a thing (« la ligne 14 »), a score, a rank or a time of the day.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from annotator.nlp.equipment import covers
from annotator.nlp.shapes import FIGURE, one_of, rule, table
from annotator.nlp.words import Words, begins_sentence

_UNITS = "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_TENS = "vingt trente quarante cinquante soixante cent cents mille"
_ENGLISH = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred dozens "
    "hundreds thousands"
)
_IN_WORDS = f"{_UNITS} {_TENS}".replace(" ", "|")
_FIGURES = r"(?:\d{1,3}(?:[ .]\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:[.,]\d+)?)"
_PLAIN = rf"(?:{_FIGURES}|(?i:(?:{_IN_WORDS})(?:[- ](?:et[- ])?(?:un|une|{_IN_WORDS}))*|{_ENGLISH.replace(' ', '|')}))"
_MANY = one_of(
    "dizaine(s), douzaine(s), quinzaine(s), vingtaine(s), trentaine(s), quarantaine(s), cinquantaine(s), "
    "soixantaine(s), centaine(s), millier(s), million(s), milliard(s), mille, billion, trillion, thousand, "
    "hundred, bn"
)
_UNIT = (
    one_of(
        "%, €, $, £, °, °C, euro(s), dollar(s), livre(s), rouble(s), yen(s), yuan(s), franc(s), couronne(s), "
        "kilomètre(s), kilomètre(s) carré(s), kilomètre(s)-heure, kilomètre(s) à l'heure, kilomètre(s) par heure, "
        "km, km², mètre(s), mètre(s) cube(s), mètre(s) carré(s), m, m², m³, centimètre(s), cm, millimètre(s), mm, "
        "hectare(s), ha, tonne(s), kilo(s), kilogramme(s), kg, gramme(s), litre(s), degré(s), mégawatt(s), "
        "gigawatt(s), MW, GW, TWh, GWh, MWh, kWh, ch, jour(s), heure(s), minute(s), seconde(s), semaine(s), mois, "
        "an(s), année(s), siècle(s), point(s), point(s) de base, point(s) de pourcentage, pour cent, percent, per "
        "cent, kilometer(s), kilometre(s), mile(s), meter(s), metre(s), feet, ton(s), year(s), month(s), week(s), "
        "day(s), hour(s)"
    )
    + r"(?:/[A-Za-z]+)?(?: (?:suisses?|américains?|sterling|canadiens?|australiens?|constants?|CFA|turques?))?"
)
_BEFORE = (
    r"(?:(?:petite?s?|grande?s?|jeunes?|autres|nouve(?:aux|lles)|importante?s|anciens?|anciennes?|principa(?:ux|les)|"
    r"premiers?|premières?|derniers?|dernières?|vieux|vieilles|gros|grosses|simples?|faux|fausses|bons?|bonnes?|"
    r"longues?|longs) )?"
)
_NOT = (
    "(?!"
    + one_of(
        "et, ou, mais, car, donc, que, qui, dont, où, est, sont, était, étaient, ont, avait, avaient, sera, "
        "seront, au, aux, avec, dans, sur, sous, pour, par, chez, vers, sans, contre, entre, autour, depuis, selon, "
        "après, avant, lors, autre(s), des, du, de, d, les, le, la, janvier, février, mars, avril, mai, juin, juillet, "
        "août, septembre, octobre, novembre, décembre, the, and, ainsi, alors, plus, moins, of, in, on, at, to, "
        "were, was, is, are, by, for, from, with, years old, se, ne, ces, cette, leur(s), son, sa, ses, lui, elle, "
        "elles, ils, il, nous, vous, tout, toute, soit, puis, sauf, voire, dès, près, seulement, environ, peut, "
        "doit, pourrait, devrait, fait, voient, à, a, y, en, qu"
    )
    + r"(?![\w-]))"
)
_NOT_LAST = r"(?!(?:derniers?|dernières?|premiers?|premières?|autres)(?![\w-]))"
_NOUN = r"(?:[a-zà-ÿœ][\w'-]*\w|[A-ZÀ-Þ]{4,}(?![\w-]))"
_TAIL = (
    r"(?: de (?:match|break|base|combat|chasse|guerre|campagne|table|sauvetage)(?![\w-])|"
    r" d'(?:euros|habitants|affilée)(?![\w-])| (?:suisses|américains|canadiens|australiens|sterling|CFA)(?![\w-]))?"
)
_OF = r"(?:d'|de |d[eu]s? )"
_COUNTED = rf"(?: ?{_UNIT}(?!\w)| {_NOT}{_BEFORE}{_NOT}{_NOT_LAST}{_NOUN}{_TAIL})"
_MANY_OF = rf"(?: (?:d'|de ){_NOT}{_BEFORE}{_NOUN}{_TAIL}| (?=[a-z]+s\b){_NOT}{_NOUN}|(?!\w))"
_RULES = table(
    rule(
        "QTY",
        f"{FIGURE} {_UNITS} {_TENS} {_ENGLISH}",
        rf"{_PLAIN}(?: ?{_MANY}(?! ?{_UNIT}(?!\w)){_MANY_OF}|(?: {_MANY})?{_COUNTED})",
    ),
    rule("QTY", f"{FIGURE} {_UNITS} {_TENS}", rf"{_PLAIN} (?:millions?|milliards?|billion)(?!\w)"),
    rule("QTY", "un une", rf"(?i:une? ){_MANY} {_OF}{_NOT}{_BEFORE}{_NOUN}{_TAIL}|(?i:un )(?:million|milliard)(?!\w)"),
    rule(
        "QTY",
        "plusieurs quelques dizaines centaines milliers millions milliards",
        rf"(?:(?i:plusieurs |quelques )?(?i:{_MANY})) {_OF}{_NOT}{_BEFORE}{_NOUN}",
    ),
)
_NUMBER = re.compile(rf"{_PLAIN}(?: {_MANY})?(?: de)? ")
_MONEY = re.compile(rf"[$€£] ?{_FIGURES}(?: ?{_MANY}|[mb]n?)?(?!\w)")
_NUMBERED = re.compile(
    r"(?:\b(?:lignes?|articles?|numéros?|n°|nº|page|chapitre|groupe|route|chaîne|canal|titre|ligue|tome|volume|phase|"
    r"zone|étage|départementale|nationale|autoroute|rang|série|quai|acte|épisode|saison|version|place|mach|top|no|"
    r"chapter|tranche|porte|salle|niveau|catégorie|type) |°)$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:\d{1,2}|[a-zà-ÿ-]+) heures?")
_AT = re.compile(r"\b(?:à|vers|dès|avant|après|entre|et) $", re.IGNORECASE)
_MODEL = re.compile(r"(?:^|(?<= ))([A-ZÀ-Þ][\w-]{2,}) $")
_MEASURED = re.compile(r"[%€$]|ans$")
_A_YEAR = re.compile(r"(?:1[5-9]|20)\d\d [a-zà-ÿ]")
_CURRENCIES = ("$", "€", "£")


def quantities(
    words: Words, gear: Sequence[tuple[int, int]] = (), days: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Return where quantities stand, left to right; ``gear`` is equipment, counted whole, ``days`` are dates."""
    kept: list[tuple[int, int]] = []
    for index, word in enumerate(words.folded):
        shapes = _RULES.get(FIGURE if word[0].isdigit() else word, ())
        start = words.starts[index]
        if not shapes or (kept and start < kept[-1][1]) or covers(days, start, start + 1):
            continue
        ends = (_end(shape.pattern, words.text, start, gear) for shape in shapes)
        end = next((end for end in ends if end), 0)
        if end and _counts(words.text, start, end):
            kept.append((start - (words.text[start - 1 : start] in _CURRENCIES), end))
    return kept


def _end(pattern: re.Pattern[str], text: str, start: int, gear: Sequence[tuple[int, int]]) -> int:
    """Return where a quantity that begins at a place ends, or 0."""
    if text[start - 1 : start] in _CURRENCIES:
        money = _MONEY.match(text, start - 1)
        return money.end() if money else 0
    number = _NUMBER.match(text, start)
    at = bisect_left(gear, (number.end(), 0)) if number else len(gear)
    if number and at < len(gear) and gear[at][0] == number.end():
        return gear[at][1]
    match = pattern.match(text, start)
    return match.end() if match else 0


def _counts(text: str, start: int, end: int) -> bool:
    """Tell whether a number counts what follows, and is not the number of a thing, a score, a year or an hour."""
    before = text[max(0, start - 24) : start]
    words = text[start:end]
    if before[-1:] in ("/", "-", "–", ".", ",", ":") and before[-2:-1].isalnum():
        return False
    if _NUMBERED.search(before) or _A_YEAR.match(words) or (_CLOCK.fullmatch(words) and _AT.search(before)):
        return False
    model = _MODEL.search(before)
    short = text[start].isdigit() and len(words.split(" ")[0]) <= 3 and not _MEASURED.search(words)
    return not (model and short and not begins_sentence(text, start - len(model.group())))
