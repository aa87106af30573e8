"""WebAnno TSV 3, read: spans (stacked, of parts of tokens, over sentences), slots, chains and relations.

https://inception-project.github.io/releases/latest/docs/user-guide.html#sect_formats_webannotsv3. Offsets are UTF-16
units. The file has the text of sentences only: what lies between two of them becomes line ends. A span's label is the
value of its layer's feature ``value``, else of the first that has one, else the layer's name; other features are
attributes. A relation goes from the base it names (the governor) to the token whose row it is in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from annotator.formats.decoding import DecodingError, decode
from annotator.formats.offsets import OffsetError, Offsets
from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article, RawLink, RawSpan
from annotator.model.told import Sentence, Told, sentence

_ID = re.compile(r"(?<!\\)\[(\d+(?:_\d+)?)\]$")
_ESCAPE = re.compile(r"\\(->|.)", re.DOTALL)
_SIGNS = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_ROW = re.compile(r"(\d+-\d+(?:\.\d+)?)\t(\d{1,9})-(\d{1,9})\t")


class TsvError(Told):
    """A file that is no WebAnno TSV 3."""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer of the head: SP, CH or RL, its type, and its features in order of their columns."""

    kind: str
    type: str
    features: tuple[str, ...]

    @property
    def width(self) -> int:
        return max(1, len(self.features))

    @property
    def name(self) -> str:
        return self.type.rpartition(".")[2]


@dataclass(slots=True)
class _Made:
    """A span as its rows come in: where it lies in UTF-16 units, the words of its only row, what its columns say."""

    id: str
    layer: int
    line: int
    start: int
    end: int
    words: str | None
    values: list[str]


@dataclass(slots=True)
class _File:
    """What the rows of a file have said."""

    layers: list[_Layer] = field(default_factory=list)
    pieces: list[tuple[int, str]] = field(default_factory=list)
    tokens: list[tuple[int, int]] = field(default_factory=list)
    made: dict[tuple[object, ...], _Made] = field(default_factory=dict)
    at: dict[tuple[int, str], list[_Made]] = field(default_factory=dict)
    cells: list[tuple[int, int, str, list[str]]] = field(default_factory=list)
    refusals: list[tuple[int, Sentence]] = field(default_factory=list)


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of a file, and a refusal for each thing in it that is wrong."""
    yield from of_bytes(path.read_bytes(), path.name, how)


def of_bytes(data: bytes, where: str, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the same of what a file holds, wherever it lies."""
    try:
        text = decode(data, encoding=how.encoding).text
        file = _parsed(text.replace("\r\n", "\n").split("\n"))
    except (DecodingError, TsvError) as error:
        yield Refusal(where, error.sentence)
        return
    whole = _text(file)
    offsets = Offsets(whole, "utf16")
    spans = [span for made in file.made.values() if (span := _span(made, file, offsets, where))]
    links = [*_chains(file), *_slots(file), *_relations(file)]
    there = {span.id for span in spans}
    yield Article(
        text=whole,
        where=where,
        language=how.language,
        spans=tuple(spans),
        links=tuple(link for link in links if {link.source, link.target} <= there),
        tokens=tuple(_codepoints(offsets, *token) or (0, 0) for token in file.tokens),
    )
    for line, why in file.refusals:
        yield Refusal(f"{where}, line {line}", why)


def _parsed(lines: list[str]) -> _File:
    if not lines[0].startswith("#FORMAT=WebAnno TSV 3"):
        raise TsvError("It is not WebAnno TSV 3; versions 1 and 2 are not read: export it again as version 3.")
    file = _File()
    sentence_text: list[str] = []
    for number, line in enumerate(lines, 1):
        row = _ROW.match(line)
        if line.startswith("#T_"):
            type_, *features = line[6:].split("|")
            file.layers.append(_Layer(line[3:5], type_, tuple(feature for feature in features if feature)))
        elif line.startswith("#Text="):
            sentence_text.append(_unescaped(line[6:]))
        elif row:
            unit, start, end = row[1], int(row[2]), int(row[3])
            if sentence_text:
                file.pieces.append((_begin(start, "\n".join(sentence_text), line), "\n".join(sentence_text)))
                sentence_text = []
            _take_row(file, number, unit, start, end, line.split("\t")[2:])
        elif line.strip() and not line.startswith("#"):
            file.refusals.append((number, sentence("It is no row of WebAnno TSV: “{line}”", line=line[:60])))
    return file


def _begin(start: int, text: str, line: str) -> int:
    """Return where a sentence begins, in UTF-16 units: as far before its first token as it does in its text."""
    word = _unescaped(line.split("\t")[2])
    return start - len(text[: max(0, text.find(word))].encode("utf-16-le")) // 2


def _take_row(file: _File, number: int, unit: str, start: int, end: int, cells: list[str]) -> None:
    words, cells = _unescaped(cells[0]), cells[1:]
    if "." not in unit:
        file.tokens.append((start, end))
    column = 0
    for index, layer in enumerate(file.layers):
        own = cells[column : column + layer.width]
        column += layer.width
        if len(own) < layer.width or all(cell in ("", "_") for cell in own):
            continue
        file.cells.append((number, index, unit, own))
        if layer.kind == "RL":
            continue
        stacks = [_split(cell, "|") for cell in own]
        for n in range(max(map(len, stacks))):
            values = [stack[n] if n < len(stack) else "_" for stack in stacks]
            _take_value(file, index, number, (unit, n), (start, end, words), values)


def _take_value(
    file: _File, index: int, number: int, place: tuple[str, int], held: tuple[int, int, str], values: list[str]
) -> None:
    start, end, words = held
    layer = file.layers[index]
    own = [n for n in range(len(values)) if n == 0 or not layer.features[n - 1].startswith("ROLE_")]
    ids = [found[1] for n in own if (found := _ID.search(values[n]))]
    chain = values[0].rpartition("->")[2] if layer.kind == "CH" else ""
    key: tuple[object, ...] = (index, chain) if chain else (index, ids[0]) if ids else (index, *place)
    made = file.made.get(key)
    if made is None:
        id_ = f"{index}:{chain or (ids[0] if ids else '-'.join(map(str, place)))}"
        kept = [_ID.sub("", value) if n in own else value for n, value in enumerate(values)]
        made = file.made[key] = _Made(id_, index, number, start, end, words, kept)
    else:
        made.start, made.end, made.words = min(made.start, start), max(made.end, end), None
    file.at.setdefault((index, place[0]), []).append(made)


def _text(file: _File) -> str:
    """Return the text: sentences at their places, line ends between them, spaces before the first."""
    text, length = "", 0
    for start, piece in file.pieces:
        gap = max(0, start - length)
        text += ("\n" if text else " ") * gap + piece
        length += gap + len(piece.encode("utf-16-le", "surrogatepass")) // 2
    last = max((end for _, end in file.tokens), default=0)
    return text + " " * max(0, last - length)


def _span(made: _Made, file: _File, offsets: Offsets, name: str) -> RawSpan | None:
    layer = file.layers[made.layer]
    where = f"{name}, line {made.line}"
    place = _codepoints(offsets, made.start, made.end)
    if place is None:
        file.refusals.append((made.line, Sentence("Its offsets lie inside a character, or outside the text.")))
        return None
    said = {key: _unescaped(value) for key, value in zip(layer.features, made.values, strict=False) if _is_value(value)}
    said = {key: value for key, value in said.items() if not key.startswith("ROLE_") and "." not in key}
    if layer.kind == "CH":
        said = {"referenceType": said["referenceType"]} if "referenceType" in said else {}
    label_key = "value" if "value" in said else next(iter(said), "")
    label = said.pop(label_key, layer.name)
    return RawSpan((place,), label, made.words, made.id, attributes={"layer": layer.name, **said}, where=where)


def _codepoints(offsets: Offsets, start: int, end: int) -> tuple[int, int] | None:
    try:
        return offsets.codepoint(start), offsets.codepoint(end)
    except OffsetError:
        return None


def _chains(file: _File) -> Iterator[RawLink]:
    """Yield a link from each element of a chain to the next."""
    chains: dict[tuple[int, str], list[tuple[int, _Made]]] = {}
    for made in file.made.values():
        if file.layers[made.layer].kind == "CH":
            chain, _, element = made.values[0].rpartition("->")[2].partition("-")
            chains.setdefault((made.layer, chain), []).append((int(element) if element.isdecimal() else 0, made))
    for (index, _), elements in chains.items():
        ordered = [made for _, made in sorted(elements, key=lambda pair: pair[0])]
        for one, other in pairwise(ordered):
            said = _unescaped(one.values[0].rpartition("->")[0])
            yield RawLink(file.layers[index].name if said in ("*", "") else said, one.id, other.id)


def _slots(file: _File) -> Iterator[RawLink]:
    """Yield a link from each host to what fills its slots, under the role."""
    for made in file.made.values():
        layer = file.layers[made.layer]
        for n, feature in enumerate(layer.features):
            if not feature.startswith("ROLE_") or n + 1 >= len(made.values):
                continue
            slot, target_type = feature.partition(":")[2].partition("_")[0], layer.features[n + 1]
            roles, targets = _split(made.values[n], ";"), _split(made.values[n + 1], ";")
            for role, target in zip(roles, targets, strict=False):
                found = _ID.search(target)
                filler = _at(file, target_type, _ID.sub("", target), found[1] if found else "", made)
                if filler and _is_filled(target):
                    yield RawLink(_unescaped(role) if _is_value(role) else slot, made.id, filler.id)


def _relations(file: _File) -> Iterator[RawLink]:
    for number, index, unit, cells in file.cells:
        layer = file.layers[index]
        if layer.kind != "RL":
            continue
        base = layer.features[-1].removeprefix("BT_")
        stacks = [_split(cell, "|") for cell in cells]
        for n, end in enumerate(stacks[-1]):
            found = _ID.search(end)
            source_id, _, target_id = (found[1] if found else "0").partition("_")
            source = _at(file, base, _ID.sub("", end), source_id)
            target = _at(file, base, unit, target_id or "0")
            if source is None or target is None:
                file.refusals.append((number, sentence("It speaks of {id}, which is not there.", id=end)))
                continue
            held = [stack[n] if n < len(stack) else "_" for stack in stacks[:-1]]
            pairs = zip(layer.features, held, strict=False)
            said = {key: _unescaped(_ID.sub("", value)) for key, value in pairs if _is_value(_ID.sub("", value))}
            label_key = "value" if "value" in said else next(iter(said), "")
            yield RawLink(said.pop(label_key, layer.name), source.id, target.id, "", dict(said))


def _at(file: _File, type_: str, unit: str, id_: str, host: _Made | None = None) -> _Made | None:
    """Return the span of a layer at a unit: the one with the id where several are stacked; of any layer at last."""
    named = [n for n, layer in enumerate(file.layers) if layer.type == type_ and layer.kind == "SP"]
    for index in [*named, *(n for n in range(len(file.layers)) if n not in named)]:
        held = [made for made in file.at.get((index, unit), []) if made is not host]
        if id_ not in ("", "0"):
            held = [made for made in held if made.id == f"{index}:{id_}"]
        if held:
            return held[0]
    return None


def _is_filled(value: str) -> bool:
    return value not in ("_", "")


def _is_value(value: str) -> bool:
    return value not in ("_", "*", "")


def _split(text: str, sign: str) -> list[str]:
    """Return the pieces between signs that no backslash escapes."""
    pieces, piece = [""], 0
    for found in re.finditer(r"\\.|[^\\]|\\$", text, re.DOTALL):
        if found.group() == sign:
            pieces.append("")
            piece += 1
        else:
            pieces[piece] += found.group()
    return pieces


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _SIGNS.get(found[1], found[1]), text)
