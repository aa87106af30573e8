"""An export in another process: counted first, whole in the end, and nothing of it where it was stopped."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.formats.writing import WriteError
from annotator.model.document import Document
from annotator.store.project import Project
from annotator.workflow.exporting import Preview, Staged, Wanted, export, preview
from annotator.workflow.exporting_apart import ExportingApart, PreviewingApart, finish, preview_apart, stage_apart
from annotator.workflow.reading_apart import ReadingApart
from tests.workflow.laying import CLAIM


@pytest.fixture
def full(project: Project, documents: list[Document], lay: Callable[..., Any]) -> Project:
    """Return a project with a span of Anna's on each document."""
    for document in documents:
        lay("Anna", document, (*CLAIM, "claim"))
    return project


def everything(reading: ReadingApart) -> list[object]:
    found: list[object] = []
    while not reading.done:
        found += reading.poll(wait_seconds=0.2)
    return found


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_written_apart_is_what_is_written_here(full: Project, tmp_path: Path) -> None:
    work = ExportingApart(full, tmp_path / "apart", Wanted("jsonl"))
    *_, staged = everything(work)
    assert isinstance(staged, Staged)
    assert all(name.startswith(".") for name in names(tmp_path / "apart"))
    assert finish(staged) == export(full, tmp_path / "here", Wanted("jsonl"))
    for name in names(tmp_path / "here"):
        assert (tmp_path / "apart" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()


def test_an_export_that_is_stopped_leaves_nothing(full: Project, tmp_path: Path) -> None:
    stopped = ExportingApart(full, tmp_path / "again", Wanted("brat"))
    (tmp_path / "again").mkdir()
    left = tmp_path / "again" / f".all.{stopped._stamp}.new"  # as a process that was killed leaves it
    left.mkdir()
    (tmp_path / "again" / f".report.json.{stopped._stamp}.new").write_text("half")
    stopped.stop()
    assert not (tmp_path / "again").exists()


def test_what_cannot_be_exported_is_told_and_leaves_nothing(full: Project, tmp_path: Path) -> None:
    work = ExportingApart(full, tmp_path / "apart", Wanted("jsonl", annotators=("Nobody",)))
    assert everything(work) == []
    assert "Nobody named" in str(work.error)
    assert not (tmp_path / "apart").exists()


def test_the_preview_comes_from_another_process_too(full: Project) -> None:
    wanted = Wanted("conll2003")
    (found,) = everything(PreviewingApart(full, wanted))
    assert isinstance(found, Preview)
    assert found == preview(full, wanted)


def test_inside_the_process_steps_come_before_the_set(full: Project, tmp_path: Path) -> None:
    *steps, staged = stage_apart(full, tmp_path / "set", Wanted("jsonl"), "stamp")
    assert isinstance(staged, Staged)
    assert all(isinstance(step, tuple) for step in steps)
    assert list(preview_apart(full, Wanted("jsonl"))) == [preview(full, Wanted("jsonl"))]


def test_a_place_that_cannot_be_taken_keeps_what_stood_there(full: Project, tmp_path: Path) -> None:
    *_, staged = stage_apart(full, tmp_path / "set", Wanted("jsonl"), "stamp")
    assert isinstance(staged, Staged)
    (tmp_path / "set" / "all.jsonl").mkdir()
    (tmp_path / "set" / ".all.jsonl.stamp.old").write_text("in the way")
    with pytest.raises(WriteError):
        finish(staged)
    assert names(tmp_path / "set") == [".all.jsonl.stamp.old", "all.jsonl"]
