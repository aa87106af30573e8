"""brat's standoff folders, read: each .ann with the .txt beside it, a layer of the annotator whose folder it is in.

https://brat.nlplab.org/standoff.html. Offsets are code points. A line end of two characters counts one, unless the
words say otherwise. Events become links by role from their trigger, with the event's id as an attribute; an
equivalence becomes links from its first member; references and unknown kinds of notes become attributes.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from annotator.formats.brat_names import annotator_of, label_of
from annotator.formats.brat_standoff import (
    Equivalence,
    Event,
    Record,
    Relation,
    Said,
    StandoffError,
    Stretch,
    like_none,
    records,
)
from annotator.formats.decoding import DecodingError, decode
from annotator.formats.registry import Reading, Refusal
from annotator.formats.values import attributes_of
from annotator.model.document import Article, RawLink, RawSpan
from annotator.model.layer import Value
from annotator.model.snapping import joined
from annotator.model.told import Sentence, sentence

NOTES, ATTRIBUTES = "AnnotatorNotes", "attributes"
_PLAIN = str.maketrans("\n\r\t", "   ")


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the article of a .ann file, or of every one in a folder, and a refusal for each line that is wrong."""
    for ann in sorted(path.rglob("*.ann")) if path.is_dir() else (path,):
        yield from _read_one(ann, how)


def _read_one(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    beside = path.with_suffix(".txt")
    if not beside.is_file():
        yield Refusal(path.name, sentence("Its text, {file}, is not beside it.", file=beside.name))
        return
    data = beside.read_bytes()
    try:
        decoded = decode(data, encoding=how.encoding)
        found = list(records(decode(path.read_bytes(), encoding=how.encoding).text))
    except DecodingError as error:
        yield Refusal(path.name, error.sentence)
        return
    text = _text(decoded.text, found)
    layer = _Layer(path.name, text)
    for record in found:
        if isinstance(record, tuple):
            layer.refusals.append(Refusal(f"{path.name}, line {record[0]}", record[1].sentence))
        else:
            layer.take(record)
    layer.finish()
    yield Article(
        text=text,
        where=path.name,
        language=how.language,
        encoding=decoded.encoding,
        original_sha256=hashlib.sha256(data).hexdigest(),
        annotator=_annotator(path),
        spans=tuple(layer.spans.values()),
        links=tuple(layer.links),
    )
    yield from layer.refusals


def _text(raw: str, found: Sequence[Record | tuple[int, StandoffError]]) -> str:
    """Return the text with line ends of one character, or as it is when the words fit that better."""
    plain = raw.replace("\r\n", "\n")
    if plain == raw:
        return raw
    stretches = [record for record in found if isinstance(record, Stretch)]
    fits = [sum(_fit(s.words, text, s.fragments) for s in stretches) for text in (plain, raw)]
    return plain if fits[0] >= fits[1] else raw


def _fit(words: str | None, text: str, fragments: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether these words are those of the text, line ends and tabs written as spaces and line ends at the end."""
    if words is None:
        return False
    there = " ".join(text[start:end] for start, end in fragments)
    pairs = ((words, there), (words.rstrip("\n"), there.rstrip("\n")))
    return any(one.translate(_PLAIN) == other.translate(_PLAIN) for one, other in pairs)


class _Layer:
    """Spans and links as the lines of a file come in; what speaks of another line waits until all are there."""

    def __init__(self, name: str, text: str) -> None:
        self.spans: dict[str, RawSpan] = {}
        self.links: list[RawLink] = []
        self.refusals: list[Refusal] = []
        self._name, self._text = name, text
        self._attributes: dict[str, dict[str, Value]] = {}
        self._notes: dict[str, list[str]] = {}
        self._events: dict[str, Event] = {}
        self._targets: dict[str, str] = {}
        self._triggers: Counter[str] = Counter()
        self._relations: set[str] = set()
        self._waiting: list[Event | Relation | Equivalence | Said] = []

    def take(self, record: Record) -> None:
        """Take in a line."""
        if not isinstance(record, Stretch):
            self._waiting.append(record)
            if isinstance(record, Event):
                self._events[record.id] = record
                self._triggers[record.trigger] += 1
            elif isinstance(record, Said):
                self._targets[record.id] = record.target
            return
        words = self._words(record)
        if record.id in self.spans:
            self._refuse(record.line, sentence("{id} stands in the file twice.", id=record.id))
            return
        where = f"{self._name}, line {record.line}"
        self.spans[record.id] = RawSpan(record.fragments, label_of(record.type), words, record.id, where=where)

    def _words(self, record: Stretch) -> str | None:
        """Return the words as the text has them where they are the same but for line ends, else as the file has them.

        As many of the lines after it as make the words fit go on with them; the others are refused.
        """
        going_on = self._going_on(record)
        for number, line in record.more[going_on or 0 :]:
            if line.strip():
                self._refuse(number, like_none(line).sentence)
        if going_on is None:
            return record.words
        return " ".join(self._text[start:end] for start, end in joined(record.fragments))

    def _going_on(self, record: Stretch) -> int | None:
        """Return how many of the lines after it make its words fit; None when no number of them does."""
        words, longest = record.words, sum(end - start + 1 for start, end in record.fragments)
        for number, (_, line) in enumerate(record.more):
            if _fit(words, self._text, record.fragments):
                return number
            words = f"{words}\n{line}"
            if len(words) > longest:
                return None
        return len(record.more) if _fit(words, self._text, record.fragments) else None

    def finish(self) -> None:
        """Bring in what speaks of other lines."""
        equivalences = 0
        for record in sorted(self._waiting, key=lambda r: isinstance(r, Said)):
            match record:
                case Event():
                    self._event(record)
                case Relation():
                    self._relation(record)
                case Equivalence():
                    equivalences += 1
                    self._equivalence(record, str(equivalences))
                case Said():
                    self._said(record)
        for id_, span in self.spans.items():
            attributes, note = self._attributes.get(id_, {}), "\n".join(self._notes.get(id_, ()))
            self.spans[id_] = RawSpan(span.fragments, span.label, span.words, id_, note, attributes, where=span.where)
        self.links = [
            RawLink(k.type, k.source, k.target, "", {**k.attributes, **self._of_relation(k.id)}) for k in self.links
        ]

    def _of_relation(self, id_: str) -> dict[str, Value]:
        note = "\n".join(self._notes.get(id_, ()))
        return self._attributes.get(id_, {}) | ({"note": note} if note else {})

    def _event(self, event: Event) -> None:
        if event.trigger not in self.spans:
            self._missing(event.line, event.trigger)
            return
        self._add(event.trigger, "event", event.id)
        if label_of(event.type) != self.spans[event.trigger].label:
            self._add(event.trigger, "event_type", label_of(event.type))
        for role, id_ in event.arguments:
            target = self._span(id_)
            if target is None:
                self._missing(event.line, id_)
                continue
            attributes = {"event": event.id} | ({"target_event": id_} if id_ in self._events else {})
            self.links.append(RawLink(label_of(role), event.trigger, target, "", attributes))

    def _relation(self, relation: Relation) -> None:
        (first, source_id), (second, target_id) = relation.arguments
        source, target = self._span(source_id), self._span(target_id)
        if source is None or target is None:
            self._missing(relation.line, source_id if source is None else target_id)
            return
        attributes = {} if (first, second) == ("Arg1", "Arg2") else {"roles": f"{first} {second}"}
        self.links.append(RawLink(label_of(relation.type), source, target, relation.id, attributes))
        self._relations.add(relation.id)

    def _equivalence(self, record: Equivalence, number: str) -> None:
        members = [(id_, self._span(id_)) for id_ in record.members]
        there = [span for _, span in members if span is not None]
        for id_, span in members:
            if span is None:
                self._missing(record.line, id_)
        for span in there[1:]:
            self.links.append(RawLink(label_of(record.type), there[0], span, "", {"equivalence": number}))

    def _said(self, said: Said) -> None:
        target = self._targets.get(said.target, said.target)
        owner = self._span(target)
        if owner is None and target not in self._relations:
            self._missing(said.line, said.target)
            return
        key = owner or target
        if said.kind == "#" and said.type == NOTES:
            self._notes.setdefault(key, []).append(said.value)
        elif said.kind == "#" and said.type == ATTRIBUTES and (held := _object(said.value)):
            self._attributes.setdefault(key, {}).update(held)
        else:
            several = owner and target in self._events and self._triggers[owner] > 1
            name = label_of(said.type) + (f"@{target}" if several else "")
            self._add(key, name, said.value or ("" if said.kind == "#" else "true"))

    def _span(self, id_: str) -> str | None:
        """Return the span of an id: its own, or the trigger of an event."""
        event = self._events.get(id_)
        trigger = event.trigger if event else id_
        return trigger if trigger in self.spans else None

    def _add(self, id_: str, key: str, value: str) -> None:
        held = self._attributes.setdefault(id_, {})
        before = held.get(key)
        held[key] = value if before is None else (*((before,) if isinstance(before, str) else before), value)

    def _missing(self, line: int, id_: str) -> None:
        self._refuse(line, sentence("It speaks of {id}, which is not there.", id=id_))

    def _refuse(self, line: int, why: Sentence) -> None:
        self.refusals.append(Refusal(f"{self._name}, line {line}", why))


def _object(text: str) -> dict[str, Value]:
    try:
        return attributes_of(msgspec.json.decode(text))
    except (msgspec.DecodeError, RecursionError):
        return {}


def _annotator(path: Path) -> str:
    """Return whose folder a file is in: where the collection is configured one above, or others have the same text."""
    folder, text = path.parent, path.with_suffix(".txt")
    configured = (folder.parent / "annotation.conf").is_file() and not (folder / "annotation.conf").is_file()
    same = configured or any(_same(text, other / text.name) for other in _siblings(folder))
    return annotator_of(folder.name) if same else ""


@lru_cache(maxsize=16)
def _siblings(folder: Path) -> tuple[Path, ...]:
    beside = sorted(folder.absolute().parent.iterdir())
    return tuple(other for other in beside if other.is_dir() and other.name != folder.name)


def _same(text: Path, other: Path) -> bool:
    return other.is_file() and other.stat().st_size == text.stat().st_size and other.read_bytes() == text.read_bytes()
