"""ORG by shape: ministries, courts, agencies, universities, clubs, firms after their kind, acronyms and their names."""

import re
from collections.abc import Iterator

from annotator.model.text import search_form
from annotator.nlp.gazetteer import Match
from annotator.nlp.lexicon import given_names, not_names
from annotator.nlp.shapes import CAP, NATION, OF, PROPER, after, found, one_of, rule, table
from annotator.nlp.words import Words

_ADJECTIVE = (
    r"(?:(?!(?:est|sont|ont|avait|était|mais|dans|avec|après|ainsi|quant|selon|avant|alors|hier|depuis)\b)[a-zà-ÿ-]+"
    r"(?:ales?|al|aux|ifs?|ives?|iques?|aires?|iens?|iennes?|aise?s?|ois|oises?|aine?s?|elle?s?|els?|éenne?s?|euse?s?|"
    r"eure?s?|ols?|oles?|ibles?|ables?|mandes?|mand)|publi(?:c|que)s?|libres?|rouges?|verte?s?|suprême|rapides?|unis|"
    r"unies|unifiée?|armée?s|populaires?|turque?s?|turcs?|grec|grecque|russes?|belges?|suisses?|arabes?|kurdes?|"
    r"tchèques?|serbes?|britanniques?|catholiques?|terrestres?|spéciale|centrale|ouvri(?:er|ère)s?|paysanne|judiciaire|"
    r"administratif|correctionnel|civile?s?|jeunes?|restreinte|mixte|haute?|pilote|indépendante?s?|permanente?s?)(?![\w-])"
)
_NOT_LINKED = (
    r"(?!(?:d'ici|d'un|d'une|d'avoir|d'être|d'avril|d'août|d'octobre|du (?:coup|jour|mois|reste|moins|même|fait|nord|"
    r"sud|week-end|matin|soir)|des (?:deux|trois)|de (?:son|sa|ses|leur|leurs|ce|cet|cette|ces|plus|moins|nouveau|"
    r"nombreux|plusieurs|faire|dire|lire|croire|suivre|prendre|rendre|mettre|vendre|défendre|répondre|permettre|être|ne|"
    r"lui|facto|fait|même|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|"
    r"mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d)|"
    r"(?:de |d')(?!mer\b|cancer|hiver|fer\b|pouvoir|loisir|avenir|foyer|quartier|chantier|acier|papier|clocher)"
    r"[a-zà-ÿ]+(?:er|ir|oir)\b)\b)"
)
_NOUN = rf"(?:{CAP}|[a-zà-ÿ][\w-]+)(?: {_ADJECTIVE})*"
_FOR = rf"{_NOT_LINKED}(?:{OF}|pour la |pour l'|pour les |pour le |pour |contre (?:la |le |les |l'))"
_COMPLEMENT = rf"(?: {_FOR}{_NOUN})"
_TO = rf"(?: (?:à la |à l'|aux |au ){_NOUN})"
_AND = rf"(?:(?:,| et) (?!de (?:nombreux|plusieurs|son|sa|ses|leur)){OF}[a-zà-ÿ]{{4,}}(?![\w'-])(?: {_ADJECTIVE})*)"
_HEADS = (
    "Agence Alliance Amicale Armée Armées Association Associations Assemblée Autorité Banque Brigade Brigades Bureau "
    "Caisse Centre Chambre Cercle Coalition Collectif Comité Commission Communauté Compagnie Confédération Congrès "
    "Conseil Conservatoire Convention Coordination Cour Croix Délégation Département Direction Eglise Fédération "
    "Fondation Fonds Force Forces Front Garde Groupement Haut Haute Hauts Inspection Institut Institution Ligue Maison "
    "Mission Mouvement Observatoire Office Ordre Organisation Organisme Parlement Parquet Parti Patriarcat Plateforme "
    "Pôle Préfecture Présidence Programme Rassemblement Réseau Secrétariat Section Sénat Service Services Société "
    "Syndicat Trésor Tribunal Union Unité Unités Université Volontaires École Médecins Reporters Action Secours "
    "Gendarmerie Police Protection Sûreté Sécurité Résistance"
)
_LOWER_KINDS = (
    "tribunal, tribunal judiciaire, tribunal administratif, tribunal correctionnel, tribunal pour enfants, "
    "tribunal de commerce, tribunal de grande instance, tribunal de police, parquet, parquet général, cour "
    "d'appel, cour d'assises, cour d'assises spéciale, cour administrative d'appel, cour criminelle, cour "
    "spéciale, préfecture, préfecture de police, université(s), hôpital, clinique, chu, chr, chru, centre "
    "hospitalier, centre hospitalier universitaire, centre hospitalier régional, lycée, collège, école, conseil "
    "départemental, conseil régional, conseil général, conseil municipal, chambre d'agriculture, chambre de "
    "commerce, chambre régionale des comptes, rectorat, musée, théâtre, mairie, métropole, barreau, communauté "
    "d'agglomération, communauté urbaine, communauté de communes, diocèse, archidiocèse, commission, "
    "conservatoire, observatoire, institut, ambassade, consulat, ordre, comité d'organisation"
)
_MINISTRY = (
    rf"(?: {NATION})? (?:{OF}|chargé de la |chargé de l'|chargé des |délégué au? )"
    rf"(?:[A-ZÀ-Þ][\w'-]*|(?:défense|santé|justice|culture|guerre|pêche) {NATION}(?![\w-])|défense|santé|justice)"
    r"(?:(?: et de la | et de l'| et des | et du |, de la |, de l'|, des |, du | et de | et )[A-ZÀ-Þ][\w'-]*|"
    r" (?:nationale?|étrangères|écologique|publics?|sociales?|publiques?|supérieur|agricole|alimentaire|maritimes?|"
    rf"locales?|numérique|énergétique|solidaire|civile|extérieures?|religieuses|{NATION})(?![\w-]))*"
)
_FIRMS = (
    "agence, quotidien, journal, hebdomadaire, magazine, mensuel, chaîne, site, radio, revue, milice, "
    "organisation, entreprise, société, startup, start-up, constructeur, équipementier, avionneur, laboratoire(s), "
    "labo, association, ong, syndicat, fabricant, éditeur, club, fondation, opérateur, compagnie, enseigne, "
    "banque, assureur, armateur, fonds, groupe, géant, plateforme, réseau, institut, cabinet, maison, parti, "
    "mouvement, collectif, formation, distributeur, pétrolier, énergéticien, sidérurgiste, brasseur, motoriste, "
    "fournisseur, parfumeur, promoteur, transporteur, filiale, marque, holding, mutuelle, coopérative, sondeur, "
    "chimiste, bijoutier, studio, brasserie, cimentier, fonderie, papeterie, papetier, raffineur, spécialiste, "
    "producteur, exploitant, sous-traitant, verrier, aciériste, horloger, hôtelier, voyagiste, croisiériste, "
    "logisticien, métallurgiste, chocolatier, gestionnaire, franchise, concurrent, rival, cartel, clan, gang, équipe"
)
_OF_A_FIRM = one_of(
    "de presse, de télévision, d'information, internet, d'informations, de radio, aérien, aérienne(s), pétrolier, "
    "pétrolière, public, publique, privé, privée, français, française, en ligne, pharmaceutique, automobile, maritime, "
    "ferroviaire, spécialisé, spécialisée, régional, régionale, local, locale, officielle, financier, financière, "
    "industriel, terroriste, de luxe, d'assurance(s), de sondage(s), de conseil, minier, minière, énergétique, "
    "alimentaire, rebelle, armé, armée, jihadiste, djihadiste, d'édition, satirique, de distribution, agricole, "
    "étudiant, patronal, policier, professionnel, professionnelle, écologiste, humanitaire, sportif"
)
_NOT_MADE = one_of("travail, ville, presse, soutien, crise, recherche")
_MAKES = rf" (?:de |d')(?!{_NOT_MADE})[a-zà-ÿ-]{{4,}}(?: {_ADJECTIVE})?"
_FIRM = rf"((?:L'|Le |La |Les )?{CAP}(?:(?: |\.|&| & )(?:al-)?{CAP}|\.[a-z]{{2,4}}\b)*)"
_SHAPES = table(
    after("ORG", "ministère(s)", _MINISTRY),
    rule("ORG", "armée", r"armée de (?:l'[aA]ir|terre)(?: et de l'[eE]space)?"),
    rule("ORG", "agence", r"agences? régionales? de santé(?! de)"),
    rule("ORG", "état", r"(?i:état)-major (?:des [Aa]rmées|de la [Mm]arine)"),
    rule("ORG", "X", r"(?<=sur )X(?![\w'-])"),
    rule("ORG", "FC AS RC SC US AJ OGC SM ES EA AC CA SU CS", rf"[A-Z]{{2,3}} {CAP}(?: {CAP})?"),
    rule(
        "ORG",
        "Radio Banque Groupe Racing Real Athletic Atlético Sporting Dynamo Spartak Lokomotiv Éditions Laboratoires "
        "Borussia Club Air Télé Chantiers Crédit Stade Olympique Girondins Étoile Union",
        rf"[A-ZÉ]\w+ (?:[Cc]lub )?(?:populaire |sportive |agricole |mutuel |lyonnais |{OF})?{CAP}(?: {CAP})?",
    ),
    rule("ORG", "Stade Olympique Racing Union", r"[A-Z][a-z]+ [a-zà-ÿ]+(?:ais|ois|ien|ain|in|on|estois)(?![\w-])"),
    rule(
        "ORG",
        _HEADS,
        rf"(?:Haute?s? )?[A-ZÉ][\w-]+(?: {_ADJECTIVE})*{_COMPLEMENT}{{0,2}}{_TO}?{_COMPLEMENT}?{_AND}?",
    ),
    after("ORG", _LOWER_KINDS, rf" (?:{OF}{PROPER}|{CAP}(?: {CAP}){{0,3}})"),
    after("ORG", _FIRMS, rf"(?: (?:{_OF_A_FIRM}|{NATION})|{_MAKES})* (?:« )?{_FIRM}", group=1),
)
_ALONE = frozenset(search_form(word) for word in _HEADS.split())
_LOWER_HEADS = frozenset(search_form(kind).split()[0] for kind in _LOWER_KINDS.split(", ")) | {"agence", "office"}
_DEFINED = re.compile(r" \((?:ex-)?([A-Z][A-Za-zÉ]{1,9}(?:-[A-Z]\w+)?)(?=[),;])")
_BREAK = re.compile(r"[.;:\n«»(]")
_LONGEST_DEFINED = 16
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,5}(?:-[A-Z]\w+)*(?![\w.]|-\w)")
_ROMAN = re.compile(r"[IVXLC]+")


def institutions(words: Words) -> Iterator[Match]:
    """Yield organisations by the shape of their names, those that an acronym defines before the others."""
    yield from _defined(words)
    for match in found(words, _SHAPES):
        alone = words.ends[words.at(match.start)] == match.end
        if not (alone and search_form(words.text[match.start : match.end]) in _ALONE):
            yield match


def acronyms(words: Words, known: dict[int, Match]) -> Iterator[Match]:
    """Yield acronyms and known organisations with what follows: « SNCF Réseau », but not « PS Olivier Faure »."""
    text = words.text
    for index, start in enumerate(words.starts):
        match = known.get(start)
        if match is None:
            if not text[start].isupper() or len(words.folded[index]) < 2:
                continue
            shape = _ACRONYM.match(text, start)
            if shape is None or text[start - 1 : start] in ("-", ".") or _is_no_acronym(words, *shape.span()):
                continue
            match = Match(start, shape.end(), "ORG")
        if match.label == "ORG":
            yield Match(start, _with_what_follows(words, match.end, known), "ORG")


def _defined(words: Words) -> Iterator[Match]:
    """Yield names that an acronym in brackets sums up, and the acronym: « Haute Autorité de santé (HAS) »."""
    for match in _DEFINED.finditer(words.text):
        letters = "".join(sign for sign in search_form(match.group(1)) if sign.isalnum())
        if sum(sign.isupper() for sign in match.group(1)) < 2 and len(letters) < 4:
            continue
        last = words.before(match.start())
        for first in range(last - 1, max(-1, last - _LONGEST_DEFINED), -1):
            if _BREAK.search(words.text, words.starts[first], match.start()):
                break
            head = words.capital(first) or words.folded[first] in _LOWER_HEADS
            if head and _sums_up(letters, words, first, last, strictly=match.group(1).isupper()):
                yield Match(words.starts[first], match.start(), "ORG")
                yield Match(*match.span(1), "ORG")
                break


def _sums_up(letters: str, words: Words, first: int, last: int, *, strictly: bool) -> bool:
    """Tell whether letters are the beginnings of words, in their order, the first of the first.

    Where it is not strict a word may give more than one letter: « Direccte ».
    """
    at, inside = first - 1, 0
    for letter in letters:
        if not strictly and at >= first and words.folded[at][inside + 1 : inside + 2] == letter:
            inside += 1
            continue
        inside = 0
        at += 1
        while at <= last and words.folded[at][0] != letter:
            if at == first:
                return False
            at += 1
        if at > last:
            return False
    return True


def _is_no_acronym(words: Words, start: int, end: int) -> bool:
    letters = words.text[start:end]
    return (
        bool(_ROMAN.fullmatch(letters))
        or sum(sign.isupper() for sign in letters) < 2
        or search_form(letters) in not_names()
        or _is_cried(words, end)
    )


def _is_cried(words: Words, end: int) -> bool:
    """Tell whether other words of capitals stand beside a word: « EN DIRECT »."""
    index = words.before(end)
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(words) and words.joined(min(at, index))]
    return any(len(words.folded[at]) > 1 and words.text[words.starts[at] : words.ends[at]].isupper() for at in beside)


def _with_what_follows(words: Words, end: int, known: dict[int, Match]) -> int:
    index = words.before(end)
    while words.joined(index) and words.capital(index + 1):
        begin, after_it = words.starts[index + 1], words.ends[index + 1]
        other = known.get(begin)
        if (
            words.folded[index + 1] in given_names()
            or (other is not None and other.label != "ORG")
            or words.text[begin:after_it].isupper()
        ):
            break
        index += 1
    return max(end, words.ends[index])
