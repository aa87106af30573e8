"""Units of offsets: every border of a character goes over and comes back, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.offsets import UNITS, OffsetError, Offsets
from tests.strategies import texts


@given(text=texts(min_size=0), unit=st.sampled_from([u for u in UNITS if u != "grapheme"]))
def test_every_code_point_goes_over_and_comes_back(text: str, unit: str) -> None:
    offsets = Offsets(text, unit)
    assert [offsets.codepoint(offsets.unit(n)) for n in range(len(text) + 1)] == list(range(len(text) + 1))


@given(text=texts())
def test_the_units_are_those_of_the_encodings(text: str) -> None:
    for at in range(len(text) + 1):
        assert Offsets(text, "utf16").unit(at) == len(text[:at].encode("utf-16-le")) // 2
        assert Offsets(text, "utf8").unit(at) == len(text[:at].encode())


def test_what_a_reader_sees_as_one_sign_is_one_grapheme() -> None:
    offsets = Offsets("e\u0301👩‍👩‍👧🇫🇷!", "grapheme")
    assert [offsets.codepoint(n) for n in range(5)] == [0, 2, 7, 9, 10]
    with pytest.raises(OffsetError, match="ends at 1"):
        offsets.unit(1)


@pytest.mark.parametrize(("unit", "offset"), [("utf16", 1), ("utf8", 2), ("utf16", 9), ("codepoint", -1)])
def test_an_offset_inside_or_outside_is_refused(unit: str, offset: int) -> None:
    with pytest.raises(OffsetError, match="No character"):
        Offsets("😀a", unit).codepoint(offset)


def test_a_unit_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(OffsetError, match="codepoint, utf16"):
        Offsets("a", "inch")
