"""Files are looked at before they come in: columns, labels, units; and come in as was said of them."""

import json
from pathlib import Path

from annotator.formats.registry import Reading
from annotator.store.project import Project
from annotator.workflow.importing import Importing
from annotator.workflow.looking import Looking, look, worth_a_look
from annotator.workflow.preparing import Source


def looked(*paths: Path, format_name: str = "") -> Looking:
    """Return a look that is over."""
    looking = Looking(worth_a_look(paths, Source(Path(), format_name)))
    while not looking.done:
        looking.poll(wait_seconds=0.2)
    return looking


def test_tables_with_the_same_columns_are_asked_about_once(tmp_path: Path) -> None:
    for name, text in (
        ("a.csv", "x,y\n1,2\n"),
        ("b.csv", "x,y\n3,4\n"),
        ("c.tsv", "title\ttext\nt\tu\n"),
        ("d.txt", "x"),
    ):
        (tmp_path / name).write_text(text)
    (tmp_path / "e.xlsx").write_bytes(b"no table")
    one, two = looked(tmp_path).tables
    assert [path.name for path in one.paths] == ["a.csv", "b.csv"]
    assert one.proposal.rows == (("1", "2"),)
    assert two.proposal.mapping == {"title": "title", "text": "text"}


def test_a_file_is_looked_at_as_the_format_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x;y\n1;2\n")
    assert looked(tmp_path / "a.txt", format_name="csv").tables[0].proposal.columns == ("x", "y")
    assert looked(tmp_path / "a.txt", format_name="txt").tables == ()


def test_a_look_that_is_cancelled_has_seen_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,y\n1,2\n")
    looking = Looking(worth_a_look([tmp_path], Source(Path())))
    looking.cancel()
    assert looking.done
    assert looking.tables == ()


def test_each_table_comes_in_as_was_said_of_it_and_one_left_out_does_not(project: Project, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.csv", "b.csv", "c.csv")]
    for path in paths:
        path.write_text(f"x,y\n{path.name} un,{path.name} deux\n")
    said = {paths[0]: {"text": "x"}, paths[1]: {"text": "y"}}
    importing = Importing(project, paths, how=Reading(language="fr"), columns=said, left_out=paths[2:])
    list(importing.run())
    assert [project.text(document.id) for document in project.documents()] == ["a.csv un", "b.csv deux"]
    assert importing.report.passed_over == (str(paths[2]),)


def test_labels_and_annotators_of_files_are_seen_before_anything_comes_in(tmp_path: Path) -> None:
    lines = [{"text": "Un mot.", "annotator": "ben", "spans": [[0, 2, "A"], [3, 6, "B"]]}, {"text": "x", "spans": []}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    (tmp_path / "b.conll").write_text("Un\tB-A\nmot\tO\n")
    (tmp_path / "c.txt").write_text("Un mot.")
    seen = looked(tmp_path)
    assert (dict(seen.labels), set(seen.annotators)) == ({"A": 2, "B": 1}, {"ben"})
    assert (seen.total, seen.finished) == (2, 2)


def test_what_an_open_unit_would_mean_is_shown_in_each_unit(tmp_path: Path) -> None:
    row = {"text": "\U0001f525 Le feu", "label": [[0, 1, "SIGN"], [5, 8, "THING"]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    assert looked(tmp_path).words == {"codepoint": ("\U0001f525", "feu"), "utf16": (" fe",), "utf8": ("Le ",)}


def test_spans_of_nobody_join_the_layer_that_is_named_for_them(project: Project, tmp_path: Path) -> None:
    lines = [
        {"text": "Un mot.", "annotator": "ben", "spans": [[0, 2, "claim"]]},
        {"text": "x", "spans": [[0, 1, "claim"]]},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    list(Importing(project, [tmp_path], otherwise="ada").run())
    assert sorted(one.annotator.name for one in project.all_labelled()) == ["ada", "ben"]


def test_one_file_is_looked_at_as_the_worker_does(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,y\n1,2\n")
    row = {"text": "\U0001f525 Le feu", "label": [[0, 1, "SIGN"]] * 9}
    (tmp_path / "b.jsonl").write_text(json.dumps(row))
    (tmp_path / "c.txt").write_text("x")
    (table,) = look(None, Source(tmp_path / "a.csv"))
    assert table.proposal is not None
    assert table.proposal.columns == ("x", "y")
    counted, units = look(None, Source(tmp_path / "b.jsonl"))
    assert (counted.labels, units.words["codepoint"]) == ({}, ("\U0001f525",) * 4)
    assert list(look(None, Source(tmp_path / "c.txt"))) == []
    (said,) = look(None, Source(tmp_path / "b.jsonl", how=Reading(offset_unit="codepoint")))
    assert said.labels == {"SIGN": 9}
