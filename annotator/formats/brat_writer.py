"""brat's standoff folders, written: a folder for each annotator, and the two files that configure brat for them.

https://brat.nlplab.org/standoff.html and https://brat.nlplab.org/configuration.html. Attributes that brat's one word
cannot hold, and those of links, stand as JSON in a note of the kind ``attributes``.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path

import msgspec

from annotator.formats.brat import ATTRIBUTES, NOTES
from annotator.formats.brat_names import KEY, folder_name, type_name
from annotator.formats.registry import Writing
from annotator.model.ids import SpanId
from annotator.model.layer import LabelledDocument, Link, Span, Value
from annotator.model.scheme import Scheme, name_in

_WORD = re.compile(r"[^\s\x00-\x1f]+")
_EVENT = re.compile(r"E[1-9]\d{0,8}")


def write(labelled: Iterable[LabelledDocument], path: Path, how: Writing) -> None:
    """Write a folder; its documents are numbered in the order given."""
    path.mkdir()
    numbers: dict[str, int] = {}
    types: Counter[str] = Counter(label.id for label in how.scheme.labels)
    links: Counter[str] = Counter(link.key for link in how.scheme.link_types)
    for one in labelled:
        number = numbers.setdefault(one.document.id, len(numbers) + 1)
        folder = path / folder_name(one.annotator.name)
        folder.mkdir(exist_ok=True)
        name = f"{number:05d}{_slug(one.document.title)}"
        (folder / f"{name}.txt").write_bytes(one.text.encode())
        (folder / f"{name}.ann").write_bytes("".join(f"{line}\n" for line in _Lines(one)).encode())
        types.update(span.label for span in one.spans)
        links.update(link.type for link in one.links)
    (path / "annotation.conf").write_bytes(_annotation_conf(how.scheme, types, links).encode())
    (path / "visual.conf").write_bytes(_visual_conf(how.scheme).encode())


class _Lines:
    """The lines of one .ann file, in the order T, E, R, *, A, #."""

    def __init__(self, labelled: LabelledDocument) -> None:
        self._spans = {span.id: f"T{n}" for n, span in enumerate(labelled.spans, 1)}
        self._labelled = labelled
        self._events = _events(labelled)
        self._said: list[str] = []
        self._attribute_numbers, self._note_numbers = count(1), count(1)

    def __iter__(self) -> Iterator[str]:
        for span in self._labelled.spans:
            fragments = ";".join(f"{start} {end}" for start, end in span.fragments)
            yield f"{self._spans[span.id]}\t{type_name(span.label)} {fragments}\t{span.text}"
        roles, equivalent, others = self._sorted_links()
        for event, owner in self._events.items():
            arguments = "".join(f" {self._argument(link)}" for link in roles if link.attributes["event"] == event)
            yield f"{event}\t{type_name(owner.label)}:{self._spans[owner.id]}{arguments}"
        for n, link in enumerate(others, 1):
            yield self._relation(f"R{n}", link)
        for group in equivalent.values():
            ends = " ".join(self._spans[SpanId(id_)] for id_ in (group[0].source, *(link.target for link in group)))
            yield f"*\t{type_name(group[0].type)} {ends}"
        for span in self._labelled.spans:
            own = {key: value for key, value in span.attributes.items() if key != "event" or not self._has_events(span)}
            self._say(self._spans[span.id], own, span.note)
        yield from self._said

    def _argument(self, link: Link) -> str:
        return f"{type_name(link.type)}:{link.attributes.get('target_event', self._spans[SpanId(link.target)])}"

    def _relation(self, id_: str, link: Link) -> str:
        ends = f"Arg1:{self._spans[link.source]} Arg2:{self._spans[SpanId(link.target)]}"
        self._say(id_, link.attributes, "")
        return f"{id_}\t{type_name(link.type)} {ends}"

    def _sorted_links(self) -> tuple[list[Link], dict[str, list[Link]], list[Link]]:
        """Return the links that are arguments of events, those that make equivalences, and the others."""
        roles, others = list[Link](), list[Link]()
        groups: dict[str, list[Link]] = {}
        for link in self._labelled.links:
            if self._is_argument(link):
                roles.append(link)
            elif link.attributes.keys() == {"equivalence"} and isinstance(link.attributes["equivalence"], str):
                groups.setdefault(link.attributes["equivalence"], []).append(link)
            else:
                others.append(link)
        numbers = [str(n) for n in range(1, len(groups) + 1)]
        one_source = all(len({(link.source, link.type) for link in group}) == 1 for group in groups.values())
        if sorted(groups) != sorted(numbers) or not one_source:
            return roles, {}, others + [link for group in groups.values() for link in group]
        return roles, {number: groups[number] for number in numbers}, others

    def _is_argument(self, link: Link) -> bool:
        held = link.attributes
        owner = self._events.get(str(held.get("event")))
        to = self._events.get(str(held.get("target_event"))) if "target_event" in held else None
        fits = owner is not None and owner.id == link.source and held.keys() <= {"event", "target_event"}
        return fits and ("target_event" not in held or (to is not None and to.id == link.target))

    def _has_events(self, span: Span) -> bool:
        return any(owner.id == span.id for owner in self._events.values())

    def _say(self, id_: str, attributes: Mapping[str, Value], note: str) -> None:
        others: dict[str, Value] = {}
        for key, value in attributes.items():
            plain = id_.startswith("T") and KEY.fullmatch(key) and isinstance(value, str) and _WORD.fullmatch(value)
            if not plain:
                others[key] = value
                continue
            shown = "" if value == "true" else f" {value}"
            self._said.append(f"A{next(self._attribute_numbers)}\t{key} {id_}{shown}")
        if others:
            self._note(ATTRIBUTES, id_, msgspec.json.encode(others, order="sorted").decode())
        for line in note.split("\n") if note else ():
            self._note(NOTES, id_, line)

    def _note(self, kind: str, id_: str, text: str) -> None:
        self._said.append(f"#{next(self._note_numbers)}\t{kind} {id_}\t{text}")


def _events(labelled: LabelledDocument) -> dict[str, Span]:
    """Return the span of each event, when no two spans have one of the same id."""
    events: dict[str, Span] = {}
    for span in labelled.spans:
        held = span.attributes.get("event", ())
        for id_ in (held,) if isinstance(held, str) else held:
            if id_ in events or not _EVENT.fullmatch(id_):
                return {}
            events[id_] = span
    return events


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFD", title).encode("ascii", "ignore").decode().lower()
    return "".join(f"-{word}" for word in re.findall(r"[a-z0-9]+", plain)[:6])[:60]


def _annotation_conf(scheme: Scheme, types: Iterable[str], links: Iterable[str]) -> str:
    names = sorted(map(type_name, types))
    lines = ["[entities]", *names, "", "[relations]"]
    lines += [f"{type_name(link)}\tArg1:<ENTITY>, Arg2:<ENTITY>" for link in sorted(links)]
    lines += ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>", "", "[events]", "", "[attributes]"]
    values: dict[str, list[str]] = {}
    owners: dict[str, list[str]] = {}
    for label in scheme.labels:
        for attribute in label.attributes:
            owners.setdefault(attribute.key, []).append(type_name(label.id))
            values.setdefault(attribute.key, []).extend(choice.value for choice in attribute.values)
    for key, labels in owners.items():
        plain = list(dict.fromkeys(value for value in values[key] if _WORD.fullmatch(value)))
        shown = f", Value:{'|'.join(plain)}" if plain else ""
        lines.append(f"{key}\tArg:{'|'.join(dict.fromkeys(labels))}{shown}")
    return "\n".join(lines) + "\n"


def _visual_conf(scheme: Scheme) -> str:
    lines = ["[labels]", *(f"{type_name(label.id)} | {name_in(label.name, 'en')}" for label in scheme.labels)]
    lines += ["", "[drawing]", *(f"{type_name(label.id)}\tbgColor:{label.color}" for label in scheme.labels)]
    return "\n".join(lines) + "\n"
