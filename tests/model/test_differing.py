"""Where two texts differ: words, whatever their apostrophes and spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.differing import differences


def told(left: str, right: str) -> list[tuple[str, str]]:
    """Return the differences in words."""
    found = differences(left, right)
    return [(left[d.left_start : d.left_end], right[d.right_start : d.right_end]) for d in found]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Le chef présumé fuit.", "Le chef fuit.", [("présumé", "")]),
        ("Il a fui.", "Il aurait fui.", [("a", "aurait")]),
        ("Un.\nDeux trois.\nQuatre.", "Un.\nDeux.\nQuatre.", [("trois", "")]),
        ("Un.\nDeux.", "Un.\nNeuf mots.\nDeux.", [("", "Neuf mots.")]),
        ("« L'été »", "« L’été »", []),
        ("un  deux\n\n", "un deux", []),
        ("", "", []),
        ("", "mot", [("", "mot")]),
    ],
)
def test_differences_are_words(left: str, right: str, words: list[tuple[str, str]]) -> None:
    assert told(left, right) == words


def test_two_long_stretches_without_a_line_in_common_differ_as_a_whole() -> None:
    left, right = "un mot " * 5000, "deux mots " * 5000
    assert told(left, right) == [(left.strip(), right.strip())]


@given(st.text(alphabet="ab \n.’'", max_size=60), st.text(alphabet="ab \n.’'", max_size=60))
def test_outside_the_differences_both_texts_say_the_same(left: str, right: str) -> None:
    a, b, rest = 0, 0, []
    for one in differences(left, right):
        assert a <= one.left_start <= one.left_end
        assert b <= one.right_start <= one.right_end
        rest.append((left[a : one.left_start], right[b : one.right_start]))
        a, b = one.left_end, one.right_end
    rest.append((left[a:], right[b:]))
    for same, other in rest:
        assert "".join(same.replace("’", "'").split()) == "".join(other.replace("’", "'").split())
