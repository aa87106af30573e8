"""What was computed of a document's agreement is kept in the project, and never wrong."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.agreement.arrays import Floats
from annotator.agreement.disorder import Settings, document_disorder
from annotator.agreement.study import Study
from annotator.model.document import Document
from annotator.model.edits import Edit
from annotator.store.project import Project
from annotator.workflow import remembering
from annotator.workflow.remembering import open_to_remember
from tests.workflow.laying import CLAIM, WHO, measured


def test_what_was_computed_is_kept_until_a_layer_changes(
    project: Project, documents: list[Document], lay: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for document in documents[:3]:
        lay("Anna", document, (*CLAIM, "claim"), (*WHO, "opinion"))
        (spare,) = lay("Ben", document, (*CLAIM, "claim"))
    first = measured(project)
    entries = project.entry_count()
    computed: list[int] = []

    def compute(study: Study, document: int, settings: Settings) -> Floats:
        computed.append(document)
        return document_disorder(study, document, settings)

    monkeypatch.setattr(remembering, "document_disorder", compute)
    assert measured(project).measures == first.measures
    assert (computed, project.entry_count()) == ([], entries)
    project.log(Edit(spare, None), by=project.annotator("Ben").id)
    changed = measured(project)
    assert computed == [2]
    assert changed.measures != first.measures


def test_a_kept_row_that_was_tampered_with_is_computed_again(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for name in ("Anna", "Ben"):
        lay(name, documents[0], (*CLAIM, "claim"))
    first = measured(project)
    with project.writing() as connection:
        connection.exec_driver_sql("UPDATE statistic SET numbers = x'0000'")
    assert measured(project).measures == first.measures


def test_an_older_file_is_not_changed_by_being_measured(tmp_path: Path) -> None:
    old = tmp_path / "old.annotator"
    old.write_bytes(gzip.decompress((Path(__file__).parents[1] / "store" / "version_1.annotator.gz").read_bytes()))
    before = old.read_bytes()
    with open_to_remember(old) as project:
        assert project.read_only
    assert old.read_bytes() == before


def test_a_project_that_is_free_is_opened_to_keep_what_is_computed(project: Project) -> None:
    project.close()
    with open_to_remember(project.path) as opened:
        assert not opened.read_only


def test_a_project_open_for_reading_only_is_measured_and_left_alone(
    project: Project, documents: list[Document], lay: Callable[..., Any]
) -> None:
    for name in ("Anna", "Ben"):
        lay(name, documents[0], (*CLAIM, "claim"))
    with open_to_remember(project.path) as reader:
        assert reader.read_only
        measured(reader)
    with project.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM statistic").scalar() == 0
