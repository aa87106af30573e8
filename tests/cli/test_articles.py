"""Articles in by command: columns said, near copies listed, a kept page written out again."""

from pathlib import Path

import msgspec

from annotator.store.project import Project
from tests.commands import Terminal
from tests.formats.making import PAGE
from tests.workflow.test_families import COPY, DROPPED


def test_a_table_comes_in_as_is_said_and_its_near_copies_are_listed(
    terminal: Terminal, project: Project, tmp_path: Path
) -> None:
    path = project.path
    project.close()
    (tmp_path / "a.csv").write_text(f'a;b;c\n"{COPY}";Agence;x\n"{DROPPED}";Le Phare;y\n', encoding="utf-8")
    ran = terminal("import", path, tmp_path / "a.csv", "--map", "text=a,source=b", "--no-highlight")
    assert (ran.code, "2 near copies of others" in ran.out) == (0, True)
    (family,) = msgspec.json.decode(terminal("families", path, "--json").out)["families"]
    assert [one["source"] for one in family["documents"]] == ["Agence", "Le Phare"]
    assert 0.8 < family["documents"][1]["share"] < family["documents"][0]["share"] == 1
    assert "Le Phare" in terminal("families", path).out
    terminal.refused("import", path, tmp_path / "a.csv", "--map", "body")


def test_a_kept_page_is_written_out_again(terminal: Terminal, project: Project, tmp_path: Path) -> None:
    path = project.path
    project.close()
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Le quai nord rouvre mardi.", encoding="utf-8")
    terminal("import", path, tmp_path / "a.html", tmp_path / "b.txt", "--no-highlight")
    with Project.open(path, read_only=True) as held:
        page, plain = (document.id for document in held.documents())
    assert terminal("page", path, page, tmp_path / "out.html").code == 0
    assert (tmp_path / "out.html").read_text(encoding="utf-8") == PAGE
    assert "could not be written" in terminal.refused("page", path, page, tmp_path / "out.html").err
    assert "No page was kept" in terminal.refused("page", path, plain, tmp_path / "no.html").err
    assert "is not the id" in terminal.refused("page", path, "x", tmp_path / "no.html").err
    assert terminal("check", path).code == 0


def test_what_stands_elsewhere_is_listed_and_settled_by_command(
    terminal: Terminal, project: Project, tmp_path: Path
) -> None:
    path = project.path
    project.close()
    (tmp_path / "a.txt").write_text("Le pont est miné, selon l’armée.", encoding="utf-8")
    (tmp_path / "a.ann").write_text("T1\tclaim 1 17\tLe pont est miné\nT2\tclaim 0 3\tLa dame", encoding="utf-8")
    terminal("import", path, tmp_path / "a.ann", "--annotator", "anna", "--no-highlight")
    listed = terminal("unresolved", path)
    assert "a.ann, line 1" in listed.out
    assert "0-16  [Le pont est miné], selon l’armée." in listed.out
    assert "2 spans of imported files wait" in terminal("stats", path).out
    assert msgspec.json.decode(terminal("check", path, "--json").out) == {"findings": [], "ok": True, "unresolved": 2}
    dame, pont = msgspec.json.decode(terminal("unresolved", path, "--json").out)
    assert "--at" in terminal.refused("unresolved", path, "--place", dame["span"]["id"]).err
    assert terminal("unresolved", path, "--place", pont["span"]["id"]).code == 0
    assert terminal("unresolved", path, "--place", dame["span"]["id"], "--at", "0-2", "--label", "opinion").code == 0
    assert "has the id" in terminal.refused("unresolved", path, "--leave-out", dame["span"]["id"]).err
    with Project.open(path, read_only=True) as held:
        assert [(s.label, s.text) for one in held.all_labelled() for s in one.spans] == [
            ("claim", "Le pont est miné"),
            ("opinion", "Le"),
        ]
