"""What is opened, and what is refused with a sentence and left as it is."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.model.edits import Edit, Setting
from annotator.store.checking import check
from annotator.store.errors import (
    NotAProject,
    ProjectDamaged,
    ProjectInUse,
    ProjectMoved,
    ProjectReadOnly,
    ProjectTooNew,
    StoreError,
)
from annotator.store.files import journal_of
from annotator.store.lock import lock_path
from annotator.store.project import Project
from annotator.store.schema import USER_VERSION
from tests.commands import Terminal
from tests.store.conftest import fill

EVERY_READER = ("check", "stats")


def patched(path: Path, at: int, data: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[at : at + len(data)] = data
    path.write_bytes(content)


def raw(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@contextlib.contextmanager
def frozen(path: Path) -> Iterator[None]:
    """Hold a file to its bytes and its folder to its names, but for hidden ones such as that of a lock."""
    before = path.read_bytes(), sorted(path.parent.glob("[!.]*"))
    yield
    assert (path.read_bytes(), sorted(path.parent.glob("[!.]*"))) == before


SPOILED: dict[str, tuple[Callable[[Path], object], type[StoreError], int, str]] = {
    "newer": (lambda path: patched(path, 60, (99).to_bytes(4)), ProjectTooNew, 3, "Update the program"),
    "foreign": (lambda path: patched(path, 68, b"GPKG"), NotAProject, 2, "database of another program"),
    "version 0": (lambda path: patched(path, 60, bytes(4)), ProjectDamaged, 3, "is damaged"),
    "text": (lambda path: path.write_text("Un article."), NotAProject, 2, "not a project"),
    "half a header": (lambda path: os.truncate(path, 60), ProjectDamaged, 3, "is cut off"),
    "two pages": (lambda path: os.truncate(path, 8192), ProjectDamaged, 3, "is damaged"),
    "all but the last page": (
        lambda path: os.truncate(path, path.stat().st_size - 4096),
        ProjectDamaged,
        3,
        "is damaged",
    ),
    "zeroed tables": (lambda path: patched(path, 100, bytes(4000)), ProjectDamaged, 3, "is damaged"),
    "a planted trigger": (
        lambda path: raw(path, "CREATE TRIGGER evil AFTER INSERT ON span BEGIN DELETE FROM link; END"),
        ProjectDamaged,
        3,
        "does not have the tables of a project, or has more",
    ),
    "a planted view": (lambda path: raw(path, "CREATE VIEW v AS SELECT 1"), ProjectDamaged, 3, "or has more"),
    "a lost table": (lambda path: raw(path, "DROP TABLE gazetteer"), ProjectDamaged, 3, "does not have the tables"),
    "a lost scheme": (lambda path: raw(path, "DELETE FROM scheme"), ProjectDamaged, 3, "has lost its scheme"),
    "no identity": (lambda path: raw(path, "DELETE FROM project"), ProjectDamaged, 3, "was not finished"),
}


@pytest.mark.parametrize("kind", SPOILED)
def test_a_file_that_cannot_be_trusted_is_refused_by_everybody_and_left_byte_identical(
    path: Path, kind: str, terminal: Terminal
) -> None:
    spoil, error, code, sentence = SPOILED[kind]
    spoil(path)
    with frozen(path):
        with pytest.raises(error, match=sentence):
            Project.open(path)
        for command in EVERY_READER:
            ran = terminal.refused(command, path)
            assert (ran.code, sentence in ran.err) == (code, True), ran.err


def test_what_is_not_there_or_no_file_is_said(tmp_path: Path, terminal: Terminal) -> None:
    assert "There is no file" in terminal.refused("stats", tmp_path / "none.annotator").err
    assert "cannot be read: Is a directory" in terminal.refused("stats", tmp_path).err


def test_a_trigger_that_was_taken_away_keeps_nobody_from_reading_and_is_found(path: Path, terminal: Terminal) -> None:
    raw(path, "DROP TRIGGER journal_update")
    with pytest.raises(ProjectDamaged):
        Project.open(path)
    ran = terminal("check", path)
    assert (ran.code, "append-only is not there: journal_update" in ran.out) == (1, True)


def test_the_journal_and_the_texts_take_no_change_from_anybody(path: Path) -> None:
    for table in ("journal", "text"):
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid + 1000"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                raw(path, statement)


def test_a_file_that_may_not_be_written_is_still_read(
    path: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)  # as for anybody but root
    with frozen(path):
        assert "read-only: allow writing" in terminal.refused("highlight", path).err
        assert terminal("check", path).code == 0
    with Project.open(path, read_only=True) as project, pytest.raises(ProjectReadOnly, match="for reading only"):
        project.set_setting("title", "x")


def test_a_folder_that_may_not_be_written_is_said(
    path: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(name: object, flags: int, *rest: object, **more: object) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied")
        return real(name, flags, *rest, **more)  # type: ignore[arg-type]  # passed on as it came

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        ran = terminal.refused("highlight", path)
    assert (ran.code, "folder of “p.annotator” may not be written: Permission denied" in ran.err) == (3, True)


def test_a_second_instance_is_declined_and_gets_in_once_the_first_is_gone(path: Path, terminal: Terminal) -> None:
    with Project.open(path):
        ran = terminal.refused("highlight", path)
        assert (ran.code, "already open in another window" in ran.err) == (3, True)
        assert terminal("stats", path).code == 0
    with Project.open(path):
        assert lock_path(path).exists()
    assert not lock_path(path).exists()


def test_another_name_for_the_same_file_is_the_same_project(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "link.annotator"
    other.parent.mkdir()
    other.symlink_to(path)
    with Project.open(path), pytest.raises(ProjectInUse):
        Project.open(other)


def test_a_lock_that_is_taken_away_while_we_wait_for_it_is_taken_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open
    done: list[object] = []

    def race(name: object, flags: int, *rest: object, **more: object) -> int:
        opened = real(name, flags, *rest, **more)  # type: ignore[arg-type]  # passed on as it came
        if name == lock_path(path) and not done:
            done.append(name)
            lock_path(path).unlink()
        return opened

    monkeypatch.setattr(os, "open", race)
    with Project.open(path), pytest.raises(ProjectInUse):
        Project.open(path)
    assert done


def child(path: Path, code: str) -> "subprocess.Popen[str]":
    """Start a process that opens the project, runs code, says so, and waits to be killed."""
    script = (
        "import sys, time; from pathlib import Path; from annotator.store.project import Project\n"
        f"project = Project.open(Path(sys.argv[1]))\n{code}\nprint('ready', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def killed(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_a_lock_does_not_outlive_the_process_that_was_killed(path: Path) -> None:
    process = child(path, "")
    with pytest.raises(ProjectInUse):
        Project.open(path)
    killed(process)
    assert lock_path(path).exists()
    Project.open(path).close()


SPILLED = (
    # pages are written to the file before the transaction is over, as a big import does it
    "c = project._connection; t = c.begin(); c.exec_driver_sql('PRAGMA cache_size=1')\n"
    "c.exec_driver_sql(\"INSERT INTO gazetteer SELECT hex(randomblob(500)), 'PER' FROM journal, journal, journal\")"
)


@pytest.mark.parametrize("command", EVERY_READER)
def test_what_a_killed_process_left_half_written_is_read_whole_and_left_alone(
    path: Path, filled: bytes, terminal: Terminal, command: str
) -> None:
    killed(child(path, SPILLED))
    assert journal_of(path).exists()
    assert path.read_bytes() != filled
    with frozen(path):
        assert terminal(command, path).code == 0


def test_the_next_one_to_write_makes_it_whole(path: Path) -> None:
    killed(child(path, SPILLED))
    with Project.open(path) as project:
        assert check(project) == ()
    assert not journal_of(path).exists()


def test_reading_goes_on_while_another_window_is_in_the_middle_of_a_change(path: Path, terminal: Terminal) -> None:
    process = child(path, "c = project._connection; t = c.begin()\nc.exec_driver_sql('DELETE FROM gazetteer')")
    try:
        assert terminal("check", path).code == 0
    finally:
        killed(process)


def replaced(path: Path) -> None:
    other = path.with_name("other")
    fill(other)
    other.replace(path)


def overwritten(path: Path) -> None:
    """Write another project over the file in place, as `cp` does."""
    other = path.with_name("other")
    fill(other)
    with path.open("r+b") as file:
        file.truncate()
        file.write(other.read_bytes())


@pytest.mark.parametrize(
    "away", [Path.unlink, lambda path: path.rename(path.with_name("moved")), replaced, overwritten]
)
def test_a_file_that_was_taken_away_while_open_takes_no_change(path: Path, away: object) -> None:
    with Project.open(path) as project:
        assert callable(away)
        away(path)
        after = path.read_bytes() if path.exists() else None
        with pytest.raises(ProjectMoved, match="was not kept: put the file back"):
            project.set_setting("title", "x")
        assert (path.read_bytes() if path.exists() else None) == after


def test_work_goes_on_once_the_file_is_back(path: Path) -> None:
    with Project.open(path) as project:
        aside = path.rename(path.with_name("aside"))
        with pytest.raises(ProjectMoved):
            project.set_setting("title", "x")
        aside.rename(path)
        project.set_setting("title", "y")
    with Project.open(path) as project:
        assert project.setting("title") == "y"
        assert check(project) == ()


def test_a_program_that_holds_the_file_is_named_as_the_reason(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.store import connection

    monkeypatch.setitem(connection.PRAGMAS, "busy_timeout", "10")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other, Project.open(path) as project:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ProjectInUse, match="in use by another program"):
            project.set_setting("title", "x")
        other.execute("ROLLBACK")
        project.set_setting("title", "x")


def test_a_new_project_is_whole_or_not_there(tmp_path: Path, terminal: Terminal) -> None:
    place = tmp_path / "new.annotator"
    assert "cannot be read" in terminal.refused("new", place, "--scheme", tmp_path / "none.json").err
    (tmp_path / "s.json").write_text('{"id": 3}')
    assert "`$.id`" in terminal.refused("new", place, "--scheme", tmp_path / "s.json").err
    assert "No project can be made" in terminal.refused("new", tmp_path / "none" / "new.annotator").err
    assert [path.name for path in tmp_path.iterdir()] == ["s.json"]
    assert terminal("new", place).code == 0
    assert "already a file" in terminal.refused("new", place).err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.annotator", "s.json"]


def test_every_promise_about_the_connection_is_in_force(path: Path) -> None:
    with Project.open(path) as project, project.reading() as connection:

        def value(name: str) -> object:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

        assert [value(n) for n in ("journal_mode", "synchronous", "foreign_keys")] == ["delete", 3, 1]
        assert [value(n) for n in ("trusted_schema", "cell_size_check", "mmap_size")] == [0, 1, 0]
        assert [value(n) for n in ("application_id", "user_version")] == [0x414E4E4F, USER_VERSION]
        tables = connection.exec_driver_sql("PRAGMA table_list").all()
        assert all(
            row.strict
            for row in tables
            if row.schema == "main" and "search" not in row.name and "sqlite" not in row.name
        )


def test_an_edit_that_does_not_fit_leaves_nothing(path: Path) -> None:
    with Project.open(path) as project:
        before = project.head()
        wrong = Edit(Setting(project.id, "title", "not this"), Setting(project.id, "title", "x"))
        with pytest.raises(ValueError, match="is not what the edit says it was"):
            project.log(Edit(None, Setting(project.id, "new", "1")), wrong)
        assert project.head() == before
        assert project.setting("new", "none") == "none"


def test_a_disk_that_fails_is_said_with_its_reason(path: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path; from annotator.store.project import Project\n"
        "project = Project.open(Path(sys.argv[1]))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "project.set_setting('title', 'x')"
    )
    before = path.read_bytes()
    ran = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    assert "DiskFails" in ran.stderr
    assert "disk I/O error" in ran.stderr
    assert path.read_bytes() == before


def test_the_store_says_nothing_of_errors_that_are_not_its_own(path: Path) -> None:
    with Project.open(path) as project:
        with pytest.raises(ZeroDivisionError), project.writing():
            raise ZeroDivisionError
        with pytest.raises(KeyError):
            project.text(project.documents()[0].id[::-1])  # type: ignore[arg-type]  # no such document
