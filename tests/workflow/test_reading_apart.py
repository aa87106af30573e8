"""Reading a project in another process: what comes back, and what is said when it cannot be read."""

import tempfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from annotator.model.document import Document
from annotator.store.project import Project
from annotator.workflow.agreeing import Report, measure_apart
from annotator.workflow.reading_apart import Order, ReadingApart, read
from tests.workflow.laying import CLAIM, measured


def titles(project: Project, mark: str) -> Iterator[object]:
    """Yield the titles of a project's documents."""
    for document in project.documents():
        yield document.title + mark


def test_what_is_found_in_another_process_comes_back_in_order(
    project: Project, file_text: Callable[[str], Document]
) -> None:
    held = [file_text(text).title + "!" for text in ("Un.", "Deux.", "Trois.")]
    assert _all(ReadingApart(project, titles, "!")) == held


def test_a_file_that_is_gone_is_told(project: Project) -> None:
    project.path.unlink()
    reading = ReadingApart(project, titles, "!")
    assert _all(reading) == []
    assert "There is no file" in str(reading.error)


def test_the_process_reads_a_copy_in_the_folder_that_it_is_given(
    project: Project, file_text: Callable[[str], Document], monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    document = file_text("Un.")
    steps = read(None, Order(titles, project.path, ("",), str(tmp_path)))
    assert next(steps) == document.title
    assert [path.name for path in tmp_path.rglob("annotator-*/*")] == [project.path.name]


def test_measuring_apart_gives_counts_first_and_in_the_end_what_measuring_here_gives(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for name in ("Anna", "Ben", "Zoé"):
        for document in documents[:2]:
            lay(name, document, (*CLAIM, "claim"))
    with Project.open(project.path, read_only=True) as copy:
        first, *steps, rest, report = list(measure_apart(copy, "document"))
    assert isinstance(first, Report)
    assert (first.documents, first.pairs, {one.measure for one in first.measures}) == (
        2,
        (),
        {"span_f1_exact", "span_f1_overlap"},
    )
    assert [step for step in steps if isinstance(step, tuple)] == [(n, 8) for n in range(9)]
    assert [len(rows) for made in (*steps, rest) if isinstance(made, dict) for rows in made.values()] == [2, 2, 2, 2]
    assert report == measured(project, by="document")


def _all(reading: ReadingApart) -> list[object]:
    found: list[object] = []
    while not reading.done:
        found += reading.poll(wait_seconds=0.2)
    return found
