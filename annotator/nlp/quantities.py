"""QTY: a number and what it counts, in figures or in words, on the normal form."""

import re

_WORDS = (
    r"(?:un(?:e)?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|"
    r"quarante|cinquante|soixante|cent|cents|mille)(?:[- ](?:et[- ])?(?:un|deux|trois|quatre|cinq|"
    r"six|sept|huit|neuf|dix|"
    r"onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|cents|mille))*"
)
_ENGLISH = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand)"
_FIGURES = r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_ROUND = (
    r"(?:dizaines?|douzaines?|vingtaines?|trentaines?|quarantaines?|cinquantaines?|"
    r"soixantaines?|centaines?|milliers?|millions?|milliards?)"
)
_UNIT = (
    r"(?:%|€|\$|£|°C?|euros?|dollars?|livres?|roubles?|yens?|francs?|kilomètres?(?: carrés?)?|km²?|"
    r"mètres?(?: cubes?| carrés?)?|"
    r"m²|centimètres?|cm|millimètres?|mm|hectares?|tonnes?|kilos?|kg|grammes?|litres?|degrés?|"
    r"mégawatts?|gigawatts?|MW|GW|"
    r"TWh|GWh|kWh|jours?|heures?|minutes?|secondes?|semaines?|mois|ans|années?|siècles?|points?|pour cent)"
)
_LEAD = (
    r"(?:(?:plus|moins|près|environ|quelque|au moins|jusqu'à|à peine|presque|une|more than|"
    r"about|nearly)\s(?:d'|de\s)?)?"
)
_NOUN = r"[a-zà-ÿœ][a-zà-ÿœ'-]{2,}"
_NOT = (
    r"(?:et|ou|mais|car|donc|que|qui|dont|où|est|sont|était|étaient|ont|avait|avaient|aux?|avec|"
    r"dans|sur|sous|pour|par|chez|"
    r"vers|sans|contre|entre|depuis|selon|après|avant|lors|fois|autres?|premiers?|premières?|"
    r"derniers?|dernières?|des|du|les|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|the|and|"
    r"of|in|on|at|to|were|was)\b"
)
_QUANTITY = re.compile(
    rf"(?<![\w/.,-])(?:{_FIGURES}|(?<!\w)(?:{_WORDS}|{_ENGLISH})|(?<=une )(?={_ROUND})|(?<=des )(?={_ROUND}))"
    rf"(?:\s?{_ROUND})?"
    rf"(?:\s?{_UNIT}(?![\w])|\s(?:d'|de\s|d[eu]s?\s)?(?:(?:petite?s?|grande?s?|jeunes?|autres|"
    rf"nouve(?:aux|lles)|important(?:e?s)|anciens?|"
    rf"principa(?:ux|les)|premiers?|premières?|derniers?|"
    rf"dernières?)\s)?(?!{_NOT}){_NOUN}(?:\sd'(?:armes|euros|habitants|eau))?)",
)
_SINGLE = re.compile(r"(?:un|une)\s", re.IGNORECASE)


def quantities(text: str) -> list[tuple[int, int]]:
    """Return where quantities stand, left to right; ``text`` is in normal form. « Un » alone counts nothing."""
    found = []
    for match in _QUANTITY.finditer(text):
        words = match.group()
        if _SINGLE.match(words) and not re.search(_ROUND, words):
            continue
        start, end = match.span()
        if words.strip() and re.match(r"[\d]{4}$", words.strip()) is None:
            found.append((start + len(words) - len(words.lstrip()), end))
    return found
