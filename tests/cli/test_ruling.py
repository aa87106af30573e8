"""Disagreements and rulings by command line: cases listed and picked out, ruled on by rule and one by one."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from tests.commands import Terminal
from tests.workflow.exchange import label, make_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a project in which three people have done one document: they agree on one span, differ on one."""
    made = tmp_path / "lead.annotator"
    make_project(made)
    for name, labels in (("Anna", ("claim", "claim")), ("Ben", ("claim", "opinion")), ("Chloé", ("claim", "claim"))):
        label(made, name, *labels)
        with Project.open(made) as project:
            session = Annotating(project, project.annotator(name))
            session.open(project.documents()[0].id)
            session.set_status("done")
    return made


def listed(terminal: Terminal, *arguments: object) -> list[Any]:
    found: list[Any] = json.loads(terminal("cases", *arguments, "--json").out)
    return found


def test_cases_are_listed_by_kind_label_and_people(terminal: Terminal, path: Path) -> None:
    assert [case["differences"] for case in listed(terminal, path)] == [[], ["label"]]
    assert [len(listed(terminal, path, *only)) for only in (
        ("--kind", "agreed"), ("--kind", "label"), ("--kind", "link"), ("--label", "opinion"),
        ("--annotator", "Ben"), ("--annotator", "Anna", "--annotator", "Chloé"), ("--document", "none"),
    )] == [1, 1, 0, 1, 1, 0, 0]  # fmt: skip
    told = terminal("cases", path).out
    assert "Ben: opinion: " in told
    assert "all agree; it waits" in told
    assert "no kind" in terminal.refused("cases", path, "--kind", "odd").err
    assert "no annotator" in terminal.refused("cases", path, "--annotator", "Zoé").err


def test_a_rule_is_looked_at_first_then_followed_and_taken_back(terminal: Terminal, path: Path) -> None:
    who = ("adjudicate", path, "--adjudicator", "Lea")
    before = path.read_bytes()
    assert (
        "2 would be ruled on"
        in terminal("adjudicate", path, "--adjudicator", "Lea", "--rule", "majority", "--dry-run").out
    )
    assert path.read_bytes() == before
    assert (
        "2 of 2 cases are ruled on; 2 gold spans"
        in terminal("adjudicate", path, "--adjudicator", "Lea", "--rule", "majority").out
    )
    assert listed(terminal, path, "--waiting") == []
    assert "1 changed" in terminal("adjudicate", path, "--adjudicator", "Lea", "--done").out
    assert "0 changed" in terminal(*who, "--done").out, "it is done already"
    for _ in range(2):
        terminal("adjudicate", path, "--adjudicator", "Lea", "--undo")
    assert len(listed(terminal, path, "--waiting")) == 2
    assert json.loads(terminal("check", path, "--json").out)["ok"]


def test_one_case_is_ruled_on_with_a_reason_and_a_second_adjudicator_does_not_see_it(
    terminal: Terminal, path: Path
) -> None:
    agreed, disputed = (case["id"] for case in listed(terminal, path))
    who = ("adjudicate", path, "--adjudicator", "Lea")
    why = ("--reason", "context", "--note", "so", "--precedent", "3", "--gap")
    terminal(*who, "--case", disputed, "--take", "Ben", *why)
    terminal(*who, "--case", agreed)
    first, second = (case["ruling"] for case in listed(terminal, path))
    assert first["spans"] == []
    assert [second[key] for key in ("reason", "note", "precedent", "gap", "adjudicator")] == [
        "context",
        "so",
        "3",
        True,
        "Lea",
    ]
    made = json.loads(terminal(*who, "--rule", "equal", "--json").out)
    assert (made["changed"], made["ruled"]) == (0, 2), "what is ruled stays"
    blind = json.loads(terminal("adjudicate", path, "--adjudicator", "Max", "--blind", "--rule", "equal", "--json").out)
    assert (blind["changed"], blind["ruled"], blind["spans"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Say one of"),
        (("--rule", "odd"), "no rule"),
        (("--case", "odd"), "No case has the span"),
        (("--case", "", "--undo", "--done"), "Say one of"),
    ],
)
def test_what_cannot_be_is_said(terminal: Terminal, path: Path, arguments: tuple[str, ...], words: str) -> None:
    assert words in terminal.refused("adjudicate", path, "--adjudicator", "Lea", *arguments).err


def test_a_reason_and_a_name_that_there_are_not_are_refused(terminal: Terminal, path: Path) -> None:
    (case,) = listed(terminal, path, "--kind", "label")
    who = ("adjudicate", path, "--adjudicator", "Lea", "--case", case["id"])
    assert "no reason" in terminal.refused(*who, "--reason", "odd").err
    assert "has no span in this case" in terminal.refused(*who, "--take", "Zoé").err
