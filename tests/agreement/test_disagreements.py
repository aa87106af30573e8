"""Why two annotators differ: every span that they do not share is in one disagreement, of the right kind."""

import pytest
from hypothesis import given, settings

from annotator.agreement.disagreements import Compared, compared
from annotator.agreement.match_counts import match_counts
from annotator.agreement.span_f1_exact import exact_common
from annotator.agreement.study import Sheet, Unit, make_study
from annotator.agreement.undefined import Undefined
from tests.agreement.making import documents, study_of, unit


def of(a: list[Unit], b: list[Unit]) -> Compared:
    return compared(study_of({"a": a, "b": b}), 0, (0, 1))


def told(a: list[Unit], b: list[Unit]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    """Return the disagreements: kind, spans of the one, spans of the other, by their places in the lists."""
    return [(one.kind, one.first, tuple(at - len(a) for at in one.second)) for one in of(a, b).disagreements]


def test_identical_layers_differ_in_nothing() -> None:
    spans = [unit(0, 9), unit(2, 5, "opinion"), unit(20, 30)]
    assert told(spans, spans[::-1]) == []


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ([unit(0, 9)], [unit(0, 10)], "boundary"),
        ([unit(0, 9)], [unit(0, 9, "opinion")], "label"),
        ([unit(0, 9)], [unit(1, 9, "opinion")], "label"),
    ],
)
def test_spans_that_share_text_differ_by_boundary_or_label(a: list[Unit], b: list[Unit], kind: str) -> None:
    assert told(a, b) == [(kind, (0,), (0,))]


def test_a_span_that_meets_nothing_was_missed_by_the_other() -> None:
    assert told([unit(0, 9)], []) == [("missed", (0,), ())]
    assert told([], [unit(0, 9)]) == [("missed", (), (0,))]
    assert told([unit(0, 9)], [unit(9, 18)]) == [("missed", (0,), ()), ("missed", (), (0,))]


def test_one_span_against_several_of_its_label_is_a_split_whichever_way() -> None:
    whole, parts = [unit(0, 20)], [unit(0, 8), unit(9, 14), unit(15, 20)]
    assert [(kind, sorted(first), sorted(second)) for kind, first, second in told(whole, parts)] == [
        ("split_merge", [0], [0, 1, 2])
    ]
    assert [(kind, sorted(first), sorted(second)) for kind, first, second in told(parts, whole)] == [
        ("split_merge", [0, 1, 2], [0])
    ]


def test_a_span_of_another_label_is_no_part() -> None:
    found = told([unit(0, 20)], [unit(0, 12), unit(13, 20, "opinion")])
    assert found == [("boundary", (0,), (0,)), ("missed", (), (1,))]


def test_other_fragments_are_another_boundary() -> None:
    split: Unit = (0, 9, "claim", ((0, 3), (6, 9)))
    study = make_study([Sheet("d", 10, {"a": [split], "b": [unit(0, 9)]})], ("a", "b"))
    assert [one.kind for one in compared(study, 0, (0, 1)).disagreements] == ["boundary"]


def test_what_is_put_together_knows_its_labels() -> None:
    found = of([unit(0, 9), unit(20, 29)], [unit(0, 9), unit(20, 28, "opinion")])
    assert found.together == [(0, 2), (1, 3)]
    assert found.labels == [(0, 0), (0, 1)]


@settings(max_examples=150, deadline=None)
@given(documents("ab", 7))
def test_the_loss_of_exact_f1_is_the_spans_of_all_disagreements(layers: dict[str, list[Unit]]) -> None:
    study = study_of(layers)
    found = compared(study, 0, (0, 1))
    spans = [at for one in found.disagreements for at in (*one.first, *one.second)]
    assert len(spans) == len(set(spans))
    exact = exact_common(study).f1().value
    if not isinstance(exact, Undefined):
        assert 1 - exact == pytest.approx(len(spans) / len(study.spans))


@settings(max_examples=60, deadline=None)
@given(documents("ab", 6))
def test_swapping_reference_and_response_swaps_missed_and_spurious(layers: dict[str, list[Unit]]) -> None:
    study = study_of(layers)
    a, b = study.layer(0, 0), study.layer(0, 1)
    one, two = match_counts(a, b), match_counts(b, a)
    for view, counts in one.items():
        assert two[view][3:] == (counts[4], counts[3])
        assert sum(counts[:4]) == len(a)


def test_counts_by_view() -> None:
    study = study_of({"a": [unit(1, 3), unit(6, 8)], "b": [unit(1, 3, "opinion"), unit(7, 8), unit(20, 22)]})
    assert match_counts(study.layer(0, 0), study.layer(0, 1)) == {
        "strict": (0, 2, 0, 0, 1),
        "exact": (1, 1, 0, 0, 1),
        "partial": (1, 0, 1, 0, 1),
        "ent_type": (1, 1, 0, 0, 1),
    }
