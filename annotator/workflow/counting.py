"""Counting a project: documents, progress, spans by label and annotator, time."""

from collections import Counter

from annotator.store.project import Project
from annotator.store.unresolved import count_unresolved


def statistics(project: Project) -> dict[str, object]:
    """Return the counts of a project, ready for JSON."""
    documents = project.documents()
    people: dict[str, dict[str, object]] = {}
    labels: dict[str, Counter[str]] = {}
    for labelled in project.all_labelled():
        name = labelled.annotator.name
        row = people.setdefault(
            name,
            {
                "annotator": name,
                "layers": 0,
                "new": 0,
                "in_progress": 0,
                "done": 0,
                "flagged": 0,
                "spans": 0,
                "seconds": 0,
            },
        )
        for key, more in (
            ("layers", 1),
            (labelled.layer.status, 1),
            ("spans", len(labelled.spans)),
            ("seconds", labelled.seconds),
        ):
            row[key] = int(str(row[key])) + more
        labels.setdefault(name, Counter()).update(span.label for span in labelled.spans)
    return {
        "annotators": [row | {"labels": dict(sorted(labels[name].items()))} for name, row in sorted(people.items())],
        "characters": sum(document.length for document in documents),
        "documents": len(documents),
        "entries": project.entry_count(),
        "highlighted": len(documents) - len(project.without_highlights()),
        "scheme": f"{project.scheme.id} {project.scheme.version}",
        "title": project.setting("title"),
        "unresolved": count_unresolved(project),
    }
