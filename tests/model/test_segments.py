"""Tokens and sentences without a language model, and what lies where."""

import itertools

from hypothesis import given

from annotator.model.bundled import bundled
from annotator.model.document import FLAG_SENTENCES, Flag
from annotator.model.segments import Segmentation, plain_segmentation
from annotator.model.told import Sentence, Told, sentence_of
from tests.strategies import texts

TEXT = "Le quai, l’île. Deux\nTrois"


def test_a_stretch_grows_to_its_tokens_and_white_space_does_not() -> None:
    cut = plain_segmentation("ab  cd")
    assert [cut.token_at_or_after(offset) for offset in (0, 1, 2, 5, 6)] == [0, 0, 1, 1, 2]
    assert (cut.expand(1, 5), cut.expand(2, 4), cut.expand(3, 3)) == ((0, 6), (2, 4), (3, 3))


def test_a_sentence_is_found_at_before_and_after_an_offset() -> None:
    cut = plain_segmentation(f"  {TEXT}")
    assert [cut.sentence_at(offset) for offset in (0, 3, 18, 25)] == [(2, 17), (2, 17), (18, 22), (23, 28)]
    assert plain_segmentation(" ").sentence_at(0) is None


@given(texts())
def test_tokens_and_sentences_are_sorted_apart_and_not_empty(text: str) -> None:
    cut: Segmentation = plain_segmentation(text)
    for starts, ends in ((cut.starts, cut.ends), (cut.sentence_starts, cut.sentence_ends)):
        borders = list(zip(starts, ends, strict=True))
        assert all(0 <= start < end <= len(text) for start, end in borders)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(borders))


def test_every_flag_is_told_in_a_sentence() -> None:
    assert [str(Flag(kind, 0, 1).sentence) for kind in FLAG_SENTENCES] == list(FLAG_SENTENCES.values())


def test_an_error_is_told_in_its_own_words_or_by_its_name() -> None:
    assert sentence_of(Told("No {thing}.", thing="room")) == Sentence("No {thing}.", {"thing": "room"})
    assert [str(sentence_of(error)) for error in (ValueError("no good"), ValueError("Why?"), KeyError())] == [
        "no good.", "Why?", "KeyError.",
    ]  # fmt: skip


def test_what_ships_is_found() -> None:
    assert bundled("resources").joinpath("schemes", "factcheck.json").is_file()
