"""W3C Web Annotations, written: a page of annotations, each with quote and position selectors.

https://www.w3.org/TR/annotation-model/. Positions are code points of the imported text. The context is named and never
fetched.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from annotator.formats.lines_back import write_lines
from annotator.formats.registry import Writing
from annotator.model.layer import Fragment, LabelledDocument, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def write(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    """Write one annotation page, an annotation a line."""
    write_lines(path, _lines(labelled))


def _lines(labelled: Iterable[LabelledDocument]) -> Iterator[bytes]:
    yield f'{{"@context": "{CONTEXT}", "id": "urn:annotator:page", "type": "AnnotationPage", "items": ['.encode()
    comma = b""
    for one in labelled:
        for span in one.spans:
            yield comma + msgspec.json.encode(_annotation(one, span), order="sorted")
            comma = b","
    yield b"]}"


def _annotation(labelled: LabelledDocument, span: Span) -> dict[str, object]:
    said = [("tagging", span.label), *_said(span)]
    bodies = [{"type": "TextualBody", "purpose": purpose, "value": value} for purpose, value in said]
    targets = [_target(labelled, fragment) for fragment in span.fragments]
    return {
        "body": bodies,
        "creator": {"type": "Person", "name": labelled.annotator.name},
        "id": f"urn:uuid:{span.id}",
        "motivation": "classifying",
        "target": targets[0] if len(targets) == 1 else targets,
        "type": "Annotation",
    }


def _said(span: Span) -> Iterator[tuple[str, str]]:
    if span.note:
        yield "commenting", span.note
    for key, value in span.attributes.items():
        for one in (value,) if isinstance(value, str) else value:
            yield "describing", f"{key}={one}"


def _target(labelled: LabelledDocument, fragment: Fragment) -> dict[str, object]:
    text, (start, end) = labelled.text, fragment
    around = {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    return {
        "selector": [
            {"type": "TextQuoteSelector", "exact": text[start:end]} | around,
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
        "source": labelled.document.url or f"urn:sha256:{labelled.document.sha256}",
    }
