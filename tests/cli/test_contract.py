"""What the contract promises of every command: one sentence for an error, JSON alone, old or new after Ctrl+C."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.cli.errors import STOPPED
from annotator.store.checking import check
from annotator.store.project import Project
from tests.commands import Terminal
from tests.store.conftest import LINES, fill

COMMAND = [sys.executable, "-m", "annotator"]
TEXT = "Le pont est miné, selon l'armée."


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("filled") / "p.annotator"
    fill(path)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, filled: bytes) -> Path:
    path = tmp_path / "p.annotator"
    path.write_bytes(filled)
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ("export",), ("export", "p"), ("new",), ("import", "p"), ("restore", "p"), ("stats", "--nope", "p"),
        ("highlight", "p", "--jobs", "many"), ("check", "p", "q"), ("nonsense", "p"), ("--nonsense",),
    ],
)  # fmt: skip
def test_wrong_usage_is_one_sentence(arguments: tuple[str, ...], terminal: Terminal) -> None:
    assert terminal.refused(*arguments).code == 2


def test_a_word_that_is_no_command_and_no_project_is_named(terminal: Terminal) -> None:
    assert "frobnicate" in terminal.refused("frobnicate").err


BAD = {
    "no such format": ("export", "{p}", "{d}/out", "--format", "nope"),
    "only read": ("export", "{p}", "{d}/out", "--format", "txt"),
    "nobody": ("export", "{p}", "{d}/out", "--annotator", "Nobody"),
    "no split": ("export", "{p}", "{d}/out", "--split", "a/b"),
    "nothing to train on": ("export", "{p}", "{d}/out", "--split", "0/10"),
    "only what": ("export", "{p}", "{d}/out", "--only", "almost"),
    "nothing is done": ("export", "{p}", "{d}/out", "--annotator", "gold", "--only", "done", "--split", "x"),
    "no workers": ("highlight", "{p}", "--jobs", "0"),
    "no model": ("highlight", "{p}", "--model", "no_such_model"),
    "no scheme": ("new", "{d}/new.annotator", "--scheme", "nope"),
    "below a file": ("export", "{p}", "{p}/out/all.jsonl"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_done_is_one_sentence_and_nothing_is_written(what: str, path: Path, terminal: Terminal) -> None:
    before = path.read_bytes()
    terminal.refused(*(argument.format(p=path, d=path.parent) for argument in BAD[what]))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "arguments", [("formats",), ("check", "{p}"), ("stats", "{p}"), ("export", "{p}", "{d}/a.jsonl")]
)
def test_json_stands_alone_on_stdout(arguments: tuple[str, ...], path: Path, terminal: Terminal) -> None:
    ran = terminal(*(argument.format(p=path, d=path.parent) for argument in arguments), "--json")
    assert (ran.code, ran.err) == (0, "")
    json.loads(ran.out)
    words = terminal(*(argument.format(p=path, d=path.parent) for argument in arguments))
    assert (words.code, words.out != "") == (0, True)


def test_stats_count_documents_progress_spans_and_time(path: Path, terminal: Terminal) -> None:
    told = json.loads(terminal("stats", path, "--json").out)
    anna, gold = told["annotators"]
    assert (told["documents"], told["highlighted"], told["title"]) == (2, 1, "Essai")
    assert (anna["annotator"], anna["done"], anna["in_progress"], anna["spans"], anna["seconds"]) == (
        "Anna",
        1,
        1,
        3,
        90,
    )
    assert (gold["layers"], sum(gold["labels"].values())) == (1, 1)
    assert told["characters"] == sum(len(text) for text in {line["text"] for line in LINES})


def test_stats_of_an_empty_project_have_no_tables_without_rows(tmp_path: Path, terminal: Terminal) -> None:
    terminal("new", tmp_path / "p.annotator")
    assert terminal("stats", tmp_path / "p.annotator").out.splitlines() == ["0 documents, 3 journal entries"]


HOSTILE = {
    "one-long-line.txt": TEXT.encode() * 32_000,
    "brackets.txt": b"(" * 4000,
    "nul.txt": b"Un\0 texte \0 avec des z\xc3\xa9ros.",
    "cp1252.txt": "Un été « chaud », dit-il, près de la côte où l'on a vu des œufs.".encode("cp1252"),
    "latin.jsonl": b'{"text": "caf\xe9"}\n',
    "surrogate.jsonl": b'{"text": "un \\ud800 seul"}\n{"text": "Un texte entier."}\n',
    "deep.jsonl": b'{"text": ' + b"[" * 100_000,
    "nested.jsonl": b'{"text": "a b c", "meta": {"x": ' + b"[" * 900 + b"]" * 900 + b"}}\n",
    "big.jsonl": b'{"text": "Un, deux.", "seconds": 1e30, "meta": {"n": ' + b"9" * 400 + b"}}\n",
    "odd.jsonl": b'{"text": "Trois mots ici.", "annotator": " ", "language": {"a": 1}, "status": 3, "seconds": -4, '
    b'"spans": [{"start": 0, "end": 5, "label": {}}], "evidence": [{"record": {"x": 1}}, {"record": {"x": 2}}]}\n',
    "twice.jsonl": b'{"text": "Deux fois.", "annotator": "Anna", "evidence": [{"id": "e"}, {"id": "e"}], "spans": '
    b'[{"id": "s", "start": 0, "end": 4, "label": "claim"}, {"id": "s", "start": 0, "end": 4, "label": "claim"}], '
    b'"links": [{"type": "x", "source": "s", "target": "e"}, {"type": "x", "source": "s", "target": "e"}]}\n',
    "empty.txt": b"",
    "zeros.txt": bytes(100_000),
    "noise.txt": bytes(range(256)) * 64,
}


def test_hostile_files_cost_a_line_of_the_report_and_the_rest_comes_in(
    path: Path, tmp_path: Path, terminal: Terminal
) -> None:
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    for name, content in HOSTILE.items():
        (folder / "deeper" / name).write_bytes(content)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    (folder / ".hidden.txt").write_text("caché")
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    ran = terminal("import", path, folder, tmp_path / "none.txt", "--no-highlight", "--json")
    assert ran.code == 0, ran
    report = json.loads(ran.out)
    came_in = {Path(one["where"].split(",")[0]).name for one in report["came_in"]}
    refused = {Path(one["where"].split(",")[0]).name for one in report["refused"]}
    assert {"one-long-line.txt", "brackets.txt", "nul.txt", "cp1252.txt", "surrogate.jsonl", "twice.jsonl"} <= came_in
    assert {"latin.jsonl", "surrogate.jsonl", "deep.jsonl", "empty.txt", "none.txt"} <= refused
    assert came_in | refused >= set(HOSTILE)
    assert [Path(name).name for name in report["passed_over"]] == ["photo.jpg"]
    with Project.open(path) as project:
        assert check(project) == ()


def test_a_file_that_may_not_be_read_is_refused(path: Path, tmp_path: Path, terminal: Terminal) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    ran = terminal("import", path, tmp_path / "a.txt", "--format", "nope", "--no-highlight", "--json")
    assert (ran.code, "There is no format" in ran.out) == (2, True)
    ran = terminal("import", path, tmp_path / "a.txt", "--encoding", "nope", "--no-highlight", "--json")
    assert (ran.code, "There is no encoding “nope”" in ran.out) == (2, True)
    ran = terminal("import", path, tmp_path / "a.txt", "--encoding", "ascii", "--no-highlight")
    assert (ran.code, "It is not ascii: byte 15 does not fit" in ran.err) == (2, True), ran


# -- Ctrl+C and a reader that goes away -------------------------------------------------------


def interrupted(command: list[object], ready: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command and press Ctrl+C once it has begun its work, as the file that appears tells."""
    process = subprocess.Popen(
        [*COMMAND, *map(str, command)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # background runs ignore it
    )
    for _ in range(3000):
        if ready.exists() or process.poll() is not None:
            break
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    code = STOPPED if process.returncode == -signal.SIGINT else process.returncode  # a shell says the same of both
    return subprocess.CompletedProcess(process.args, code, out, err)


def test_ctrl_c_ends_an_import_with_a_sentence_and_a_sound_project(path: Path, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps({"text": f"{TEXT} {n}"}) + "\n" for n in range(40_000)))
    ran = interrupted(["import", path, many, "--no-highlight"], path.with_name(".p.annotator.lock"))
    assert (ran.returncode, ran.stdout) == (STOPPED, "")
    assert "stopped; what was finished is kept" in ran.stderr
    assert "Traceback" not in ran.stderr
    with Project.open(path) as project:
        assert check(project) == ()


def test_a_reader_that_goes_away_is_no_error(path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ran = subprocess.run([*COMMAND, "stats", str(path), "--json"], stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert b"Traceback" not in ran.stderr


def test_a_fault_of_our_own_is_a_sentence_and_its_traceback_is_kept(
    path: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("annotator.workflow.counting.statistics", fail)
    ran = terminal("stats", path)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (70, "", 1)
    (log,) = (tmp_path / "state").rglob("*.log")
    assert (str(log) in ran.err, "ZeroDivisionError" in log.read_text()) == (True, True)
