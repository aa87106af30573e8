"""A dossier to print: each article with its spans marked in the text, and below it what is said of each one. HTML.

Nothing in it is markup that comes from a text, a name or a note. The window makes a PDF of it with its own printer.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import pairwise
from pathlib import Path

from annotator.formats.lines_back import write_lines
from annotator.formats.registry import Writing
from annotator.model.layer import LabelledDocument, Span, Status, Value
from annotator.model.scheme import Label, Scheme, name_in

_STYLE = """body{font:11pt/1.5 serif;max-width:46em;margin:2em auto;color:#111}article{page-break-after:always}
h1{font-size:1.4em}p.about{color:#555}div.text{white-space:pre-wrap}mark{background:none;border-bottom:2px solid #555}
mark sup{font-size:.65em;color:#333}table{border-collapse:collapse;width:100%;font-size:.9em}
td,th{border-top:1px solid #bbb;padding:.3em;text-align:left;vertical-align:top}"""

_HEADS = {"en": ("No.", "Label", "Words", "Details"), "fr": ("N°", "Étiquette", "Passage", "Précisions")}
_STATUSES: dict[str, dict[Status, str]] = {
    "en": {"new": "new", "in_progress": "in progress", "done": "done", "flagged": "flagged"},
    "fr": {"new": "nouveau", "in_progress": "en cours", "done": "terminé", "flagged": "signalé"},
}


def write(labelled: Iterable[LabelledDocument], path: Path, how: Writing) -> None:
    """Write one page, an article for each layer."""
    write_lines(path, (line.encode() for line in _page(labelled, how.scheme)))


def _page(labelled: Iterable[LabelledDocument], scheme: Scheme) -> Iterator[str]:
    yield '<!DOCTYPE html><html><head><meta charset="utf-8">'
    yield """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">"""
    colors = "".join(f".l{n}{{border-color:{escape(label.color)}!important}}" for n, label in enumerate(scheme.labels))
    yield f"<title>Annotator</title><style>{_STYLE} {colors}</style></head><body>".replace("\n", " ")
    for one in labelled:
        yield from _article(one, scheme)
    yield "</body></html>"


def _article(labelled: LabelledDocument, scheme: Scheme) -> Iterator[str]:
    document = labelled.document
    tongue = document.language if document.language in _HEADS else "en"
    status = _STATUSES[tongue][labelled.layer.status]
    about = (document.source, document.published, document.url, labelled.annotator.name, status)
    yield f'<article lang="{escape(document.language)}"><h1>{_line(document.title or document.id)}</h1>'
    yield f'<p class="about">{_line(" · ".join(filter(None, about)))}</p>'
    yield from f'<div class="text">{_marked(labelled, scheme)}</div>'.split("\n")
    yield f"<table><tr>{''.join(f'<th>{head}</th>' for head in _HEADS[tongue])}</tr>"
    numbers = {span.id: n for n, span in enumerate(labelled.spans, 1)}
    ends: dict[str, str] = {entity.id: entity.words for entity in labelled.entities}
    ends |= {piece.id: _values(piece.record) for piece in labelled.evidence}
    ends |= {id_: str(number) for id_, number in numbers.items()}
    for span in labelled.spans:
        label = scheme.label(span.label)
        name = name_in(label.name, document.language) if label else span.label
        links = [f"{k.type} → {ends.get(k.target, k.target)}" for k in labelled.links if k.source == span.id]
        said = "; ".join(filter(None, (_named(span, label, document.language), span.note, *links)))
        cells = (str(numbers[span.id]), name, span.text, said)
        yield "<tr>" + "".join(f"<td>{_line(cell)}</td>" for cell in cells) + "</tr>"
    yield "</table></article>"


def _marked(labelled: LabelledDocument, scheme: Scheme) -> str:
    """Return the text with each stretch marked once, numbered with the spans that begin there."""
    text, classes = labelled.text, {label.id: f"l{n}" for n, label in enumerate(scheme.labels)}
    pieces = [(start, end, n, span.label) for n, span in enumerate(labelled.spans, 1) for start, end in span.fragments]
    borders = sorted({0, len(text), *(border for start, end, _, _ in pieces for border in (start, end))})
    made = []
    for start, end in pairwise(borders):
        over = [piece for piece in pieces if piece[0] <= start and end <= piece[1]]
        words = escape(text[start:end])
        begin = "".join(f"<sup>{n}</sup>" for first, _, n, _ in over if first == start)
        made.append(f'<mark class="{classes.get(over[-1][3], "")}">{begin}{words}</mark>' if over else words)
    return "".join(made)


def _values(values: Mapping[str, Value], colon: str = ": ") -> str:
    return ", ".join(f"{key}{colon}{v if isinstance(v, str) else ' | '.join(v)}" for key, v in values.items() if v)


def _named(span: Span, label: Label | None, language: str) -> str:
    """Return what is said of a span by its attributes, by the names that the scheme has for them."""
    known = {key: label.attribute(key) if label else None for key in span.attributes}
    values: dict[str, Value] = {}
    for key, held in span.attributes.items():
        attribute = known[key]
        names = {choice.value: name_in(choice.name, language) for choice in attribute.values} if attribute else {}
        chosen = (held,) if isinstance(held, str) else held
        values[name_in(attribute.name, language) if attribute else key] = tuple(names.get(v, v) for v in chosen)
    return _values(values, " : " if language == "fr" else ": ")


def _line(text: str) -> str:
    return escape(" ".join(text.split()))
