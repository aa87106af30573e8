"""The commands about where documents come from: families of near copies, and the pages they were read from."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.errors import told
from annotator.cli.output import emit

ProjectPath = Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file.")]


def families(
    project: ProjectPath, json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False
) -> None:
    """List documents that are near copies of one another, such as one agency's copy in several outlets."""
    from annotator.store.project import Project
    from annotator.workflow.families import described

    with told(), Project.open(project, read_only=True) as opened:
        emit({"families": described(opened)}, _told, as_json=json)


def page(
    project: ProjectPath,
    document: Annotated[str, typer.Argument(help="The id of a document, as exports and --json have it.")],
    out: Annotated[Path, typer.Argument(help="A file that is not there yet.")],
) -> None:
    """Write the page that a document was read from, byte for byte, so that it can be read again."""
    from annotator.store.project import Project
    from annotator.workflow.pages import write_page

    with told(), Project.open(project, read_only=True) as opened:
        print(write_page(opened, document, out))


def _told(result: object) -> None:
    assert isinstance(result, dict)
    for family in result["families"]:
        for one in family["documents"]:
            known = " · ".join(filter(None, (one["title"], one["source"], one["published"])))
            print(f"  {round(100 * one['share']):3} %  {one['document']}  {known}")
        print()
    print(f"{len(result['families'])} families", file=sys.stderr)
