"""A full disk: every work on it says so in one sentence, and the file keeps everything up to the last change."""

import os
import shutil
from pathlib import Path

import pytest

from annotator.store.checking import check
from annotator.store.errors import DiskFull
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from tests.commands import Terminal


@pytest.fixture
def full(path: Path, small_disk: Path) -> Path:
    """Return a project on a disk with only a few bytes left."""
    there = small_disk / "p.annotator"
    shutil.copy(path, there)
    left = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(b"b" * (left.f_bavail * left.f_bsize - 4096))
    return there


def whole(path: Path) -> bool:
    """Make room, then tell whether the project is as promised."""
    path.with_name("ballast").unlink()
    with Project.open(path) as project:
        return check(project) == ()


def test_labelling_says_it_and_what_was_acknowledged_is_kept(full: Path) -> None:
    acknowledged = [""]
    with Project.open(full) as project:
        session = Annotating(project, project.annotator("Anna"))
        document = session.open(project.documents()[0].id)

        def label_on() -> None:
            for number in range(200):
                session.set_note(document.spans[0].id, note := f"{number} " * 200)
                acknowledged.append(note)

        with pytest.raises(DiskFull, match="keeps everything up to the last change"):
            label_on()
    with Project.open(full, read_only=True) as project:
        held = project.labelled(project.documents()[0].id, project.annotators()[0])
        assert held.spans[0].note == acknowledged[-1]
    assert whole(full)


def test_labelling_goes_on_once_there_is_room(full: Path) -> None:
    with Project.open(full) as project:
        session = Annotating(project, project.annotator("Anna"))
        document = session.open(project.documents()[0].id)
        with pytest.raises(DiskFull):
            session.set_note(document.spans[0].id, "n" * 20_000)
        full.with_name("ballast").unlink()
        session.set_note(document.spans[0].id, "room")
        assert session.current is not None
        assert session.current.spans[0].note == "room"
        assert check(project) == ()


def test_importing_says_it_and_leaves_what_was_there(full: Path, tmp_path: Path, terminal: Terminal) -> None:
    (tmp_path / "a.txt").write_text("Un autre article. " * 2000)
    ran = terminal.refused("import", full, tmp_path / "a.txt", "--no-highlight")
    assert (ran.code, "disk is full" in ran.err) == (3, True)
    assert whole(full)


def test_a_backup_says_it_and_leaves_no_half_copy(full: Path, terminal: Terminal) -> None:
    before = sorted(full.parent.iterdir())
    ran = terminal.refused("backup", full, full.with_name("copy.annotator"))
    assert (ran.code, "disk is full" in ran.err) == (3, True)
    assert sorted(full.parent.iterdir()) == before
    assert whole(full)


def test_an_export_says_it_and_leaves_the_old_one(path: Path, full: Path, terminal: Terminal) -> None:
    old = full.with_name("out.jsonl")
    old.write_bytes(b"old")
    ran = terminal.refused("export", path, old)
    assert (ran.code, "No space left on device" in ran.err) == (3, True)
    assert old.read_bytes() == b"old"
    assert not list(full.parent.glob(".*.new"))


def test_a_new_project_says_it_and_leaves_nothing(full: Path, terminal: Terminal) -> None:
    ran = terminal.refused("new", full.with_name("new.annotator"))
    assert (ran.code, "disk is full" in ran.err) == (3, True)
    assert sorted(p.name for p in full.parent.iterdir()) == ["ballast", "p.annotator"]


def test_restoring_says_it_and_leaves_the_project(path: Path, full: Path, terminal: Terminal) -> None:
    before = full.read_bytes()
    ran = terminal.refused("restore", path, full)
    assert (ran.code, "disk is full" in ran.err) == (3, True)
    assert full.read_bytes() == before
    assert whole(full)


def test_a_migration_says_it_and_leaves_the_old_file(small_disk: Path, terminal: Terminal) -> None:
    import gzip

    from tests.store.test_migrating import VERSION_1

    old = small_disk / "old.annotator"
    old.write_bytes(gzip.decompress(VERSION_1.read_bytes()))
    before, left = old.read_bytes(), os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(b"b" * (left.f_bavail * left.f_bsize - 4096))
    ran = terminal.refused("highlight", old)
    assert (ran.code, "disk is full" in ran.err) == (3, True)
    assert old.read_bytes() == before
    assert terminal("check", old).code == 0
