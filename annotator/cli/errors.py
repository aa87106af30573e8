"""From errors to exit codes: 2 for wrong usage or input, 3 for a project or a disk that cannot be used.

Each is told in one sentence. What is our own fault ends with 70, and its traceback is kept in a file.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from annotator.model.told import Told
from annotator.store.errors import (
    DiskFails,
    DiskFull,
    ProjectDamaged,
    ProjectInUse,
    ProjectMoved,
    ProjectReadOnly,
    ProjectTooNew,
    disk_is_full,
)
from annotator.workflow.mishaps import keep_trace

_PROJECT = (ProjectInUse, ProjectDamaged, ProjectTooNew, ProjectReadOnly, ProjectMoved, DiskFull, DiskFails)
USAGE, PROJECT, OURS, STOPPED = 2, 3, 70, 130


@contextmanager
def told() -> Iterator[None]:
    """Turn what went wrong into one sentence on stderr and an exit code."""
    try:
        yield
    except (typer.Exit, BrokenPipeError):  # whoever reads our output has had enough
        raise
    except (Told, ValueError, OSError) as error:
        say(_sentence(error))
        raise typer.Exit(PROJECT if _of_the_project(error) else USAGE) from error
    except KeyboardInterrupt as error:
        say("stopped; what was finished is kept.")
        raise typer.Exit(STOPPED) from error
    except Exception as error:
        say(f"this is a fault of the program, not yours ({type(error).__name__}); {_kept(error)}")
        raise typer.Exit(OURS) from error


def say(sentence: str) -> None:
    """Say one sentence on stderr."""
    print("annotator:", " ".join(sentence.split()), file=sys.stderr)


def _of_the_project(error: Exception) -> bool:
    """Tell whether the project or the disk is the reason; a full disk may lie behind an error of any kind."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, _PROJECT) or (isinstance(cause, OSError) and disk_is_full(cause)):
            return True
        cause = cause.__cause__
    return False


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"“{error.filename}”: {error.strerror}." if error.filename else f"{error.strerror}."
    return str(error)


def _kept(error: BaseException) -> str:
    path = keep_trace(error)
    return f"what happened is in {path}." if path else "it could not be written down."
