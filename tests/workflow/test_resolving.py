"""Spans whose words stand elsewhere than their file says: listed in the project, settled by hand, never guessed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.model.ids import DocumentId
from annotator.store.checking import check
from annotator.store.project import Project
from annotator.store.unresolved import count_unresolved
from annotator.workflow.annotating import Annotating
from annotator.workflow.importing import Importing, ImportReport
from annotator.workflow.labelling import CannotLabel
from annotator.workflow.packing import pack
from annotator.workflow.resolving import ResolvingError, leave_out, place_span, take_back, waiting

TEXT = "Le pont est miné, selon l’armée. Le pont est sûr."
LINES = ("T1\tclaim 0 16\tLe pont est miné", "T2\tclaim 33 41\tle pont ", "T3\tPERSON 24 31\tl'armée")


def brought(project: Project, *paths: Path, **wishes: object) -> ImportReport:
    importing = Importing(project, paths, **wishes)  # type: ignore[arg-type]  # what each test wishes
    for _ in importing.run():
        pass
    return importing.report


@pytest.fixture
def brat(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.ann").write_text("\n".join(LINES), encoding="utf-8")
    return folder


@pytest.fixture
def held(project: Project, brat: Path) -> Project:
    """Return a project with two unresolved spans of Anna's."""
    brought(project, brat, annotator="Anna", labels={"PERSON": "attribution"})
    return project


def spans(project: Project, document: DocumentId, name: str = "Anna") -> list[tuple[str, str]]:
    return [(s.label, s.text) for s in project.labelled(document, project.annotator(name)).spans]


def test_the_list_outlives_the_import_with_file_line_reason_and_candidates(held: Project) -> None:
    path = held.path
    held.close()
    with Project.open(path) as again:
        armee, pont = waiting(again)
        assert (armee.span.where, pont.span.where) == ("a.ann, line 3", "a.ann, line 2")
        assert [(place.start, place.end, place.words) for place in armee.places] == [(24, 31, "l’armée")]
        assert (armee.places[0].before, armee.label) == ("Le pont est miné, selon ", "attribution")
        assert (pont.places, pont.label, pont.span.words) == ((), "claim", "le pont ")
        assert "stands there" in str(pont.span.why)
        assert check(again) == ()


def test_a_placed_span_joins_the_layer_and_is_undone_by_its_annotator(held: Project) -> None:
    armee = waiting(held)[0].span
    place_span(held, armee, (24, 31), label="attribution")
    assert spans(held, armee.document_id) == [("claim", "Le pont est miné"), ("attribution", "l’armée")]
    assert count_unresolved(held) == 1
    session = Annotating(held, held.annotator("Anna"))
    session.open(armee.document_id)
    session.undo()
    assert (count_unresolved(held), len(spans(held, armee.document_id))) == (2, 1)
    session.redo()
    assert (count_unresolved(held), check(held)) == (1, ())


def test_what_is_left_out_can_be_taken_back(held: Project) -> None:
    pont = waiting(held)[1].span
    gesture = leave_out(held, pont)
    assert count_unresolved(held) == 1
    take_back(held, gesture)
    assert count_unresolved(held) == 2
    with pytest.raises(ResolvingError, match="changed by something else"):
        take_back(held, gesture)


def test_a_span_is_settled_once_inside_the_text_and_under_a_label_that_is_there(held: Project) -> None:
    armee = waiting(held)[0].span
    for place, label, why in (((24, 99), "claim", "outside"), ((24, 31), "nothing", "no label")):
        with pytest.raises(ResolvingError, match=why):
            place_span(held, armee, place, label=label)
    leave_out(held, armee)
    with pytest.raises(ResolvingError, match="settled already"):
        place_span(held, armee, (24, 31), label="claim")
    assert len(spans(held, armee.document_id)) == 1


def test_a_span_may_become_an_entity_and_none_is_doubled(held: Project) -> None:
    armee, pont = (one.span for one in waiting(held))
    place_span(held, armee, (24, 31), label="ORG")
    assert [(e.label, e.status) for e in held.entities(armee.document_id)] == [("ORG", "added")]
    place_span(held, pont, (0, 16), label="claim")
    assert (spans(held, armee.document_id), count_unresolved(held)) == ([("claim", "Le pont est miné")], 0)


def test_an_entity_that_stands_there_is_told(held: Project) -> None:
    armee, pont = (one.span for one in waiting(held))
    place_span(held, armee, (24, 31), label="ORG")
    with pytest.raises(CannotLabel):
        place_span(held, pont, (24, 31), label="ORG")


def test_the_same_file_again_lists_nothing_twice_and_does_not_ask_again(held: Project, brat: Path) -> None:
    leave_out(held, waiting(held)[1].span)
    report = brought(held, brat, annotator="Anna")
    assert [refusal.where for refusal in report.refused] == ["a.ann, line 3"]
    assert (len(report.unresolved), count_unresolved(held)) == (1, 1)


def test_a_span_of_a_document_that_is_known_may_begin_a_layer(held: Project, brat: Path) -> None:
    (brat / "a.ann").write_text(LINES[2], encoding="utf-8")
    brought(held, brat, annotator="Ben")
    ben = next(one.span for one in waiting(held) if one.span.annotator == "Ben")
    place_span(held, ben, (24, 31), label="attribution")
    layer = held.layer(ben.document_id, held.annotator("Ben").id)
    assert layer is not None
    assert layer.status == "in_progress"
    assert (spans(held, ben.document_id, "Ben"), check(held)) == ([("attribution", "l’armée")], ())


def test_layers_of_one_document_in_one_file_each_bring_what_does_not_fit(project: Project, tmp_path: Path) -> None:
    span = {"start": 0, "end": 7, "label": "claim", "text": "Le port"}
    lines = [{"text": TEXT, "annotator": name, "status": "done", "spans": [span]} for name in ("anna", "ben")]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    brought(project, tmp_path / "a.jsonl")
    assert sorted(one.span.annotator for one in waiting(project)) == ["anna", "ben"]
    assert check(project) == ()


def test_a_label_that_is_left_out_leaves_nothing_to_settle(project: Project, brat: Path) -> None:
    report = brought(project, brat, annotator="Anna", labels={"PERSON": ""})
    assert (dict(report.skipped), count_unresolved(project)) == ({"PERSON": 1}, 1)


def test_without_an_annotator_nothing_is_listed(project: Project, brat: Path) -> None:
    assert len(brought(project, brat).unresolved) == 2
    assert count_unresolved(project) == 0


def test_the_list_stays_at_home_when_a_pack_is_sent(held: Project, tmp_path: Path) -> None:
    pack(held, tmp_path / "anna.annotator", annotator="Anna", with_text=True)
    with Project.open(tmp_path / "anna.annotator") as sent:
        assert (count_unresolved(sent), check(sent)) == (0, ())


@pytest.mark.parametrize("settle", [leave_out, lambda p, one: place_span(p, one, (24, 31), label="claim")])
def test_a_full_journal_still_folds_to_the_tables(held: Project, settle: Callable[..., object]) -> None:
    settle(held, waiting(held)[0].span)
    assert check(held) == ()
