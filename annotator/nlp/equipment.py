"""EQUIP: named equipment by the shape of its name or after its kind, and common nouns of military and rescue gear."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from annotator.nlp.gazetteer import Match
from annotator.nlp.shapes import CAP, NATION, after, found, one_of, rule, table
from annotator.nlp.words import Words

_MAKERS = (
    "Boeing Airbus Embraer Antonov Cessna Tupolev Soukhoï Sukhoi ATR Bombardier Dassault Lockheed Iliouchine Ilyushin "
    "Fokker Comac"
)
_CODES = (
    "Tu Su Il An Mi Ka Yak MiG Mig F B A C P E U AH UH CH MH MQ RQ KC EC SA AS T M BMP BTR BRDM AMX S SS BM TOS RPG AK "
    "AKM FIM BGM AGM GBU MK Mk HK RS Kh NH H J DF TB ZSU"
)
_CODE = (
    rf"(?:(?:{_CODES.replace(' ', '|')})-\d{{1,4}}[A-Z]{{0,3}}\d{{0,2}}(?!\w)|"
    r"(?:Tu|Su|MiG|Mig|Mi|Ka|AK|PzH|ATR|AMX|NH) ?\d{2,4}[A-Z]{0,3}\d?(?![\w-])|"
    r"A(?:3[1-8]0|32[01]|31[89]|220|400M)(?:neo)?(?![\w-]))"
)
_NAMED = (
    "Rafale, Rafale M, Rafale Marine, Mirage F1, Mirage IV, Mirage 2000, Mirage 2000-5, Mirage 2000D, Eurofighter, "
    "Eurofighter Typhoon, Typhoon, Gripen, Gripen E, Leopard, Leopard 1, Leopard 2, Leopard 2A4, Leopard 2A6, "
    "Abrams, Challenger 1, Challenger 2, Bradley, Himars, HIMARS, Patriot, Javelin, Stinger, Iskander, Iskander-M, "
    "Kinjal, Kinzhal, Kalibr, Tomahawk, Scud, Katioucha, Pantsir, Pantsir-S1, Tor-M1, Tor-M2, Buk-M1, Buk-M2, "
    "Bayraktar, Bayraktar TB2, Reaper, Predator, Global Hawk, Kalachnikov, Black Hawk, Chinook, Canadair, Shahed, "
    "Shahed-131, Shahed-136, Geran, Geran-2, Fateh, Fateh-110, Storm Shadow, Scalp, Scalp-EG, SCALP-EG, Taurus, "
    "ATACMS, Atacms, Marder, Orechnik, Sarmat, Dôme de fer, Iron Dome, Oniks, Exocet, SAMP/T, NASAMS, Nasams, "
    "Gepard, Stryker, Humvee, Awacs, AWACS, Hellfire, Merkava, Uragan, Smertch, Boulava, Hwasong, Hwasong-11, "
    "Hwasong-12, Hwasong-14, Hwasong-15, Hwasong-17, Hwasong-18, Hwasong-19, Taepodong, Taepodong-2, Nodong, "
    "BrahMos, Uzi, Glock, Super Hornet, Super Étendard, Su-25 Grach"
)
_USE = one_of(
    "de chasse, de combat, de combats, de guerre, de transport, de transport de troupes, de reconnaissance, de ligne, "
    "d'assaut, d'attaque, de surveillance, ravitailleur(s), kamikaze(s), blindé(s), blindée(s), blindé(s) de transport "
    "de troupes, militaire(s), stratégique(s), furtif(s), nucléaire(s), nucléaire(s) lanceur(s) d'engins, légers, "
    "lourd(s)"
)
_MACHINES = "avion(s), appareil(s), véhicule(s), navire(s), bâtiment(s), vedette(s), engin(s), camion(s)"
_GEAR = "char(s), hélicoptère(s), drone(s), bombardier(s), sous-marin(s), sous-marins, blindés"
_OTHER_GEAR = (
    "porte-avions, porte-hélicoptères, frégate(s), corvette(s), destroyer(s), croiseur(s), patrouilleur(s), "
    "chasseur(s)-bombardier(s), roquette(s), obus, mortier(s), canon(s), obusier(s), lance-roquettes, "
    "lance-missiles, mine(s) antipersonnel, mine(s) antichar, bombe(s) à sous-munitions, bombe(s) guidée(s), "
    "bombe(s) planante(s), bombe(s) atomique(s), torpille(s), grenade(s), mitrailleuse(s), fusil(s) d'assaut, "
    "fusil(s) mitrailleur(s), fusil(s) à pompe, fusil(s) de chasse, kalachnikov(s), caméra(s) thermique(s), "
    "ballon(s) de reconnaissance, pistolet(s), pistolet(s)-mitrailleur(s), revolver(s), canadair(s), missile(s), "
    "missile(s) de croisière, missile(s) balistique(s), missile(s) balistique(s) intercontinental, missiles "
    "balistiques intercontinentaux, missile(s) hypersonique(s), missile(s) antichar(s), missile(s) sol-air, "
    "missile(s) air-sol, missile(s) antinavire(s), missile(s) antiaérien(s), système(s) antiaérien(s), système(s) "
    "antimissile(s), système(s) de défense antiaérienne, système(s) de défense anti-aérienne, système(s) de "
    "défense antimissile(s), batterie(s) antiaérienne(s), batterie(s) de missiles, helicopter(s), tank(s), "
    "warship(s), frigate(s), submarine(s), fighter jet(s), bomber(s), rocket(s), howitzer(s), aircraft carrier(s), "
    "artillery shell(s)"
)
_SHIPS = (
    "frégate(s), porte-avions, porte-hélicoptères, porte-conteneurs, sous-marin, sous-marins, destroyer, croiseur, "
    "corvette, patrouilleur, navire, navire-hôpital, pétrolier, cargo, chalutier, paquebot, vraquier, voilier, ferry, "
    "tanker, méthanier, bâtiment, remorqueur, brise-glace, trimaran, catamaran"
)
_OF_A_SHIP = (
    rf"(?: (?:nucléaire|militaire|{NATION}|de [a-z]+|d'[a-z]+|multi-?missions?|lanceur d'engins|polaire|humanitaire))"
)
_SHIP_NAME = rf"((?:(?:USS|HMS|ARA|INS) )?(?:Le |La |L')?{CAP}(?: (?:de |du |[A-Z]\. )?{CAP}){{0,2}}(?:[ -]\d+)?)"
_ARMS = (
    "drone(s), missile(s), char(s), canon(s), hélicoptère(s), avion(s), chasseur(s), bombardier(s), obusier(s), "
    "véhicule(s), blindé(s), fusil(s), roquette(s), lance-roquettes, lance-roquettes multiples, système(s), torpille"
)
_OF_ARMS = (
    r"(?: (?:de (?:chasse|combat|croisière|reconnaissance|défense|transport)|d'assaut|d'attaque|d'artillerie|longue "
    rf"portée|kamikazes?|balistiques?|hypersoniques?|antichars?|sol-air|antiaériens?|lourds?|légers?|navals?|{NATION}s?))"
)
_ARM_NAME = rf"({CAP}(?: {CAP})?(?:[ -]\d+[A-Z]?\d*)?)"
_TABLE = table(
    rule(
        "EQUIP",
        _MAKERS,
        rf"(?:{_MAKERS.replace(' ', '|')}) (?:{_CODE}|[A-Z]?-?\d{{2,4}}(?:-\d{{1,3}})?(?: MAX| Max|neo)?(?!\w))",
    ),
    rule("EQUIP", _CODES + " PzH ATR A310 A318 A319 A320 A321 A330 A340 A350 A380 A400M A220", _CODE),
    rule(
        "EQUIP",
        " ".join({name.split()[0].split("-")[0].split("/")[0] for name in _NAMED.split(", ")}),
        rf"{one_of(_NAMED)}(?![\w-])",
    ),
    rule("EQUIP", "USS HMS", rf"(?:USS|HMS) {CAP}(?: (?:[A-Z]\. )?{CAP}){{0,2}}"),
    after("EQUIP", _MACHINES, rf" {_USE}(?![\w-])"),
    after("EQUIP", _GEAR, rf"(?: {_USE})?(?![\w-])"),
    after("EQUIP", _OTHER_GEAR, r"(?![\w-])"),
)
_AFTER_KIND = table(
    after("SHIP", _SHIPS, rf"{_OF_A_SHIP}{{0,2}} (?:« )?{_SHIP_NAME}", group=1),
    after("EQUIP", _ARMS, rf"{_OF_ARMS}{{0,3}} (?:« )?{_ARM_NAME}", group=1),
)


def equipment(words: Words, known: dict[int, Match]) -> list[tuple[int, int]]:
    """Return where equipment stands, not overlapping; ``known`` are listed names by their place.

    A ship may bear the name of anything; a weapon does not bear the name of who has it.
    """
    kept: list[tuple[int, int]] = []
    for start, end in sorted(_everything(words, known), key=lambda place: (place[0], -place[1])):
        inside_a_word = words.text[start - 1 : start] == "-" and words.text[start - 2 : start - 1].isalnum()
        if not inside_a_word and not (kept and start < kept[-1][1]):
            kept.append((start, end))
    return kept


def covers(gear: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether one of several stretches, in text order, covers a place."""
    at = bisect_right(gear, start, key=lambda place: place[0]) - 1
    return at >= 0 and end <= gear[at][1]


def _everything(words: Words, known: dict[int, Match]) -> Iterator[tuple[int, int]]:
    for match in found(words, _TABLE):
        yield match.start, match.end
    for match in found(words, _AFTER_KIND):
        listed = known.get(match.start)
        if match.label == "SHIP" or listed is None or listed.end < match.end:
            yield match.start, match.end
