"""Whole or not at all: a data set is written beside its place, synced, read back, and only then put there."""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.model.told import Told


class WriteError(Told):
    """A data set that could not be written, or does not read back as it was meant. The old one stands untouched."""


@contextmanager
def all_written(outs: tuple[Path, ...]) -> Iterator[dict[Path, Path]]:
    """Give a path beside each of several files or folders; on leaving without an error all take their places.

    What was not written beside goes from its place too. Raises WriteError for what the system refuses, such as a full
    disk.
    """
    stamp = uuid.uuid4().hex[:8]
    beside = {out: out.with_name(f".{out.name}.{stamp}.new") for out in outs}
    try:
        for folder in {out.parent for out in outs}:
            folder.mkdir(parents=True, exist_ok=True)
        yield beside
        for path in beside.values():
            for inside in sorted(path.rglob("*")):
                sync(inside)
            if path.exists():
                sync(path)
        for out, path in beside.items():
            _put(path, out)
        for folder in {out.parent for out in outs}:
            sync(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(
            "“{file}” could not be written: {reason}. What stood there still does.", file=outs[0].name, reason=reason
        ) from error
    finally:
        for path in beside.values():
            _remove(path)


def _put(path: Path, out: Path) -> None:
    """Put what was written in its place; a folder that stands there is moved aside first, and goes last."""
    aside = path.with_suffix(".old")
    if out.is_dir():
        out.replace(aside)
    if path.exists():
        path.replace(out)
    else:
        _remove(out)
    _remove(aside)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Force a file or folder to the disk."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
