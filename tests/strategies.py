"""Hypothesis strategies: any text a person can have, and lines of JSON Lines with every kind of thing in them."""

from typing import Any

from hypothesis import strategies as st

HARD = (
    "é",
    "e\u0301",
    "🙂",
    "👩‍👩‍👧",
    "שלום",
    "\u202e",
    "\u2028",
    "\u2029",
    "\u00a0",
    "\0",
    "\r\n",
    "\r",
    "\n",
    " ",
    "(",
    "<b>",
    "\ufdd0",
)


def texts(*, min_size: int = 1, max_size: int = 40) -> st.SearchStrategy[str]:
    """Return texts without lone surrogates, rich in what breaks offsets."""
    any_character = st.characters(exclude_categories=["Cs"])
    return st.lists(st.sampled_from(HARD) | any_character, min_size=min_size, max_size=max_size).map("".join)


@st.composite
def lines(draw: st.DrawFn, labels: tuple[str, ...]) -> dict[str, Any]:
    """Return a line with nested, overlapping and split spans, entities of all statuses, links and evidence."""
    text = draw(
        texts().map(lambda raw: "a" + raw.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "") + "z")
    )
    size = len(text)
    spans = [_span(draw, text, n, labels) for n in range(draw(st.integers(0, 5)))]
    line: dict[str, Any] = {
        "annotator": draw(st.sampled_from(("anna", "ben", "Zoé"))),
        "entities": [_entity(draw, size) for _ in range(draw(st.integers(0, 4)))],
        "evidence": [{"id": _uuid(900), "record": {"url": "x", "quote": draw(texts())}}],
        "language": draw(st.sampled_from(("fr", "en"))),
        "links": [],
        "meta": {"title": "T", "desk": draw(texts())},
        "seconds": draw(st.integers(0, 9999)),
        "spans": spans,
        "status": draw(st.sampled_from(("in_progress", "done"))),
        "text": text,
    }
    if spans:
        line["links"] = [{"id": _uuid(901), "source": spans[0]["id"], "target": _uuid(900), "type": "evidence"}]
    return line


def _span(draw: st.DrawFn, text: str, number: int, labels: tuple[str, ...]) -> dict[str, Any]:
    borders = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=4)))
    fragments = [[a, b] for a, b in zip(borders[::2], borders[1::2], strict=False)]
    return {
        "attributes": {"x": draw(texts())},
        "end": fragments[-1][1],
        "fragments": fragments,
        "id": _uuid(number),
        "label": draw(st.sampled_from(labels)),
        "note": draw(texts(min_size=0)),
        "start": fragments[0][0],
        "text": " ".join(text[a:b] for a, b in fragments),
    }


def _entity(draw: st.DrawFn, size: int) -> dict[str, Any]:
    start = draw(st.integers(0, size - 1))
    status = draw(st.sampled_from(("auto", "confirmed", "rejected", "added")))
    label = draw(st.sampled_from(("PER", "ORG", "LOC")))
    return {"start": start, "end": draw(st.integers(start + 1, size)), "label": label, "status": status}


def _uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"
