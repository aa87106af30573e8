"""A span of JSON Lines that says no more than its place, label and words is read as any other."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.jsonl import article_of
from annotator.formats.registry import Refusal
from annotator.model.document import RawSpan

ODD = st.none() | st.booleans() | st.integers(-1, 9) | st.sampled_from(("claim", "", 1.5)) | st.just([1])
KEYS = st.sampled_from(("start", "end", "label", "text"))


def read(span: object) -> tuple[RawSpan, ...] | str:
    refused: list[Refusal] = []
    spans = article_of({"text": "un deux", "spans": [span]}, where="a", refused=refused).spans
    return str(refused[0].reason) if refused else spans


@given(st.dictionaries(KEYS, ODD) | st.fixed_dictionaries({"start": st.just(0), "end": st.just(2)}, optional={
    "label": st.sampled_from(("claim", "")), "text": st.sampled_from(("un", None))}))  # fmt: skip
def test_a_plain_span_is_what_it_is_with_an_empty_note(span: dict[str, Any]) -> None:
    assert read(span) == read(span | {"note": ""})


def test_a_plain_span_has_a_place_a_label_and_words() -> None:
    assert read({"start": 0, "end": 2, "label": "claim", "text": "un"}) == (RawSpan(((0, 2),), "claim", "un"),)
