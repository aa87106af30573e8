"""Verifying our own arithmetic: computing the reference values of a file anew and comparing them."""

from pathlib import Path

import msgspec

from annotator.agreement.reference import Checked, VectorError, checked


def verify(path: Path) -> list[Checked]:
    """Return what came of each value of a file of vectors. Raises VectorError for a file that holds none."""
    try:
        content = msgspec.json.decode(path.read_bytes())
    except msgspec.DecodeError as error:
        raise VectorError("“{file}” is not JSON: {reason}.", file=path.name, reason=error) from error
    return checked(content)
