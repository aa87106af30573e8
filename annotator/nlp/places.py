"""LOC by shape: seas, mountains, streets and squares with their kind, towns and regions after theirs, datelines."""

import re
from collections.abc import Iterator

from annotator.model.text import search_form
from annotator.nlp.gazetteer import Match
from annotator.nlp.lexicon import not_names
from annotator.nlp.shapes import ARTICLE, CAP, NATION, OF, after, found, rule, table
from annotator.nlp.words import Words

_NAME = rf" {OF}?(?:(?:La |Le |Les )?{ARTICLE}?{CAP}(?: {OF}?{CAP})*)"
_KIND_AND_NAME = (
    "mer, océan, lac(s), mont(s), golfe, détroit, canal, cap, île(s), archipel, péninsule, col(s), massif, baie, "
    "estuaire, delta, pic, aiguille, volcan, désert, plateau, plaine, lagune, atoll, vallée, forêt, bois, étang, rade, "
    "isthme, oasis, bande, rue(s), avenue, boulevard, place, quai, pont, promenade, square, esplanade, cours, "
    "faubourg, allée, parvis, impasse, chemin, stade, palais, château, hôtel, église, cathédrale, basilique, mosquée, "
    "synagogue, abbaye, cimetière, parc, tour, porte, villa, colline, cité"
)
_KIND_BEFORE_NAME = (
    "ville(s), province(s), région(s), village(s), district, port, commune(s), localité, quartier(s), gouvernorat, "
    "département(s), comté, canton, capitale, banlieue, aéroport, aérodrome, base, camp, prison, station, oblast, "
    "wilaya, raïon, bourg, hameau, bassin, académie(s), centrale, bourgade, mine, barrage, bastion, enclave, fief, "
    "raffinerie, municipalité, agglomération, gare, court, salle"
)
_ADJECTIVE = rf"(?: (?:{NATION}|[a-zà-ÿ]+(?:ale?|aux|aire|ique|ière|ier|aine|aire|ée|euse)))"
_OWN_NAME = rf"((?:La |Le |Les |L')?{ARTICLE}?{CAP}(?: {CAP}| (?:de|du|el|es) {CAP})*)"
_SHAPES = table(
    after("LOC", _KIND_AND_NAME, _NAME),
    after("LOC", _KIND_BEFORE_NAME, rf"{_ADJECTIVE}{{0,2}} {OF}?{_OWN_NAME}", group=1),
    rule("LOC", "état", rf"État {OF}{_OWN_NAME}", group=1),
)
_AGENCY = r"\([A-Za-zÀ-ÿ /.-]{2,25}\)"
_DATELINE = re.compile(
    r"^((?:(?:LA|LE|LES|La|Le|Les) )?[A-ZÀ-Þ][\w'-]*(?: [A-ZÀ-Þ][\w'-]*){0,2})"
    rf"(?:(?:, [^()\n]{{1,25}})? {_AGENCY}(?: ?[-–—:]|(?= [A-Z]))|"
    r"(?:, (?:le )?\d{1,2}(?:er)? [a-zû]+(?: \d{4})?)? ?[–—-] )",
    re.MULTILINE,
)


def places(words: Words) -> Iterator[Match]:
    """Yield places by the shape of their names, datelines before the others."""
    for line in _DATELINE.finditer(words.text):
        if search_form(line.group(1)) not in not_names():
            yield Match(*line.span(1), "LOC")
    yield from found(words, _SHAPES)
