"""Laws of highlighting: offsets on the text as it is, for any text a person can have."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.nlp.highlighting import MODELS, Highlighter, ModelMissing, available_models, load_highlighter
from annotator.nlp.segmenting import LONGEST_TOKEN
from annotator.nlp.worker import highlight_one, setup
from tests.strategies import texts

NEWS = (
    "Selon l'AFP, ",
    "Mme Léa Marchetti ",
    "a réuni 12 000 manifestants ",
    "mardi soir ",
    "à Saint-Étienne. ",
    "Le ministère de la Défense ",
    "(Haute Autorité de santé (HAS)) ",
    "« Deux pianos » ",
    "six bombardiers Tu-22M3\n",
    "TEMPÊTE BENJAMIN EN BRETAGNE\n",
    "$3 bn ",
    "-Paris- ",
    "d'",
    "L'",
)
ARTICLES = st.lists(st.sampled_from(NEWS) | texts(max_size=6), min_size=1, max_size=14).map("".join)
NAMES = ("PER", "ORG", "LOC", "MISC")


@settings(max_examples=150)
@given(text=ARTICLES, language=st.sampled_from(["fr", "en"]))
def test_what_is_found_lies_in_the_text_and_names_do_not_overlap(french: Highlighter, text: str, language: str) -> None:
    found = french.highlight(text, language=language).found
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in found)
    names = [one for one in found if one.label in NAMES]
    assert all(before.end <= after.start for before, after in pairwise(names))


@settings(max_examples=60)
@given(text=ARTICLES)
def test_tokens_are_in_order_short_and_cover_all_that_is_no_space(french: Highlighter, text: str) -> None:
    made = french.highlight(text).segmentation
    tokens = list(zip(made.starts, made.ends, strict=True))
    assert all(start < end <= start + LONGEST_TOKEN for start, end in tokens)
    assert all(before[1] <= after[0] for before, after in pairwise(tokens))
    covered = {at for start, end in tokens for at in range(start, end)}
    assert not [sign for at, sign in enumerate(text) if at not in covered and sign.isalnum()]


@settings(max_examples=60)
@given(text=ARTICLES)
def test_one_surface_has_one_type(french: Highlighter, text: str) -> None:
    found = [one for one in french.highlight(text).found if one.label in NAMES]
    types = {(text[one.start : one.end], one.label) for one in found}
    assert len(types) == len({surface for surface, _ in types})


def test_typography_changes_nothing(french: Highlighter) -> None:
    plain = "L'Union européenne a versé 3 millions d'euros à l'Ukraine, selon \"Le Monde\" et Saint-Malo."
    curly = plain.replace("'", "’").replace(" m", "\u00a0m").replace('"', "”").replace("t-M", "t\u2011M")
    assert curly != plain
    assert french.highlight(curly).found == french.highlight(plain).found


def test_a_run_of_brackets_and_a_megabyte_on_one_line_come_back(french: Highlighter) -> None:
    text = "(" * 4_000 + " Le Caire " + "a" * 300_000 + " à Lyon"
    found = {text[one.start : one.end] for one in french.highlight(text).found}
    assert {"Le Caire", "Lyon"} <= found


def test_a_model_that_is_not_there_is_named_with_the_command_that_adds_it() -> None:
    with pytest.raises(ModelMissing, match="pip install xx-no-model"):
        load_highlighter("xx_no_model")


def test_the_default_model_is_installed() -> None:
    assert available_models()[0] == MODELS[0]


def test_the_worker_gives_each_text_with_its_language() -> None:
    highlighter = setup(MODELS[0], (("Zorglub", "PER"),))
    assert [one.label for one in highlight_one(highlighter, ("zorglub", "fr")).found] == ["PER"]
    assert highlight_one(highlighter, ("Monday", "en")).found[0].label == "DATE"
