"""A study: what counts, what does not, and what is refused."""

import numpy as np
import pytest

from annotator.agreement.arrays import joint
from annotator.agreement.study import Sheet, StudyError, make_study
from tests.agreement.making import study_of, unit


def test_identical_spans_of_one_annotator_count_once_and_are_counted() -> None:
    study = study_of({"a": [unit(0, 5), unit(0, 5), unit(0, 5, "opinion")], "b": []})
    assert (len(study.layer(0, 0)), study.duplicates) == (2, 1)


def test_spans_with_other_fragments_are_not_identical() -> None:
    whole, split = (0, 9, "claim", ()), (0, 9, "claim", ((0, 3), (6, 9)))
    study = make_study([Sheet("d", 10, {"a": [whole, split, split]})], ("a",))
    assert (len(study.layer(0, 0)), study.duplicates) == (2, 1)


@pytest.mark.parametrize("end", [5, 4])
def test_a_span_without_length_is_refused_with_its_place(end: int) -> None:
    with pytest.raises(StudyError, match="A span of “d1” at 5 has no length"):
        study_of({"a": [unit(0, 3)]}, {"a": [unit(5, end)]})


def test_not_done_is_not_the_same_as_no_spans() -> None:
    study = study_of({"a": [unit(0, 5)], "b": []}, {"a": [unit(0, 5)]})
    assert study.done.tolist() == [[True, True], [True, False]]
    assert study.common().tolist() == [True, False]


def test_layers_are_in_text_order_and_know_which_spans_they_were_given() -> None:
    study = study_of({"a": [unit(7, 9), unit(0, 5)], "b": [unit(2, 4)]})
    assert study.layer(0, 0).start.tolist() == [0, 7]
    assert study.layer(0, 0).origin.tolist() == [1, 0]
    assert study.layer(0, 1).origin.tolist() == [2]


def test_a_part_of_a_study_has_the_spans_of_its_annotators_and_documents() -> None:
    study = study_of({"a": [unit(0, 5)], "b": [unit(1, 5)], "c": []}, {"a": [unit(2, 5)], "c": [unit(3, 5)]})
    part = study.between([0, 2])
    assert part.annotators == ("a", "c")
    assert [part.layer(d, a).start.tolist() for d in (0, 1) for a in (0, 1)] == [[0], [], [2], [3]]
    assert study.between([0, 1]).documents == ("d0",)


def test_documents_lie_apart_on_the_one_line_even_where_spans_leave_their_text() -> None:
    study = study_of({"a": [unit(-30, 5)]}, {"a": [unit(90, 130)]}, {"a": [unit(0, 5)]})
    spans, _ = study.of(0)
    assert (spans.start[1:] >= spans.end[:-1]).all()


def test_labels_keep_the_order_of_the_scheme_and_others_come_after_by_name() -> None:
    sheet = Sheet("d", 10, {"a": [unit(0, 1, "z"), unit(0, 2, "b"), unit(0, 3, "y")]})
    study = make_study([sheet], ("a",), labels=("b", "a"))
    assert study.labels == ("b", "a", "y", "z")
    assert study.layer(0, 0).label.tolist() == [3, 0, 2]


def test_rows_are_told_apart_however_large_their_numbers() -> None:
    large = np.array([0, 2**40, 2**40, 5])
    code = joint(large, large[::-1].copy(), large)
    assert len(np.unique(code)) == 3
    assert len(np.unique(joint(np.array([7, 7]), np.array([2**60, 2**60]), np.array([3, 3])))) == 1


def test_a_study_of_nothing_has_nothing() -> None:
    study = make_study([], ())
    assert (len(study.spans), study.pairs(), np.size(study.common())) == (0, [], 0)
