"""What the journal hashes is the canonical JSON of its edits, whichever way it was made."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.edits import Edit
from annotator.model.ids import LayerId, SpanId
from annotator.model.layer import Span
from annotator.store.codec import canonical, pack_edits, unpack_edits
from tests.strategies import texts

VALUES = st.dictionaries(texts(), texts() | st.lists(texts(), max_size=3).map(tuple), max_size=3)
FRAGMENTS = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=3).map(tuple)
SPANS = st.builds(
    Span,
    texts().map(SpanId),
    texts().map(LayerId),
    texts(),
    FRAGMENTS,
    st.lists(texts(), min_size=1, max_size=3).map(tuple),
    VALUES,
    texts(min_size=0),
)


@given(st.lists(SPANS, max_size=4))
def test_new_spans_are_packed_as_canonical_json_without_what_is_as_usual(spans: list[Span]) -> None:
    kept = ("id", "layer_id", "label", "fragments", "words", "attributes", "note")
    plain = [
        {"after": {name: value for name in kept if (value := getattr(span, name))}, "kind": "span"} for span in spans
    ]
    packed = pack_edits([Edit(None, span) for span in spans])
    assert packed == canonical(plain)
    assert unpack_edits(packed) == tuple(Edit(None, span) for span in spans)
