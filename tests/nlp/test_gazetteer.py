"""Known names, found on characters."""

import pytest

from annotator.nlp.gazetteer import NEVER, Gazetteer, Match
from annotator.nlp.lexicon import TYPES, listed
from annotator.nlp.words import Words


def found(text: str, *own: tuple[str, str]) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.label) for m in Gazetteer.of(own).matches(Words.of(text))]


@pytest.mark.parametrize("written", ["Deir ez-Zor", "DEIR EZ ZOR", "Deir Ez-Zor", "deir-ez-zor"])
def test_a_name_of_the_project_is_found_however_it_is_written(written: str) -> None:
    assert found(f"Vers {written}.", ("Deir ez-Zor", "LOC")) == [(written, "LOC")]


def test_accents_and_apostrophes_do_not_matter() -> None:
    assert found("Le Conseil d'Etat et la cote d ivoire.", ("Côte d'Ivoire", "LOC")) == [
        ("Conseil d'Etat", "ORG"),
        ("cote d ivoire", "LOC"),
    ]


def test_an_acronym_is_case_sensitive() -> None:
    assert found("Le RAID et le raid, la CGT et la cgt.", ("RAID", "ORG")) == [("RAID", "ORG"), ("CGT", "ORG")]


def test_a_listed_name_needs_its_capital_and_its_borders() -> None:
    assert found("Il est nice, à Fort-Soudan, du Maliens, à orange.") == []


def test_a_name_that_is_an_ordinary_word_does_not_begin_a_sentence() -> None:
    assert found("Nature morte. La revue Nature en parle.") == [("Nature", "ORG")]


def test_the_project_has_the_last_word_on_a_listed_name() -> None:
    assert found("À Paris.", ("Paris", "PER")) == [("Paris", "PER")]
    assert Gazetteer.of([("Paris", NEVER)]).matches(Words.of("À Paris.")) == [Match(2, 7, NEVER, own=True)]


def test_a_sign_at_the_end_belongs_to_the_name() -> None:
    assert found("Sur Canal+ ce soir.") == [("Canal+", "ORG")]


def test_the_longest_name_counts_and_stays_on_its_line() -> None:
    assert found("Le Conseil de sécurité de l'ONU.") == [("Conseil de sécurité de l'ONU", "ORG")]
    assert ("Corée\ndu Nord", "LOC") not in found("Corée\ndu Nord")


def test_no_name_stands_twice_in_the_lists() -> None:
    names = [line.lstrip("~") for file in TYPES for line in listed(file)]
    assert len(names) > 5_000
    assert sorted(names) == sorted(set(names))
