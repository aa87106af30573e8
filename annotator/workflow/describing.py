"""The card of a data set: what is in it, labels, how many people, which guideline, how it is split, what is missing.

Markdown with the YAML head of a Hugging Face card, https://huggingface.co/docs/hub/datasets-cards. Annotators are
known by a letter and number, never by name.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from annotator.formats.registry import Format, Writing
from annotator.model.ids import AnnotatorId
from annotator.model.scheme import name_in
from annotator.model.told import Sentence
from annotator.store.journal import count, newest_at
from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Described:
    """What a card tells of an export: files and documents of each part, spans by label, layers of each annotator."""

    format: Format
    files: Mapping[str, Path]
    parts: Mapping[str, int]
    labels: Mapping[str, Counter[str]]
    layers: Mapping[AnnotatorId, int]
    losses: Sequence[Sentence]
    seed: int
    licence: str


def described_as(project: Project, licence: str = "") -> Writing:
    """Return what a set of this project is called: title, licence, and version and date by its journal."""
    with project.reading() as connection:
        at, entries = newest_at(connection), count(connection)
    day = datetime.fromtimestamp(at / 1000, UTC).date().isoformat()
    licence = licence or project.setting("licence")
    return Writing(project.scheme, project.setting("title"), licence, f"1.0.{entries}", day)


def card(project: Project, described: Described) -> str:
    """Return the card. The same project and export give the same text."""
    scheme, title = project.scheme, project.setting("title")
    lines = [
        *_head(project, described),
        f"# {title}",
        "",
        f"- Format: {described.format.title} (offsets: {described.format.offset_unit})",
        f"- Label scheme: {scheme.id} {scheme.version} (SHA-256 {project.scheme_sha256})",
        f"- Guideline: {project.setting('guideline_version') or f'that of scheme {scheme.id} {scheme.version}'}",
        f"- Licence: {described.licence or 'not stated'}",
        f"- Journal head: {project.head().hex()} after {project.entry_count()} entries",
        "",
        "## Parts",
        "",
        "| part | documents | spans | " + " | ".join(_labels(described)) + " |",
        "|---|---|---|" + "---|" * len(_labels(described)),
        *(_row(name, described) for name in described.parts),
        "",
        *([f"Dealt out by document with seed {described.seed}.", ""] if len(described.parts) > 1 else []),
        "## Labels",
        "",
        *(f"- `{label.id}`: {name_in(label.name, 'en')}. {name_in(label.definition, 'en')}" for label in scheme.labels),
        "",
        "## Annotators",
        "",
        *(f"- A{n}: {layers} layers" for n, layers in enumerate(described.layers.values(), 1)),
        "",
        *_agreement(project, described),
        "## Not carried by this format",
        "",
        *(f"- {loss}" for loss in described.losses),
        *(["Everything is carried.", ""] if not described.losses else [""]),
    ]
    return "\n".join(lines)


def _head(project: Project, described: Described) -> list[str]:
    """Return the YAML head: JSON strings are YAML too, so that no title can break it."""
    languages = sorted({document.language for document in project.documents() if document.language})
    data = [
        {"split": "train" if name == "all" else {"dev": "validation"}.get(name, name), "path": path.name}
        for name, path in ((part or "all", path) for part, path in described.files.items())
        if path.suffix == ".parquet"
    ]
    head = {
        "pretty_name": project.setting("title"),
        "language": languages,
        "license": _known_licence(described.licence),
        "task_categories": ["token-classification"],
    } | ({"configs": [{"config_name": "default", "data_files": data}]} if data else {})
    return ["---", *(f"{key}: {msgspec.json.encode(value).decode()}" for key, value in head.items()), "---", ""]


def _known_licence(licence: str) -> str:
    """Return a licence as the hub of Hugging Face writes it: SPDX identifiers in small letters."""
    return licence.lower().replace(" ", "-") or "unknown"


def _agreement(project: Project, described: Described) -> list[str]:
    """Return how far the people of the set agree, where two of them have done the same documents."""
    if len(described.layers) < 2:
        return []
    # here and not above: scipy takes a second, and most sets are of one person
    from annotator.workflow.agreeing import spoken_figures

    names = [person.name for person in project.annotators() if person.id in described.layers]
    documents, figures = spoken_figures(project, names)
    if not figures:
        return []
    rows = [f"| {f.measure} | {f.value:.3f} | {f.n} |" for f in figures if f.value is not None]
    said = f"On {documents} documents that two annotators at least have done, all labels together:"
    return ["## Agreement", "", said, "", "| measure | value | spans compared |", "|---|---|---|", *rows, ""]


def _labels(described: Described) -> list[str]:
    return sorted(set().union(*described.labels.values()))


def _row(name: str, described: Described) -> str:
    counts = described.labels[name]
    cells = (described.parts[name], counts.total(), *(counts[label] for label in _labels(described)))
    return f"| {name} | " + " | ".join(map(str, cells)) + " |"
