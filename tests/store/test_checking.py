"""The check finds what is not as promised: whatever is changed behind the journal's back, down to a single bit."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.told import Told
from annotator.store.checking import check
from annotator.store.project import Project
from tests.commands import Terminal
from tests.store.conftest import OTHER, TEXT, uuid


def findings(path: Path) -> list[str]:
    """Return what the check says of a file, or why it cannot be opened."""
    try:
        with Project.open(path, read_only=True) as project:
            return [f"{f.kind}: {f.where}: {f.what}" for f in check(project)]
    except Told as error:
        return [f"refused: {error}"]


def tampered(path: Path, *statements: str) -> list[str]:
    """Run statements as somebody would who knows SQLite, and return what the check finds."""
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount, statement
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()
    return findings(path)


def test_all_is_well_with_a_project_that_nobody_tampered_with(path: Path) -> None:
    assert findings(path) == []


LAST = "(SELECT max(seq) FROM journal)"
TAMPERING = {
    "a word of a text": (f"UPDATE text SET text = replace(text, 'trois', 'douze') WHERE text = '{TEXT}'", "text: "),
    "a text gone": (f"DELETE FROM text WHERE text = '{OTHER}'", "text: "),
    "the words of a span": ("UPDATE span SET words = 'quatre grues' WHERE note IS NOT NULL", "span: "),
    "where a span stands": ("UPDATE span SET start = start + 1 WHERE note IS NOT NULL", "span: "),
    "a note": ("UPDATE span SET note = 'x' WHERE note IS NOT NULL", "is not what the journal says"),
    "a span nobody made": (
        "UPDATE span SET id = randomblob(16) WHERE note IS NOT NULL",
        "the journal does not know it",
    ),
    "a span gone": ("DELETE FROM span WHERE note IS NOT NULL", "the journal has it, the tables do not"),
    "a label that is none": ("UPDATE span SET label = 'x' WHERE note IS NOT NULL", "has no label “x”"),
    "attributes that are no JSON": ("UPDATE span SET attributes = '{' WHERE note IS NOT NULL", "cannot be read"),
    "the words of an entity": ("UPDATE entity SET words = 'Oslo' WHERE status = 'confirmed'", "entity: "),
    "a machine's entity retyped": (
        "UPDATE entity SET label = 'ORG' WHERE status = 'auto'",
        "not what the machine made",
    ),
    "a machine's entity's origin": ("UPDATE entity SET origin = 'rulf' WHERE status = 'auto'", "what the machine made"),
    "a status": ("UPDATE layer SET status = 'new' WHERE status = 'done'", "fold: layer"),
    "a time": ("UPDATE timing SET seconds = 1", "fold: timing"),
    "a title": ("UPDATE document SET title = 'x'", "fold: document"),
    "a setting": ("UPDATE setting SET value = 'x' WHERE key = 'title'", "fold: setting title"),
    "the project's id": ("UPDATE project SET id = randomblob(16)", "fold: setting"),
    "a link's source": ("UPDATE link SET source = zeroblob(16)", "the span it comes from is not there"),
    "a link's target": ("UPDATE link SET target = zeroblob(16) WHERE target_kind = 'span'", "the span it goes to"),
    "a link's evidence": ("DELETE FROM evidence", "the evidence it goes to is not there"),
    "an entry's time": (f"UPDATE journal SET at = at + 1 WHERE seq = {LAST}", "its hash is not that of what it says"),
    "an entry gone": (f"DELETE FROM journal WHERE seq = {LAST} - 1", "does not follow the entry before it"),
    "entries swapped": (f"UPDATE journal SET seq = -seq WHERE seq = {LAST}", "is not what the edit says it was"),
    "an entry that says nothing": (f"UPDATE journal SET edits = x'00' WHERE seq = {LAST}", "it cannot be read"),
    "a scheme": ("UPDATE scheme SET json = CAST(x'007b7d' || json AS BLOB)", "refused: "),
    "an entry's scheme": (f"UPDATE journal SET scheme = 'x' WHERE seq = {LAST}", "a scheme that is not there"),
    "tokens": ("UPDATE segmentation SET tokens = sentences", "segmentation: "),
    "the tokenizer": ("UPDATE segmentation SET tokenizer = 'x'", "segmentation: "),
    "the search index": ("DELETE FROM search_data WHERE id = (SELECT max(id) FROM search_data)", "search index"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_what_is_changed_behind_the_journals_back_is_found(path: Path, what: str) -> None:
    statement, sentence = TAMPERING[what]
    found = tampered(path, statement)
    assert any(sentence in finding for finding in found), found


def test_a_row_that_cannot_be_read_is_told_as_damage(path: Path, terminal: Terminal) -> None:
    tampered(path, "UPDATE span SET attributes = '{' WHERE note IS NOT NULL")
    ran = terminal.refused("export", path, path.with_name("x.jsonl"))
    assert (ran.code, "is damaged" in ran.err) == (3, True)


def test_a_scheme_that_is_no_longer_in_force_is_held_to_its_hash_too(path: Path) -> None:
    found = tampered(path, "INSERT INTO scheme(sha256, json) VALUES (zeroblob(32), x'007b7d')")
    assert found == [f"scheme: {'0' * 64}: its hash is not that of what it says"]
    assert any("refused" not in f for f in tampered(path, "UPDATE scheme SET json = x'00' WHERE sha256 = zeroblob(32)"))


def test_the_same_id_in_two_layers_is_two_spans(path: Path, terminal: Terminal) -> None:
    source = path.with_suffix(".jsonl")
    source.write_text(
        f'{{"text": "{OTHER}", "spans": [{{"id": "{uuid(1)}", "start": 0, "end": 7, "label": "claim"}}]}}'
    )
    for name in ("Anna", "Ben"):
        assert terminal("import", path, source, "--annotator", name, "--no-highlight").code == 0
    assert findings(path) == []


def contents(path: Path) -> list[str]:
    """Return everything that a person could miss: every row of every table; the search index is made from them."""
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if not line.startswith('INSERT INTO "search_')]


def flipped(path: Path, whole: bytes, at: int, bit: int) -> None:
    content = bytearray(whole)
    content[at] ^= 1 << bit
    path.write_bytes(content)


def test_a_single_flipped_bit_is_noticed_or_changes_nothing(path: Path, filled: bytes) -> None:
    dice = random.Random(2)
    before = contents(path)
    noticed = harmless = 0
    for _ in range(150):
        at, bit = dice.randrange(len(filled)), dice.randrange(8)
        flipped(path, filled, at, bit)
        if findings(path):
            noticed += 1
            continue
        assert contents(path) == before, f"bit {bit} of byte {at} changed something and nobody noticed"
        harmless += 1
    assert noticed > 20
    assert noticed + harmless == 150


@pytest.mark.parametrize("table", ["span", "journal", "text", "entity", "segmentation", "document", "scheme"])
def test_a_flipped_bit_in_what_a_table_holds_is_always_noticed(path: Path, filled: bytes, table: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        values = [value for row in connection.execute(f"SELECT * FROM {table}") for value in row]
    dice = random.Random(table)
    places = [(filled.find(raw), raw) for value in values if (raw := _raw(value))]
    for start, raw in dice.sample(places, min(12, len(places))):
        assert start >= 0
        flipped(path, filled, start + dice.randrange(len(raw)), dice.randrange(8))
        assert findings(path), f"{raw[:40]!r}"


def _raw(value: object) -> bytes:
    """Return a value as the file has it, when it is long enough to be found there and short enough for a page."""
    raw = value.encode() if isinstance(value, str) else value if isinstance(value, bytes) else b""
    return raw if 12 <= len(raw) <= 400 else b""


def test_the_check_changes_nothing(path: Path, filled: bytes) -> None:
    with Project.open(path) as project:
        assert check(project) == ()
    assert path.read_bytes() == filled


def test_the_command_says_what_it_found(path: Path, terminal: Terminal) -> None:
    assert terminal("check", path).out == "All is as promised.\n"
    tampered(path, "UPDATE timing SET seconds = 1")
    ran = terminal("check", path)
    assert (ran.code, "fold: timing" in ran.out, ran.err) == (1, True, "")
