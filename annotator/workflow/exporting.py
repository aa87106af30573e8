"""Handing over a data set: chosen layers, split by document, written whole or not at all, with card and report beside.

Before anything is written `preview` says what will be: sizes and labels of the parts, and what the format loses.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO

import msgspec

from annotator.formats.carrying import carried, counted
from annotator.formats.comparing import hash_of_layer, verify
from annotator.formats.registry import (
    FORMATS,
    LOSSES,
    REPORT,
    Format,
    FormatError,
    Writing,
    format_named,
    loaded,
    missing,
)
from annotator.formats.writing import Beside, new_stamp, put, written_beside
from annotator.model.ids import AnnotatorId, DocumentId, annotator_id
from annotator.model.layer import GOLD, LabelledDocument, is_person, orphans
from annotator.model.told import Sentence, Told
from annotator.store.project import Project
from annotator.workflow.describing import Described, card, described_as
from annotator.workflow.families import families_of
from annotator.workflow.splitting import Piece, Shares, split


class ExportError(Told):
    """A data set that cannot be made as asked; nothing was written."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export: whose layers (empty: all people's), gold or not, which status, and how to split.

    No ``licence`` is that of the project.
    """

    format_name: str
    annotators: tuple[str, ...] = ()
    gold: bool = False
    only_done: bool = False
    shares: Shares | None = None
    seed: int = 0
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an export will be: documents and spans by label of each part, and what its format loses, counted."""

    parts: dict[str, int]
    labels: dict[str, dict[str, int]]
    losses: tuple[Sentence, ...]


@dataclass(slots=True)
class Meter:
    """How far an export is: documents begun, of how many there are."""

    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: files with their documents, layers, spans by label, and what could not be carried."""

    files: tuple[str, ...]
    documents: int
    layers: int
    labels: dict[str, int]
    parts: dict[str, int]
    losses: tuple[Sentence, ...]


def parse_only(text: str) -> bool:
    """Tell whether only layers that are done are wanted. Raises ExportError for anything but “done” or nothing."""
    if text not in ("", "done"):
        raise ExportError("“{text}” is not a choice: write --only done.", text=text)
    return text == "done"


def preview(project: Project, wanted: Wanted) -> Preview:
    """Return what an export will be, without writing anything. Raises what `export` raises for the same wishes."""
    chosen = _writable(wanted)
    people, parts = _parts(project, wanted)
    lost: Counter[str] = Counter()
    labels: dict[str, dict[str, int]] = {}
    for name, ids in parts.items():
        passing = _Passing(_layers(project, ids, people, wanted), chosen, lost)
        for _ in passing:
            pass
        labels[name or "all"] = dict(sorted(passing.labels.items()))
    return Preview({name or "all": len(ids) for name, ids in parts.items()}, labels, _told_losses(lost))


def losses_by_format(project: Project) -> dict[str, tuple[Sentence, ...]]:
    """Return what each format would lose of all layers of a project, counted."""
    lost: dict[str, Counter[str]] = {chosen.name: Counter() for chosen in FORMATS if chosen.writer}
    for labelled in project.all_labelled():
        for chosen in FORMATS:
            if chosen.writer:
                lost[chosen.name].update(loss.feature for loss in carried(labelled, chosen.cannot)[1])
    return {name: _told_losses(counts) for name, counts in lost.items()}


@dataclass(frozen=True, slots=True)
class Staged:
    """A data set that is written, synced and read back, beside its place: `put` lets it take it."""

    report: ExportReport
    beside: Beside


def export(project: Project, out: Path, wanted: Wanted, *, meter: Meter | None = None) -> ExportReport:
    """Write a data set; the same project and options give the same bytes.

    Raises ExportError when there is nothing to export or a layer does not fit its text, FormatError for a format that
    cannot be written, WriteError when the disk does not take it or it does not read back.
    """
    staged = stage(project, out, wanted, stamp=new_stamp(), meter=meter)
    put(staged.beside)
    return staged.report


def stage(project: Project, out: Path, wanted: Wanted, *, stamp: str, meter: Meter | None = None) -> Staged:
    """Write a data set beside its place. Raises what `export` does."""
    chosen = _writable(wanted)
    people, parts = _parts(project, wanted)
    files = {name: _file(out, chosen, name) for name in parts}
    for path in files.values():
        _check_place(path, chosen)
    report_file, losses_file, card_file, *others = _beside(out, chosen, split=wanted.shares is not None)
    _check_report(report_file, chosen, {path.name for path in files.values()})
    companions = dict(zip(others, chosen.companions.values(), strict=True))
    how, told = described_as(project, wanted.licence), _Told(chosen, files, wanted.seed)
    if meter is not None:
        meter.total = sum(map(len, parts.values()))
    beside = Beside((*files.values(), report_file, losses_file, card_file, *companions), stamp)
    with written_beside(beside) as places:
        with _Lines(places[losses_file]) as lines:
            for name, ids in parts.items():
                passing = _Passing(_layers(project, ids, people, wanted), chosen, told.lost, lines, meter)
                _write(chosen, passing, places[files[name]], how)
                told.take(name or "all", len(ids), passing)
        written = {path.name: places[path] for path in files.values()}
        for path, address in companions.items():
            places[path].write_bytes(loaded(address)(how, written))
        report = told.report()
        data = msgspec.json.encode(_as_json(report, project, wanted))
        places[report_file].write_bytes(msgspec.json.format(data, indent=1) + b"\n")
        described = Described(
            chosen, files, report.parts, told.labels, told.layers, report.losses, wanted.seed, how.licence
        )
        places[card_file].write_text(card(project, described), encoding="utf-8", newline="\n")
    return Staged(report, beside)


@dataclass(slots=True)
class _Told:
    """What has been written so far."""

    format: Format
    files: Mapping[str, Path]
    seed: int
    parts: dict[str, int] = field(default_factory=dict)
    labels: dict[str, Counter[str]] = field(default_factory=dict)
    lost: Counter[str] = field(default_factory=Counter)
    layers: Counter[AnnotatorId] = field(default_factory=Counter)

    def take(self, part: str, documents: int, passing: "_Passing") -> None:
        self.parts[part] = documents
        self.labels[part] = passing.labels
        self.layers += passing.layers

    def report(self) -> ExportReport:
        return ExportReport(
            tuple(path.name for path in self.files.values()),
            sum(self.parts.values()),
            self.layers.total(),
            dict(sorted(sum(self.labels.values(), Counter[str]()).items())),
            self.parts,
            _told_losses(self.lost),
        )


class _Lines:
    """The losses one by one, a line each, in a file that is made when there is a first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def __enter__(self) -> "_Lines":
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def write(self, loss: object) -> None:
        if self._file is None:
            self._file = self._path.open("wb")
        self._file.write(msgspec.json.encode(loss, order="sorted") + b"\n")


class _Passing:
    """Layers on their way to the writer: held to their text, counted, and without what the format cannot carry."""

    def __init__(
        self,
        layers: Iterator[LabelledDocument],
        chosen: Format,
        lost: Counter[str],
        lines: _Lines | None = None,
        meter: Meter | None = None,
    ) -> None:
        self.labels: Counter[str] = Counter()
        self.layers: Counter[AnnotatorId] = Counter()
        self.hashes: list[bytes] = []
        self._source, self._chosen, self._lost, self._lines = layers, chosen, lost, lines
        self._meter, self._last = meter or Meter(), DocumentId("")
        self._hashed = lines is not None and not chosen.reads_back

    def __iter__(self) -> Iterator[LabelledDocument]:
        for whole in self._source:
            if off := orphans(whole.text, whole.spans):
                why = "{count} spans of “{title}” do not fit its text: run a check."
                raise ExportError(why, count=len(off), title=whole.document.title)
            labelled, losses = carried(whole, self._chosen.cannot)
            for loss in losses:
                self._lost[loss.feature] += 1
                if self._lines:
                    self._lines.write(asdict(loss))
            self.labels.update(span.label for span in labelled.spans)
            self.layers[whole.annotator.id] += 1
            if self._hashed:
                self.hashes.append(hash_of_layer(labelled))
            self._meter.done += whole.document.id != self._last
            self._last = whole.document.id
            yield labelled


def _write(chosen: Format, passing: _Passing, path: Path, how: Writing) -> None:
    try:
        loaded(chosen.writer)(passing, path, how)
        if not chosen.reads_back:
            verify(chosen, path, passing.hashes)
    except ModuleNotFoundError as error:
        raise missing(chosen, error) from error


def _writable(wanted: Wanted) -> Format:
    chosen = format_named(wanted.format_name)
    if not chosen.writer:
        raise FormatError("“{name}” can be read, but not written.", name=chosen.name)
    return chosen


def _told_losses(lost: Counter[str]) -> tuple[Sentence, ...]:
    return tuple(counted(feature, count) for feature, count in sorted(lost.items()))


def _parts(project: Project, wanted: Wanted) -> tuple[frozenset[AnnotatorId], Mapping[str, Sequence[DocumentId]]]:
    people = _people(project, wanted)
    have = project.layers_of(people, only_done=wanted.only_done)
    documents = [document for document in project.documents() if document.id in have]
    if not documents:
        raise ExportError("There is nothing to export: no layer fits what was asked.")
    if not wanted.shares:
        return people, {"": [document.id for document in documents]}
    labels: dict[DocumentId, Counter[str]] = {document.id: Counter() for document in documents}
    for labelled in _layers(project, list(labels), people, wanted):
        labels[labelled.document.id].update(span.label for span in labelled.spans)
    families = families_of(project)
    pieces = (Piece(d.id, families.get(d.id, ""), d.published, d.source, labels[d.id]) for d in documents)
    return people, split(pieces, wanted.shares, seed=wanted.seed)


def _people(project: Project, wanted: Wanted) -> frozenset[AnnotatorId]:
    there = {person.id: person.name for person in project.annotators()}
    if wanted.gold:
        names: tuple[str, ...] = (*wanted.annotators, GOLD)
    else:
        names = wanted.annotators or tuple(name for name in there.values() if is_person(name))
    ids = {annotator_id(name): name for name in names}
    missing_names = sorted(name for id_, name in ids.items() if id_ not in there)
    if missing_names:
        raise ExportError("Nobody named “{name}” has worked in this project.", name=missing_names[0])
    return frozenset(ids)


def _layers(
    project: Project, ids: Sequence[DocumentId], people: frozenset[AnnotatorId], wanted: Wanted
) -> Iterator[LabelledDocument]:
    inside = frozenset(ids)
    for labelled in project.all_labelled(people, inside):
        if not wanted.only_done or labelled.layer.status == "done":
            yield labelled


def _file(out: Path, chosen: Format, part: str) -> Path:
    suffix = "" if chosen.folder else chosen.suffixes[0]
    if part:
        return out / f"{part}{suffix}"
    return out / f"all{suffix}" if out.is_dir() or not out.suffix else out


def _beside(out: Path, chosen: Format, *, split: bool) -> list[Path]:
    """Return the places of the report, the losses, the card and the format's own companions."""
    whole = _file(out, chosen, "")
    if split or whole.parent == out:
        return [out / name for name in (REPORT, LOSSES, "README.md", *chosen.companions)]
    suffixes = (f".{REPORT}", f".{LOSSES}", ".card.md", *(f".{name}" for name in chosen.companions))
    # by its whole name: x.jsonl and x.spacy stand side by side
    return [whole.with_name(whole.name + suffix) for suffix in suffixes]


def _check_place(path: Path, chosen: Format) -> None:
    """Refuse to take the place of a folder that no export made, or of a folder by a file."""
    if path.is_dir() and any(path.iterdir()) and not (chosen.folder and (path / "annotation.conf").is_file()):
        raise ExportError("“{name}” is a folder with other things in it: choose another place.", name=path.name)
    if chosen.folder and path.is_file():
        raise ExportError("“{name}” is a file, and {title} is a folder.", name=path.name, title=chosen.title)


def _check_report(report_file: Path, chosen: Format, names: set[str]) -> None:
    """Refuse to take the place of another data set, or its card and report alone: nothing would tell of it any more."""
    try:
        held = msgspec.json.decode(report_file.read_bytes(), type=_Held)
    except (OSError, msgspec.DecodeError):
        return
    folder = report_file.parent
    other = held.format != chosen.name
    staying = [name for name in held.files if (other or name not in names) and (folder / name).exists()]
    if staying:
        raise ExportError(
            "“{name}” holds a data set in another format or with other parts ({files}): choose another folder.",
            name=folder.name,
            files=", ".join(staying),
        )


class _Held(msgspec.Struct):
    """What the report of a data set that was written before says."""

    files: tuple[str, ...]
    format: str


def _as_json(report: ExportReport, project: Project, wanted: Wanted) -> dict[str, object]:
    return {
        "documents": report.documents,
        "files": report.files,
        "format": wanted.format_name,
        "labels": report.labels,
        "layers": report.layers,
        "losses": [str(loss) for loss in report.losses],
        "parts": report.parts,
        "scheme": f"{project.scheme.id} {project.scheme.version}",
        "scheme_sha256": project.scheme_sha256,
        "seed": wanted.seed if wanted.shares else None,
    }
