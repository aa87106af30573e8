"""Whole or not at all: a data set is written beside its place, synced, read back, and only then put there."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.model.told import Told


class WriteError(Told):
    """A data set that could not be written, or does not read back as it was meant. The old one stands untouched."""


@contextmanager
def all_written(outs: tuple[Path, ...]) -> Iterator[dict[Path, Path]]:
    """Give a path beside each of several; on leaving without an error all take their places.

    Raises WriteError for what the system refuses, such as a full disk.
    """
    stamp = uuid.uuid4().hex[:8]
    beside = {out: out.with_name(f".{out.name}.{stamp}.new") for out in outs}
    try:
        for folder in {out.parent for out in outs}:
            folder.mkdir(parents=True, exist_ok=True)
        yield beside
        for path in beside.values():
            sync(path)
        for out, path in beside.items():
            path.replace(out)
        for folder in {out.parent for out in outs}:
            sync(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(
            "“{file}” could not be written: {reason}. What stood there still does.", file=outs[0].name, reason=reason
        ) from error
    finally:
        for path in beside.values():
            with suppress(FileNotFoundError):
                path.unlink()


def sync(path: Path) -> None:
    """Force a file or folder to the disk."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
