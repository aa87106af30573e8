"""PER by shape: a given name with what follows it, and what stands after a title or a function."""

import re
from collections.abc import Iterator

from annotator.nlp.gazetteer import Match
from annotator.nlp.lexicon import demonyms, functions, given_names
from annotator.nlp.shapes import NATION, OF, PARTICLE, forms, one_of
from annotator.nlp.words import Words, begins_sentence

_CAP = r"(?:(?:[A-Z]'(?=[A-Z]))?[A-ZÀ-ÖØ-ÞŒŠŽ]\w*(?:'[a-z]\w+)?(?:-(?!(?:AFP|AP|Reuters)\b)\w+)*)"
_ROMAN = r"(?: (?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XI?V|XV?I{0,3}|Ier|1er)(?![\w-]))?"
_NEXT = rf" (?:{PARTICLE}){{0,2}}{_CAP}"
_PERSON = re.compile(rf"{_CAP}(?:(?: [A-Z]\.){{1,2}}(?:{_NEXT}){{1,2}}|(?:{_NEXT}){{1,3}})?{_ROMAN}(?: Jr\.?| Sr\.?)?")
_AFTER_TITLE = re.compile(rf"(?:{_CAP}|[A-Z]\.(?:-[A-Z]\.)?)(?:(?: [A-Z]\.){{0,2}}{_NEXT}){{0,3}}{_ROMAN}")
_TITLES = frozenset(forms("m, mm, mme, mmes, mlle, me, mes, mgr, dr, pr, maitre, sir, lord, lady"))
_ARTICLES = frozenset(["la", "le", "les", "l", "des", "du", "au", "aux"])
_DOT = re.compile(r"\.? ")
_GAP = re.compile(
    rf" |,? (?:{NATION}(?: {OF}?[a-zà-ÿ]+)? |"
    r"[a-zà-ÿ]+(?:ique|iste|aire|al|ale|if|ive|eur|eure|é|ée|ant|ante|rde|rte|ste) )?"
    r"(?:(?:déléguée?|sortante?|adjointe?|générale?|nationale?|fédérale?|élue?) )?"
)
_APPOSED = re.compile(
    rf"(?<![\w'-])({_CAP}(?: (?:{PARTICLE})?{_CAP}){{1,2}}), "
    r"(?:(?:le|la|un|une|ancien|ancienne|nouveau|nouvelle) |l')?(?:ancien |ancienne )?$"
)
_CREDIT = re.compile(rf"({_CAP}(?: {_CAP}){{0,2}}) ?[/-] ?(?:AFP|Reuters|REUTERS|AP|SIPA|Sipa|EPA|Getty)(?!\w)")
_OFFICES = one_of(
    "ministre(s), secrétaire(s), secrétaire(s) général, secrétaire générale, secrétaire(s) d'état, secrétaire "
    "permanente, commissaire(s), procureur(s), procureure(s), procureur général, procureure générale, président(s), "
    "présidente(s), directeur(s), directrice(s), conseiller(s), conseillère(s), rapporteur(s), rapporteure(s), garde, "
    "haut représentant, haute représentante, chef(s), cheffe(s), chancelier, chancelière, adjoint(s), adjointe(s)"
)
_ROLE = re.compile(
    rf"(?i:{_OFFICES})(?: {NATION})?(?: (?:déléguée?s?|chargée?s?))? (?:à la |à l'|aux |au |{OF})"
    rf"([A-ZÀ-Þ][\w'-]*(?:(?:, | et | et de | de | et à )(?:la |l'|des |du |aux |de la |de l')?[A-ZÀ-Þ][\w'-]*|"
    r" (?:nationale?|étrangères|écologique|publics?|sociales?|publiques?|supérieur|numérique|européennes|solidaire|"
    r"extérieures?|agricole|alimentaire|civile)(?![\w-]))*)"
)
_OFFICE_WORDS = frozenset(
    forms(
        "ministre, ministres, secretaire, secretaires, commissaire, commissaires, procureur, procureure, "
        "president, presidente, directeur, directrice, conseiller, conseillere, rapporteur, rapporteure, garde, "
        "haut, haute, chef, cheffe, chefs, chancelier, chanceliere, adjoint, adjointe, procureurs"
    )
)


def people(words: Words, known: dict[int, Match]) -> Iterator[Match]:
    """Yield people by the shape of their names; ``known`` are listed names by their place."""
    given, peoples, called = given_names(), demonyms(), functions()
    yield from _photographers(words)
    for index, folded in enumerate(words.folded):
        if folded in given and words.capital(index):
            yield from _from_given_name(words, index, known)
        if folded in _TITLES:
            yield from _after_title(words, index)
        elif folded in called:
            yield from _before_function(words, index, known)
            yield from _after_function(words, index, known)
        elif folded in peoples and words.joined(index) and words.folded[index + 1] in given:
            yield from _from_given_name(words, index + 1, known)


def roles(words: Words) -> Iterator[tuple[int, int]]:
    """Yield the capitals of offices, which name nobody: « ministre de l'[Intérieur] »."""
    for index, folded in enumerate(words.folded):
        if folded in _OFFICE_WORDS:
            match = _ROLE.match(words.text, words.starts[index])
            if match:
                yield match.span(1)


def _photographers(words: Words) -> Iterator[Match]:
    """Yield who took a picture: « (Charlet/AFP) »."""
    for match in _CREDIT.finditer(words.text):
        yield Match(*match.span(1), "PER")


def _from_given_name(words: Words, index: int, known: dict[int, Match]) -> Iterator[Match]:
    text, start, end = words.text, words.starts[index], words.ends[index]
    if text[start - 1 : start] == "-":
        return
    if text[end : end + 1] == "-" and not given_names().issuperset(words.folded[index + 1 : index + 2]):
        return
    listed = known.get(start)
    if listed is not None and (listed.end > end or not _leads(words, index, known)):
        return
    shape = _PERSON.match(text, start)
    if shape is not None and " " in shape.group():
        first = _first_given_name(words, index, known)
        yield Match(words.starts[first], _without_organisations(words, index, shape.end(), known), "PER")


def _first_given_name(words: Words, index: int, known: dict[int, Match]) -> int:
    """Return where a name begins whose first given name is a rarer one: « Newton Ahmed Barry »."""
    before = index - 1
    if before < 0 or not words.joined(before) or not words.capital(before) or words.first(before):
        return index
    folded, start = words.folded[before], words.starts[before]
    if before and words.folded[before - 1] in _ARTICLES:
        return index
    free = start not in known and folded not in _TITLES and folded not in functions() and folded not in demonyms()
    return before if free and words.text[start - 1 : start] == " " else index


def _leads(words: Words, index: int, known: dict[int, Match]) -> bool:
    """Tell whether a given name that is a place too (« Florence ») has an unknown name after it."""
    return index + 1 < len(words) and words.capital(index + 1) and words.starts[index + 1] not in known


def _without_organisations(words: Words, index: int, end: int, known: dict[int, Match]) -> int:
    """Return where a person's name ends: organisations after it are no part of it."""
    for at in range(index + 2, words.at(end)):
        listed = known.get(words.starts[at])
        if listed is not None and listed.label == "ORG" and words.joined(at - 1):
            return words.ends[at - 1]
    return end


def _before_function(words: Words, index: int, known: dict[int, Match]) -> Iterator[Match]:
    """Yield who stands before a function: « Qusai al-Anbari, le chef du bureau »."""
    at = words.starts[index]
    match = _APPOSED.search(words.text, max(0, at - 60), at)
    if match is None:
        return
    start, end = match.span(1)
    opens = begins_sentence(words.text, start) or words.folded[words.at(start)] in functions()
    if start not in known and not opens:
        yield Match(start, end, "PER")


def _past_a_people(words: Words, place: int) -> int:
    """Return where a name begins after a people: « le réalisateur Franco-Suisse Jean-Luc Godard »."""
    index = words.at(place)
    while index + 1 < len(words) and words.text[words.ends[index] : words.starts[index + 1]] == "-":
        index += 1
    if index + 1 >= len(words) or words.folded[index] not in demonyms() or words.folded[index] in given_names():
        return place
    return words.starts[index + 1] if words.joined(index) and words.capital(index + 1) else place


def _after_title(words: Words, index: int) -> Iterator[Match]:
    """Yield who stands after « M. », « Mme » or « Me »."""
    if not words.capital(index) and words.folded[index] != "maitre":
        return
    gap = _DOT.match(words.text, words.ends[index])
    shape = _AFTER_TITLE.match(words.text, gap.end()) if gap else None
    if shape is not None:
        yield Match(*shape.span(), "PER")


def _after_function(words: Words, index: int, known: dict[int, Match]) -> Iterator[Match]:
    """Yield who stands after a function: one name that nobody knows, or several."""
    text = words.text
    gap = _GAP.match(text, words.ends[index])
    shape = _AFTER_TITLE.match(text, _past_a_people(words, gap.end())) if gap else None
    if gap is None or shape is None or words.folded[words.at(shape.start())] in _TITLES:
        return
    listed = known.get(shape.start())
    if listed is not None and (listed.label in ("ORG", "MISC") or listed.end >= shape.end()):
        return
    name = shape.group()
    if " " in name or not (name.isupper() or listed is not None or "," in gap.group()):
        yield Match(*shape.span(), "PER")
