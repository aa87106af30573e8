"""UIMA CAS, written: an archive of ``annotation/DOCUMENT/ANNOTATOR`` files in XMI or JSON, the texts, the type system.

See `uima` for the formats' pages; the layout is that of INCEpTION's exported projects. Spans are of the custom layer
`uima.SPAN`, links of `uima.LINK`; attributes are features, those that cannot be stand as JSON in ``other``.
"""

import re
import zipfile
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from xml.sax.saxutils import quoteattr

import msgspec

from annotator.formats.brat_names import folder_name
from annotator.formats.offsets import Offsets
from annotator.formats.registry import Writing
from annotator.formats.uima import LINK, SPAN
from annotator.model.layer import LabelledDocument, Value

_SEGMENTS = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
_FEATURE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_RESERVED = frozenset(
    ("begin", "end", "sofa", "label", "note", "other", "layer", "value", "PosValue", "next", "Governor")
)
_RESERVED |= frozenset(("Dependent", "source", "target", "id", "address", "type", "view"))
_WHITE = {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
_MADE = (1980, 1, 1, 0, 0, 0)

type Features = dict[str, str | int]
type Row = tuple[int, str, Features]


def _write(suffix: str, labelled: Iterable[LabelledDocument], path: Path, how: Writing) -> None:
    keys = {a.key for label in how.scheme.labels for a in label.attributes if _is_feature(a.key)}
    numbers: dict[str, str] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in labelled:
            new = one.document.id not in numbers
            name = numbers.setdefault(one.document.id, f"document-{len(numbers) + 1:05d}.txt")
            if new:
                _add(archive, f"source/{name}", one.text.encode())
            rows = _rows(one)
            used = {key for _, type_, features in rows if type_ == SPAN for key in features}
            keys |= {key for key in used if _is_feature(key)}
            data = _xmi(one, rows) if suffix == "xmi" else _json(one, rows)
            _add(archive, f"annotation/{name}/{folder_name(one.annotator.name)}.{suffix}", data)
        _add(archive, "TypeSystem.xml", _type_system(sorted(keys)))


write_xmi = partial(_write, "xmi")
write_json = partial(_write, "json")


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _MADE)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def _is_feature(key: str) -> bool:
    return bool(_FEATURE.fullmatch(key)) and key not in _RESERVED


def _rows(labelled: LabelledDocument) -> list[Row]:
    """Return the structures of a layer: id, type, features; the sofa has id 1."""
    unit, cut = Offsets(labelled.text, "utf16").unit, labelled.segmentation
    whole: Features = {
        "begin": 0,
        "end": unit(len(labelled.text)),
        "language": labelled.document.language or "x-unspecified",
    }
    rows: list[Row] = [(2, "uima.tcas.DocumentAnnotation", whole)]
    for name, starts, ends in (
        ("Sentence", cut.sentence_starts, cut.sentence_ends),
        ("Token", cut.starts, cut.ends),
    ):
        for start, end in zip(starts, ends, strict=True):
            rows.append((len(rows) + 2, f"{_SEGMENTS}.{name}", {"begin": unit(start), "end": unit(end)}))
    ids: dict[str, int] = {}
    places: dict[str, Features] = {}
    for span in labelled.spans:
        ids[span.id] = len(rows) + 2
        places[span.id] = {"begin": unit(span.start), "end": unit(span.end)}
        note: Features = {"note": span.note} if span.note else {}
        rows.append((ids[span.id], SPAN, places[span.id] | {"label": span.label} | note | _features(span.attributes)))
    for link in labelled.links:
        ends_: Features = {"Governor": ids[link.source], "Dependent": ids[link.target]}
        other: Features = {"other": _as_json(link.attributes)} if link.attributes else {}
        rows.append((len(rows) + 2, LINK, places[link.target] | {"label": link.type} | ends_ | other))
    return rows


def _features(attributes: Mapping[str, Value]) -> Features:
    plain: Features = {k: v for k, v in attributes.items() if isinstance(v, str) and v and _is_feature(k)}
    others = {key: value for key, value in attributes.items() if key not in plain}
    return plain | ({"other": _as_json(others)} if others else {})


def _as_json(values: Mapping[str, Value]) -> str:
    return msgspec.json.encode(values, order="sorted").decode()


def _xmi(labelled: LabelledDocument, rows: list[Row]) -> bytes:
    packages = dict.fromkeys(type_.rpartition(".")[0] for _, type_, _ in rows)
    prefixes = {package: f"ns{n}" for n, package in enumerate(packages, 1)}
    spaces = " ".join(f'xmlns:{p}="http:///{k.replace(".", "/")}.ecore"' for k, p in prefixes.items())
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" {spaces} xmi:version="2.0">',
        '<cas:NULL xmi:id="0"/>',
    ]
    for id_, type_, features in rows:
        package, _, name = type_.rpartition(".")
        said = " ".join(f"{key}={quoteattr(str(value), _WHITE)}" for key, value in features.items())
        lines.append(f'<{prefixes[package]}:{name} xmi:id="{id_}" sofa="1" {said}/>')
    sofa = f'xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString={quoteattr(labelled.text, _WHITE)}'
    members = " ".join(str(id_) for id_, _, _ in rows)
    lines += [f"<cas:Sofa {sofa}/>", f'<cas:View sofa="1" members="{members}"/>', "</xmi:XMI>", ""]
    return "\n".join(lines).encode()


def _json(labelled: LabelledDocument, rows: list[Row]) -> bytes:
    refers = ("Governor", "Dependent")
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text"}
    structures: list[dict[str, object]] = [sofa | {"sofaString": labelled.text}]
    for id_, type_, features in rows:
        said = {f"@{key}" if key in refers else key: value for key, value in features.items()}
        structures.append({"%ID": id_, "%TYPE": type_, "@sofa": 1} | said)
    keys = sorted({key for _, type_, features in rows if type_ == SPAN for key in features if _is_feature(key)})
    types = {
        name: {"%NAME": name, "%SUPER_TYPE": "uima.tcas.Annotation"}
        | {key: {"%NAME": key, "%RANGE": range_} for key, range_ in features.items()}
        for name, features in _types(keys).items()
    }
    members = [id_ for id_, _, _ in rows]
    views = {"_InitialView": {"%SOFA": 1, "%INDEX": members, "%MEMBERS": members}}
    return msgspec.json.encode({"%TYPES": types, "%FEATURE_STRUCTURES": structures, "%VIEWS": views}) + b"\n"


def _types(keys: Iterable[str]) -> dict[str, dict[str, str]]:
    string, annotation = "uima.cas.String", "uima.tcas.Annotation"
    return {
        f"{_SEGMENTS}.Sentence": {},
        f"{_SEGMENTS}.Token": {},
        SPAN: dict.fromkeys(("label", "note", "other", *keys), string),
        LINK: {"Governor": annotation, "Dependent": annotation, "label": string, "other": string},
    }


def _type_system(keys: Iterable[str]) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines += ['<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">', "<types>"]
    for name, features in _types(keys).items():
        lines += ["<typeDescription>", f"<name>{name}</name>", "<supertypeName>uima.tcas.Annotation</supertypeName>"]
        lines.append("<features>")
        for key, range_ in features.items():
            shown = f"<name>{key}</name><rangeTypeName>{range_}</rangeTypeName>"
            lines.append(f"<featureDescription>{shown}</featureDescription>")
        lines += ["</features>", "</typeDescription>"]
    return "\n".join([*lines, "</types>", "</typeSystemDescription>", ""]).encode()
