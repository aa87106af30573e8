"""An older file becomes one of today: backed up before, old or new at any moment, nothing lost on the way."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.store import migrating
from annotator.store.backups import backup_folder, backups_in
from annotator.store.bulk import NewDocument
from annotator.store.checking import check
from annotator.store.connection import check_header
from annotator.store.errors import ProjectDamaged
from annotator.store.project import Project
from annotator.store.schema import USER_VERSION
from annotator.workflow.annotating import Annotating
from tests.commands import Terminal
from tests.workflow.exchange import merge

VERSION_1 = Path(__file__).with_name("version_1.annotator.gz")
KEPT = ("document", "text", "layer", "timing", "span", "link", "evidence", "entity", "gazetteer", "setting", "journal")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a project that version 1 of the tables made."""
    path = tmp_path / "old.annotator"
    path.write_bytes(gzip.decompress(VERSION_1.read_bytes()))
    assert check_header(path) == 1
    return path


def rows(path: Path) -> dict[str, list[object]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in KEPT}


def entries(path: Path) -> dict[bytes, bytes]:
    """Return the edits of the layers' entries as they lie there, by the ids of the entries."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(
            connection.execute("SELECT id, edits FROM journal WHERE chain IN (SELECT id FROM layer)").fetchall()
        )


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_an_old_project_is_migrated_when_it_is_opened_and_keeps_every_row(old: Path) -> None:
    before = rows(old)
    with Project.open(old) as project:
        assert check(project) == ()
    assert check_header(old) == USER_VERSION
    assert rows(old) == before


def test_work_goes_on_in_a_migrated_project_with_its_old_history(old: Path) -> None:
    with Project.open(old) as project:
        session = Annotating(project, project.annotator("Anna"))
        session.open(project.documents()[0].id)
        assert session.redo().spans[0].label == project.scheme.label("opinion").id  # type: ignore[union-attr]  # it has
        assert check(project) == ()


def test_an_old_file_merges_into_a_new_project_with_every_entry_as_it_was(old: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.annotator"
    with Project.open(old, read_only=True) as project:
        scheme, texts = project.scheme_json(), [(one, project.text(one.id)) for one in project.documents()]
    with Project.create(target, scheme=scheme) as project:
        project.add_documents([NewDocument(document, text) for document, text in texts])
    before = entries(old)
    merge(target, old)
    assert before
    assert before.items() <= entries(target).items()
    assert rows(target)["span"] == rows(old)["span"]
    with Project.open(target) as project:
        assert check(project) == ()


def test_a_verified_backup_of_the_old_file_is_made_before(old: Path) -> None:
    before = rows(old)
    with Project.open(old) as project:
        made = backups_in(backup_folder(project.id))
    assert check_header(made[0].path) == 1
    assert rows(made[0].path) == before


def test_reading_an_old_project_leaves_it_as_it_is(old: Path, terminal: Terminal) -> None:
    before = old.read_bytes()
    assert terminal("check", old).code == 0
    assert terminal("export", old, old.with_suffix(".jsonl")).code == 0
    assert old.read_bytes() == before


def test_an_old_backup_can_be_put_back(old: Path, terminal: Terminal) -> None:
    target = old.with_name("new.annotator")
    assert terminal("restore", old, target).code == 0
    with Project.open(target) as project:
        assert check(project) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON span BEGIN DELETE FROM span; END",
        "DROP TABLE gazetteer",
        "UPDATE timing SET layer = zeroblob(16)",
    ],
)
def test_an_old_file_that_is_not_sound_stays_what_it_is(old: Path, statement: str, terminal: Terminal) -> None:
    spoil(old, statement)
    before = old.read_bytes()
    with pytest.raises(ProjectDamaged):
        Project.open(old)
    assert terminal.refused("check", old).code == 3
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == [old.name]


def test_a_step_that_fails_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    real = migrating.steps()
    monkeypatch.setattr(migrating, "steps", lambda: {**real, USER_VERSION + 1: fail})
    before = old.read_bytes()
    with pytest.raises(ZeroDivisionError):
        Project.open(old)
    assert old.read_bytes() == before
    monkeypatch.undo()
    Project.open(old).close()
    assert check_header(old) == USER_VERSION


def test_the_steps_lead_from_the_first_version_to_todays() -> None:
    assert list(migrating.steps()) == list(range(2, USER_VERSION + 1))
