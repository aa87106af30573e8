"""Documents labelled a second time without being told: what the pack shows, where the work goes, what comes home."""

from pathlib import Path

import pytest

from annotator.model.ids import DocumentId
from annotator.model.layer import QueueRow, is_person, second_reading
from annotator.store.checking import check
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.assigning import Assigned, Wanted, assign
from annotator.workflow.comparing import ComparingError, comparison
from annotator.workflow.packing import pack
from tests.workflow.exchange import make_project, merge, tables

TEXTS = tuple(f"Texte {n}. Trois grues sont tombées mardi soir." for n in range(4))


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    """Return a project in which Anna has done two of four documents, and decided on an entity in each."""
    path = tmp_path / "lead.annotator"
    make_project(path, texts=TEXTS)
    with Project.open(path) as project:
        session = Annotating(project, project.annotator("Anna"))
        for document in project.documents()[:2]:
            session.open(document.id)
            session.make_span(0, 7, "claim")
            session.add_entity(9, 14, "QTY")
            session.set_status("done")
    return path


def share(lead: Path, folder: Path, *, repeats: int = 1, name: str = "Anna") -> Assigned:
    with Project.open(lead) as project:
        (made,) = assign(project, folder, Wanted((name,), repeats=repeats))
    return made


def queue(pack_: Path) -> list[QueueRow]:
    with Project.open(pack_) as project:
        return Annotating(project, project.annotator("Anna")).queue()


def repeated(pack_: Path) -> DocumentId:
    """Return the document of a pack that is there a second time: the lead's project has it done."""
    first = {document.id for document in _documents(pack_.parent.parent / "lead.annotator")[:2]}
    (found,) = {document.id for document in _documents(pack_)} & first
    return found


def _documents(path: Path) -> list[QueueRow]:
    with Project.open(path, read_only=True) as project:
        return project.queue(None)


def test_a_repeat_looks_like_any_document_that_is_to_be_done(lead: Path, tmp_path: Path) -> None:
    made = share(lead, tmp_path / "out")
    rows = queue(Path(made.path))
    assert (made.documents, made.repeated) == (3, 1), "two new ones, one again; the other that is done stays at home"
    assert [row.status for row in rows] == ["new"] * 3
    assert not [key for key in tables(Path(made.path)) if key[0] in ("span", "layer", "entity")]


def test_what_is_labelled_again_comes_home_beside_the_first_reading(lead: Path, tmp_path: Path) -> None:
    out = Path(share(lead, tmp_path / "out").path)
    again = repeated(out)
    with Project.open(out) as project:
        session = Annotating(project, project.annotator("Anna"))
        for row in session.queue():
            assert session.open(row.id).annotator.name == "Anna"
            session.make_span(9, 14, "opinion")
            session.spend(60)
            session.set_status("done")
        assert {row.status for row in session.queue()} == {"done"}
        assert [row.status for row in session.rows_of([again])] == ["done"]
    merge(lead, out)
    with Project.open(lead, read_only=True) as project:
        assert check(project) == ()
        people = {person.name: person for person in project.annotators()}
        both = [project.labelled(again, people[name]) for name in ("Anna", second_reading("Anna"))]
        assert [[span.text for span in one.spans] for one in both] == [
            ["Texte 0" if "0" in both[0].text else "Texte 1"],
            ["Trois"],
        ]
        assert [one.seconds for one in both] == [0, 60]
        assert sum(one.annotator.name == second_reading("Anna") for one in project.all_labelled()) == 1


def spans_of(session: Annotating, *documents: DocumentId) -> list[int | None]:
    return [row.spans for id_ in documents for row in session.rows_of([id_])]


def test_undo_goes_back_through_first_and_second_readings_alike(lead: Path, tmp_path: Path) -> None:
    out = Path(share(lead, tmp_path / "out").path)
    again = repeated(out)
    with Project.open(out) as project:
        session = Annotating(project, project.annotator("Anna"))
        other = next(row.id for row in session.queue() if row.id != again)
        for document in (again, other):
            session.open(document)
            session.make_span(0, 7, "claim")
    with Project.open(out) as project:
        session = Annotating(project, project.annotator("Anna"))
        session.undo()
        assert spans_of(session, other, again) == [0, 1]
        session.undo()
        assert spans_of(session, other, again) == [0, 0]
        assert check(project) == ()


def test_a_pack_of_ones_work_holds_both_readings_and_goes_on_as_it_was(lead: Path, tmp_path: Path) -> None:
    out = Path(share(lead, tmp_path / "out").path)
    with Project.open(out) as project:
        session = Annotating(project, project.annotator("Anna"))
        for row in session.queue():
            session.open(row.id)
            session.make_span(9, 14, "opinion")
        made = pack(project, tmp_path / "sent.annotator", annotator="Anna")
    assert made.layers == 3
    assert {row.status for row in queue(made.path)} == {"in_progress"}
    merge(lead, made.path)
    with Project.open(lead) as project:
        assert pack(project, tmp_path / "all.annotator", annotator="Anna").layers == 5


def test_nobody_does_a_document_a_third_time_and_whoever_did_none_gets_no_repeat(lead: Path, tmp_path: Path) -> None:
    out = Path(share(lead, tmp_path / "out", repeats=5).path)
    with Project.open(out) as project:
        session = Annotating(project, project.annotator("Anna"))
        for row in session.queue():
            session.open(row.id)
            session.set_status("done")
    merge(lead, out)
    assert share(lead, tmp_path / "third", repeats=5).repeated == 2, "the two that were done once by now"
    assert share(lead, tmp_path / "other", name="Ben").repeated == 0


def test_a_pack_opened_by_somebody_else_is_a_project_like_any(lead: Path, tmp_path: Path) -> None:
    out = Path(share(lead, tmp_path / "out").path)
    with Project.open(out) as project:
        session = Annotating(project, project.annotator("Ben"))
        session.open(repeated(out))
        session.make_span(0, 7, "claim")
        assert {one.annotator.name for one in project.all_labelled()} == {"Ben"}


def test_second_readings_count_as_nobody_where_nobody_is_named(lead: Path, tmp_path: Path) -> None:
    out = Path(share(lead, tmp_path / "out").path)
    with Project.open(out) as project:
        session = Annotating(project, project.annotator("Anna"))
        session.open(repeated(out))
        session.set_status("done")
    merge(lead, out)
    with Project.open(lead) as project:
        assert [person.name for person in project.annotators() if is_person(person.name)] == ["Anna"]
        with pytest.raises(ComparingError, match="there are 1"):
            comparison(project)
        assert comparison(project, ["Anna", second_reading("Anna")]).study.common().sum() == 1
