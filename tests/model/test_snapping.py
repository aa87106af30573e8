"""A selection becomes the span that was meant."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.scheme import Trim
from annotator.model.segments import plain_segmentation
from annotator.model.snapping import joined, quoted, snap

CLAIM = Trim(quotes=True, complementisers=("que", "qu'"), final_punctuation=",;:.")
TEXT = "Il a dit que « le pont est miné », puis qu’il partait. Deux 3.500 morts."


@pytest.mark.parametrize(
    ("selected", "meant"),
    [
        ("e pont es", "le pont est"),
        (" « le pont est miné », ", "le pont est miné"),
        ("que « le pont est miné »", "le pont est miné"),
        ("qu’il partait.", "il partait"),
        ("3.500 mor", "3.500 morts"),
    ],
)
def test_a_claim_is_whole_words_without_its_wrapping(selected: str, meant: str) -> None:
    start = TEXT.index(selected)
    found = snap(TEXT, start, start + len(selected), segmentation=plain_segmentation(TEXT), trim=CLAIM)
    assert found is not None
    assert TEXT[slice(*found)] == meant


def test_nothing_is_left_of_white_space() -> None:
    assert snap("a   b", 1, 4, segmentation=plain_segmentation("a   b"), trim=CLAIM) is None


def test_quotation_marks_are_shed_where_the_first_is_closed_by_the_last() -> None:
    def kept(text: str) -> str:
        found = snap(text, 0, len(text), segmentation=plain_segmentation(text), trim=CLAIM)
        return text[slice(*found)] if found else ""

    assert [kept(text) for text in ("« a » et « b »", "« « a » b", '"a"', "« a", "a »", "« »")] == [
        "« a » et « b »", "« « a » b", "a", "a", "a", "",
    ]  # fmt: skip


def test_a_complementiser_alone_or_inside_a_word_stays() -> None:
    cut = plain_segmentation("que quelque")
    assert snap("que quelque", 4, 11, segmentation=cut, trim=CLAIM) == (4, 11)
    assert snap("que", 0, 3, segmentation=plain_segmentation("que"), trim=CLAIM) == (0, 3)


def test_quotation_around_or_inside_is_seen() -> None:
    inside = TEXT.index("le pont"), TEXT.index(" », puis")
    assert quoted(TEXT, inside) == "full"
    assert quoted(TEXT, (0, len(TEXT))) == "partial"
    assert quoted(TEXT, (0, 5)) == "none"


@given(st.text(alphabet="ab «»\"'’,.;\n\u00a0é😀", max_size=40), st.data())
def test_what_is_snapped_lies_in_the_text_and_snapping_again_changes_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cut = plain_segmentation(text)
    found = snap(text, start, end, segmentation=cut, trim=CLAIM)
    if found is not None:
        assert 0 <= found[0] < found[1] <= len(text)
        assert snap(text, *found, segmentation=cut, trim=CLAIM) == found


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda p: (p[0], p[0] + p[1])), max_size=6))
def test_joined_fragments_are_sorted_apart_and_cover_the_same(fragments: list[tuple[int, int]]) -> None:
    result = joined(tuple(fragments))
    assert {i for a, b in result for i in range(a, b)} == {i for a, b in fragments for i in range(a, b)}
    assert all(one[1] < other[0] for one, other in itertools.pairwise(result))
