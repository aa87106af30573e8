"""Other people's files: whatever is wrong with one, it gets its sentence, and nothing of it is taken."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.edits import Edit
from annotator.model.ids import LayerId, LinkId, SpanId, annotator_id, layer_id, new_uuid
from annotator.model.layer import Annotator, Entity, Layer, Link, Span
from annotator.model.told import Told
from annotator.store import guarded
from annotator.store.foreign import read_foreign
from annotator.store.guarded import Request
from annotator.store.project import PROGRAM, Project
from annotator.store.schema import APPEND_ONLY
from annotator.store.spool import Spool
from annotator.workflow.annotating import Annotating
from tests.workflow.exchange import make_project, merge, tables

type Harm = Callable[[Path], object]


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Return Ben's project: a layer with links to a span, an entity and evidence, and time spent."""
    path = tmp_path / "ben.annotator"
    make_project(path)
    with Project.open(path) as project:
        session = Annotating(project, project.annotator("Ben"))
        session.open(project.documents()[0].id)
        one = session.make_span(0, 6, "claim").spans[0]
        other = session.make_span(9, 17, "opinion").spans[0]
        session.add_link("content", other.id, "span", one.id)
        session.add_evidence(one.id, {"url": "x"})
        session.add_entity(0, 6, "LOC")
        session.spend(5)
    return path


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    path = tmp_path / "ours.annotator"
    make_project(path)
    return path


def tamper(*statements: str) -> Harm:
    """Return what runs SQL on a file as a hostile hand would: no trigger in the way, and all put back afterwards."""

    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            for table in ("journal", "text", "page"):
                for verb in ("update", "delete"):
                    raw.execute(f"DROP TRIGGER IF EXISTS {table}_{verb}")
            for statement in statements:
                raw.execute(statement)
            for trigger in APPEND_ONLY:
                raw.execute(trigger)

    return harm


def cut(share: float) -> Harm:
    return lambda path: path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])


def patched(offset: int, data: bytes) -> Harm:
    def harm(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[offset : offset + len(data)] = data
        path.write_bytes(content)

    return harm


def committed(edit: Callable[[Project], Edit], by: str = "Ben", kind: str = "do") -> Harm:
    """Return what commits an edit of nonsense: the tables and the journal agree on it."""

    def harm(path: Path) -> None:
        with Project.open(path) as project:
            project.commit([edit(project)], by=PROGRAM.id if by == "program" else annotator_id(by), kind=kind)  # type: ignore[arg-type]  # one of the four

    return harm


def span(**fields: object) -> Callable[[Project], Edit]:
    """Return the edit that makes a span which differs from a sound one in some fields."""

    def edit(project: Project) -> Edit:
        owner = layer_id(project.documents()[0].id, annotator_id("Ben"))
        values = {"id": new_uuid(), "label": "claim", "fragments": ((0, 6),), "words": ("Norvik",), **fields}
        return Edit(None, Span(layer_id=owner, **values))  # type: ignore[arg-type]  # nonsense is the point

    return edit


def linked(project: Project) -> Edit:
    owner = layer_id(project.documents()[0].id, annotator_id("Ben"))
    return Edit(None, Link(LinkId(new_uuid()), owner, "content", SpanId("0" * 32), "span", "1" * 32))


def entity(**fields: object) -> Callable[[Project], Edit]:
    def edit(project: Project) -> Edit:
        values = {"id": new_uuid(), "label": "LOC", "start": 0, "end": 6, "words": "Norvik", "status": "added"}
        return Edit(None, Entity(document_id=project.documents()[0].id, origin="person", **{**values, **fields}))  # type: ignore[arg-type]

    return edit


def of_somebody(project: Project) -> Edit:
    return Edit(None, Layer(LayerId(new_uuid()), project.documents()[1].id, annotator_id("Ben")))


BAD: dict[str, tuple[Harm, str]] = {
    "cut in half": (cut(0.5), "cut off or damaged"),
    "cut in the header": (cut(0.0005), "cut off"),
    "empty": (cut(0), "not a project"),
    "a picture": (lambda path: path.write_bytes(b"\x89PNG" * 1000), "not a project"),
    "another program's": (patched(68, b"\0\0\0\1"), "another program"),
    "newer": (patched(60, b"\0\0\0\x63"), "newer version"),
    "in another mode": (tamper("PRAGMA journal_mode=WAL"), "cut off or damaged"),
    "zeroes within": (patched(4096 * 3, b"\0" * 8192), "damaged|not as this program|does not have the tables"),
    "a trigger": (tamper("CREATE TRIGGER t AFTER INSERT ON span BEGIN DELETE FROM text; END"), "or has more"),
    "a view": (tamper("CREATE VIEW v AS SELECT * FROM span"), "or has more"),
    "a view for a table": (
        tamper(
            "DROP TABLE kinship",
            "CREATE VIEW kinship AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c",
        ),
        "or has more",
    ),
    "a table too few": (tamper("DROP TABLE kinship"), "does not have the tables"),
    "another table": (tamper("CREATE TABLE more (x)"), "or has more"),
    "no project": (tamper("DELETE FROM project"), "not as this program"),
    "a text with other words": (tamper("UPDATE text SET text = replace(text, 'quai', 'pont')"), "another text for"),
    "a text that is no text": (tamper("UPDATE text SET text = CAST(x'ff' AS TEXT)"), "damaged"),
    "a huge value": (tamper("UPDATE annotator SET name = CAST(zeroblob(70000000) AS TEXT)"), "damaged"),
    "a span that nobody made": (tamper("UPDATE span SET label = 'opinion'"), "not as this program"),
    "a span too few": (tamper("DELETE FROM span WHERE label = 'opinion'"), "not as this program"),
    "another status": (tamper("UPDATE layer SET status = 'done'"), "not as this program"),
    "a link too many": (
        tamper(
            "INSERT INTO link SELECT layer, randomblob(16), type, source, target_kind, target, attributes FROM link"
        ),
        "not as this program",
    ),
    "another title": (tamper("UPDATE document SET title = 'x'"), "not as this program"),
    "an entity that nobody decided on": (tamper("UPDATE entity SET status = 'rejected'"), "not as this program"),
    "another setting": (tamper("UPDATE setting SET value = 'x' WHERE key = 'title'"), "not as this program"),
    "another name": (tamper("UPDATE annotator SET name = 'Zoe'"), "not as this program"),
    "an entry with another hash": (tamper("UPDATE journal SET at = at + 1"), "not as this program"),
    "an entry of nonsense": (tamper("UPDATE journal SET edits = x'0000'"), "not as this program"),
    "an entry that cannot be inflated": (tamper("UPDATE journal SET edits = x'01ff'"), "not as this program"),
    "a scheme that cannot be inflated": (tamper("UPDATE scheme SET json = x'01ff'"), "not as this program"),
    "an entry that is no entry": (tamper("UPDATE journal SET chain = zeroblob(16)"), "not as this program"),
    "an entry too few": (tamper("DELETE FROM journal WHERE kind = 'do' AND seq % 2"), "not as this program"),
    "a scheme with another hash": (tamper("UPDATE scheme SET sha256 = zeroblob(32)"), "not as this program"),
    "no scheme": (tamper("DELETE FROM scheme"), "not as this program"),
    "a span outside": (committed(span(fragments=((0, 900),))), "not as this program"),
    "a span backwards": (committed(span(fragments=((0, 3), (2, 6)), words=("Nor", "rvik"))), "not as this program"),
    "a span with other words": (committed(span(words=("Zzzzzz",))), "not as this program"),
    "a link to nowhere": (committed(linked), "not as this program"),
    "an entity outside": (committed(entity(end=900)), "not as this program"),
    "an entity with other words": (committed(entity(words="x")), "not as this program"),
    "a layer with another id": (committed(of_somebody), "not as this program"),
    "somebody else in the layer": (committed(span(), by="Anna"), "Somebody else has changed the layer of “Ben”"),
    "a person with another id": (
        committed(lambda _: Edit(None, Annotator(annotator_id("x"), "Zoé"))),
        "not as this program",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_gets_its_sentence_and_nothing_of_it_is_taken(theirs: Path, tmp_path: Path, what: str) -> None:
    harm, sentence = BAD[what]
    harm(theirs)
    before = hashlib.sha256(theirs.read_bytes()).digest()
    with pytest.raises(Told, match=sentence):
        read_foreign(None, Request(theirs, tmp_path / "spool", 0, "factcheck"))
    with closing(Spool(tmp_path / "spool")) as spool:
        assert (spool.chains("layer"), spool.chains("document"), spool.documents(), spool.people()) == ([], [], [], {})
    assert hashlib.sha256(theirs.read_bytes()).digest() == before


def test_a_file_of_another_scheme_is_refused(theirs: Path, tmp_path: Path) -> None:
    with pytest.raises(Told, match="another scheme"):
        read_foreign(None, Request(theirs, tmp_path / "spool", 0, "weather"))


@pytest.mark.parametrize("place", ["nowhere.annotator", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, place: str) -> None:
    with pytest.raises(Told, match="There is no file"):
        read_foreign(None, Request(tmp_path / place, tmp_path / "spool", 0, "factcheck"))


def test_a_file_that_is_being_written_is_refused(theirs: Path, tmp_path: Path) -> None:
    theirs.with_name(f"{theirs.name}-journal").write_bytes(b"x")
    with pytest.raises(Told, match="open elsewhere"):
        read_foreign(None, Request(theirs, tmp_path / "spool", 0, "factcheck"))


def test_a_file_that_is_too_large_is_not_copied(theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "LARGEST_FILE", 100)
    with pytest.raises(Told, match="larger than"):
        read_foreign(None, Request(theirs, tmp_path / "spool", 0, "factcheck"))


def test_a_file_that_cannot_be_copied_is_refused(theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(Told, match="No space left"):
        read_foreign(None, Request(theirs, tmp_path / "spool", 0, "factcheck"))


def test_a_sound_file_comes_in_whole(theirs: Path, ours: Path) -> None:
    merge(ours, theirs)
    assert tables(ours) == tables(theirs)
    kinds = {key[0] for key in tables(ours)}
    assert {"span", "link", "evidence", "entity", "layer", "timing", "annotator"} <= kinds


def test_nothing_but_our_tables_can_be_read_through_the_door(theirs: Path, tmp_path: Path) -> None:
    with guarded.opened(theirs, tmp_path) as connection:
        for sql in (
            "SELECT * FROM search",
            "SELECT load_extension('x')",
            "PRAGMA user_version",
            "ATTACH ':memory:' AS x",
        ):
            with pytest.raises(sqlite3.DatabaseError):
                connection.execute(sql)
