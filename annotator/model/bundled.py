"""Where the data that ships with the program lies: beside the package in a checkout, inside it when installed."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def bundled(folder: str) -> Traversable:
    """Return ``resources`` or ``seeds``, wherever this installation has it.

    Raises FileNotFoundError when the installation is incomplete.
    """
    inside = files("annotator").joinpath(folder)
    if inside.is_dir():
        return inside
    beside = Path(__file__).resolve().parents[2] / folder
    if beside.is_dir():
        return beside
    raise FileNotFoundError(f"the program's {folder} are missing: install it again")
