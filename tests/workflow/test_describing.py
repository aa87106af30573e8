"""The card of a data set and its Croissant: licence, version, date and agreement, all from the project alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.model.document import Document
from annotator.store.project import Project
from annotator.workflow.exporting import Wanted, export
from tests.workflow.laying import CLAIM


@pytest.fixture
def full(project: Project, documents: list[Document], lay: Callable[..., Any]) -> Project:
    """Return a project with the same span of two people on two documents, done."""
    for name in ("Anna", "Ben"):
        for document in documents[:2]:
            lay(name, document, (*CLAIM, "claim"))
    return project


def card(project: Project, out: Path, wanted: Wanted) -> str:
    export(project, out, wanted)
    return (out / "README.md").read_text(encoding="utf-8")


def test_the_agreement_of_the_people_of_the_set_is_on_its_card(full: Project, tmp_path: Path) -> None:
    text = card(full, tmp_path / "both", Wanted("jsonl"))
    assert "## Agreement" in text
    assert "On 2 documents that two annotators at least have done" in text
    assert "| span_f1_exact | 1.000 |" in text
    assert "Anna" not in text
    assert "## Agreement" not in card(full, tmp_path / "one", Wanted("jsonl", annotators=("Anna",)))


def test_people_without_a_document_in_common_have_no_agreement(
    project: Project, documents: list[Document], lay: Callable[..., Any], tmp_path: Path
) -> None:
    for name, document in zip(("Anna", "Ben"), documents, strict=False):
        lay(name, document, (*CLAIM, "claim"))
    assert "## Agreement" not in card(project, tmp_path / "set", Wanted("jsonl"))


def test_the_licence_is_that_of_the_project_unless_another_is_said(full: Project, tmp_path: Path) -> None:
    assert "- Licence: not stated" in card(full, tmp_path / "a", Wanted("jsonl"))
    full.set_setting("licence", "CC0-1.0")
    text = card(full, tmp_path / "b", Wanted("jsonl"))
    assert "- Licence: CC0-1.0" in text
    assert 'license: "cc0-1.0"' in text
    assert "- Licence: ODbL-1.0" in card(full, tmp_path / "c", Wanted("jsonl", licence="ODbL-1.0"))


def test_croissant_has_licence_version_and_date_of_the_newest_entry(full: Project, tmp_path: Path) -> None:
    wanted = Wanted("huggingface", licence="CC-BY-4.0")
    for name in ("a", "b"):
        export(full, tmp_path / name, wanted)
    told = json.loads((tmp_path / "a" / "croissant.json").read_bytes())
    assert (told["license"], told["version"]) == ("CC-BY-4.0", f"1.0.{full.entry_count()}")
    assert told["datePublished"][:2] == "20"
    assert (tmp_path / "a" / "croissant.json").read_bytes() == (tmp_path / "b" / "croissant.json").read_bytes()
