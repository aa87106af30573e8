"""Files of one token a line, written: CoNLL-2003 and BIO, BIOES, BILUO with one span a token; CoNLL-U Plus with more.

See `conll` for the formats' own pages. CoNLL-U Plus has a column of BIO codes for each label, or for each depth of
nesting, and tells in MISC what white space there was (https://universaldependencies.org/u/overview/tokenization.html).
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from annotator.formats.chunks import Chunk, codes_of, in_code
from annotator.formats.plain_tokens import sentences, tokens
from annotator.formats.registry import Writing
from annotator.model.layer import Fragment, LabelledDocument, Span

_ESCAPES = str.maketrans({" ": "\\s", "\t": "\\t", "\r": "\\r", "\n": "\\n", "|": "\\p", "\\": "\\\\"})


def _write_plain(scheme: str, shape: str, labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for one in labelled:
            file.write(shape.format("-DOCSTART-", "O") + "\n\n")
            for row in _sentences(one):
                codes = codes_of(row.chunks(one.spans), len(row.tokens), scheme)
                file.writelines(
                    shape.format(one.text[slice(*token)], code) + "\n"
                    for token, code in zip(row.tokens, codes, strict=True)
                )
                file.write("\n")


write_conll2003 = partial(_write_plain, "bio", "{} -X- _ {}")
write_bio = partial(_write_plain, "bio", "{}\t{}")
write_bioes = partial(_write_plain, "bioes", "{}\t{}")
write_bilou = partial(_write_plain, "bilou", "{}\t{}")


class _Sentence:
    """A sentence's tokens, and how spans lie in them."""

    def __init__(self, held: list[Fragment]) -> None:
        self.tokens = held
        self._starts, self._ends = [start for start, _ in held], [end for _, end in held]

    def chunks(self, spans: Iterable[Span]) -> Iterator[Chunk]:
        """Yield the chunks of the spans that begin here."""
        for span in spans:
            first, last = bisect_left(self._starts, span.start), bisect_left(self._ends, span.end)
            if first < len(self._starts) and self._starts[first] == span.start:
                yield first, last, in_code(span.label)


def _sentences(labelled: LabelledDocument) -> Iterator[_Sentence]:
    return map(_Sentence, sentences(labelled, tokens(labelled)))


def write_by_label(labelled: Iterable[LabelledDocument], path: Path, how: Writing) -> None:
    """Write CoNLL-U Plus with a column for each label."""
    columns = {label.id: n for n, label in enumerate(how.scheme.labels)}

    def by_label(spans: Iterable[Span]) -> list[list[Span]]:
        spans = list(spans)
        for span in spans:
            columns.setdefault(span.label, len(columns))
        return [[span for span in spans if span.label == label] for label in columns]

    _write_plus(labelled, path, by_label, lambda n: f"LABEL:{in_code(list(columns)[n]) or n}")


def write_nested(labelled: Iterable[LabelledDocument], path: Path, _: Writing) -> None:
    """Write CoNLL-U Plus with a column for each depth of nesting; every span is in the first that is free there."""

    def by_depth(spans: Iterable[Span]) -> list[list[Span]]:
        depths: list[list[Span]] = []
        for span in sorted(spans, key=lambda s: (s.start, -s.end)):
            free = next((held for held in depths if held[-1].end <= span.start), None)
            if free is None:
                depths.append(free := [])
            free.append(span)
        return depths

    _write_plus(labelled, path, by_depth, lambda n: f"SPAN:{n + 1}")


def _write_plus(
    labelled: Iterable[LabelledDocument],
    path: Path,
    columns: Callable[[Iterable[Span]], list[list[Span]]],
    name: Callable[[int], str],
) -> None:
    """Write the rows first, and then again with as many columns as there turned out to be, under their names."""
    body, width = path.with_suffix(".rows"), 0
    try:
        with body.open("w", encoding="utf-8", newline="\n") as file:
            for number, one in enumerate(labelled, 1):
                held = columns(one.spans)
                width = max(width, len(held))
                file.write(f"# newdoc id = {number}\n")
                file.writelines(f"{line}\n" for line in _rows(one, held))
        names = ["ID", "FORM", "MISC", *map(name, range(width))]
        with body.open(encoding="utf-8", newline="\n") as rows, path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f"# global.columns = {' '.join(names)}\n")
            for line in rows:
                cells = line.count("\t") + 1
                missing = len(names) - cells if cells > 1 else 0
                file.write(line[:-1] + "\tO" * missing + "\n")
    finally:
        body.unlink(missing_ok=True)


def _rows(labelled: LabelledDocument, columns: list[list[Span]]) -> Iterator[str]:
    text, at, everything = labelled.text, 0, tokens(labelled)
    ends = [start for start, _ in everything[1:]] + [len(text)]
    before, number = text[: everything[0][0]], 0
    for row in _sentences(labelled):
        codes = [codes_of(row.chunks(held), len(row.tokens), "bio") for held in columns]
        for at, token in enumerate(row.tokens):
            misc = _misc(before, text[token[1] : ends[number]])
            cells = (str(at + 1), text[slice(*token)], misc, *(held[at] for held in codes))
            yield "\t".join(cells)
            before, number = "", number + 1
        yield ""


def _misc(before: str, after: str) -> str:
    said = [f"SpacesBefore={before.translate(_ESCAPES)}"] if before else []
    if not after:
        said.append("SpaceAfter=No")
    elif after != " ":
        said.append(f"SpacesAfter={after.translate(_ESCAPES)}")
    return "|".join(said) or "_"
