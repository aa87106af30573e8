"""Files that are zip archives inside (DOCX, ODT, EPUB, XLSX): opened with limits, so that a bomb stays packed."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from annotator.model.told import Told

LARGEST = 256 << 20
"""Bytes of everything in an archive, unpacked."""
LARGEST_PART = 96 << 20
MOST_PARTS = 20_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class ArchiveError(Told):
    """A packed file that cannot be opened, or that nobody should open."""


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Give the archive of a packed file. Raises ArchiveError."""
    with path.open("rb") as file:
        if file.read(len(_OLD_OFFICE)) == _OLD_OFFICE:
            raise ArchiveError(
                "It is encrypted, or in the old format of Office: save it without a password in the new format."
            )
    with _checked(path) as archive:
        yield archive


@contextmanager
def opened_inside(archive: zipfile.ZipFile, name: str) -> Iterator[zipfile.ZipFile]:
    """Give an archive that is a part of another. Raises ArchiveError."""
    with _checked(BytesIO(part(archive, name))) as inner:
        yield inner


@contextmanager
def _checked(file: Path | BytesIO) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            _check(archive)
            yield archive
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError) as error:
        raise ArchiveError("It is broken or cut short: {reason}", reason=error) from error


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return one part of an archive. Raises ArchiveError for one that is not there, or is encrypted."""
    try:
        return archive.read(name)
    except KeyError as error:
        raise ArchiveError("It is not what its name says: “{part}” is missing in it.", part=name) from error
    except RuntimeError as error:
        raise ArchiveError("It is encrypted: save it without a password.") from error
    except (zipfile.BadZipFile, zlib.error) as error:
        raise ArchiveError("It is broken or cut short: {reason}", reason=error) from error


def _check(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    sizes = [one.file_size for one in parts]
    if len(parts) > MOST_PARTS or sum(sizes) > LARGEST or max(sizes, default=0) > LARGEST_PART:
        raise ArchiveError("Unpacked it would take {count} million bytes: it is not opened.", count=sum(sizes) >> 20)
