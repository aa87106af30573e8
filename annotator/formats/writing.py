"""Whole or not at all: a data set is written beside its place, synced, read back, and only then put there."""

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.model.told import Told


class WriteError(Told):
    """A data set that could not be written, or does not read back as it was meant. The old one stands untouched."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Where files and folders are written before they are put in their places: known by a stamp in their names."""

    outs: tuple[Path, ...]
    stamp: str

    @property
    def paths(self) -> dict[Path, Path]:
        """Return, for each place, the path beside it."""
        return {out: out.with_name(f".{out.name}.{self.stamp}.new") for out in self.outs}


@contextmanager
def written_beside(beside: Beside) -> Iterator[dict[Path, Path]]:
    """Give a path beside each of several places; without an error all that was written there is forced to the disk.

    Raises WriteError for what the system refuses, such as a full disk; nothing is left beside then.
    """
    paths = beside.paths
    try:
        with _told(beside):
            for folder in {out.parent for out in beside.outs}:
                folder.mkdir(parents=True, exist_ok=True)
            yield paths
            for path in paths.values():
                for inside in sorted(path.rglob("*")):
                    sync(inside)
                if path.exists():
                    sync(path)
    except BaseException:
        forget(beside)
        raise


def put(beside: Beside) -> None:
    """Let all that was written beside take its place; what was not goes from its place too. Raises WriteError."""
    try:
        with _told(beside):
            for out, path in beside.paths.items():
                _put(path, out)
            for folder in {out.parent for out in beside.outs}:
                sync(folder)
    finally:
        forget(beside)


def forget(beside: Beside) -> None:
    """Take away what was written beside."""
    for path in beside.paths.values():
        # where the system refuses, it has refused the writing too, which is what is told
        with suppress(OSError):
            _remove(path)


@contextmanager
def all_written(outs: tuple[Path, ...]) -> Iterator[dict[Path, Path]]:
    """Give a path beside each of several files or folders; on leaving without an error all take their places."""
    beside = Beside(outs, new_stamp())
    with written_beside(beside) as paths:
        yield paths
    put(beside)


def new_stamp() -> str:
    """Return a stamp that no other writing has."""
    return uuid.uuid4().hex[:8]


@contextmanager
def _told(beside: Beside) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        name = beside.outs[0].name
        raise WriteError(
            "“{file}” could not be written: {reason}. What stood there still does.", file=name, reason=reason
        ) from error


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
