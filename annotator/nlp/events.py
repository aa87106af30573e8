"""MISC by shape: competitions, prizes, treaties, festivals, operations, storms, and titles of works in guillemets."""

import re
from collections.abc import Iterator

from annotator.nlp.gazetteer import Match
from annotator.nlp.shapes import CAP, OF, PROPER, after, found, one_of, rule, table
from annotator.nlp.words import Words

_YEAR = r"(?: (?:19|20)\d\d(?![\w/-]))?"
_TOPIC = one_of(
    "film, livre, cinéma, musique, chanson, photo, bande dessinée, agriculture, auto, automobile, jazz, terre, "
    "documentaire, théâtre"
)
_OPERATION = "opération(s), mission(s), programme, plan, projet, exercice, manœuvres, dispositif"
_OPERATION_OF = r"(?: militaires?| spatiale| israélienne| française)?"
_QUOTED = r"(?:« ([A-ZÀ-Þ][^»\n.;]{1,45}?) »|\"([A-ZÀ-Þ][^\"\n.;]{1,45}?)\")"
_SHAPES = table(
    rule(
        "MISC",
        "Coupe",
        rf"Coupe (?:{OF}(?:monde|{CAP}|nations|[a-z]+)|{CAP})"
        rf"(?: de (?:football|rugby|la [A-Z]\w+)|d'Afrique| {OF}nations)*{_YEAR}",
    ),
    rule(
        "MISC",
        "Jeux",
        r"Jeux (?:olympiques|paralympiques|asiatiques|africains|panaméricains|méditerranéens)"
        rf"(?: (?:d'hiver|d'été|et paralympiques))?(?: de {CAP}(?: {CAP})?)?{_YEAR}",
    ),
    rule("MISC", "JO", rf"JO (?:d'hiver|d'été|de {CAP}|(?:19|20)\d\d)(?: de {CAP})?{_YEAR}"),
    rule("MISC", "Mondial Euro CAN Eurovision COP", r"(?:Mondial|Euro|CAN|Eurovision|COP) (?:19|20)\d\d"),
    rule("MISC", "Ligue", r"Ligue (?:1|2|des champions|des nations|Europa(?: Conférence)?|Conférence)(?![\w-])"),
    rule(
        "MISC",
        "Tour Grand Open Critérium Trophée Masters Mostra Rencontres Fête Nuit Journée Printemps Sommet Rallye",
        rf"(?:Tour|Grand Prix|[A-Z]\w+)(?: (?:internationa(?:l|le|ux|les)|nationale?|mondiale?|européen(?:ne)?))?"
        rf" {OF}(?:{_TOPIC}(?: {OF}{CAP})?|{CAP}(?:-{CAP})*)",
    ),
    after(
        "MISC",
        "festival, marathon, salon, biennale, foire, carnaval",
        rf"(?: (?:internationale?|nationale?|mondiale?|européen(?:ne)?))?"
        rf" {OF}(?:{_TOPIC}(?: {OF}{CAP})?|{CAP}(?:-{CAP})*)",
    ),
    after("MISC", "prix", rf" (?:Nobel {OF}(?:la )?[a-zé]+|Nobel|{CAP}(?: {CAP})?|du [a-z]+ {CAP})"),
    after(
        "MISC",
        "accord(s), accord(s) de libre-échange, traité(s), pacte, protocole, convention(s), mémorandum, bataille, loi",
        rf"(?: commercial)? {OF}?{PROPER}",
    ),
    after("MISC", "ouragan, tempête(s), cyclone, typhon", rf" (?:tropicale )?({CAP})", group=1),
    after("MISC", _OPERATION, rf"{_OPERATION_OF} (?:{_QUOTED}|{OF}?({CAP}(?: {CAP}| [IVX]+)?(?! [a-z]+ien)))"),
)
_KIND = re.compile(rf"(?i:{one_of(_OPERATION)}{_OPERATION_OF} (?:« |\"|{OF})?)")
_TITLE = re.compile(
    r"[«\"] ?([A-ZÀ-Þ][^«»\"\n.;:]{1,60}?[!?]?) ?[»\"]"
    r"(?! ?,? (?:a|ont|avait|dit|explique|assure|affirme|déclare)\b)"
)
_LONGEST_TITLE = 8
_SHORT_TITLE = 5
_BEFORE_TITLE = re.compile(r"\b(?:avec|pour|dans|de|et|ou|à|le|la|son|sa|droits de|comme) $")
_BY = re.compile(rf"[»\"] (?:de |d'){CAP} {CAP}|[»\"] \({CAP}")
_WORK = re.compile(
    r"\b(?:film|long métrage|court métrage|"
    r"roman|livre|album|chanson|série|pièce|opéra|exposition|documentaire|auteure?|"
    r"autrice|réalisat(?:eur|rice)|essai|bande dessinée|émission|ouvrage|recueil|spectacle|tableau|jeu vidéo|single|"
    r"podcast|comédie|ballet|intitulée?s?|publi(?:é|e|er|a)|thriller|biopic|feuilleton|tube|titre|morceau|saga|manga|"
    r"collection|baptisée?|opération)\b[^.;\n]{0,45}$"
)


def events(words: Words) -> Iterator[Match]:
    """Yield events, texts and works by the shape of their names."""
    text = words.text
    for match in found(words, _SHAPES):
        yield _without_kind(text, match)
    for title in _TITLE.finditer(text):
        if _is_a_title(text, title):
            yield Match(*title.span(1), "MISC")


def _is_a_title(text: str, quoted: re.Match[str]) -> bool:
    """Tell whether a quotation is a title: after the kind of work, before its author, or short and in a sentence."""
    length, start = len(quoted.group(1).split()), quoted.start()
    if length > _LONGEST_TITLE:
        return False
    if _WORK.search(text, max(0, start - 70), start) or _BY.match(text, quoted.end() - 1):
        return True
    plain = length <= _SHORT_TITLE and quoted.group(1)[-1].isalnum()
    return plain and bool(_BEFORE_TITLE.search(text, max(0, start - 12), start))


def _without_kind(text: str, match: Match) -> Match:
    """Leave the kind out of a name that stands by itself without it: « l'opération “Bouclier” »."""
    kind = _KIND.match(text, match.start, match.end)
    if kind is None:
        return match
    end = match.end
    while text[end - 1] in ' »"':
        end -= 1
    return Match(kind.end(), end, "MISC")
