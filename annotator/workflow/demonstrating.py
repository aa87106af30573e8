"""The demo project: the sample articles that ship, with two example layers and a gold layer."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import as_file
from pathlib import Path

import msgspec
from platformdirs import user_documents_path

from annotator.formats.registry import Reading
from annotator.model.bundled import bundled
from annotator.model.edits import Edit
from annotator.store.project import Project
from annotator.workflow.importing import Importing
from annotator.workflow.starting import new_project

FILE = "demo.annotator"


def demo_path(folder: Path | None = None) -> Path:
    """Return where the demo project is, or will be."""
    return (folder or user_documents_path() / "Annotator") / FILE


def make_demo(path: Path) -> Iterator[str]:
    """Make the demo project, saying at each step what is being done; entities are not highlighted yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    yield "making the project"
    with new_project(path, title="Démonstration") as project, as_file(bundled("seeds")) as seeds:
        known = {item["file"]: item for item in msgspec.json.decode((seeds / "articles.json").read_bytes())}
        articles = [seeds / name for name in known]
        yield f"reading {len(articles)} articles"
        for article in articles:
            language = known.get(article.name, {}).get("language", "fr")
            for _ in Importing(project, [article], how=Reading(language=language)).run():
                pass
        _describe(project, articles, known)
        for layer in sorted((seeds / "layers").glob("*.jsonl")):
            yield f"reading the layer of {layer.stem}"
            for _ in Importing(project, [layer], annotator=layer.stem).run():
                pass


def _describe(project: Project, articles: list[Path], known: dict[str, dict[str, str]]) -> None:
    """Write what is known of each article over what was guessed."""
    edits = []
    for document, article in zip(project.documents(), articles, strict=True):
        item = known.get(article.name)
        if item:
            after = replace(
                document,
                title=item["title"],
                source=item["source"],
                published=item["published"],
                url=item.get("url", ""),
            )
            edits.append(Edit(document, after))
    changed = [edit for edit in edits if edit.before != edit.after]
    if changed:
        project.log(*changed)
