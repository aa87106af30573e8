"""Counting a project: documents, progress, spans by label and annotator, time."""

from typing import Any

from annotator.model.layer import STATUSES
from annotator.store.counts import count_documents, count_labels, count_layers
from annotator.store.project import Project
from annotator.store.unresolved import count_unresolved


def statistics(project: Project) -> dict[str, object]:
    """Return the counts of a project, ready for JSON."""
    documents, characters, highlighted = count_documents(project)
    return {
        "annotators": _people(project),
        "characters": characters,
        "documents": documents,
        "entries": project.entry_count(),
        "highlighted": highlighted,
        "scheme": f"{project.scheme.id} {project.scheme.version}",
        "title": project.setting("title"),
        "unresolved": count_unresolved(project),
    }


def _people(project: Project) -> list[dict[str, object]]:
    """Return everybody who has a layer, by name: layers by status, spans by label, seconds."""
    people: dict[str, dict[str, Any]] = {}
    for name, status, layers, seconds in count_layers(project):
        none: dict[str, Any] = {"annotator": name, "layers": 0} | dict.fromkeys(STATUSES, 0)
        row = people.setdefault(name, none | {"spans": 0, "seconds": 0, "labels": {}})
        row["layers"] += layers
        row[status] += layers
        row["seconds"] += seconds
    for name, label, spans in count_labels(project):
        people[name]["spans"] += spans
        people[name]["labels"][label] = spans
    return list(people.values())
