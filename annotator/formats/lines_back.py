"""Writing line by line, and reading every line back: what stands on the disk is what was meant."""

from collections.abc import Iterable
from pathlib import Path

from annotator.formats.writing import WriteError


def write_lines(path: Path, lines: Iterable[bytes]) -> None:
    """Write lines without their ends, and read them back. Raises WriteError."""
    hashes = []
    with path.open("wb") as file:
        for line in lines:
            file.write(line + b"\n")
            hashes.append(hash(line))
    with path.open("rb") as file:
        for number, (line, meant) in enumerate(zip(file, hashes, strict=True), 1):
            if hash(line[:-1]) != meant:
                raise WriteError("Line {line} does not read back as it was written.", line=number)
