"""Making a project, and the demo project that ships."""

from pathlib import Path

from annotator.model.bundled import bundled
from annotator.model.told import Told
from annotator.store.project import Project
from annotator.store.schemes import check_scheme


class NoSuchScheme(Told):
    """A scheme that neither ships nor is a file."""


def new_project(path: Path, *, title: str = "", scheme: str = "factcheck", language: str = "fr") -> Project:
    """Make an empty project with a scheme that ships or a JSON file's, and open it.

    Raises NoSuchScheme, SchemeError or StoreError; no file is left then.
    """
    wanted = scheme_bytes(scheme)
    check_scheme(wanted)
    return Project.create(path, scheme=wanted, title=title, language=language)


def scheme_bytes(name: str) -> bytes:
    """Return the JSON of a scheme by name or path."""
    if name.endswith(".json"):
        try:
            return Path(name).read_bytes()
        except OSError as error:
            raise NoSuchScheme(
                "The scheme “{name}” cannot be read: {reason}.", name=name, reason=error.strerror
            ) from error
    inside = bundled("resources").joinpath("schemes", f"{name}.json")
    if not inside.is_file():
        raise NoSuchScheme("There is no scheme “{name}”.", name=name)
    return inside.read_bytes()
