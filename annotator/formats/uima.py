"""UIMA CAS, read: XMI and JSON; archives of them are the business of `uima_archive`.

https://docs.oasis-open.org/uima/v1.0/uima-v1.0.html (XMI) and
https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc. Offsets are UTF-16 units. No type system
is needed: whatever has a begin and an end is a span, but for tokens, sentences and the like; whatever joins two of
them is a link. A span's label is its feature ``label`` or ``value``, else the name of its type.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from annotator.formats.offsets import OffsetError, Offsets
from annotator.formats.registry import Reading, Refusal
from annotator.formats.values import attributes_of, text_of
from annotator.model.document import Article, RawLink, RawSpan
from annotator.model.layer import Value
from annotator.model.told import Told, sentence

SPAN, LINK = "webanno.custom.LabelledSpan", "webanno.custom.LabelledLink"
_NO_SPANS = frozenset(("Token", "Sentence", "Paragraph", "Div", "DocumentMetaData", "DocumentAnnotation"))
_ENDS = (("Governor", "Dependent"), ("source", "target"))
_LABELS = ("label", "value", "PosValue")
_OWN = frozenset(("begin", "end", "sofa", *_LABELS[:1], "note", "other"))


class CasError(Told):
    """A file that is no CAS."""


@dataclass(frozen=True, slots=True)
class Structure:
    """A feature structure: its id and type, and its features as the file has them."""

    id: str
    type: str
    features: Mapping[str, Value]

    def text(self, key: str) -> str:
        """Return a feature of one value."""
        held = self.features.get(key, "")
        return held if isinstance(held, str) else ""

    def many(self, key: str) -> tuple[str, ...]:
        """Return the ids that a feature refers to, one or several."""
        held = self.features.get(key, ())
        return tuple(held.split()) if isinstance(held, str) else held

    @property
    def name(self) -> str:
        """Return the short name of the type."""
        return self.type.rpartition(".")[2]


def of_bytes(data: bytes, where: str, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the articles of a CAS in XMI or JSON, and a refusal for what is none."""
    try:
        structures = _of_json(data) if data.lstrip()[:1] == b"{" else _of_xmi(data)
        made = [_article(structures, sofa, where, how) for sofa in structures if sofa.text("sofaString")]
        if not made:
            raise CasError("There is no text in it.")
    except CasError as error:
        yield Refusal(where, error.sentence)
        return
    for article, refusals in made:
        yield article
        yield from refusals


def _of_xmi(data: bytes) -> list[Structure]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CasError("It is no XMI: {reason}", reason=error) from error
    made = []
    for element in root:
        if not isinstance(element.tag, str):
            continue
        space, _, name = element.tag.removeprefix("{").rpartition("}")
        package = space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
        features: dict[str, Value] = {str(k): str(v) for k, v in element.attrib.items() if not str(k).startswith("{")}
        for child in element:
            held = features.get(str(child.tag), ())
            features[str(child.tag)] = (*((held,) if isinstance(held, str) else held), child.text or "")
        id_ = next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")
        made.append(Structure(id_, f"{package}.{name}", features))
    return made


def _of_json(data: bytes) -> list[Structure]:
    try:
        held = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CasError("It is no CAS in JSON: {reason}", reason=error) from error
    listed = held.get("%FEATURE_STRUCTURES") if isinstance(held, dict) else None
    items = list(listed.values()) if isinstance(listed, dict) else listed
    if not isinstance(items, list):
        raise CasError("It is no CAS in JSON: {reason}", reason="%FEATURE_STRUCTURES")
    dicts = [item for item in items if isinstance(item, dict)]
    arrays = {text_of(i.get("%ID")): tuple(map(str, i["%ELEMENTS"])) for i in dicts if _is_list(i.get("%ELEMENTS"))}
    return [
        Structure(
            text_of(item.get("%ID")),
            text_of(item.get("%TYPE")),
            attributes_of({k.removeprefix("@"): _resolved(k, v, arrays) for k, v in item.items() if k[:1] not in "%^"}),
        )
        for item in dicts
    ]


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _resolved(key: str, value: Any, arrays: Mapping[str, tuple[str, ...]]) -> Any:
    return arrays.get(str(value), value) if key.startswith("@") else value


def _article(structures: list[Structure], sofa: Structure, where: str, how: Reading) -> tuple[Article, list[Refusal]]:
    text, refusals = sofa.text("sofaString"), list[Refusal]()
    offsets = Offsets(text, "utf16")
    placed = [s for s in structures if s.text("sofa") == sofa.id and s.text("begin") and s.text("end")]
    by_id = {structure.id: structure for structure in structures if structure.id}
    spans: list[RawSpan] = []
    tokens: list[tuple[int, int]] = []
    for structure in placed:
        if _is_link(structure):
            continue
        try:
            place = offsets.codepoint(_number(structure, "begin")), offsets.codepoint(_number(structure, "end"))
        except (OffsetError, ValueError):
            why = sentence(
                "{name} {id} lies inside a character, or outside the text.", name=structure.name, id=structure.id
            )
            refusals.append(Refusal(where, why))
            continue
        if structure.name == "Token":
            tokens.append(place)
        elif structure.name not in _NO_SPANS:
            spans.append(_span(structure, place, by_id, where))
    there = {span.id for span in spans}
    links: list[RawLink] = []
    for link in (link for structure in placed for link in _links(structure, by_id)):
        if {link.source, link.target} <= there:
            links.append(link)
        else:
            told = sentence("A link {id} of the kind “{type}” joins what is no span.", id=link.id, type=link.type)
            refusals.append(Refusal(where, told))
    language = next((s.text("language") for s in placed if s.name.startswith("Document")), "")
    article = Article(
        text=text,
        where=where,
        language=language if language != "x-unspecified" else how.language,
        spans=tuple(spans),
        links=tuple(links),
        tokens=tuple(tokens),
    )
    return article, refusals


def _number(structure: Structure, key: str) -> int:
    held = structure.text(key)
    if not held.isdecimal() or len(held) > 9:
        raise ValueError(held)
    return int(held)


def _span(structure: Structure, place: tuple[int, int], by_id: Mapping[str, Structure], where: str) -> RawSpan:
    label_key = next((key for key in _LABELS if structure.text(key) or (key == "label" and structure.type == SPAN)), "")
    label = structure.text(label_key) if label_key else structure.name
    said: dict[str, Value] = {"layer": structure.name} if structure.type != SPAN else {}
    for key, value in structure.features.items():
        refers = any(id_ in by_id and "begin" in by_id[id_].features for id_ in structure.many(key))
        if key not in _OWN and key != label_key and not (refers and key in ("next", "Governor", "Dependent")):
            said[key] = value
    said = {key: value for key, value in said.items() if not _slots(structure, key, by_id)}
    return RawSpan((place,), label, None, structure.id, structure.text("note"), said | _more(structure), where=where)


def _more(structure: Structure) -> dict[str, Value]:
    """Return the attributes that a feature of ours holds as JSON, for names and values that no feature can have."""
    if structure.type not in (SPAN, LINK):
        return {"other": structure.features["other"]} if "other" in structure.features else {}
    try:
        return attributes_of(msgspec.json.decode(structure.text("other") or "{}"))
    except (msgspec.DecodeError, RecursionError):
        return {}


def _is_link(structure: Structure) -> bool:
    return any(structure.text(one) and structure.text(other) for one, other in _ENDS)


def _slots(structure: Structure, key: str, by_id: Mapping[str, Structure]) -> list[Structure]:
    held = [by_id[id_] for id_ in structure.many(key) if id_ in by_id]
    return [one for one in held if "begin" not in one.features and one.text("target") in by_id]


def _links(structure: Structure, by_id: Mapping[str, Structure]) -> Iterator[RawLink]:
    if _is_link(structure):
        one, other = next(ends for ends in _ENDS if all(structure.text(end) for end in ends))
        own = {"begin", "end", "sofa", "other", one, other}
        label_key = next((key for key in ("label", "value", "DependencyType") if key in structure.features), "")
        said = {key: value for key, value in structure.features.items() if key not in own and key != label_key}
        label = structure.text(label_key) if label_key else structure.name
        yield RawLink(label, structure.text(one), structure.text(other), structure.id, said | _more(structure))
        return
    if structure.text("next") in by_id:
        yield RawLink(structure.name, structure.id, structure.text("next"))
    for key in structure.features:
        for slot in _slots(structure, key, by_id):
            yield RawLink(slot.text("role") or key, structure.id, slot.text("target"))
