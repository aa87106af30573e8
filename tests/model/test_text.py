"""Texts are frozen once, and offsets move along with what freezing takes out."""

import re
from itertools import batched

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.text import TextError, freeze, normal_form, search_form, searched_words
from annotator.model.unresolved import candidates

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda t: t.strip("\ufeff").strip())


def test_line_ends_become_newlines_and_a_mark_goes() -> None:
    frozen = freeze("\ufeffun\r\ndeux\rtrois\n")
    assert frozen.text == "un\ndeux\ntrois\n"
    assert frozen.removed == (0, 3)


def test_an_offset_of_the_raw_text_points_at_the_same_word_afterwards() -> None:
    raw = "\ufeffun\r\ndeux\r\ntrois"
    frozen = freeze(raw)
    at = frozen.offset(raw.index("trois"))
    assert frozen.text[at:] == "trois"


def test_a_lone_surrogate_is_refused_with_its_place() -> None:
    with pytest.raises(TextError, match="U\\+D800 at character 3"):
        freeze("abc\ud800")


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(TextError):
        freeze("\ufeff \n")


@given(TEXTS)
def test_freezing_twice_changes_nothing_more(raw: str) -> None:
    once = freeze(raw).text
    if once.strip("\ufeff").strip() and not once.startswith("\ufeff"):
        assert freeze(once).text == once


@given(TEXTS)
def test_every_character_that_stays_keeps_its_neighbours(raw: str) -> None:
    frozen = freeze(raw)
    gone = set(frozen.removed)
    kept = [(i, c) for i, c in enumerate(raw) if i not in gone]
    assert all(frozen.text[frozen.offset(i)] == ("\n" if c == "\r" else c) for i, c in kept)


@given(st.text())
def test_forms_for_searching_keep_the_length(text: str) -> None:
    assert len(normal_form(text)) == len(search_form(text)) == len(text)


def test_the_form_of_a_form_for_searching_is_itself() -> None:
    characters = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    assert [c for c in characters if search_form(form := search_form(c)) != form] == []


def test_words_are_looked_for_as_they_are_then_with_other_signs_and_never_where_there_are_none() -> None:
    text = "L’armée. L'armée\nest là."
    assert candidates(text, "L’armée") == ((0, 7),)
    assert candidates(text, "L'armée est") == ((9, 20),)
    assert candidates(text, " ") == ()


@given(TEXTS)
def test_searched_words_are_the_words_of_the_search_form(text: str) -> None:
    assert searched_words(text) == [word.encode() for word in re.findall(r"\w+", search_form(text))]


def test_every_character_is_a_letter_of_a_searched_word_or_between_two() -> None:
    characters = [f"a{chr(code)}b " for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    for some in batched(characters, 500):
        text = "".join(some)
        assert searched_words(text) == [word.encode() for word in re.findall(r"\w+", search_form(text))]
