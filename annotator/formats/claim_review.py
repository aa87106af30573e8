"""ClaimReview, written: one for each claim that was checked, with what it was checked against.

https://schema.org/ClaimReview and https://developers.google.com/search/docs/appearance/structured-data/factcheck. A
claim was checked when its span says a verdict or who verified it.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from annotator.formats.lines_back import write_lines
from annotator.formats.registry import Writing
from annotator.model.layer import LabelledDocument, Span, Value


def write(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    """Write one graph, a review a line."""
    write_lines(path, _lines(labelled))


def _lines(labelled: Iterable[LabelledDocument]) -> Iterator[bytes]:
    yield b'{"@context": "https://schema.org", "@graph": ['
    comma = b""
    for one in labelled:
        for span in one.spans:
            yield comma + msgspec.json.encode(_review(one, span), order="sorted")
            comma = b","
    yield b"]}"


def _review(labelled: LabelledDocument, span: Span) -> dict[str, object]:
    document, said = labelled.document, span.attributes
    pieces: dict[str, Mapping[str, Value]] = {piece.id: piece.record for piece in labelled.evidence}
    used = [pieces[k.target] for k in labelled.links if k.source == span.id and k.target in pieces]
    appearance = {"@type": "NewsArticle", "headline": document.title, "datePublished": document.published}
    claim = {"@type": "Claim", "appearance": _full(appearance | {"url": document.url}), "text": span.text}
    rating = {"@type": "Rating", "alternateName": _first(said, "verdict") or "verified"}
    return _full(
        {
            "@id": f"urn:uuid:{span.id}",
            "@type": "ClaimReview",
            "author": {"@type": "Person", "name": _first(said, "verifier") or labelled.annotator.name},
            "citation": [url for record in used if (url := _first(record, "url"))],
            "claimReviewed": _first(said, "claim_text") or span.text,
            "datePublished": _first(said, "verified_on"),
            "itemReviewed": claim,
            "reviewBody": span.note,
            "reviewRating": rating,
        }
    )


def _first(values: Mapping[str, Value], key: str) -> str:
    held = values.get(key, "")
    return held if isinstance(held, str) else next(iter(held), "")


def _full(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value not in ("", [])}
