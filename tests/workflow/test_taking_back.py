"""A merge that is taken back: time that was only noted on what came with it goes with it, and comes again with it."""

from pathlib import Path

from annotator.store.checking import check
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.merging import take_back
from tests.workflow.exchange import make_project, tables
from tests.workflow.test_merging import merged


def look(path: Path, who: str, seconds: int) -> None:
    """Note time that somebody has spent on the first document."""
    with Project.open(path) as project:
        session = Annotating(project, project.annotator(who))
        session.open(project.documents()[0].id)
        session.spend(seconds)


def test_time_spent_on_what_came_keeps_no_merge_from_being_taken_back(lead: Path, ben: Path, tmp_path: Path) -> None:
    merged(lead, ben)
    look(lead, "Ben", 5)
    whole = tables(lead)
    with Project.open(lead) as project:
        take_back(project)
        assert check(project) == ()
        assert {layer.annotator.name for layer in project.all_labelled()} == {"Anna"}
    onward = tmp_path / "onward.annotator"
    make_project(onward)
    merged(onward, lead)
    with Project.open(onward) as project:
        assert check(project) == ()
    merged(lead, ben)
    with Project.open(lead) as project:
        assert check(project) == ()
    assert tables(lead) == whole


def test_redo_brings_a_merge_and_the_time_spent_since(lead: Path, ben: Path) -> None:
    with Project.open(lead) as project:
        anna = project.annotator("Anna")
    merged(lead, ben, by=anna)
    look(lead, "Ben", 5)
    whole = tables(lead)
    with Project.open(lead) as project:
        session = Annotating(project, anna)
        session.undo()
        session.redo()
        assert check(project) == ()
    assert tables(lead) == whole
