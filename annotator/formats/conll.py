"""Files of one token a line, read: CoNLL-2003, BIO, IOB, BIOES and BILUO in the last column; CoNLL-U Plus.

https://www.clips.uantwerpen.be/conll2003/ner/ and https://universaldependencies.org/ext-format.html. Without
CoNLL-U's SpaceAfter the text is made anew, one space between tokens and a line for each sentence. ``-DOCSTART-`` and
``# newdoc`` begin a document; a file without them is one.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from annotator.formats.chunks import CODE, spaced_text, spans_of
from annotator.formats.decoding import DecodingError, decode
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article, RawSpan
from annotator.model.told import sentence

STANDARD = ("ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC")
_UNESCAPED = {"\\s": " ", "\\t": "\t", "\\r": "\r", "\\n": "\n", "\\p": "|", "\\\\": "\\"}
_HEAD = 200
_ESCAPE = re.compile(r"\\[strnp\\]")


@dataclass(slots=True)
class _Row:
    """A token: its form, its codes by column, and the white space before and after it where the file tells."""

    form: str
    codes: list[str]
    before: str = ""
    after: str = " "


@dataclass(slots=True)
class _Document:
    """A document as its lines come in."""

    line: int = 1
    annotator: str = ""
    sentences: list[list[_Row]] = field(default_factory=lambda: [[]])
    refusals: list[Refusal] = field(default_factory=list)

    def end_sentence(self) -> None:
        if self.sentences[-1]:
            self.sentences.append([])


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield each document of a file, and a refusal for each line that has no code."""
    try:
        lines = _lines(path, how.encoding)
        head = list(islice(lines, _HEAD))
    except DecodingError as error:
        yield Refusal(path.name, error.sentence)
        return
    columns = _columns(head)
    lines = chain(head, lines)
    for document in _plus(lines, columns, path.name) if columns else _plain(lines, path.name):
        if any(document.sentences):
            yield _article(document, path.name, how, exact=bool(columns))
        yield from document.refusals


def _lines(path: Path, encoding: str) -> Iterator[str]:
    """Return the lines of a file, one at a time where it is UTF-8, which is seen by reading it once."""
    decoder = getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(1 << 20):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            encoding = encoding or "?"
    if encoding.lower() not in ("", "utf-8"):
        text = decode(path.read_bytes(), encoding=encoding.removeprefix("?")).text
        return (line.removesuffix("\r") for line in text.split("\n"))
    return _utf8_lines(path)


def _utf8_lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for line in file:
            yield line.removesuffix("\n").removesuffix("\r")


def _columns(lines: list[str]) -> list[str]:
    """Return the names of the columns of a CoNLL-U Plus or CoNLL-U file; none for the others."""
    first = lines[0] if lines else ""
    head = first.removeprefix("# global.columns =")
    if head != first:
        return head.split()
    first = next((line for line in lines if line and not line.startswith("#")), "")
    return list(STANDARD) if len(first.split("\t")) == 10 and first[:1].isdigit() else []


def _plain(lines: Iterable[str], name: str) -> Iterator[_Document]:
    document = _Document()
    for number, line in enumerate(lines, 1):
        if line.startswith("-DOCSTART-"):
            yield document
            document = _Document(number)
        elif not line.strip():
            document.end_sentence()
        elif "|" in line and (rows := _in_one_line(line)):
            document.sentences[-1] += rows
            document.end_sentence()
        else:
            cells = line.split("\t") if "\t" in line else line.split(" ")
            if len(cells) < 2 or not cells[0] or not CODE.fullmatch(cells[-1].rstrip(" ")):
                why = sentence("It has no token with a code of a span: “{line}”", line=line[:60])
                document.refusals.append(Refusal(f"{name}, line {number}", why))
                continue
            document.sentences[-1].append(_Row(cells[0], [cells[-1].rstrip(" ")]))
    yield document


def _in_one_line(line: str) -> list[_Row]:
    """Return the tokens of a sentence in one line, ``word|CODE`` or ``word|POS|CODE``; none when it is no such line."""
    pieces = [piece.split("|") for piece in line.split()]
    good = all(len(cells) > 1 and CODE.fullmatch(cells[-1]) for cells in pieces)
    return [_Row(cells[0] or "|", [cells[-1]]) for cells in pieces] if good else []


def _plus(lines: Iterable[str], columns: list[str], name: str) -> Iterator[_Document]:
    document, whole = _Document(), range(0)
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            if key.strip().startswith("newdoc"):
                yield document
                document = _Document(number)
            elif key.strip() == "annotator":
                document.annotator = value.removeprefix(" ")
            continue
        if not line.strip():
            document.end_sentence()
            whole = range(0)
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            why = sentence("It has {there} columns, not {count}.", there=len(cells), count=len(columns))
            document.refusals.append(Refusal(f"{name}, line {number}", why))
            continue
        row = _plus_row(dict(zip(_distinct(columns), cells, strict=True)))
        id_ = cells[columns.index("ID")] if "ID" in columns else ""
        first, _, last = id_.partition("-")
        if first.isdecimal() and last.isdecimal():
            whole = range(int(first), int(last) + 1)
        elif first.isdecimal() and int(first) in whole:
            if int(first) == whole.start:
                document.sentences[-1][-1].codes = row.codes
            continue
        elif "." in id_:
            continue
        document.sentences[-1].append(row)
    yield document


def _distinct(columns: list[str]) -> list[str]:
    return [f"{name}\0{n}" if name not in STANDARD else name for n, name in enumerate(columns)]


def _plus_row(cells: dict[str, str]) -> _Row:
    said = dict(item.partition("=")[::2] for item in cells.get("MISC", "_").split("|"))
    after = _unescaped(said["SpacesAfter"]) if "SpacesAfter" in said else "" if said.get("SpaceAfter") == "No" else " "
    codes = [value for key, value in cells.items() if key not in STANDARD]
    return _Row(cells.get("FORM", ""), codes, _unescaped(said.get("SpacesBefore", "")), after)


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(lambda found: _UNESCAPED[found.group()], value)


def _article(document: _Document, name: str, how: Reading, *, exact: bool) -> Article:
    sentences = [rows for rows in document.sentences if rows]
    if exact:
        text, places = _exact_text(sentences)
    else:
        text, places = spaced_text([row.form for row in rows] for rows in sentences)
    width = max(len(row.codes) for rows in sentences for row in rows)
    spans: list[RawSpan] = []
    for column in range(width):
        codes = [[row.codes[column] for row in rows] for rows in sentences]
        if all(CODE.fullmatch(code) or code == "_" for held in codes for code in held):
            spans += spans_of(codes, places, text)
    return Article(
        text=text,
        where=f"{name}, line {document.line}",
        language=how.language,
        annotator=document.annotator,
        spans=tuple(sorted(spans, key=lambda s: s.fragments)),
        tokens=tuple(place for held in places for place in held),
    )


def _exact_text(sentences: list[list[_Row]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Return the text as the file tells its white space; one space after the last token means nothing."""
    pieces: list[str] = []
    places: list[list[tuple[int, int]]] = []
    at = 0
    for rows in sentences:
        places.append([])
        for row in rows:
            at += len(row.before)
            places[-1].append((at, at + len(row.form)))
            at += len(row.form) + len(row.after)
            pieces += [row.before, row.form, row.after]
    return "".join(pieces).removesuffix(" "), places
