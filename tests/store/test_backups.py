"""Backups: proven when made, thinned as they age, and put back only when they are all that they promise."""

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.store.backups import DAY, Backup, backup_folder, backups_in, make_backup, thin
from annotator.store.checking import check
from annotator.store.errors import ProjectDamaged, ProjectInUse, ProjectReadOnly
from annotator.store.files import journal_of
from annotator.store.project import Project
from annotator.workflow.keeping import EVERY_SECONDS, Keeper, back_up, keep_what_is_due
from tests.commands import Terminal
from tests.store.test_opening import SPILLED, child, killed

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


def stamped(folder: Path, age: timedelta) -> Path:
    path = folder / f"{(NOW - age).strftime('%Y%m%dT%H%M%S.%fZ')}.annotator"
    path.touch()
    return path


def ages(folder: Path) -> list[int]:
    """Return the ages in whole hours of what is left, youngest first."""
    return [round((NOW.timestamp() - backup.at) / 3600) for backup in backups_in(folder)]


def test_a_backup_is_a_project_with_the_same_journal(path: Path) -> None:
    with Project.open(path) as project:
        made = make_backup(path, project.id)
        head = project.head()
    with Project.open(made.path) as copy:
        assert (copy.head(), check(copy)) == (head, ())


def test_all_of_a_day_one_a_day_for_a_month_and_one_a_week_for_a_year_are_kept(tmp_path: Path) -> None:
    for hours in range(0, 24 * 500, 7):
        stamped(tmp_path, timedelta(hours=hours))
    thin(tmp_path, NOW.timestamp())
    left = ages(tmp_path)
    assert [age for age in left if age < 24] == [0, 7, 14, 21]
    assert len([age for age in left if 24 <= age < 24 * 30]) in (29, 30)
    assert len([age for age in left if age >= 24 * 30]) in (48, 49)
    assert max(left) <= 24 * 365


def test_the_newest_two_stay_however_old_and_other_files_are_nobodys_business(tmp_path: Path) -> None:
    for years in range(2, 7):
        stamped(tmp_path, timedelta(days=366 * years))
    (tmp_path / "mine.annotator").touch()
    thin(tmp_path, NOW.timestamp())
    assert ages(tmp_path) == [24 * 366 * 2, 24 * 366 * 3]
    assert (tmp_path / "mine.annotator").exists()


def test_what_a_killed_copy_left_goes_when_it_is_old(tmp_path: Path) -> None:
    import os

    old, young = (tmp_path / f".{n}.annotator.{n}.new" for n in (1, 2))
    for half in (old, journal_of(old), young):
        half.touch()
    os.utime(old, (time.time() - 2 * 3600,) * 2)
    thin(tmp_path, NOW.timestamp())
    assert list(tmp_path.iterdir()) == [young]


def flip_in_table(path: Path, table: str) -> None:
    """Break the structure of a table: its first page no longer says what it is."""
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 + 3 : (page - 1) * 4096 + 5] = b"\x7f\xff"
    path.write_bytes(content)


def test_no_backup_is_made_of_a_damaged_project_and_the_good_ones_stay(path: Path, tmp_path: Path) -> None:
    good = make_backup(path, "x", folder=tmp_path / "kept")
    flip_in_table(path, "gazetteer")
    with pytest.raises(ProjectDamaged, match=r"no copy was made of it: .*earlier backups are untouched"):
        make_backup(path, "x", folder=tmp_path / "kept")
    assert list((tmp_path / "kept").iterdir()) == [good.path]


def test_a_backup_never_takes_the_place_of_something(path: Path, terminal: Terminal) -> None:
    there = path.with_name("there.txt")
    there.write_text("mine")
    assert "already a file “there.txt”" in terminal.refused("backup", path, there).err
    assert there.read_text() == "mine"


def test_a_place_that_cannot_be_written_is_said(path: Path, terminal: Terminal) -> None:
    ran = terminal.refused("backup", path, path.with_name("none") / "copy.annotator")
    assert (ran.code, "could not be written" in ran.err or "cannot be read or written" in ran.err) == (3, True)
    with pytest.raises(ProjectReadOnly, match="could not be written"):
        make_backup(path, "x", folder=path / "below a file")


def test_a_backup_of_what_a_killed_process_left_is_whole(path: Path, terminal: Terminal) -> None:
    killed(child(path, SPILLED))
    out = path.with_name("copy.annotator")
    assert terminal("backup", path, out).code == 0
    assert terminal("check", out).code == 0


def test_there_is_one_among_the_projects_own_backups_when_no_place_is_named(path: Path, terminal: Terminal) -> None:
    ran = terminal("backup", path)
    with Project.open(path) as project:
        assert Path(ran.out.strip()).parent == backup_folder(project.id)


# -- when -------------------------------------------------------------------------------------


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return seconds that are added to the time of day."""
    ahead = [0.0]
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + ahead[0])
    return ahead


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


@pytest.mark.usefixtures("own_home")
def test_work_is_in_a_backup_before_it_is_ten_minutes_old(path: Path, clock: list[float]) -> None:
    with Project.open(path) as project:
        keeper = Keeper(project)
        assert keeper.due()
        keeper.make()
        assert not keeper.due()
        project.set_setting("title", "x")
        clock[0] = EVERY_SECONDS - 60
        assert not keeper.due()
        clock[0] = EVERY_SECONDS - 20
        assert keeper.due()
        assert isinstance(keeper.keep(), Backup)
        assert (keeper.due(), keeper.keep()) == (False, None)


@pytest.mark.usefixtures("own_home")
def test_work_of_a_session_that_was_killed_is_missed_by_the_next_one(path: Path, clock: list[float]) -> None:
    with Project.open(path) as project:
        Keeper(project).make()
        project.set_setting("title", "never backed up")
    clock[0] = EVERY_SECONDS
    with Project.open(path) as project:
        assert Keeper(project).due()


@pytest.mark.usefixtures("own_home")
def test_a_command_leaves_a_backup_behind_when_the_last_is_old(path: Path, clock: list[float]) -> None:
    with Project.open(path) as project:
        keep_what_is_due(project)
        project.set_setting("title", "x")
        keep_what_is_due(project)
        assert len(backups_in(backup_folder(project.id))) == 1
        clock[0] = DAY
        keep_what_is_due(project)
        assert len(backups_in(backup_folder(project.id))) == 2


@pytest.mark.usefixtures("own_home")
def test_a_backup_that_can_no_longer_be_read_counts_for_nothing(path: Path, clock: list[float]) -> None:
    with Project.open(path) as project:
        Keeper(project).make().path.write_bytes(b"")
        clock[0] = EVERY_SECONDS
        assert Keeper(project).due()


# -- putting one back -------------------------------------------------------------------------


def test_a_backup_takes_the_projects_place_and_what_stood_there_is_kept_whole(path: Path, terminal: Terminal) -> None:
    saved = back_up(path, path.with_name("saved.annotator"))
    killed(child(path, SPILLED))
    assert terminal("restore", saved, path).code == 0
    assert terminal("check", path).code == 0
    (kept,) = path.parent.glob("p.before-*.annotator")
    assert terminal("check", kept).code == 0
    assert not journal_of(path).exists()


def test_even_a_ruin_is_kept_with_its_journal(path: Path, terminal: Terminal) -> None:
    saved = back_up(path, path.with_name("saved.annotator"))
    ruin, journal = b"SQLite format 3\0" + b"ruin" * 300, b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"j" * 600
    path.write_bytes(ruin)
    journal_of(path).write_bytes(journal)
    assert terminal("restore", saved, path).code == 0
    (kept,) = path.parent.glob("p.before-*.annotator")
    assert (kept.read_bytes(), journal_of(kept).read_bytes()) == (ruin, journal)
    assert terminal("check", path).code == 0


def test_a_backup_with_a_span_off_its_words_is_not_put_back(path: Path, terminal: Terminal) -> None:
    saved = back_up(path, path.with_name("saved.annotator"))
    with closing(sqlite3.connect(saved)) as connection:
        connection.execute("UPDATE span SET words = 'not these'")
        connection.commit()
    before = path.read_bytes()
    ran = terminal.refused("restore", saved, path)
    assert (ran.code, "is damaged itself" in ran.err) == (3, True)
    assert path.read_bytes() == before


def test_an_open_project_is_not_replaced(path: Path, terminal: Terminal) -> None:
    saved = back_up(path, path.with_name("saved.annotator"))
    with Project.open(path):
        assert "already open" in terminal.refused("restore", saved, path).err
    with pytest.raises(ProjectInUse), Project.open(path):
        Project.open(path)


def test_a_backup_goes_where_nothing_stands(path: Path, terminal: Terminal) -> None:
    target = path.with_name("new.annotator")
    assert terminal("restore", path, target).code == 0
    assert terminal("check", target).code == 0
    assert terminal.refused("restore", path.with_name("none"), target).code == 2
    assert terminal.refused("restore", path, path.with_name("none") / "new.annotator").code == 3
