"""UIMA CAS, written: a project that INCEpTION imports, with the CASes as people read them beside those it reads itself.

See `uima` for the formats' pages. ``exportedproject.json`` describes the project, ``source`` has the texts,
``annotation_ser`` a CAS for each annotator and one without spans, ``curation_ser`` that of the gold layer;
``annotation`` and ``curation`` have the same in XMI or JSON, which INCEpTION writes and never reads. Spans are of the
custom layer `uima.SPAN`, links of `uima.LINK`; attributes are features, those that cannot stand as JSON in ``other``.
"""

import zipfile
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from xml.sax.saxutils import quoteattr

import msgspec

from annotator.formats.inception_project import CURATOR, INITIAL, SETTINGS, Roster, settings
from annotator.formats.offsets import Offsets
from annotator.formats.registry import Writing
from annotator.formats.uima import LINK, SPAN
from annotator.formats.uima_serialized import Row, cas
from annotator.formats.uima_types import ENDS, META, SENTENCE, TOKEN, is_feature, type_system, types
from annotator.model.layer import LabelledDocument, Value

_WHITE = {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
_MADE = (1980, 1, 1, 0, 0, 0)

type Features = dict[str, str | int]


def _write(suffix: str, labelled: Iterable[LabelledDocument], path: Path, how: Writing) -> None:
    said = {a.key for label in how.scheme.labels for a in label.attributes if is_feature(a.key)}
    used, roster = set(said), Roster()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in labelled:
            new = roster.new(one)
            name, user = roster.take(one)
            start = _segments(one, name)
            if new:
                _add(archive, f"source/{name}", one.text.encode())
                _add(archive, f"annotation_ser/{name}/{INITIAL}.ser", cas(one.text, start, types(sorted(said))))
            rows = start + _layer(one, start)
            keys = said | {key for span in one.spans for key in _features(span.attributes) if is_feature(key)}
            used |= keys
            folder = "curation" if user == CURATOR else "annotation"
            data = _xmi(one, rows) if suffix == "xmi" else _json(one, rows, sorted(keys))
            _add(archive, f"{folder}/{name}/{user}.{suffix}", data)
            _add(archive, f"{folder}_ser/{name}/{user}.ser", cas(one.text, rows, types(sorted(keys))))
        _add(archive, "TypeSystem.xml", type_system(sorted(used)))
        _add(archive, SETTINGS, settings(roster, how.scheme, how.title, sorted(used)))


write_xmi = partial(_write, "xmi")
write_json = partial(_write, "json")


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _MADE)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def _segments(labelled: LabelledDocument, name: str) -> list[Row]:
    """Return what is there before anybody labels: the document, its sentences and tokens. The sofa has id 1."""
    unit, cut = Offsets(labelled.text, "utf16").unit, labelled.segmentation
    whole: Features = {
        "begin": 0,
        "end": unit(len(labelled.text)),
        "language": labelled.document.language or "x-unspecified",
        "documentTitle": name,
        "documentId": name,
    }
    rows: list[Row] = [(2, META, whole)]
    for type_, starts, ends in ((SENTENCE, cut.sentence_starts, cut.sentence_ends), (TOKEN, cut.starts, cut.ends)):
        for start, end in zip(starts, ends, strict=True):
            rows.append((len(rows) + 2, type_, {"begin": unit(start), "end": unit(end)}))
    return rows


def _layer(labelled: LabelledDocument, before: list[Row]) -> list[Row]:
    """Return the structures of a layer: id, type, features."""
    unit, first = Offsets(labelled.text, "utf16").unit, len(before) + 2
    rows: list[Row] = []
    ids: dict[str, int] = {}
    places: dict[str, Features] = {}
    for span in labelled.spans:
        ids[span.id] = first + len(rows)
        places[span.id] = {"begin": unit(span.start), "end": unit(span.end)}
        note: Features = {"note": span.note} if span.note else {}
        rows.append((ids[span.id], SPAN, places[span.id] | {"label": span.label} | note | _features(span.attributes)))
    for link in labelled.links:
        ends_: Features = dict(zip(ENDS, (ids[link.source], ids[link.target]), strict=True))
        other: Features = {"other": _as_json(link.attributes)} if link.attributes else {}
        rows.append((first + len(rows), LINK, places[link.target] | {"label": link.type} | ends_ | other))
    return rows


def _features(attributes: Mapping[str, Value]) -> Features:
    plain: Features = {k: v for k, v in attributes.items() if isinstance(v, str) and v and is_feature(k)}
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


def _json(labelled: LabelledDocument, rows: list[Row], keys: list[str]) -> bytes:
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text"}
    structures: list[dict[str, object]] = [sofa | {"sofaString": labelled.text}]
    for id_, type_, features in rows:
        said = {f"@{key}" if key in ENDS else key: value for key, value in features.items()}
        structures.append({"%ID": id_, "%TYPE": type_, "@sofa": 1} | said)
    shown = {
        name: {"%NAME": name, "%SUPER_TYPE": type_.parent}
        | {key: {"%NAME": key, "%RANGE": range_} for key, range_ in type_.features.items()}
        for name, type_ in types(keys).items()
    }
    members = [id_ for id_, _, _ in rows]
    views = {"_InitialView": {"%SOFA": 1, "%INDEX": members, "%MEMBERS": members}}
    return msgspec.json.encode({"%TYPES": shown, "%FEATURE_STRUCTURES": structures, "%VIEWS": views}) + b"\n"
