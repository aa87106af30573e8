"""What comes in twice: the same spans in one file, and files that are imported again."""

import json
from pathlib import Path

import pytest

from annotator.store.project import Project
from annotator.workflow.importing import Importing

TEXT = "Le pont est miné, selon l’armée."


def brought(project: Project, *paths: Path) -> int:
    importing = Importing(project, paths, annotator="anna")
    for _ in importing.run():
        pass
    return importing.report.spans


@pytest.fixture
def brat(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = ["T1\tclaim 0 16\tLe pont est miné", "T2\tclaim 0 16\tLe pont est miné", "T3\tattribution 24 31\tl’armée"]
    lines += ["R1\tsource Arg1:T2 Arg2:T3"]
    (tmp_path / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "a.ann"


def test_identical_spans_of_a_file_come_in_each_and_once(project: Project, brat: Path) -> None:
    assert (brought(project, brat), brought(project, brat)) == (3, 0)
    (held,) = project.all_labelled()
    assert [span.label for span in held.spans] == ["claim", "claim", "attribution"]


def test_a_link_that_comes_later_goes_to_the_span_that_is_there(project: Project, brat: Path) -> None:
    ids = ("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222")
    spans = [{"id": id_, "label": "claim", "start": 0, "end": 16} for id_ in ids]
    earlier = brat.with_name("earlier.jsonl")
    earlier.write_text(json.dumps({"text": TEXT, "spans": spans}), encoding="utf-8")
    assert (brought(project, earlier), brought(project, brat)) == (2, 1)
    (held,) = project.all_labelled()
    assert [link.source for link in held.links] == [ids[1]]
