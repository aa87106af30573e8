"""Studies for tests: by hand in a line, and any that hypothesis can think of."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from annotator.agreement.study import Sheet, Study, Unit, make_study

LABELS = ("claim", "attribution", "opinion")


def unit(start: int, end: int, label: str = "claim") -> Unit:
    """Return a span of one fragment."""
    return start, end, label, ()


def study_of(*documents: Mapping[str, Sequence[Unit]], length: int = 100, annotators: str = "") -> Study:
    """Return a study of these documents by annotator."""
    names = annotators or "".join(sorted({name for document in documents for name in document}))
    return make_study([Sheet(f"d{n}", length, layers) for n, layers in enumerate(documents)], tuple(names))


def layers(size: int = 6, labels: Sequence[str] = LABELS, length: int = 60) -> st.SearchStrategy[list[Unit]]:
    """Return layers with nested, overlapping and touching spans."""
    span = st.tuples(st.integers(0, length - 12), st.integers(1, 12), st.sampled_from(labels))
    return st.lists(span.map(lambda s: unit(s[0], s[0] + s[1], s[2])), max_size=size)


def documents(annotators: str, size: int = 6) -> st.SearchStrategy[dict[str, list[Unit]]]:
    """Return one document that all of these annotators have done."""
    return st.fixed_dictionaries({name: layers(size) for name in annotators})
