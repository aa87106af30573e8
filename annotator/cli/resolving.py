"""The command for spans of files that stand elsewhere than their file says: listed, placed, or left out."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.errors import told
from annotator.cli.output import emit


def unresolved(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project file.")],
    place: Annotated[str, typer.Option(metavar="ID", help="Put this span at a place.")] = "",
    at: Annotated[str, typer.Option(metavar="START-END", help="The place; else the only one there is.")] = "",
    label: Annotated[str, typer.Option(help="Its label here; else what is known of the file's own.")] = "",
    leave_out: Annotated[str, typer.Option(metavar="ID", help="Leave this span out for good.")] = "",
    json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout and nothing else.")] = False,
) -> None:
    """List the spans whose words stand elsewhere than their file says, or settle one of them."""
    from annotator.store.project import Project
    from annotator.workflow.resolving import leave_out as leave
    from annotator.workflow.resolving import one_waiting, parse_place, place_span, waiting

    with told(), Project.open(project, read_only=not (place or leave_out)) as opened:
        if place:
            one = one_waiting(opened, place)
            place_span(opened, one.span, parse_place(at, one), label=label or one.label)
        if leave_out:
            leave(opened, one_waiting(opened, leave_out).span)
        emit(waiting(opened), _told, as_json=json)


def _told(found: object) -> None:
    from annotator.workflow.resolving import Waiting

    assert isinstance(found, tuple)
    for one in found:
        assert isinstance(one, Waiting)
        span = one.span
        print(f"{span.id}  {span.where}  ({span.annotator}, {span.label})")
        print(f"  {span.why}")
        for place in one.places:
            context = f"{place.before}[{place.words}]{place.after}"
            print(f"  {place.start}-{place.end}  {' '.join(context.split())}")
    print(f"{len(found)} spans wait to be settled.")
