"""The card of a data set: what is in it, labels, how many people, which guideline, how it is split, what is missing.

Markdown with the YAML head of a Hugging Face card, https://huggingface.co/docs/hub/datasets-cards. Annotators are
known by a letter and number, never by name.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from annotator.formats.registry import Format
from annotator.model.scheme import name_in
from annotator.model.told import Sentence
from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Described:
    """What a card tells of an export: files and documents of each part, spans by label, layers of each annotator."""

    format: Format
    files: Mapping[str, Path]
    parts: Mapping[str, int]
    labels: Mapping[str, Counter[str]]
    layers: Sequence[int]
    losses: Sequence[Sentence]
    seed: int


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
        f"- Licence: {project.setting('licence') or 'not stated'}",
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
        *(f"- A{n}: {count} layers" for n, count in enumerate(described.layers, 1)),
        "",
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
        "license": project.setting("licence") or "unknown",
        "task_categories": ["token-classification"],
    } | ({"configs": [{"config_name": "default", "data_files": data}]} if data else {})
    return ["---", *(f"{key}: {msgspec.json.encode(value).decode()}" for key, value in head.items()), "---", ""]


def _labels(described: Described) -> list[str]:
    return sorted(set().union(*described.labels.values()))


def _row(name: str, described: Described) -> str:
    counts = described.labels[name]
    cells = (described.parts[name], counts.total(), *(counts[label] for label in _labels(described)))
    return f"| {name} | " + " | ".join(map(str, cells)) + " |"
