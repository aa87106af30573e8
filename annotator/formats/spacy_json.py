"""spaCy's older training data: tuples of a text and its entities, and the JSON of spaCy 2 with BILUO tags. Read only.

https://v2.spacy.io/api/annotation#json-input. The tuples' offsets are code points; spaCy 2's tokens have no white
space, so the text is made anew, one space between tokens and a line for each sentence.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from annotator.formats.chunks import spaced_text, spans_of
from annotator.formats.json_values import json_values
from annotator.formats.registry import Reading, Refusal
from annotator.formats.values import is_whole, text_of
from annotator.model.document import Article, RawSpan
from annotator.model.told import Sentence


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of each tuple or paragraph."""
    for found in json_values(path, encoding=how.encoding):
        if isinstance(found, Refusal):
            yield found
            continue
        line, value = found
        where = f"{path.name}, line {line}"
        if isinstance(value, dict):
            yield from _paragraphs(value, where, how)
        elif isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], dict):
            yield from _tuple(value[0], value[1], where, how)
        else:
            yield Refusal(where, Sentence("It is not a text with its entities."))


def _tuple(text: str, said: Mapping[str, Any], where: str, how: Reading) -> Iterator[Article | Refusal]:
    groups = said.get("spans")
    named = [said.get("entities"), *(groups.values() if isinstance(groups, dict) else ())]
    items = [item for group in named if isinstance(group, list) for item in group]
    good = [item for item in items if _placed(item)]
    spans = tuple(RawSpan(((item[0], item[1]),), text_of(item[2])) for item in good)
    yield Article(text=text, where=where, language=how.language, spans=spans)
    if len(good) < len(items):
        yield Refusal(where, Sentence("An entity is not [start, end, label]."))


def _placed(item: Any) -> bool:
    return isinstance(item, list) and len(item) >= 3 and is_whole(item[0]) and is_whole(item[1])


def _paragraphs(value: Mapping[str, Any], where: str, how: Reading) -> Iterator[Article | Refusal]:
    paragraphs = value.get("paragraphs")
    if not isinstance(paragraphs, list):
        yield Refusal(where, Sentence("It is not a text with its entities."))
        return
    sentences = [s for p in _dicts(paragraphs) for s in _dicts(p.get("sentences"))]
    rows = [[t for t in _dicts(s.get("tokens")) if text_of(t.get("orth")).strip()] for s in sentences]
    text, places = spaced_text([text_of(t.get("orth")) for t in row] for row in rows)
    spans = spans_of([[text_of(t.get("ner")) or "O" for t in row] for row in rows], places, text)
    tokens = tuple(place for row in places for place in row)
    yield Article(text=text, where=where, language=how.language, spans=tuple(spans), tokens=tokens)


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
