"""Packs and assignments: what travels, what stays at home, who gets what."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.ids import DocumentId
from annotator.store.checking import check
from annotator.store.errors import NotAProject
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.assigning import ASSIGNMENT, AssignError, Wanted, assign, parse_share, shares
from annotator.workflow.packing import Pack, PackError, pack
from annotator.workflow.packing_apart import PackingApart, pack_apart
from tests.workflow.exchange import TEXTS, make_project, merge, tables


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    """Return a project in which Anna and Ben have both labelled and decided on an entity."""
    path = tmp_path / "lead.annotator"
    make_project(path)
    with Project.open(path) as project:
        for name, label in (("Anna", "claim"), ("Ben", "opinion")):
            session = Annotating(project, project.annotator(name))
            session.open(project.documents()[0].id)
            session.make_span(0, 6, label)
            session.add_entity(0, 6, f"LOC{name}")
    return path


def names(path: Path) -> list[str]:
    with Project.open(path, read_only=True) as project:
        assert check(project) == ()
        return [person.name for person in project.annotators() if person.name]


def test_a_pack_holds_one_persons_layers_with_their_documents(lead: Path, tmp_path: Path) -> None:
    with Project.open(lead) as project:
        made = pack(project, tmp_path / "anna.annotator", annotator="anna")
    assert (made.annotator, made.layers) == ("Anna", 1)
    assert names(made.path) == ["Anna"]
    with Project.open(made.path) as project:
        (labelled,) = project.all_labelled()
        assert [span.words for span in labelled.spans] == [("Norvik",)]


@pytest.mark.parametrize("with_text", [True, False])
def test_a_pack_comes_home_and_is_the_same(lead: Path, tmp_path: Path, with_text: bool) -> None:
    before = tables(lead)
    with Project.open(lead) as project:
        pack(project, tmp_path / "anna.annotator", annotator="Anna", with_text=with_text)
    assert merge(lead, tmp_path / "anna.annotator").nothing_new
    home = tmp_path / "home.annotator"
    make_project(home)
    merge(home, tmp_path / "anna.annotator")
    mine = {key: noun for key, noun in tables(home).items() if key[0] in ("span", "layer")}
    assert mine.items() <= before.items()
    assert len(mine) == 2


def test_a_pack_without_texts_is_merged_and_not_opened(lead: Path, tmp_path: Path) -> None:
    out = tmp_path / "anna.annotator"
    with Project.open(lead) as project:
        pack(project, out, annotator="Anna", with_text=False)
    assert TEXTS[0].encode() not in out.read_bytes()
    with pytest.raises(NotAProject, match="without texts"):
        Project.open(out)


@pytest.mark.parametrize("name", ["Zoé", "Carl"])
def test_whoever_has_no_layer_has_no_pack(lead: Path, tmp_path: Path, name: str) -> None:
    with Project.open(lead) as project:
        project.annotator("Carl")
        with pytest.raises(PackError):
            pack(project, tmp_path / "x.annotator", annotator=name)
    assert not (tmp_path / "x.annotator").exists()


def test_everybody_gets_a_blind_pack_and_the_project_remembers_who_got_what(lead: Path, tmp_path: Path) -> None:
    with Project.open(lead) as project:
        made = assign(project, tmp_path / "out", Wanted(("Anna", "Ben", "Zoé"), each=2))
        assert "Zoé" in project.setting(ASSIGNMENT)
    assert sum(one.documents for one in made) == 2 * len(TEXTS)
    for one in made:
        assert names(Path(one.path)) == [one.annotator]
        decided = [noun for key, noun in tables(Path(one.path)).items() if key[0] == "entity"]
        assert all(one.annotator in repr(noun) for noun in decided)


def test_a_share_that_nobody_gets_is_no_file(lead: Path, tmp_path: Path) -> None:
    with Project.open(lead) as project:
        made = assign(project, tmp_path / "out", Wanted(("A", "B", "C/..")))
    assert [Path(one.path).exists() for one in made].count(False) == 1
    assert all(Path(one.path).parent == tmp_path / "out" for one in made)


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (Wanted(()), "Name the annotators"),
        (Wanted(("Anna", " ")), "Name the annotators"),
        (Wanted(("Anna", "anna ")), "same name"),
        (Wanted(("Anna",), each=2), "1 to 1"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    lead: Path, tmp_path: Path, wanted: Wanted, sentence: str
) -> None:
    with Project.open(lead) as project, pytest.raises(AssignError, match=sentence):
        assign(project, tmp_path / "out", wanted)
    assert not (tmp_path / "out").exists()


def test_no_pack_is_written_over_another_file(lead: Path, tmp_path: Path) -> None:
    (tmp_path / "anna.annotator").write_text("mine")
    with Project.open(lead) as project, pytest.raises(AssignError, match="already"):
        assign(project, tmp_path, Wanted(("Anna",)))
    assert (tmp_path / "anna.annotator").read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_said(lead: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with Project.open(lead) as project, pytest.raises(AssignError, match="No project can be made in"):
        assign(project, tmp_path / "file" / "out", Wanted(("Anna",)))


def test_another_process_writes_the_same_pack(lead: Path, tmp_path: Path) -> None:
    with Project.open(lead, read_only=True) as project:
        (made,) = pack_apart(project, tmp_path / "anna.annotator", "Anna", with_text=True)
    assert isinstance(made, Pack)
    assert names(made.path) == ["Anna"]


def test_a_pack_that_is_stopped_at_once_leaves_nothing(lead: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / ".anna.annotator.1234.new-journal").touch()
    (out / "notes.new").touch()
    with Project.open(lead) as project:
        for place in (out, tmp_path / "none"):
            PackingApart(project, place / "anna.annotator", annotator="Anna", with_text=True).stop()
    assert [path.name for path in out.iterdir()] == ["notes.new"]


def test_there_is_nothing_to_share_in_an_empty_project(project: Project, tmp_path: Path) -> None:
    with pytest.raises(AssignError, match="no documents"):
        assign(project, tmp_path / "out", Wanted(("Anna",)))


@given(
    lengths=st.lists(st.integers(1, 5000), min_size=1, max_size=40),
    people=st.integers(1, 6),
    each=st.integers(1, 6),
    overlap=st.floats(0, 1),
    seed=st.integers(),
)
def test_shares_are_whole_even_and_the_same_for_the_same_seed(
    lengths: list[int], people: int, each: int, overlap: float, seed: int
) -> None:
    documents = {DocumentId(f"d{n}"): length for n, length in enumerate(lengths)}
    wanted = Wanted(tuple(f"p{n}" for n in range(people)), min(each, people), overlap, seed)
    got = shares(documents, wanted)
    assert got == shares(documents, wanted)
    counts = [sum(id_ in ids for ids in got.values()) for id_ in documents]
    several = round(overlap * len(documents))
    assert sorted(counts, reverse=True) == [wanted.each] * several + [1] * (len(documents) - several)
    loads = [sum(documents[id_] for id_ in ids) for ids in got.values()]
    assert max(loads) - min(loads) <= 2 * max(lengths)


@pytest.mark.parametrize(("text", "share"), [("20%", 0.2), ("0.5", 0.5), ("100 %", 1.0), ("0", 0.0)])
def test_a_share_is_written_in_percent_or_as_a_number(text: str, share: float) -> None:
    assert parse_share(text) == pytest.approx(share)


@pytest.mark.parametrize("text", ["", "a lot", "120%", "-1", "nan"])
def test_anything_else_is_no_share(text: str) -> None:
    with pytest.raises(AssignError):
        parse_share(text)
