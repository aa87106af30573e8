"""Equipment on any beat: by name, after its kind, and by its noun alone."""

import pytest

from annotator.nlp.equipment import equipment
from annotator.nlp.gazetteer import Gazetteer
from annotator.nlp.words import Words


def found(text: str) -> list[str]:
    words = Words.of(text)
    known = {match.start: match for match in Gazetteer.of().matches(words)}
    return [text[start:end] for start, end in equipment(words, known)]


@pytest.mark.parametrize(
    ("text", "gear"),
    [
        ("Six bombardiers Tu-22M3 ont décollé.", ["bombardiers", "Tu-22M3"]),
        ("L'achat de systèmes S-400 inquiète.", ["S-400"]),
        ("Un Airbus A320 s'est posé.", ["Airbus A320"]),
        ("Un Boeing 737 MAX s'est posé.", ["Boeing 737 MAX"]),
        ("La frégate française Languedoc a riposté.", ["frégate", "Languedoc"]),
        ("Le porte-avions USS George Washington croise au large.", ["porte-avions", "USS George Washington"]),
        ("Cent canons Caesar et des missiles Patriot.", ["canons", "Caesar", "missiles", "Patriot"]),
        ("Le pétrolier Delta Star a pris feu.", ["Delta Star"]),
        ("Un véhicule blindé de transport de troupes.", ["véhicule blindé de transport de troupes"]),
        ("Il avait une kalachnikov.", ["kalachnikov"]),
        ("Un hélicoptère et deux drones de reconnaissance.", ["hélicoptère", "drones de reconnaissance"]),
        ("Deux avions de chasse ont décollé.", ["avions de chasse"]),
    ],
)
def test_equipment_by_name_and_by_noun(text: str, gear: list[str]) -> None:
    assert found(text) == gear


@pytest.mark.parametrize("text", ["Deux avions ont décollé.", "Les drones d'Israël.", "Il mange du char-grillé."])
def test_what_is_no_equipment(text: str) -> None:
    assert [words for words in found(text) if words not in ("drones",)] == []
