"""UIMA CASes in archives, read: one file for each annotator, as INCEpTION exports projects; or a file alone.

Layers lie in ``annotation/DOCUMENT/USER``, what curation made in ``curation/DOCUMENT``: each a file in XMI, JSON or
WebAnno TSV, or an archive of one with its type system. ``exportedproject.json`` says how far they are. The CASes that
Java serialised, which INCEpTION itself goes by, are not read: nothing foreign is deserialised here.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from annotator.formats import uima, webanno_tsv
from annotator.formats.brat_names import annotator_of
from annotator.formats.inception_project import CURATOR, INITIAL, OURS, SETTINGS
from annotator.formats.registry import Reading, Refusal
from annotator.formats.values import text_of
from annotator.formats.zips import ArchiveError, opened, opened_inside, part
from annotator.model.document import Article
from annotator.model.layer import GOLD
from annotator.model.told import Sentence

_CAS, _TSV, _PACKED = (".xmi", ".json"), ".tsv", ".zip"
_READ = (*_CAS, _TSV, _PACKED)
_STATES = {"IN_PROGRESS": "in_progress", "FINISHED": "done", "IGNORE": "flagged"}
_CURATED = {"CURATION_IN_PROGRESS": "in_progress", "CURATION_FINISHED": "done"}


@dataclass(frozen=True, slots=True)
class _Project:
    """What the settings of an exported project say: people by user, and how far a layer is, by document and user."""

    people: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Place:
    """A file in an archive: of which document, and of whose; both empty where its path does not say."""

    path: str
    document: str
    user: str


def read(path: Path, how: Reading) -> Iterator[Article | Refusal]:
    """Yield the articles of a file or of every file in an archive, and a refusal for each that is no CAS."""
    if not zipfile.is_zipfile(path):
        yield from uima.of_bytes(path.read_bytes(), path.name, how)
        return
    try:
        with opened(path) as archive:
            yield from _of_archive(archive, path.name, how)
    except ArchiveError as error:
        yield Refusal(path.name, error.sentence)


def _of_archive(archive: zipfile.ZipFile, where: str, how: Reading) -> Iterator[Article | Refusal]:
    settings = next((name for name in archive.namelist() if _plain(name) == SETTINGS), "")
    project = _settings(part(archive, settings)) if settings else None
    places = [_place(name) for name in sorted(archive.namelist()) if name.endswith(_READ) and name != settings]
    if project:
        places = [place for place in places if place.user]
        if project.statuses and not places:
            yield Refusal(
                where,
                Sentence(
                    "It has no layers that can be read: export the project again in the format UIMA CAS XMI or JSON."
                ),
            )
    begun = {place.document for place in places if place.user != INITIAL}
    for place in places:
        if place.user == INITIAL and place.document in begun:
            continue
        named = _annotator(place, project)
        status = project.statuses.get((place.document, place.user), "") if project else ""
        for found in _of_place(archive, place.path, f"{where}/{place.path}", how):
            yield replace(found, annotator=named, status=status) if isinstance(found, Article) else found


def _of_place(archive: zipfile.ZipFile, name: str, where: str, how: Reading) -> Iterator[Article | Refusal]:
    """Yield what a part holds; one that is broken or encrypted costs itself alone."""
    try:
        if name.endswith(_PACKED):
            with opened_inside(archive, name) as inner:
                for one in sorted(inner.namelist()):
                    if one.endswith((*_CAS, _TSV)):
                        yield from _of_place(inner, one, f"{where}/{one}", how)
        elif name.endswith(_TSV):
            yield from webanno_tsv.of_bytes(part(archive, name), where, how)
        else:
            yield from uima.of_bytes(part(archive, name), where, how)
    except ArchiveError as error:
        yield Refusal(where, error.sentence)


def _plain(name: str) -> str:
    """Return a path without the slash that older exports began with."""
    return name.removeprefix("/")


def _place(name: str) -> _Place:
    parts = PurePosixPath(_plain(name)).parts
    if len(parts) >= 3 and parts[-3] in ("annotation", "curation"):
        return _Place(name, parts[-2], CURATOR if parts[-3] == "curation" else PurePosixPath(name).stem)
    return _Place(name, "", "")


def _annotator(place: _Place, project: _Project | None) -> str:
    """Return whose spans are in a file, by the name that we know."""
    if place.user == CURATOR:
        return GOLD
    if place.user == INITIAL:
        return ""
    return project.people.get(place.user, place.user) if project else annotator_of(place.user)


def _settings(data: bytes) -> _Project:
    try:
        held = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        held = {}
    statuses = {
        (text_of(d.get("name")), CURATOR): _CURATED.get(text_of(d.get("state")), "")
        for d in _dicts(held, "source_documents")
    }
    for one in _dicts(held, "annotation_documents"):
        state = _STATES.get(text_of(one.get("state")), "")
        statuses[text_of(one.get("name")), text_of(one.get("user"))] = state
    people = {}
    for one in _dicts(held, OURS):
        user = text_of(one.get("user"))
        people[user] = text_of(one.get("annotator"))
        statuses[text_of(one.get("document")), user] = text_of(one.get("status"))
    return _Project(people, statuses)


def _dicts(held: Any, key: str) -> list[dict[str, Any]]:
    listed = held.get(key) if isinstance(held, dict) else None
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
