"""The measured promise: what highlighting gets right on articles that nobody tuned it on."""

import pytest

from annotator.nlp.highlighting import Highlighter
from benchmarks.names import GOLD, NAMES, Score, ours, read, scores


@pytest.mark.parametrize("file", ["dev", "held", "later"])
def test_four_of_five_names_are_right_in_borders_and_type(french: Highlighter, file: str) -> None:
    counts = scores([piece for piece in read(GOLD / f"{file}.txt") if piece.language == "fr"], ours(french))
    assert sum((counts[label] for label in NAMES), Score()).f1 > 0.82
    assert sum(counts.values(), Score()).f1 > 0.85


def test_the_texts_are_of_many_beats() -> None:
    pieces = [piece for file in ("dev", "held", "later") for piece in read(GOLD / f"{file}.txt")]
    assert len(pieces) >= 60
    assert len({piece.beat for piece in pieces}) >= 20
