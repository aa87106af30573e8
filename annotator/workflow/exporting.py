"""Handing over a data set: chosen layers, split by document, written whole or not at all, with a report beside it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from annotator.formats.registry import Format, FormatError, Writing, format_named, loaded
from annotator.formats.writing import all_written
from annotator.model.ids import AnnotatorId, DocumentId, annotator_id
from annotator.model.layer import GOLD, LabelledDocument, orphans
from annotator.model.told import Sentence, Told
from annotator.store.project import Project
from annotator.workflow.splitting import Shares, split


class ExportError(Told):
    """A data set that cannot be made as asked; nothing was written."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export: whose layers (empty: all people's), gold or not, which status, and how to split."""

    format_name: str
    annotators: tuple[str, ...] = ()
    gold: bool = False
    only_done: bool = False
    shares: Shares | None = None
    seed: int = 0


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


def export(project: Project, out: Path, wanted: Wanted) -> ExportReport:
    """Write a data set; the same project and options give the same bytes.

    Raises ExportError when there is nothing to export or a layer does not fit its text, FormatError for a format that
    cannot be written, WriteError when the disk does not take it or it does not read back.
    """
    chosen = format_named(wanted.format_name)
    if not chosen.writer:
        raise FormatError("“{name}” can be read, but not written.", name=chosen.name)
    people = _people(project, wanted)
    documents = _documents(project, people, wanted)
    if not documents:
        raise ExportError("There is nothing to export: no layer fits what was asked.")
    parts = split(documents, wanted.shares, seed=wanted.seed) if wanted.shares else {"": documents}
    files = {name: _file(out, chosen, name) for name in parts}
    report_file = _report_file(out, chosen, split=wanted.shares is not None)
    labels: Counter[str] = Counter()
    losses: list[Sentence] = []
    layers = 0
    with all_written((*files.values(), report_file)) as beside:
        for name, ids in parts.items():
            counted = _Counted(_layers(project, ids, people, wanted))
            losses += loaded(chosen.writer)(counted, beside[files[name]], Writing(project.scheme))
            labels += counted.labels
            layers += counted.layers
        report = ExportReport(
            tuple(path.name for path in files.values()),
            len(documents),
            layers,
            dict(sorted(labels.items())),
            {name or "all": len(ids) for name, ids in parts.items()},
            tuple(losses),
        )
        beside[report_file].write_bytes(
            msgspec.json.format(msgspec.json.encode(_told(report, project, wanted)), indent=1)
        )
    return report


class _Counted:
    """Layers counted as they pass by on their way to the writer."""

    def __init__(self, layers: Iterator[LabelledDocument]) -> None:
        self.labels: Counter[str] = Counter()
        self.layers = 0
        self._source = layers

    def __iter__(self) -> Iterator[LabelledDocument]:
        for labelled in self._source:
            lost = orphans(labelled.text, labelled.spans)
            if lost:
                title = labelled.document.title
                raise ExportError(
                    "{count} spans of “{title}” do not fit its text: run a check.", count=len(lost), title=title
                )
            self.labels.update(span.label for span in labelled.spans)
            self.layers += 1
            yield labelled


def _people(project: Project, wanted: Wanted) -> frozenset[AnnotatorId]:
    there = {person.id: person.name for person in project.annotators()}
    gold = annotator_id(GOLD)
    if wanted.gold:
        names: tuple[str, ...] = (*wanted.annotators, GOLD)
    else:
        names = wanted.annotators or tuple(name for id_, name in there.items() if id_ != gold and name)
    ids = {annotator_id(name): name for name in names}
    missing = sorted(name for id_, name in ids.items() if id_ not in there)
    if missing:
        raise ExportError("Nobody named “{name}” has worked in this project.", name=missing[0])
    return frozenset(ids)


def _documents(project: Project, people: frozenset[AnnotatorId], wanted: Wanted) -> Sequence[DocumentId]:
    have = project.layers_of(people, only_done=wanted.only_done)
    return [document.id for document in project.documents() if document.id in have]


def _layers(
    project: Project, ids: Sequence[DocumentId], people: frozenset[AnnotatorId], wanted: Wanted
) -> Iterator[LabelledDocument]:
    inside = frozenset(ids)
    for labelled in project.all_labelled(people, inside):
        if not wanted.only_done or labelled.layer.status == "done":
            yield labelled


def _file(out: Path, chosen: Format, part: str) -> Path:
    suffix = chosen.suffixes[0]
    if part:
        return out / f"{part}{suffix}"
    return out / f"all{suffix}" if out.is_dir() or not out.suffix else out


def _report_file(out: Path, chosen: Format, *, split: bool) -> Path:
    whole = _file(out, chosen, "")
    return out / "report.json" if split or whole.parent == out else whole.with_suffix(".report.json")


def _told(report: ExportReport, project: Project, wanted: Wanted) -> dict[str, object]:
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
