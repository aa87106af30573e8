"""Dates as newspapers write them: what can be put on a calendar, without article or preposition."""

import pytest

from annotator.nlp.dates import dates
from annotator.nlp.words import Words


def found(text: str, language: str = "fr") -> list[str]:
    return [text[start:end] for start, end in dates(Words.of(text), language)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Le 14 mai 2016, il pleuvait.", "14 mai 2016"),
        ("Le mardi 1er avril, tout va bien.", "mardi 1er avril"),
        ("Il annonce jeudi 26 qu'il part.", "jeudi 26"),
        ("Il est parti mardi soir.", "mardi soir"),
        ("Un plan voté en 2015 par tous.", "2015"),
        ("Neutres d'ici à 2030, ils le jurent.", "2030"),
        ("Une église du XIXe siècle.", "XIXe siècle"),
        ("Au troisième trimestre 2024, rien.", "troisième trimestre 2024"),
        ("Au 2e semestre, rien.", "2e semestre"),
        ("Fermé depuis décembre 2023.", "décembre 2023"),
        ("Il rouvrira fin avril.", "fin avril"),
        ("La semaine dernière, il neigeait.", "semaine dernière"),
        ("Ce matin encore, il neigeait.", "Ce matin"),
        ("Dans les années 1990, on riait.", "années 1990"),
        ("Depuis l'été 2022, on attend.", "été 2022"),
        ("Publié le 2024-05-01 au soir.", "2024-05-01"),
        ("Signé le 03/04/2021 à Lyon.", "03/04/2021"),
        ("Il avait refusé la veille.", "veille"),
        ("Le lendemain, il a dit oui.", "lendemain"),
        ("Rendez-vous le 20 janvier prochain.", "20 janvier prochain"),
    ],
)
def test_a_date_of_every_shape(text: str, date: str) -> None:
    assert found(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "À 18 heures, il est parti.",
        "À 21h14, il est parti.",
        "À la veille d'une visite.",
        "Il compte 2015 voix de plus.",
        "On compte 1500 € par mois.",
        "Un score de 3-1 à la fin.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert found(text) == []


def test_both_ends_of_a_period() -> None:
    assert found("Entre 1975 et 2020, la glace a fondu.") == ["1975", "2020"]


def test_dates_of_an_english_text() -> None:
    text = "On Tuesday, May 3, 2022, and again last week; rates fell in February, not by late March."
    assert found(text, "en") == ["Tuesday, May 3, 2022", "last week", "February", "late March"]
