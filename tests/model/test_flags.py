"""What a person should see in an article is flagged at its place; title and date are guessed from the first lines."""

import pytest
from hypothesis import given

from annotator.model.flags import flags_of
from annotator.model.guessing import date_in, guess_published, guess_title
from tests.strategies import texts

MOTTO = (
    "Le journal de toutes les rives, qui dit chaque matin ce que le port, la ville et la mer ont fait de la nuit, " * 2
)


def flagged(text: str) -> list[tuple[str, str]]:
    return [(flag.kind, text[flag.start : flag.end]) for flag in flags_of(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il a Ã©tÃ© vu par l’áÅadmor.", [("mojibake", "Ã©tÃ©"), ("mojibake", "áÅadmor")]),
        ("Le quai nord rouvre\n\nle quai nord rouvre\nSuite.", [("repeated_title", "le quai nord rouvre")]),
        ("Titre\nSource : Agence du port", [("source_line", "Source : Agence du port")]),
        ("Titre\nPhoto : L. Hout", [("photo_credit", "Photo : L. Hout")]),
        ("Titre\nPhoto : © L. Hout (photo prise lundi)", [("photo_credit", "Photo : © L. Hout (photo prise lundi)")]),
        ("Vu © AFP, dit-il (photo Ada).", [("photo_credit", "© AFP"), ("photo_credit", "(photo Ada)")]),
        (f"{MOTTO.strip()}\n3 mai 2016\nTitre", [("motto", MOTTO.strip())]),
        (f"{MOTTO.strip()}\nsans date\nTitre", []),
        ("Le quai\x01 nord\x02\x03 rouvre\x0c\nSuite\t.", [("control_signs", "\x01 nord\x02\x03")]),
        ("l\x92eau", [("control_signs", "\x92")]),
        ("Oui\nOui", []),
        ("Rien à dire.", []),
    ],
)
def test_odd_lines_and_broken_letters_are_flagged_at_their_place(text: str, found: list[tuple[str, str]]) -> None:
    assert flagged(text) == found


@given(texts())
def test_flags_lie_in_the_text_and_in_its_order(text: str) -> None:
    flags = flags_of(text)
    assert all(0 <= flag.start < flag.end <= len(text) for flag in flags)
    assert list(flags) == sorted(flags, key=lambda flag: (flag.start, flag.end))
    assert guess_title(text) == "" or guess_title(text).rstrip("…") in text


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("mardi 3 mai 2016", "2016-05-03"),
        ("le 1er août 2020.", "2020-08-01"),
        ("2019-12-31", "2019-12-31"),
        ("3 brumaire 2016", ""),
        ("Le 3 mai 2016, le quai a rouvert", ""),
        ("x" * 61, ""),
    ],
)
def test_a_date_is_a_line_of_its_own(line: str, date: str) -> None:
    assert date_in(line) == date


def test_a_title_is_neither_a_date_nor_a_stamp_nor_a_motto() -> None:
    text = f"\n{MOTTO.strip()}\n3 mai 2016\nconsulté à 10:00 AM\nLe quai rouvre"
    assert (guess_title(text), guess_published(text)) == ("Le quai rouvre", "2016-05-03")
    assert guess_title("3 mai 2016") == "3 mai 2016"
    assert guess_title(" \n ") == ""
    assert guess_published("consulté le 3 mai\nLe quai") == ""
    assert guess_title("mot " * 39) == ("mot " * 30).strip() + "…"
