"""Quantities: a number with what it counts, and nothing that only has a number in it."""

import pytest

from annotator.nlp.dates import dates
from annotator.nlp.equipment import equipment
from annotator.nlp.quantities import quantities
from annotator.nlp.words import Words


def found(text: str) -> list[str]:
    words = Words.of(text)
    return [text[start:end] for start, end in quantities(words, equipment(words, {}), dates(words))]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Près de 12 000 manifestants ont défilé.", "12 000 manifestants"),
        ("On compte une dizaine de blessés.", "une dizaine de blessés"),
        ("Un chantier à 3,5 milliards d'euros.", "3,5 milliards d'euros"),
        ("Une hausse de 40 % en un an.", "40 %"),
        ("Une hausse de 2,3% en un an.", "2,3%"),
        ("Plus de 5.000 combattants sont partis.", "5.000 combattants"),
        ("Il a marqué deux buts samedi.", "deux buts"),
        ("Vingt-six soldats sont rentrés.", "Vingt-six soldats"),
        ("Des vents de 130 km/h sont prévus.", "130 km/h"),
        ("Une baisse de 25 points de base.", "25 points de base"),
        ("Plusieurs centaines de partisans attendaient.", "Plusieurs centaines de partisans"),
        ("Le solde de 250 millions du programme.", "250 millions"),
        ("Une amende d'un million de francs suisses.", "un million de francs suisses"),
        ("Il tire deux missiles balistiques vers l'est.", "deux missiles balistiques"),
        ("La commande de douze Rafale est signée.", "douze Rafale"),
        ("Les trois principales divisions progressent.", "trois principales divisions"),
        ("A plant worth $1 billion in Ohio.", "$1 billion"),
        ("SEIZE DÉPARTEMENTS EN VIGILANCE", "SEIZE DÉPARTEMENTS"),
    ],
)
def test_a_number_with_what_it_counts(text: str, quantity: str) -> None:
    assert found(text) == [quantity]


@pytest.mark.parametrize(
    "text",
    [
        "Un homme est venu.",
        "La ligne 14 du métro ferme.",
        "L'article 49 alinéa trois.",
        "Vers 18 heures, il est parti.",
        "Une victoire 3-1 à domicile.",
        "Windows 10 sera retiré.",
        "Il avait relayé en 2022 de fausses images.",
        "Ils sont entre deux et trois.",
        "Le site va licencier ses 74 derniers.",
    ],
)
def test_a_number_that_counts_nothing(text: str) -> None:
    assert found(text) == []
