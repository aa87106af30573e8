"""Names of people, organisations, places and other things, as wire copy has them."""

import pytest

from annotator.nlp.highlighting import Highlighter, load_highlighter
from tests.nlp.finding import entities, typed


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("L'ancien maire, M. Gilles Marsan, a fait appel.", "Gilles Marsan", "PER"),
        ("Son avocate, Me Aude Lévy-Soussan, a fait appel.", "Aude Lévy-Soussan", "PER"),
        ("Ses avocates, Mes Aude Lévy-Soussan et Line Parmentier, ont plaidé.", "Aude Lévy-Soussan", "PER"),
        ("Le pape Léon XIV a prié.", "Léon XIV", "PER"),
        ("Ils ont manifesté devant le siège de Danone.", "Danone", "ORG"),
        ("Le fonds Archer Maddison entre au capital.", "Archer Maddison", "ORG"),
        ("Le général Abdel Fattah al-Burhane a promis.", "Abdel Fattah al-Burhane", "PER"),
        ("La Polonaise Iga Swiatek a gagné.", "Iga Swiatek", "PER"),
        ("Le ministère russe de la Défense dément.", "ministère russe de la Défense", "ORG"),
        ("Le ministère de l'Éducation nationale dément.", "ministère de l'Éducation nationale", "ORG"),
        ("Le tribunal correctionnel de Nanterre a jugé.", "tribunal correctionnel de Nanterre", "ORG"),
        ("La commission des Finances de l'Assemblée nationale.", "commission des Finances", "ORG"),
        ("Le Haut-Commissariat des Nations unies pour les réfugiés (HCR) alerte.", "HCR", "ORG"),
        ("La Fédération vosgienne des apiculteurs (FVA) alerte.", "Fédération vosgienne des apiculteurs", "ORG"),
        ("Le groupe japonais Koyashima a vendu.", "Koyashima", "ORG"),
        ("Le fabricant de grues Manitowac ferme.", "Manitowac", "ORG"),
        ("Les salariés de Delpeyrol attendent.", "Delpeyrol", "ORG"),
        ("La Direction des entreprises (Dire) enquête.", "Dire", "ORG"),
        ("Un décompte de « L'Usine nouvelle » le dit.", "L'Usine nouvelle", "ORG"),
        ("Il vit à La Verrière (Yvelines) et y travaille.", "La Verrière", "LOC"),
        ("SNCF Réseau a suspendu la ligne.", "SNCF Réseau", "ORG"),
        ("Une vidéo partagée sur X et ailleurs.", "X", "ORG"),
        ("Le bateau a quitté la mer du Japon.", "mer du Japon", "LOC"),
        ("Ils ont défilé rue de la Loi.", "rue de la Loi", "LOC"),
        ("Dans la province de Homrane, rien.", "Homrane", "LOC"),
        ("TRIGNAC (Ouest-France) - Un homme a disparu.", "TRIGNAC", "LOC"),
        ("Elle a reçu le prix Nobel de littérature.", "prix Nobel de littérature", "MISC"),
        ("Le réalisateur Franco-Suisse Jean-Luc Godard est venu.", "Jean-Luc Godard", "PER"),
        ("Il cite la commission indépendante Newton Ahmed Barry.", "Newton Ahmed Barry", "PER"),
        ("L'opposant Pascal Affi N'Guessan a parlé.", "Pascal Affi N'Guessan", "PER"),
        ("On y voit Zork Blim, le chef du bureau.", "Zork Blim", "PER"),
        ("Une photo (Charlet/AFP) le montre.", "Charlet", "PER"),
        ("La Commission électorale indépendante a tranché.", "Commission électorale indépendante", "ORG"),
        ("Il a été primé pour « The Square » en mai.", "The Square", "MISC"),
        ('On y verra "Asteroid City" de Wes Anderson.', "Asteroid City", "MISC"),
        ("L'autrice de « La Végétarienne » est venue.", "La Végétarienne", "MISC"),
        ("La tempête Benjamin approche.", "Benjamin", "MISC"),
        ("L'opération « Volonté de victoire » continue.", "Volonté de victoire", "MISC"),
        ("Il a gagné la Coupe du monde 2018.", "Coupe du monde 2018", "MISC"),
    ],
)
def test_a_name_has_its_borders_and_its_type(french: Highlighter, text: str, name: str, label: str) -> None:
    assert typed(french, text).get(name) == label


@pytest.mark.parametrize(
    "text",
    [
        "Les Américains et les Russes négocient.",
        "Le Premier ministre a parlé.",
        "Le ministre de l'Intérieur et le procureur de la République.",
        "La Française, blessée, abandonne.",
        "Le PIB et la TVA augmentent.",
        "EN DIRECT - La grève continue.",
        "Cité en 2019, puis au XIXe siècle, tomes II et III.",
    ],
)
def test_peoples_and_functions_are_no_names(french: Highlighter, text: str) -> None:
    assert typed(french, text) == {}


def test_what_follows_an_acronym_is_its_name_but_not_a_person(french: Highlighter) -> None:
    text = "Selon SNCF Réseau, puis selon le PS Olivier Faure, tout va bien."
    assert typed(french, text) == {"SNCF Réseau": "ORG", "PS": "ORG", "Olivier Faure": "PER"}


def test_a_family_name_alone_is_the_person(french: Highlighter) -> None:
    text = "Fabrice Delattre est venu. Delattre a parlé. Puis Delattre est parti."
    assert entities(french, text, "PER") == ["Fabrice Delattre", "Delattre", "Delattre"]


def test_one_surface_has_one_type_in_a_document(french: Highlighter) -> None:
    text = "L'équipementier automobile Ducatel ferme.\nDucatel supprime des postes.\nOn ne verra plus Ducatel."
    labels = {one.label for one in french.highlight(text).found if text[one.start : one.end] == "Ducatel"}
    assert labels == {"ORG"}


def test_a_line_of_capitals_is_read_by_the_lists_and_by_the_document(french: Highlighter) -> None:
    text = "TEMPÊTE SUR LE FINISTÈRE : LES ÉCOLES FERMÉES\nLe Finistère est touché."
    assert typed(french, text) == {"FINISTÈRE": "LOC", "Finistère": "LOC"}


def test_the_project_s_own_list_wins_over_the_model_the_shapes_and_the_lists() -> None:
    own = (("Paris", "PER"), ("Zorglub", "MISC"), ("Koyashima", ""), ("Conseil des sages", "MISC"))
    highlighter = load_highlighter(gazetteer=own)
    text = "Le groupe japonais Koyashima, zorglub et le Conseil des sages de Lyon sont à Paris."
    assert typed(highlighter, text) == {
        "zorglub": "MISC",
        "Conseil des sages": "MISC",
        "Lyon": "LOC",
        "Paris": "PER",
    }


def test_an_own_name_inside_a_longer_one_leaves_it_whole() -> None:
    highlighter = load_highlighter(gazetteer=(("Nanterre", "LOC"),))
    assert typed(highlighter, "Le tribunal correctionnel de Nanterre a jugé.") == {
        "tribunal correctionnel de Nanterre": "ORG"
    }


def test_an_english_text_gets_rules_and_lists(french: Highlighter) -> None:
    text = (
        'LONDON (Reuters) - "We will not take risks," said Rachel Reeves of the Labour Party on Tuesday. President '
        "Ferdinand Marcos Jr. met Governor Kiper in Zamboanga; the UK and Acme Holdings agreed. NTSB's report is due."
    )
    assert typed(french, text, language="en") == {
        "LONDON": "LOC",
        "Reuters": "ORG",
        "Rachel Reeves": "PER",
        "Labour Party": "ORG",
        "Ferdinand Marcos Jr.": "PER",
        "Kiper": "PER",
        "Zamboanga": "LOC",
        "UK": "LOC",
        "Acme Holdings": "ORG",
        "NTSB": "ORG",
    }
