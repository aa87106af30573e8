"""JSON Lines lose nothing: what people did in one project is there in another one, byte for byte."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.edits import Edit
from annotator.model.layer import GOLD
from annotator.store.checking import check
from annotator.store.project import Project
from annotator.workflow.adjudicating import Adjudicating, Why
from annotator.workflow.annotating import Annotating
from annotator.workflow.exporting import Wanted, export
from annotator.workflow.importing import Importing
from annotator.workflow.starting import new_project
from tests.commands import Terminal
from tests.store.conftest import TEXT, fill
from tests.strategies import lines
from tests.workflow.test_exporting import LABELS, through_a_project


def labelled_by_everybody(path: Path) -> None:
    """Label, decide, note, link, spend time and change what is known of a document, as several people do."""
    fill(path)
    with Project.open(path) as project:
        first, second = project.documents()
        project.log(Edit(second, replace(second, title="", published="", encoding="cp1252", changes=("one thing",))))
        for name in ("Zoé", GOLD, "Anna"):
            session = Annotating(project, project.annotator(name))
            session.open(first.id)
            session.make_span(0, 21, "claim")
            session.spend(61)
            session.open(second.id)
            session.set_status("flagged")
        session = Annotating(project, project.annotator("Anna"))
        document = session.open(first.id)
        for entity, label in zip(document.entities, ("PER", "EQUIP"), strict=True):
            session.decide_entity(entity.id, "confirmed", label=label)
        session.add_entity(TEXT.index("quai"), TEXT.index("quai") + 4, "LOC")
        session.decide_entity(document.entities[-1].id, "rejected")
        claim = next(span for span in document.spans if span.note)
        session.add_fragment(claim.id, TEXT.index("quai nord"), TEXT.index("quai nord") + 9)
        session.set_attribute(claim.id, "topics", ("a", "b"))
        session.add_link("mention", claim.id, "entity", document.entities[0].id)
        session.add_evidence(claim.id, {"url": "https://example.org/2", "quote": "« vu »\n"}, stance="refutes")
        session.set_status("done")
        bench = Adjudicating(project, "Léa")
        (case, *_) = bench.open(first.id)
        bench.take(case, session.annotator.id, Why("guideline", "as § 3 says", precedent="3", gap=True))


def round_trip(path: Path, out: Path) -> list[dict[str, Any]]:
    """Export, import into a new project, export again; the bytes are the same. Returns what the lines say."""
    again = path.with_name("again.annotator")
    with Project.open(path, read_only=True) as project:
        export(project, out, Wanted("jsonl", gold=False, annotators=("Anna", GOLD, "Zoé")))
    with new_project(again, title="Again") as project:
        for _ in Importing(project, [out]).run():
            pass
        export(project, out.with_name("again.jsonl"), Wanted("jsonl", annotators=("Anna", GOLD, "Zoé")))
        assert check(project) == ()
    assert out.with_name("again.jsonl").read_bytes() == out.read_bytes()
    return [msgspec.json.decode(line) for line in out.read_bytes().splitlines()]


@pytest.fixture
def told(tmp_path: Path) -> list[dict[str, Any]]:
    labelled_by_everybody(tmp_path / "p.annotator")
    return round_trip(tmp_path / "p.annotator", tmp_path / "all.jsonl")


def test_everything_that_several_people_did_goes_there_and_back(told: list[dict[str, Any]]) -> None:
    assert [(line["annotator"], line["status"], line["seconds"]) for line in told] == [
        ("Anna", "done", 151), ("Zoé", "in_progress", 61), ("gold", "done", 61),
        ("Anna", "flagged", 0), ("Zoé", "flagged", 0), ("gold", "flagged", 0),
    ]  # fmt: skip
    first = told[0]
    assert sorted(entity["status"] for entity in first["entities"]) == ["added", "confirmed", "rejected"]
    assert sorted(link["target_kind"] for link in first["links"]) == ["entity", "evidence", "evidence", "span"]
    assert [len(span["fragments"]) for span in first["spans"]] == [1, 1, 2]


def test_what_is_known_of_a_document_is_not_guessed_anew(told: list[dict[str, Any]]) -> None:
    assert "title" not in told[-1]["meta"]
    assert told[-1]["original"]["encoding"] == "cp1252"
    assert told[-1]["original"]["changes"] == ["one thing"]


@settings(max_examples=15)
@given(data=st.data())
def test_any_lines_of_any_people_go_out_and_in_and_out_again_byte_for_byte(data: st.DataObject) -> None:
    several = data.draw(st.lists(lines(LABELS), min_size=1, max_size=3))
    people = data.draw(st.permutations(("anna", "ben", "gold")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        all_lines = [line | {"annotator": person} for line in several for person in people]
        (folder / "in.jsonl").write_bytes(b"\n".join(map(msgspec.json.encode, all_lines)))
        wanted = Wanted("jsonl", annotators=("anna", "ben", "gold"))
        through_a_project(folder / "in.jsonl", folder / "one.jsonl", wanted)
        through_a_project(folder / "one.jsonl", folder / "two.jsonl", wanted)
        assert (folder / "one.jsonl").read_bytes() == (folder / "two.jsonl").read_bytes()


def test_importing_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    path, out = tmp_path / "p.annotator", tmp_path / "all.jsonl"
    labelled_by_everybody(path)
    with Project.open(path) as project:
        export(project, out, Wanted("jsonl", annotators=("Anna", GOLD, "Zoé")))
        before = project.head()
        importing = Importing(project, [out])
        for _ in importing.run():
            pass
        assert (importing.report.spans, importing.report.refused) == (0, ())
        assert project.head() == before


def test_layers_in_files_of_their_own_come_together(tmp_path: Path, terminal: Terminal) -> None:
    path, again = tmp_path / "p.annotator", tmp_path / "again.annotator"
    labelled_by_everybody(path)
    terminal("new", again)
    for name in ("Zoé", "Anna", "gold"):
        assert terminal("export", path, tmp_path / f"{name}.jsonl", "--annotator", name).code == 0
        assert terminal("import", again, tmp_path / f"{name}.jsonl", "--no-highlight").code == 0
    for file, out in ((path, "one"), (again, "two")):
        names = [x for name in ("Anna", "gold", "Zoé") for x in ("--annotator", name)]
        assert terminal("export", file, tmp_path / f"{out}.jsonl", *names).code == 0
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert terminal("check", again).code == 0


def test_a_ruling_that_does_not_say_what_it_decided_on_is_refused_and_the_rest_comes_in(tmp_path: Path) -> None:
    line = {"text": "Le pont est fermé.", "annotator": GOLD, "rulings": [{"id": "x", "spans": []}]}
    (tmp_path / "gold.jsonl").write_bytes(msgspec.json.encode(line))
    with new_project(tmp_path / "p.annotator") as project:
        importing = Importing(project, [tmp_path / "gold.jsonl"])
        for _ in importing.run():
            pass
        assert [str(refusal.reason) for refusal in importing.report.refused] == [
            "A ruling does not say what it decided on."
        ]
        assert len(project.documents()) == 1
