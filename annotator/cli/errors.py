"""From errors to exit codes: 2 for wrong usage or input, 3 for a project that cannot be used; one sentence each."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from annotator.model.told import Told
from annotator.store.errors import (
    DiskFull,
    NotAProject,
    ProjectDamaged,
    ProjectInUse,
    ProjectMoved,
    ProjectReadOnly,
    ProjectTooNew,
)

_PROJECT = (ProjectInUse, ProjectDamaged, ProjectTooNew, ProjectReadOnly, ProjectMoved, DiskFull)


@contextmanager
def told() -> Iterator[None]:
    """Turn what went wrong into one sentence on stderr and an exit code."""
    try:
        yield
    except (Told, ValueError, OSError) as error:
        print(f"annotator: {error}", file=sys.stderr)
        in_use = isinstance(error, _PROJECT) and not isinstance(error, NotAProject)
        raise typer.Exit(3 if in_use else 2) from error
    except KeyboardInterrupt as error:
        print("annotator: stopped; what was finished is kept.", file=sys.stderr)
        raise typer.Exit(130) from error
