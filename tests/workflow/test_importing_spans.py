"""Spans of other programs: held to their words, mapped to the scheme, kept apart where they are not a person's own."""

import json
from pathlib import Path

import pytest

from annotator.formats.registry import Reading
from annotator.model.layer import LabelledDocument
from annotator.store.project import Project
from annotator.workflow.importing import Importing, ImportReport
from annotator.workflow.mapping import MappingError, parse_label_map, parse_unknown, proposed, remembered

TEXT = "Le pont est miné, selon l’armée. Le pont est sûr."


def brought(project: Project, *paths: Path, **wishes: object) -> ImportReport:
    importing = Importing(project, paths, **wishes)  # type: ignore[arg-type]  # what each test wishes
    for _ in importing.run():
        pass
    return importing.report


def layers(project: Project) -> dict[str, LabelledDocument]:
    return {one.annotator.name: one for one in project.all_labelled()}


@pytest.fixture
def brat(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = ["T1\tclaim 0 16\tLe pont est miné", "T2\tclaim 33 41\tle pont ", "T3\tPERSON 24 31\tl'armée", "R1\tx"]
    (folder / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_folder_of_brat_is_one_document_and_what_is_wrong_is_told_by_line(project: Project, brat: Path) -> None:
    report = brought(project, brat, annotator="anna", labels={"PERSON": "attribution"})
    assert (len(report.came_in), report.spans, report.already_there) == (1, 1, ())
    assert [refusal.where for refusal in report.refused] == ["a.ann, line 2", "a.ann, line 3", "a.ann, line 4"]


def test_a_line_that_is_wrong_takes_no_other_with_it(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le pont\n\nest miné.", encoding="utf-8")
    lines = ["T1\tclaim 0 12\tLe pont", "", "est", "<<<<<<< HEAD", "T1\tclaim 0 2\tLe", "more", "#1\tAnnotatorNotes"]
    (tmp_path / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    report = brought(project, tmp_path / "a.ann", annotator="anna")
    assert [span.text for span in layers(project)["anna"].spans] == ["Le pont\n\nest"]
    assert sorted(one.where for one in report.refused) == [f"a.ann, line {number}" for number in (4, 5, 6, 7)]


def test_labels_are_mapped_and_the_project_remembers_it(project: Project, tmp_path: Path) -> None:
    line = {"text": TEXT, "annotator": "anna", "spans": [[0, 16, "CLAIM"], [24, 31, "ORG"], [0, 7, "X"]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert proposed(project, ["CLAIM", "ORG"]) == {"CLAIM": "claim", "ORG": "ORG"}
    assert proposed(project, ["Organization", "GPE"]) == {"Organization": "ORG", "GPE": ""}
    report = brought(project, tmp_path / "a.jsonl", labels={"CLAIM": "claim", "X": ""})
    assert (report.spans, dict(report.skipped)) == (1, {"X": 1})
    assert remembered(project) == {"CLAIM": "claim", "X": ""}
    held = layers(project)["anna"]
    assert [(e.label, e.status, e.origin) for e in held.entities] == [("ORG", "added", "person")]


@pytest.mark.parametrize(
    ("unknown", "spans", "refused", "skipped"), [("refuse", 0, 1, 0), ("skip", 0, 0, 1), ("add", 1, 0, 0)]
)
def test_labels_that_nobody_mapped_are_refused_left_out_or_added(
    project: Project, tmp_path: Path, unknown: str, spans: int, refused: int, skipped: int
) -> None:
    line = {"text": TEXT, "annotator": "anna", "spans": [[0, 16, "Rumour"]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    report = brought(project, tmp_path / "a.jsonl", unknown=unknown)
    assert (report.spans, len(report.refused), sum(report.skipped.values())) == (spans, refused, skipped)
    assert (project.scheme.label("Rumour") is not None) is (unknown == "add")


def test_a_link_that_begins_at_an_entity_says_why_it_stays_out(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = ["T1\tclaim 0 16\tLe pont est miné", "T2\tORG 24 31\tl’armée", "R1\tof Arg1:T2 Arg2:T1"]
    (tmp_path / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    report = brought(project, tmp_path / "a.ann", annotator="anna")
    assert [str(one.reason) for one in report.refused] == [
        "The link “of” begins at an entity; here links begin at spans."
    ]


def test_what_was_rejected_or_only_predicted_is_in_a_layer_apart(project: Project, tmp_path: Path) -> None:
    row = {"text": TEXT, "spans": [{"start": 0, "end": 16, "label": "claim"}], "_annotator_id": "p", "answer": "reject"}
    task = {"data": {"text": TEXT}, "predictions": [{"model_version": "m", "result": []}], "annotations": []}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps([task]), encoding="utf-8")
    brought(project, tmp_path, annotator="anna", how=Reading())
    assert sorted(layers(project)) == ["anna (rejected)", "m (prediction)"]


def test_spans_of_equal_bounds_each_come_in_whatever_they_say(project: Project, tmp_path: Path) -> None:
    place = {"start": 0, "end": 16, "label": "claim"}
    line = {"text": TEXT, "annotator": "anna", "spans": [place, place, place | {"note": "x"}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    assert brought(project, tmp_path / "a.jsonl").spans == 3


def test_a_span_that_does_not_fit_is_named_by_line_offsets_and_label(project: Project, tmp_path: Path) -> None:
    line = {"text": TEXT, "annotator": "anna", "spans": [[0, 99, "claim"], [0, 7, "rumour"]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    places = [refusal.where for refusal in brought(project, tmp_path / "a.jsonl").refused]
    assert places == ["a.jsonl, line 1, 0-99 “claim”", "a.jsonl, line 1, 0-7"]


def test_of_spans_that_are_wrong_each_costs_itself_alone(project: Project, tmp_path: Path) -> None:
    spans = [[0, 16, "claim"], ["a", 3, "claim"], {"start": 0, "end": 7}, {"start": 24, "end": 99, "label": "claim"}]
    line = {"text": TEXT, "annotator": "anna", "spans": spans, "labels": [[0, 2, "opinion"]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    report = brought(project, tmp_path / "a.jsonl")
    assert sorted(span.label for span in layers(project)["anna"].spans) == ["claim", "opinion"]
    assert {"It has no label.", "spans[1] is not [start, end, label]."} < {str(one.reason) for one in report.refused}
    assert (report.spans, len(report.refused), len(report.unresolved)) == (2, 3, 1)


def test_spans_called_techniques_of_text_fragments_come_in_by_those_names(project: Project, tmp_path: Path) -> None:
    spans = [
        {"start": 0, "end": 16, "technique": "claim", "text_fragment": "Le pont est miné"},
        {"start": 33, "end": 99, "technique": "claim", "text_fragment": "Le pont est sûr."},
    ]
    (tmp_path / "a.json").write_text(json.dumps([{"id": "7", "text": TEXT, "labels": spans}]), encoding="utf-8")
    report = brought(project, tmp_path / "a.json", annotator="anna")
    assert report.spans == 1
    assert [one.candidates for one in report.unresolved] == [((33, 49),)]


def test_what_became_of_the_spans_adds_up_to_what_was_read(project: Project, tmp_path: Path) -> None:
    spans = [[0, 16, "claim"], [0, 7, "Rumour"], [24, 31, "ORG"], [40, 99, "claim"], [0, 3, "Left"], [0, 2, ""]]
    line = {"text": TEXT, "annotator": "anna", "spans": spans}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    report = brought(project, tmp_path / "a.jsonl", labels={"Left": ""})
    fates = {"stored": 1, "there": 0, "entities": 1, "left_out": 1, "unresolved": 1, "refused": 2}
    assert dict(report.fates) == fates
    again = brought(project, tmp_path / "a.jsonl").fates
    assert (again["stored"], again["there"], sum(again.values())) == (0, 1, len(spans))


def test_rows_of_one_text_with_other_spans_details_and_answers_lose_nothing_unsaid(
    project: Project, tmp_path: Path
) -> None:
    row = {"text": TEXT, "_annotator_id": "p", "answer": "accept", "meta": {"source": "A", "batch": 1}}
    spans = [[{"start": start, "end": end, "label": "claim"}] for start, end in ((0, 16), (33, 48), (0, 16))]
    rows = [
        row | {"spans": spans[0]},
        row | {"spans": spans[1], "meta": {"source": "A", "batch": 2}, "accept": ["yes"]},
        row | {"spans": spans[2], "answer": "reject"},
        row | {"answer": "ignore"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    report = brought(project, tmp_path / "a.jsonl")
    held = {name: len(one.spans) for name, one in layers(project).items()}
    assert held == {"p": 2, "p (rejected)": 1, "p (ignored)": 0}
    assert report.refused == ()
    assert [(one.where, str(one.reason)) for one in report.not_taken] == [
        ("a.jsonl, line 2", "Its text is there already, with other details; not taken over: batch, accept")
    ]


def test_files_of_several_folders_are_named_with_them(project: Project, brat: Path, tmp_path: Path) -> None:
    inside = brat / "anna"
    inside.mkdir()
    for name in ("a.txt", "a.ann"):
        (brat / name).rename(inside / name)
    assert brought(project, brat, annotator="anna").refused[0].where == "anna/a.ann, line 2"
    assert brought(project, inside, tmp_path / "nothing", annotator="ben").refused[1].where == "anna/a.ann, line 2"


def test_a_mapping_that_is_none_is_refused(project: Project) -> None:
    assert parse_label_map(["A=claim", "a=b=", "C="]) == {"A": "claim", "a=b": "", "C": ""}
    assert parse_label_map(["=claim"]) == {"": "claim"}
    for wrong in ("claim", "="):
        with pytest.raises(MappingError, match="PERSON=claim"):
            parse_label_map([wrong])
    with pytest.raises(MappingError, match="no label"):
        Importing(project, [], labels={"A": "nothing"})
    with pytest.raises(MappingError, match="refuse, add or skip"):
        parse_unknown("guess")
