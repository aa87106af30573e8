"""Names in English texts, for which no model is installed: people, organisations and places by what is around them."""

import re
from collections.abc import Iterator

from annotator.nlp.gazetteer import Match
from annotator.nlp.lexicon import given_names
from annotator.nlp.shapes import forms, one_of
from annotator.nlp.words import Words, begins_sentence

_CAP = r"[A-Z][\w']*(?:-\w+)*"
_KIND = one_of(
    "Ministry, Department, University, Bank, Office, Institute, Council, House, Court, Church, Museum, School, "
    "College, Federation, Confederation, Association, Union, Board, Bureau, Commission, Committee, Organization, "
    "Organisation"
)
_CHUNK = re.compile(
    rf"(?:(?:{_CAP} )?{_KIND} (?:of|for) (?:the )?)?"
    rf"{_CAP}(?: Jr\.| Sr\.| (?:& |de |van |von |bin |al-|el-)?{_CAP}|(?<=[A-Z]) ?\. ?{_CAP})*"
)
_TITLE = re.compile(
    r"(?:President|Prime Minister|Chancellor|King|Queen|Prince|Princess|Pope|Minister|Secretary|Senator|Governor|Mayor|"
    r"General|Colonel|Admiral|Captain|Judge|Justice|Professor|Doctor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Lord|Lady|Sheikh|"
    r"Ayatollah|Representative|Ambassador|Chairman|Sgt\.?|Lt\.?|Gen\.?|Col\.?|Sen\.?|Rep\.?|Gov\.?) $"
)
_FUNCTION = re.compile(
    r"\b(?:president|minister|secretary|senator|governor|mayor|spokesman|spokeswoman|spokesperson|chief|executive|"
    r"director|analyst|economist|coach|author|actor|actress|singer|leader|chairman|chairwoman|lawyer|judge|professor|"
    r"scientist|captain|manager|striker|officer|head|founder) $"
)
_LAST = frozenset(
    forms(
        "agency, corp, corporation, inc, ltd, plc, llc, group, party, council, department, office, union, "
        "association, force, army, navy, police, university, college, institute, bank, energy, motors, airlines, "
        "airways, times, post, news, foundation, committee, commission, ministry, court, steel, press, journal, "
        "telegraph, company, holdings, technologies, electronics, pharmaceuticals, front, movement, alliance, "
        "league, club, service, authority, board, parliament, congress, senate, assembly, treasury, museum, "
        "hospital, school, church, guard, brigade, corps, organization, organisation, federation, fund, centre, "
        "center, society, trust, network, media, studios, records, industries, partners, capital"
    )
)
_FIRST = re.compile(rf"(?:\w+ )?{_KIND} (?:of|for)\b|(?:National|Royal|International|Federal|Central|European) ")
_IN = re.compile(r"\b(?:in|near|from|off|at|outside|across|towards|around|to|into|via) (?:the )?$")
_SAYS = re.compile(r",? (?:said|says|told|added|warned|wrote|tweeted|announced|insisted|argued)\b")
_COUNTRIES = ("US", "U.S", "UK", "U.K", "UAE")
_COMMON = frozenset(
    forms(
        "the, a, an, this, that, these, those, he, she, it, they, we, i, you, his, her, its, their, our, my, in, "
        "on, at, by, for, from, with, without, after, before, since, when, while, if, but, and, or, not, no, yes, "
        "as, about, around, nearly, more, most, some, many, all, both, each, every, one, two, three, four, five, "
        "six, seven, eight, nine, ten, there, here, what, who, why, how, where, which, however, meanwhile, last, "
        "next, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, "
        "may, june, july, august, september, october, november, december, shares, russian, british, american, "
        "french, german, chinese, rival"
    )
)


def english(words: Words, known: dict[int, Match]) -> Iterator[Match]:
    """Yield names of an English text, by what stands around and inside chunks of capitals."""
    for chunk in _CHUNK.finditer(words.text):
        start, end = _cut(words.text, *chunk.span())
        listed = known.get(start)
        if end - start < 2 or (listed is not None and listed.end >= end):
            continue
        label = _label(words.text, start, end)
        if label:
            yield Match(start, end, label)


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out words that have a capital for another reason than being a name, and the genitive."""
    while start < end:
        first = text[start:end].split(" ", 1)[0]
        if first.lower() not in _COMMON and not _TITLE.match(f"{first} "):
            break
        start = min(end, start + len(first) + 1)
    return start, end - 2 if text[start:end].endswith("'s") else end


def _label(text: str, start: int, end: int) -> str:
    """Return the type of a chunk, or nothing where nothing tells it."""
    words, before = text[start:end], text[max(0, start - 20) : start]
    parts = words.lower().split(" ")
    several = len(parts) > 1
    if several and (parts[-1] in _LAST or _FIRST.match(words)):
        return "ORG"
    if _TITLE.search(before) or (several and (parts[0] in given_names() or _FUNCTION.search(before))):
        return "PER"
    if words in _COUNTRIES:
        return "LOC"
    if words.isupper() and len(words) <= 5 and not re.fullmatch(r"[IVX]+", words):
        return "ORG"
    if several and _SAYS.match(text, end):
        return "PER"
    return "LOC" if _IN.search(before) and not begins_sentence(text, start) else ""
