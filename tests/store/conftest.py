"""A project on disk with something of everything in it."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from annotator.formats.registry import Reading
from annotator.model.highlights import Found, Highlights
from annotator.model.segments import plain_segmentation
from annotator.workflow.annotating import Annotating
from annotator.workflow.filing import Filing
from annotator.workflow.preparing import Prepared, Source, read_and_prepare
from annotator.workflow.starting import new_project

TEXT = "Selon la capitainerie, trois grues sont tombées mardi soir sur le quai nord de Norvik. 🙂"
OTHER = "Un quai, deux grues."


def at(words: str, **more: object) -> dict[str, object]:
    """Return where words stand in the text, as a line of JSON Lines says it."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, **more}


def uuid(number: int) -> str:
    """Return an id that is easy to read."""
    return f"00000000-0000-4000-8000-{number:012d}"


LINES: tuple[dict[str, Any], ...] = (
    {
        "text": TEXT,
        "annotator": "Anna",
        "status": "done",
        "seconds": 90,
        "spans": [
            at("Selon la capitainerie", id=uuid(1), label="attribution"),
            at("trois grues sont tombées", id=uuid(2), label="claim", note="à revoir", attributes={"priority": "high"}),
        ],
        "links": [
            {"id": uuid(3), "type": "content", "source": uuid(1), "target": uuid(2)},
            {"id": uuid(4), "type": "evidence", "source": uuid(2), "target": uuid(5)},
        ],
        "evidence": [{"id": uuid(5), "record": {"url": "https://example.org"}}],
        "entities": [at("Norvik", label="LOC", status="confirmed"), at("mardi soir", label="DATE")],
    },
    {"text": TEXT, "annotator": "gold", "status": "done", "spans": [at("trois grues", label="verified_fact")]},
    {"text": OTHER, "annotator": "Anna", "spans": [[0, 7, "opinion"]]},
)


def write_lines(path: Path) -> Path:
    """Write the lines to a file."""
    path.write_bytes(b"\n".join(map(msgspec.json.encode, LINES)))
    return path


def fill(path: Path) -> None:
    """Make a project with the lines in it, an undone gesture, and highlights of the first text."""
    source = write_lines(path.with_suffix(".jsonl"))
    with new_project(path, title="Essai") as project:
        filing = Filing(project)
        for found in read_and_prepare(None, Source(source, "", Reading())):
            assert isinstance(found, Prepared)
            filing.add(found)
        filing.flush()
        assert filing.filed.refused == []
        session = Annotating(project, project.annotator("Anna"))
        first = project.documents()[0].id
        session.open(first)
        session.make_span(0, 5, "opinion")
        session.undo()
        start = TEXT.index("mardi")
        found_by_rule = Found("DATE", start, start + 10, "rule")
        project.set_highlights(first, TEXT, Highlights(plain_segmentation(TEXT), (found_by_rule,)))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of such a project."""
    path = tmp_path_factory.mktemp("filled") / "p.annotator"
    fill(path)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, filled: bytes) -> Path:
    """Return a project file of the test's own."""
    path = tmp_path / "p.annotator"
    path.write_bytes(filled)
    return path
