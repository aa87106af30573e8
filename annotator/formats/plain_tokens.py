"""The tokens of a layer as formats of one token a line have them: every sign in one, none with white space inside."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from annotator.model.layer import Fragment, LabelledDocument, words_of
from annotator.model.segments import Segmentation

_WORD = re.compile(r"\S+")


def cut_finely(labelled: LabelledDocument) -> Segmentation:
    """Return the sentences of a layer with these tokens."""
    found = tokens(labelled)
    starts, ends = array("I", (start for start, _ in found)), array("I", (end for _, end in found))
    return replace(labelled.segmentation, starts=starts, ends=ends)


def tokens(labelled: LabelledDocument) -> list[Fragment]:
    """Return the tokens, those with white space in them cut there, and whatever lies between two as tokens too."""
    text, cut, found, at = labelled.text, labelled.segmentation, list[Fragment](), 0
    for start, end in [*zip(cut.starts, cut.ends, strict=True), (len(text), len(text))]:
        for piece in ((at, start), (start, end)):
            found += [match.span() for match in _WORD.finditer(text, *piece)]
        at = end
    return found


def sentences(labelled: LabelledDocument, found: list[Fragment]) -> Iterator[list[Fragment]]:
    """Yield the tokens of each sentence; no sentence ends inside a span, or the span would be cut in two."""
    borders = {bisect_left(found, (start, start)) for start in labelled.segmentation.sentence_starts}
    for span in labelled.spans:
        first, last = (bisect_left(found, (offset, offset)) for offset in (span.start, span.end))
        borders -= set(range(first + 1, last))
    ordered = sorted(borders - {0, len(found)})
    for start, end in zip([0, *ordered], [*ordered, len(found)], strict=True):
        yield found[start:end]


def spaced(labelled: LabelledDocument) -> LabelledDocument:
    """Return the layer on a text of its tokens with one space between them, a line for each sentence.

    Spans and entities lie on tokens already.
    """
    moved: dict[int, int] = {}
    lines: list[str] = []
    starts, ends, firsts, lasts = array("I"), array("I"), array("I"), array("I")
    at = 0
    for sentence in sentences(labelled, tokens(labelled)):
        words = [labelled.text[start:end] for start, end in sentence]
        firsts.append(at)
        for (start, end), word in zip(sentence, words, strict=True):
            moved |= {start: at, ~end: at + len(word)}
            starts.append(at)
            ends.append(at + len(word))
            at += len(word) + 1
        lasts.append(at - 1)
        lines.append(" ".join(words))
    text = "\n".join(lines)
    cut = Segmentation(labelled.segmentation.tokenizer, starts, ends, firsts, lasts)
    spans = []
    for span in labelled.spans:
        fragments = tuple((moved[start], moved[~end]) for start, end in span.fragments)
        spans.append(replace(span, fragments=fragments, words=words_of(text, fragments)))
    document = replace(labelled.document, length=len(text))
    return replace(labelled, document=document, text=text, segmentation=cut, spans=tuple(spans))
