"""Shapes of names that need no list: institutions, people after their function, acronyms, places after their kind."""

import re
from collections.abc import Iterator

from annotator.model.text import search_form
from annotator.nlp.gazetteer import Match

_CAP = r"[A-ZÀ-ÖØ-ÞŒ][\w'-]*"
_PARTICLE = r"(?:de la|de l'|del|des|du|de|d'|al-|el-|ben|bin|ibn|von|van|der|le|la|di|da|dos)"
_PROPER = rf"(?:d'|l')?{_CAP}(?:(?:\s|-)(?:{_CAP}|(?:al|el|ez|es|as|an|ar|ad|at|ash)-{_CAP}|{_PARTICLE}\s?{_CAP}))*"
_NATION = (
    r"(?:[a-zé-]+(?:ais|aise|ois|oise|ien|ienne|ain|aine|éen|éenne)|russe|belge|suisse|turc|turque|grec|grecque|"
    r"arabe|"
    r"tchèque|britannique)"
)
_OF = r"(?:de la |de l'|des |du |de |d'|pour la |pour l'|pour les |pour le |pour |à la |à l'|aux )"
_LINKED = (
    rf"(?:{_OF}(?:[a-zà-ÿ][\w'-]+|{_CAP})(?: (?!est|a|ont|et|qui|que)"
    rf"[a-zà-ÿ-]+(?:ale?s?|aux|ives?|ifs?|iques?|aires?|iennes?|iens?|aises?|ains?|aines?|elles?|els?))?)"
)
_HEADS = (
    r"(?:Agence|Alliance|Armée|Association|Assemblée|Autorité|Banque|Brigade|Bureau|Caisse|Centre|Chambre|"
    r"Cercle|Coalition|"
    r"Collectif|Comité|Commission|Communauté|Compagnie|Confédération|Conseil|Coordination|Cour|Croix|Direction|"
    r"Fédération|Fondation|"
    r"Fonds|Forces|Force|Front|Garde|Groupement|Haut[- ]Commissariat|Haut Conseil|Haute Autorité|Institut|Ligue|"
    r"Mission|Mouvement|Observatoire|Office|"
    r"Ordre|Organisation|Parquet|Parti|Rassemblement|Réseau|Secrétariat|Service|Société|Syndicat|Tribunal|Union|"
    r"Unités|Université|École)"
)
_MINISTRY = re.compile(
    rf"\b[Mm]inistères?(?: {_NATION})? (?:de la |de l'|des |du |de )?{_CAP}"
    rf"(?:(?:, | et |, de | et de )(?:la |l'|des |du |de la |de l')?{_CAP})*(?: {_NATION}(?![\w-]))?"
)
_INSTITUTION = re.compile(
    rf"\b{_HEADS}(?! (?:a|est|et|ont)\b)(?: (?:[a-zà-ÿ-]+(?:ale?s?|aux|ives?|ifs?|iques?|aires?|iennes?|iens?|"
    rf"aises?|ais|ains?|aines?|elles?|els?|éenne|éen|russe|"
    rf"turque|arabe|belge|libre|rouge|vert|populaire|suprême|mondiale?|unis?|armées?)))*(?: {_LINKED})*"
    rf"(?: (?:en|sur) (?:{_CAP}|[a-zà-ÿ]+))?"
)
_LOWER_INSTITUTION = re.compile(
    rf"\b(?:université|tribunal(?: judiciaire| administratif| correctionnel)?|parquet|cour d'appel|"
    rf"cour d'assises|préfecture|mairie|"
    rf"hôpital|CHU|centre hospitalier(?: universitaire)?|lycée|collège|conseil départemental|conseil régional|"
    rf"rectorat|chambre d'agriculture|"
    rf"préfecture de police|banque centrale|état-major|institut|musée|théâtre|festival) (?:de la |de l'|des |"
    rf"du |de |d')?{_PROPER}"
)
_FUNCTION = re.compile(
    rf"(?:\b(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|Sir|Lord|[Pp]résidente?|[Mm]inistre|[Gg]énéral|[Cc]olonel|"
    rf"[Cc]apitaine|[Cc]ommandant|[Aa]miral|"
    rf"[Ll]ieutenant|[Dd]éputée?|[Ss]énat(?:eur|rice)|[Mm]aire|[Jj]uge|[Pp]rocureure?|[Dd]oct(?:eur|oresse)|"
    rf"[Pp]rofesseure?|"
    rf"[Cc]hanceli(?:er|ère)|[Rr]oi|[Rr]eine|[Pp]rince|[Pp]rincesse|[Pp]ape|[Éé]conomiste|[Hh]istorienn?e?|"
    rf"[Jj]ournaliste|[Aa]vocate?|"
    rf"[Éé]pidémiologiste|[Ss]ociologue|[Pp]olitologue|[Cc]himiste|[Cc]himiste|[Ee]ntraîneure?|"
    rf"[Ss]électionneure?|[Rr]éalisat(?:eur|rice)|[Pp]orte-parole|[Ss]ecrétaire|"
    rf"[Cc]hercheu(?:r|se)|[Cc]hef)(?:,| {_NATION})? )"
    rf"((?:{_CAP})(?: (?:{_PARTICLE} )?{_CAP}|-{_CAP}){{0,3}})"
)
_ACRONYM = re.compile(r"(?<![\w.-])[A-Z][A-Z0-9]{1,5}(?![\w.]|-\d)")
_NO_ACRONYM = frozenset(
    [
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "VIII",
        "IX",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
        "XVII",
        "XVIII",
        "XIX",
        "XX",
        "XXI",
        "AM",
        "PM",
        "TV",
        "OK",
        "SMS",
        "PDG",
        "DG",
        "CV",
        "QG",
        "DVD",
        "CD",
        "PIB",
        "HT",
        "TTC",
        "US",
        "UV",
        "VIP",
        "GPS",
        "PME",
        "ETI",
        "QR",
        "ADN",
        "ARN",
        "PCR",
        "VIH",
        "IA",
        "SA",
        "SAS",
        "SARL",
        "DJ",
        "BD",
        "RSA",
        "SMIC",
        "TVA",
        "CDI",
        "CDD",
        "IVG",
        "PMA",
        "GPA",
        "OGM",
        "HLM",
        "EPHAD",
        "EHPAD",
        "ONG",
        "ZAD",
        "RN",
    ]
) - {"RN"}
_PLACE = re.compile(
    rf"\b(?:villes?|province|région|village|district|port|île|commune|localité|quartier|gouvernorat|département|"
    rf"vallée|lac|mont|col|"
    rf"aéroport|aérodrome|base|camp|forêt|golfe|baie|détroit|comté|canton|capitale|banlieue|gare|plage|frontière) "
    rf"(?:[a-zé]+(?:ienne?|aise?|oise?|aine?|russe|turque?|kurde|côtière|portuaire|aérienne|militaire) )?(?:de |"
    rf"d'|du |des |de la |de l')?({_PROPER})"
)
_PUBLISHER = re.compile(
    rf"\b(?:agence(?: de presse)?|quotidien|journal|hebdomadaire|magazine|chaîne(?: de télévision|"
    rf" d'information)?|site(?: d'information| internet)?|radio|"
    rf"milice|groupe|organisation|entreprise|société|start-up|constructeur|laboratoire|association|ONG|syndicat|"
    rf"fabricant|éditeur|club|fondation|opérateur)"
    rf"(?: {_NATION}| local| régional| pharmaceutique| automobile| aérien)* ({_CAP}(?:[ .-](?:{_CAP}|al-{_CAP}|"
    rf"[a-z]{{2,3}}\b(?=\.)))*)"
)


def found_by_shape(text: str, given: frozenset[str]) -> Iterator[Match]:
    """Yield names by their shape, surest first, possibly overlapping; ``text`` is in normal form."""
    for match in _MINISTRY.finditer(text):
        yield Match(*match.span(), "ORG")
    for match in _FUNCTION.finditer(text):
        yield Match(*match.span(1), "PER")
    yield from _people(text, given)
    for match in _INSTITUTION.finditer(text):
        if " " in match.group():
            yield Match(*match.span(), "ORG")
    for match in _LOWER_INSTITUTION.finditer(text):
        yield Match(*match.span(), "ORG")
    for match in _PUBLISHER.finditer(text):
        yield Match(*match.span(1), "ORG")
    for match in _PLACE.finditer(text):
        yield Match(*match.span(1), "LOC")
    for match in _ACRONYM.finditer(text):
        if match.group() not in _NO_ACRONYM and not _shouted(text, *match.span()):
            yield Match(*match.span(), "ORG")


def _people(text: str, given: frozenset[str]) -> Iterator[Match]:
    """Yield a given name with what follows it."""
    for match in _NAME.finditer(text):
        if search_form(match.group(1)) in given:
            yield Match(*match.span(), "PER")


_NAME = re.compile(
    rf"\b([A-ZÀ-Ý][\w]+(?:-[A-ZÀ-Ý]\w+)?)(?: [A-Z]\.)?(?: (?:de |du |de La |Le |La |van |von |ben |bin |al-|el-|"
    rf"Al-|El-|Ben |Abou )?{_CAP}|[ ]d'{_CAP}){{1,3}}"
)


def _shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a word of capitals stands among others: a heading, not an acronym."""
    around = text[max(0, start - 25) : start] + text[end : end + 25]
    letters = [sign for sign in around.split("\n")[-1] if sign.isalpha()]
    return len(letters) > 6 and sum(sign.isupper() for sign in letters) > 0.6 * len(letters)
