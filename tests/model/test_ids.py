"""Ids are the same everywhere, whichever way they are made; values that cross a pipe arrive as they were."""

import pickle
import uuid

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.document import Article, Document, Flag, RawSpan
from annotator.model.ids import DocumentId, derivation, derived_uuid
from tests.strategies import texts


@given(texts(), texts(), texts(), st.tuples(st.integers(), st.integers()))
def test_a_derivation_gives_the_ids_of_all_its_parts(one: str, owner: str, label: str, place: tuple[int, int]) -> None:
    assert derivation(one, owner)(label, (place,)) == derived_uuid(one, owner, label, (place,))


@given(st.lists(texts(), min_size=2, max_size=4))
def test_derived_ids_are_those_of_version_5(parts: list[str]) -> None:
    space = uuid.UUID("6c0f7a52-64a5-5c11-9f0a-3d5b1c0de0f1")
    assert derived_uuid(*parts) == str(uuid.uuid5(space, "\x1f".join(parts)))


def test_what_a_worker_finds_crosses_its_pipe_unchanged() -> None:
    plain = RawSpan(((0, 2),), "claim")
    full = RawSpan(((0, 2), (4, 5)), "claim", "un x", "7", "note", {"verdict": "true"}, "done", "line 3")
    last = RawSpan(((0, 2),), "claim", where="line 4")
    article = Article("un deux x", "news.jsonl", spans=(plain, full, last), tokens=((0, 2),))
    document = Document(DocumentId("d"), "0" * 64, 9, flags=(Flag("motto", 0, 2),))
    for value in (article, document):
        assert pickle.loads(pickle.dumps(value)) == value
    assert len(pickle.dumps(plain)) < len(pickle.dumps(last))
