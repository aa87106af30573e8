"""Merging through the worker: shown before it is done, backed up, whole or not at all, taken back as one."""

import multiprocessing
import os
import random
import shutil
import signal
import time
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from annotator.model.ids import annotator_id
from annotator.model.layer import Annotator
from annotator.store.backups import backup_folder, backups_in
from annotator.store.checking import check
from annotator.store.project import PROGRAM, Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.forks import BOTH, CannotSettle, forks, settle_fork
from annotator.workflow.importing import Importing
from annotator.workflow.labelling import CannotLabel
from annotator.workflow.merging import MergeRefused, MergeReport, Merging, Preview, WouldLose, take_back
from annotator.workflow.packing import pack
from annotator.workflow.pages import PageError, write_page
from annotator.workflow.starting import scheme_bytes
from tests.formats.making import PAGE
from tests.workflow.exchange import label, make_project, merge, tables


def merged(into: Path, *others: Path, accept_loss: bool = False, by: Annotator = PROGRAM) -> MergeReport:
    with Project.open(into) as project, closing(Merging(project, others)) as merging:
        for _ in merging.run():
            pass
        return merging.merge(by=by.id, accept_loss=accept_loss)


def preview(into: Path, *others: Path) -> Preview:
    with Project.open(into, read_only=True) as project, closing(Merging(project, others)) as merging:
        assert (merging.total, merging.finished) == (len(others), 0)
        for _ in merging.run():
            pass
        return merging.preview()


def test_what_would_happen_is_shown_and_nothing_is_changed(lead: Path, ben: Path) -> None:
    before = lead.read_bytes()
    shown = preview(lead, ben)
    (layer,) = shown.layers
    assert (layer.annotator, layer.verdict, layer.before, layer.after, layer.files) == (
        "Ben",
        "new",
        0,
        2,
        ("ben.annotator",),
    )
    assert not shown.losses
    assert lead.read_bytes() == before


def test_a_merge_is_backed_up_and_the_same_file_again_is_nothing_new(lead: Path, ben: Path) -> None:
    with Project.open(lead, read_only=True) as project:
        id_, before = project.id, project.entry_count()
    report = merged(lead, ben)
    assert report.backup is not None
    with Project.open(report.backup, read_only=True) as kept:
        assert kept.entry_count() == before
    again = merged(lead, ben)
    assert (again.gesture, again.backup, again.preview.nothing_new) == (None, None, True)
    assert len(backups_in(backup_folder(id_))) == 1


def test_a_merge_is_taken_back_as_one_and_can_be_done_again(lead: Path, ben: Path) -> None:
    before = tables(lead)
    merged(lead, ben)
    after = tables(lead)
    with Project.open(lead) as project:
        assert take_back(project).sources == ("ben.annotator",)
        assert check(project) == ()
    assert tables(lead) == before
    merged(lead, ben)
    assert tables(lead) == after


def test_undo_and_redo_reach_a_merge_like_everything_else(lead: Path, ben: Path) -> None:
    with Project.open(lead) as project, closing(Merging(project, [ben])) as merging:
        for _ in merging.run():
            pass
        session = Annotating(project, project.annotator("Anna"))
        merging.merge(by=session.annotator.id)
        both = {layer.annotator.name for layer in project.all_labelled()}
        session.undo()
        one = {layer.annotator.name for layer in project.all_labelled()}
        session.redo()
        again = {layer.annotator.name for layer in project.all_labelled()}
        assert (both, one, again) == ({"Anna", "Ben"}, {"Anna"}, {"Anna", "Ben"})
        assert check(project) == ()


def test_a_merge_that_was_worked_on_is_not_taken_back(lead: Path, ben: Path) -> None:
    merged(lead, ben)
    label(lead, "Ben", "claim", "opinion", "verified_fact")
    with Project.open(lead) as project, pytest.raises(MergeRefused, match="gone on"):
        take_back(project)
    with Project.open(ben) as project, pytest.raises(MergeRefused, match="no merge"):
        take_back(project)


def test_undo_says_why_it_does_not_take_a_merge_back(lead: Path, ben: Path) -> None:
    with Project.open(lead) as project:
        lea = project.annotator("Lea")
    merged(lead, ben, by=lea)
    label(lead, "Ben", "claim", "opinion", "verified_fact")
    with Project.open(lead) as project, pytest.raises(CannotLabel, match="gone on from what came with it"):
        Annotating(project, lea).undo()


def test_a_file_that_was_touched_since_it_was_opened_is_merged_into(lead: Path, ben: Path) -> None:
    with Project.open(lead) as project, closing(Merging(project, [ben])) as merging:
        for _ in merging.run():
            pass
        lead.touch()
        assert merging.merge().gesture is not None


def test_two_merges_of_one_layer_are_taken_back_one_by_one(lead: Path, ben: Path, tmp_path: Path) -> None:
    early = Path(shutil.copy(ben, tmp_path / "early.annotator"))
    label(ben, "Ben", "claim", "opinion", "verified_fact")
    merged(lead, early)
    first = tables(lead)
    merged(lead, ben)
    with Project.open(lead) as project:
        take_back(project)
    assert tables(lead) == first


def test_a_layer_that_would_lose_much_waits_for_a_yes(lead: Path, ben: Path) -> None:
    merged(lead, ben)
    with Project.open(ben) as project:
        session = Annotating(project, project.annotator("Ben"))
        current = session.open(project.documents()[0].id)
        session.erase(current.spans[0].id)
    before = tables(lead)
    with pytest.raises(WouldLose, match="“Ben” would lose 1 of 2 spans"):
        merged(lead, ben)
    assert tables(lead) == before
    merged(lead, ben, accept_loss=True)
    assert tables(lead) != before


def test_labels_that_the_scheme_here_does_not_have_are_refused_and_differences_told(lead: Path, ben: Path) -> None:
    scheme = msgspec.json.decode(scheme_bytes("factcheck"))
    scheme["version"] = "0.1"
    scheme["labels"] = [one for one in scheme["labels"] if one["id"] != "opinion"]
    scheme["labels"][0]["name"]["en"] = "Assertion"
    scheme["labels"][0]["attributes"].pop()
    scheme["labels"].append({**scheme["labels"][0], "id": "more", "key": "more", "shortcut": "9"})
    with Project.open(lead) as project:
        project.adopt_scheme(msgspec.json.encode(scheme))
    shown = preview(lead, ben)
    (layer,) = shown.layers
    assert layer.verdict == "refused"
    assert "no label “opinion”" in str(layer.reason)
    told = " ".join(map(str, shown.files[0].differences))
    for words in ("version", "“Opinion” is only there", "only here", "is “Assertion” here", "The attribute"):
        assert words in told


def test_a_pack_without_texts_needs_them_here(lead: Path, ben: Path, tmp_path: Path) -> None:
    with Project.open(ben) as project:
        pack(project, tmp_path / "pack.annotator", annotator="Ben", with_text=False)
    empty = tmp_path / "empty.annotator"
    make_project(empty, texts=())
    (layer,) = preview(empty, tmp_path / "pack.annotator").layers
    assert "neither here nor" in str(layer.reason)
    (layer,) = preview(lead, tmp_path / "pack.annotator").layers
    assert layer.verdict == "new"


def test_new_documents_come_with_their_text_and_are_found(lead: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.annotator"
    make_project(other, texts=["Un tout autre article sur la météo."])
    label(other, "Ben", "claim")
    shown = merged(lead, other).preview
    assert shown.new_documents == ("Un tout autre articl",)
    with Project.open(lead) as project:
        assert len(project.search("météo")) == 1
        assert check(project) == ()
        take_back(project)
        assert len(project.documents()) == 3
        assert check(project) == ()


def test_a_bad_file_is_named_and_the_worker_goes_on(lead: Path, ben: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.annotator"
    bad.write_bytes(ben.read_bytes()[:20_000])
    shown = preview(lead, bad, ben)
    assert [bool(file.refused) for file in shown.files] == [True, False]
    assert len(shown.layers) == 1


def test_a_merge_that_is_closed_early_says_so_and_leaves_nothing(lead: Path, ben: Path) -> None:
    with Project.open(lead, read_only=True) as project, closing(Merging(project, [ben])) as merging:
        (file,) = merging.preview().files
        assert "not been read" in str(file.refused)


def test_a_name_is_written_the_same_way_everywhere(lead: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.annotator"
    make_project(other)
    label(other, "ANNA", "opinion", document=1)
    merged(lead, other)
    with Project.open(lead, read_only=True) as project:
        assert [person.name for person in project.annotators()] == ["ANNA"]
        assert check(project) == ()


# -- forks ------------------------------------------------------------------------------------------


@pytest.fixture
def forked(lead: Path, tmp_path: Path) -> Path:
    """Return a project in which Anna's layer forked: two spans on this machine, one other on that."""
    other = Path(shutil.copy(lead, tmp_path / "laptop.annotator"))
    label(lead, "Anna", "claim", "claim", "claim")
    label(other, "Anna", "claim", "opinion")
    merged(lead, other)
    return lead


def spans(path: Path) -> set[str]:
    with Project.open(path, read_only=True) as project:
        assert check(project) == ()
        return {f"{span.label} {span.start}" for layer in project.all_labelled() for span in layer.spans}


def test_a_fork_shows_its_sides_and_the_larger_stands(forked: Path) -> None:
    with Project.open(forked, read_only=True) as project:
        (fork,) = forks(project)
    assert [(len(side.spans), side.stands) for side in fork.sides] == [(3, True), (2, False)]
    assert spans(forked) == {"claim 0", "claim 10", "claim 20"}


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (0, {"claim 0", "claim 10", "claim 20"}),
        (1, {"claim 0", "opinion 10"}),
        (BOTH, {"claim 0", "claim 10", "claim 20", "opinion 10"}),
    ],
)
def test_a_fork_is_settled_by_its_owner(forked: Path, choice: int | str, left: set[str]) -> None:
    with Project.open(forked) as project:
        (fork,) = forks(project)
        key = choice if isinstance(choice, str) else fork.sides[choice].key
        settle_fork(project, fork.layer_id, key, by=fork.annotator.id)
        assert forks(project) == ()
    assert spans(forked) == left


def test_settling_can_be_undone(forked: Path) -> None:
    with Project.open(forked) as project:
        (fork,) = forks(project)
        settle_fork(project, fork.layer_id, BOTH, by=fork.annotator.id)
        session = Annotating(project, fork.annotator)
        session.open(fork.document_id)
        session.undo()
    assert spans(forked) == {"claim 0", "claim 10", "claim 20"}


def test_nobody_else_settles_a_fork(forked: Path) -> None:
    with Project.open(forked) as project:
        (fork,) = forks(project)
        for choice, by in (("", fork.annotator.id), ("nothing", fork.annotator.id), (BOTH, annotator_id("Ben"))):
            with pytest.raises(CannotSettle):
                settle_fork(project, fork.layer_id, choice, by=by)
        settle_fork(project, fork.layer_id, BOTH, by=fork.annotator.id)
        with pytest.raises(CannotSettle, match="no fork"):
            settle_fork(project, fork.layer_id, BOTH, by=fork.annotator.id)


def test_time_alone_is_no_fork(lead: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(lead, tmp_path / "laptop.annotator"))
    for path, seconds in ((lead, 5), (other, 9)):
        with Project.open(path) as project:
            session = Annotating(project, project.annotator("Anna"))
            session.open(project.documents()[0].id)
            session.spend(seconds)
    merge(lead, other)
    with Project.open(lead) as project:
        assert forks(project) == ()


# -- kills ------------------------------------------------------------------------------------------


def _merge_until_killed(into: str, other: str) -> None:
    merge(Path(into), Path(other))


@pytest.mark.parametrize("seed", range(8))
def test_a_merge_that_is_killed_is_no_merge(lead: Path, tmp_path: Path, seed: int) -> None:
    """The rollback journal of a killed merge may be there: opening the project rolls it back."""
    other = tmp_path / "other.annotator"
    make_project(other, texts=[f"Article numéro {n} sur le port de Norvik et ses grues." for n in range(40)])
    for n in range(0, 40, 4):
        label(other, "Ben", "claim", "opinion", document=n)
    before = tables(lead)
    child = multiprocessing.get_context("fork").Process(target=_merge_until_killed, args=(str(lead), str(other)))
    child.start()
    time.sleep(random.Random(seed).uniform(0.05, 0.5))
    os.kill(child.pid or 0, signal.SIGKILL)
    child.join()
    whole = len(before) + 40 + 10 + 20 + 1
    with Project.open(lead) as project:
        assert check(project) == ()
    assert tables(lead) == before or len(tables(lead)) == whole


def test_a_kept_page_stays_where_its_document_was_imported(lead: Path, ben: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    with Project.open(ben) as project:
        list(Importing(project, [tmp_path / "page.html"]).run())
        document = project.documents()[-1].id
        write_page(project, document, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_text(encoding="utf-8") == PAGE
    label(ben, "Ben", "claim", document=-1)
    merged(lead, ben)
    with Project.open(lead) as project:
        assert document in {held.id for held in project.documents()}
        with pytest.raises(PageError, match="No page was kept"):
            write_page(project, document, tmp_path / "none.html")
        assert check(project) == ()
