"""Several people by the command line: packs made, brought together, taken back; forks shown and settled."""

import json
import shutil
from pathlib import Path

import pytest

from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from tests.commands import Terminal
from tests.workflow.exchange import label, make_project


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    path = tmp_path / "lead.annotator"
    make_project(path)
    return path


@pytest.fixture
def packs(lead: Path, terminal: Terminal, tmp_path: Path) -> list[Path]:
    """Return the packs that Anna and Ben have got and worked in."""
    assert terminal("assign", lead, tmp_path, "--annotator", "Anna", "--annotator", "Ben", "--each", 2).code == 0
    found = []
    for name, labels in (("Anna", ("claim",)), ("Ben", ("claim", "opinion"))):
        found.append(tmp_path / f"{name.lower()}.annotator")
        label(found[-1], name, *labels)
    return found


def spans(path: Path) -> dict[str, int]:
    with Project.open(path, read_only=True) as project:
        return {labelled.annotator.name: len(labelled.spans) for labelled in project.all_labelled()}


def test_a_merge_shows_what_it_would_do_then_does_it_and_is_taken_back(
    terminal: Terminal, lead: Path, packs: list[Path]
) -> None:
    shown = json.loads(terminal("merge", lead, *packs, "--dry-run", "--json").out)
    assert (shown["merged"], spans(lead)) == (False, {})
    people = [layer["annotator"] for layer in shown["preview"]["layers"]]
    assert people == sorted(people)
    ran = terminal("merge", lead, *packs)
    assert (ran.code, spans(lead)) == (0, {"Anna": 1, "Ben": 2})
    assert "0 → 2" in ran.out
    again = terminal("merge", lead, *packs).out
    assert "Nothing new." in again
    assert "layers are the same here" in again
    assert "→" not in again, "what is the same is counted, not listed"
    assert "was taken back" in terminal("merge", lead, "--undo").out
    assert spans(lead) == {}


def test_one_bad_file_among_good_ones_and_nothing_is_merged(
    terminal: Terminal, lead: Path, packs: list[Path], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.annotator"
    bad.write_bytes(packs[0].read_bytes()[:9000])
    assert "“bad.annotator” is cut off" in terminal.refused("merge", lead, *packs, bad).err
    assert spans(lead) == {}
    assert "Name the files" in terminal.refused("merge", lead).err


def test_where_every_layer_is_refused_nothing_was_merged_and_why_is_said(
    terminal: Terminal, packs: list[Path], tmp_path: Path
) -> None:
    bare, empty = tmp_path / "bare.annotator", tmp_path / "empty.annotator"
    assert terminal("pack", packs[1], bare, "--annotator", "Ben", "--without-text").code == 0
    make_project(empty, texts=())
    ran = terminal.refused("merge", empty, bare)
    assert ran.code == 2
    assert "Nothing was merged" in ran.err
    assert "text is neither here nor in the file" in ran.err


def test_what_would_be_lost_waits_for_a_yes(terminal: Terminal, lead: Path, packs: list[Path]) -> None:
    terminal("merge", lead, *packs)
    with Project.open(packs[1]) as project:
        session = Annotating(project, project.annotator("Ben"))
        session.erase(session.open(project.documents()[0].id).spans[0].id)
    assert "would lose 1 of 2 spans" in terminal.refused("merge", lead, packs[1]).err
    assert terminal("merge", lead, packs[1], "--accept-loss").code == 0
    assert spans(lead)["Ben"] == 1


def test_a_fork_is_shown_and_settled_by_its_owner(
    terminal: Terminal, lead: Path, packs: list[Path], tmp_path: Path
) -> None:
    laptop = Path(shutil.copy(packs[0], tmp_path / "laptop.annotator"))
    for path, note in ((packs[0], "desk"), (laptop, "train")):
        with Project.open(path) as project:
            session = Annotating(project, project.annotator("Anna"))
            session.set_note(session.open(project.documents()[0].id).spans[0].id, note)
    assert "a fork to settle" in terminal("merge", lead, packs[0], laptop).out
    shown = json.loads(terminal("forks", lead, "--json").out)
    assert [len(fork["sides"]) for fork in shown["forks"]] == [2]
    assert terminal.refused("forks", lead, "--keep", "both").code == 2
    assert "1 forks settled" in terminal("forks", lead, "--keep", "both", "--annotator", "Anna").out
    assert "0 forks to settle" in terminal("forks", lead).out
