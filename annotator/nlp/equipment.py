"""EQUIP: named equipment by the shape of its name, and the common nouns of military and rescue gear."""

import re

_NAMED = re.compile(
    r"\b(?:Tu|Su|Il|An|Mi|Ka|Yak|MiG|Mig|F|B|A|C|P|E|U|AH|UH|CH|MH|MQ|RQ|KC|EC|SA|AS|T|M|BMP|BTR|"
    r"BRDM|AMX|VAB|S|SS|BM|TOS|RPG|AK|AKM|"
    r"FIM|BGM|AGM|GBU|MK|Mk|HK|PzH|RS|X|Kh|Shahed|Geran|Fateh|Zelzal|Qiam|Rafale|Mirage|Falcon|"
    r"A400M|NH|H)-\d{1,4}[A-Z]{0,3}\d{0,2}\b|"
    r"\b(?:Tu|Su|MiG|Mig|Mi|Ka)\s?\d{2,3}[A-Z]{0,3}\d?\b|\bA(?:3[1-8]0|220|400M)\b|\b7[0-8]7(?: MAX)?\b|"
    r"\b(?:Rafale|Mirage 2000|Eurofighter|Typhoon|Gripen|Leopard(?: 2)?|Abrams|Challenger 2|"
    r"Leclerc(?= char)|Bradley|Himars|HIMARS|Patriot|"
    r"Javelin|Stinger|Iskander|Kinjal|Kalibr|Tomahawk|Scud|Katioucha|Grad|Pantsir(?:-S1)?|Tor-M2|"
    r"Buk|Bayraktar(?: TB2)?|Reaper|Predator|"
    r"Global Hawk|Kalachnikov|kalachnikovs?|Black Hawk|Apache|Chinook|Canadair)\b"
)
_GENERIC = re.compile(
    r"\b(?:(?:avions?|appareils?|véhicules?|chars?|navires?|bâtiments?|blindés?|hélicoptères?|drones?|bombardiers?) "
    r"(?:de (?:chasse|combat|guerre|transport|reconnaissance|ligne)|d'(?:assaut|attaque)|kamikazes?|"
    r"blindés?|militaires?|stratégiques?|"
    r"furtifs?|ravitailleurs?)|sous-marins?(?: nucléaires?)?|porte-avions|frégates?|corvettes?|"
    r"destroyers?|croiseurs?|bombardiers?|"
    r"chasseurs?-bombardiers?|hélicoptères?|drones?|chars?|blindés|missiles?(?: de croisière|"
    r" balistiques?| antichars?| sol-air)?|"
    r"roquettes?|obus|mortiers?|canons?|obusiers?|lance-roquettes|lance-missiles|"
    r"mines? antipersonnel|bombes?(?: à sous-munitions)?|"
    r"torpilles?|grenades?|mitrailleuses?|fusils? d'assaut|kalachnikovs?|caméras? thermiques?|"
    r"ballons? de reconnaissance|"
    r"systèmes? (?:de défense )?(?:antiaériens?|anti-aériens?|antimissiles?))(?![\w-])",
    re.IGNORECASE,
)


def equipment(text: str) -> list[tuple[int, int]]:
    """Return where equipment stands, named before generic, not overlapping; ``text`` is in normal form."""
    named = [match.span() for match in _NAMED.finditer(text)]
    generic = [match.span() for match in _GENERIC.finditer(text)]
    free = [(a, b) for a, b in generic if not any(a < d and c < b for c, d in named)]
    return sorted(named + free)
