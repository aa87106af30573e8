"""The commands of the contract: what they print, and with which code they end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def annotator(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "annotator", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.annotator"
    assert annotator("new", path, "--title", "Essai").returncode == 0
    return path


def line(**fields: object) -> str:
    return json.dumps({"text": "Le pont est miné, selon l'armée.", **fields}, ensure_ascii=False)


def test_a_file_goes_in_and_comes_out_with_its_spans(path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(spans=[[0, 16, "claim"]], annotator="anna"), encoding="utf-8")
    done = annotator("import", path, tmp_path / "a.jsonl", "--no-highlight", "--json")
    assert json.loads(done.stdout)["spans"] == 1
    assert annotator("export", path, tmp_path / "out.jsonl", "--format", "jsonl").returncode == 0
    out = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert [(s["label"], s["text"]) for s in out["spans"]] == [("claim", "Le pont est miné")]


def test_a_span_off_its_words_is_refused_with_its_line_and_the_rest_goes_in(path: Path, tmp_path: Path) -> None:
    bad = {"start": 0, "end": 7, "label": "claim", "text": "La pont"}
    lines = [line(spans=[bad, [0, 16, "claim"]], annotator="anna"), "{broken", line(text="Autre.")]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    report = json.loads(annotator("import", path, tmp_path / "a.jsonl", "--no-highlight", "--json").stdout)
    assert (len(report["came_in"]), report["spans"]) == (2, 1)
    assert [r["where"].split(",")[1] for r in report["refused"]] == [" line 1", " line 2"]


def test_strict_takes_nothing_when_anything_is_refused(path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line() + "\n{broken", encoding="utf-8")
    assert annotator("import", path, tmp_path / "a.jsonl", "--strict", "--no-highlight").returncode == 2
    assert json.loads(annotator("stats", path, "--json").stdout)["documents"] == 0


@pytest.mark.parametrize(
    ("content", "code", "sentence"),
    [
        (b"", 2, "not a project"),
        (b"SQLite format 3\0" + b"\0" * 200, 2, "another program"),
        (b"SQLite format 3\0" + b"\0" * 44 + b"\0\0\0\x63" + b"\0" * 4 + b"ANNO" + b"\0" * 28, 3, "newer version"),
    ],
)
def test_a_file_that_is_no_project_is_refused_and_left_alone(
    tmp_path: Path, content: bytes, code: int, sentence: str
) -> None:
    path = tmp_path / "x.annotator"
    path.write_bytes(content)
    done = annotator("stats", path)
    assert done.returncode == code
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert path.read_bytes() == content


def test_check_finds_a_text_that_was_tampered_with(path: Path, tmp_path: Path) -> None:
    import sqlite3

    (tmp_path / "a.txt").write_text("Un pont est miné.", encoding="utf-8")
    annotator("import", path, tmp_path / "a.txt", "--no-highlight")
    assert annotator("check", path).returncode == 0
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER text_update")
        connection.execute("UPDATE text SET text = 'Un pont est sûr.'")
    connection.close()
    assert annotator("check", path).returncode == 1


def test_a_backup_can_be_put_back_and_what_stood_there_is_kept(path: Path, tmp_path: Path) -> None:
    assert annotator("backup", path, tmp_path / "copy.annotator").returncode == 0
    (tmp_path / "a.txt").write_text("Un pont est miné.", encoding="utf-8")
    annotator("import", path, tmp_path / "a.txt", "--no-highlight")
    assert annotator("restore", tmp_path / "copy.annotator", path).returncode == 0
    assert json.loads(annotator("stats", path, "--json").stdout)["documents"] == 0
    assert len(list(tmp_path.glob("p.before-*"))) == 1


def test_the_same_project_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(spans=[[0, 16, "claim"]], annotator="anna"), encoding="utf-8")
    annotator("import", path, tmp_path / "a.jsonl", "--no-highlight")
    for name in ("jsonl", "spacy"):
        outs = [tmp_path / f"{n}.{name}" for n in (1, 2)]
        for out in outs:
            assert annotator("export", path, out, "--format", name).returncode == 0
        assert outs[0].read_bytes() == outs[1].read_bytes()


def test_without_a_display_the_window_is_declined_with_a_sentence(path: Path) -> None:
    done = annotator(path, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (done.returncode, "no display" in done.stderr) == (2, True)


def test_the_measures_of_agreement_are_listed_with_their_papers() -> None:
    told = json.loads(annotator("agreement", "--measures", "--json").stdout)
    assert {"measure": "gamma", "title": "gamma"}.items() <= told[2].items()
    assert "Mathet" in told[2]["paper"]
    assert "Mathet" in annotator("agreement", "--measures").stdout


@pytest.mark.parametrize(("expected", "code", "word"), [(0.5, 0, "ok"), (0.6, 1, "MISS")])
def test_anybody_can_check_our_arithmetic(tmp_path: Path, expected: float, code: int, word: str) -> None:
    data = {"spans": {"a": [[0, 9, "x"], [10, 19, "x"]], "b": [[0, 9, "x"], [10, 18, "x"]]}}
    vector = {"id": "v1", "measure": "span_f1_exact", "data": data, "expected": expected, "source": "by hand"}
    (tmp_path / "v.json").write_text(json.dumps({"vectors": [vector]}), encoding="utf-8")
    words, plain = (annotator("agreement", "--verify", tmp_path / "v.json", *more) for more in ((), ("--json",)))
    assert (words.returncode, plain.returncode) == (code, code)
    assert word in words.stdout
    assert "by hand" in words.stdout
    assert json.loads(plain.stdout)["values"][0]["got"] == 0.5


def test_a_file_without_reference_values_is_refused(tmp_path: Path) -> None:
    (tmp_path / "v.json").write_text("no", encoding="utf-8")
    done = annotator("agreement", "--verify", tmp_path / "v.json")
    assert (done.returncode, "not JSON" in done.stderr) == (2, True)
    assert annotator("agreement").returncode == 2


def test_agreement_is_measured_by_label_by_document_and_for_programs(path: Path, tmp_path: Path) -> None:
    for name, spans in (("anna", [[0, 16, "claim"]]), ("ben", [[0, 16, "claim"], [24, 31, "attribution"]])):
        (tmp_path / "a.jsonl").write_text(line(spans=spans, status="done"), encoding="utf-8")
        annotator("import", path, tmp_path / "a.jsonl", "--annotator", name, "--no-highlight")
    told = json.loads(annotator("agreement", path, "--json", "--by", "document").stdout)
    exact = told["measures"][0]
    assert (told["annotators"], told["documents"], len(told["documents_by"])) == (["anna", "ben"], 1, 1)
    assert (exact["measure"], exact["label"], exact["n"], exact["low"]) == ("span_f1_exact", None, 3, None)
    assert exact["value"] == pytest.approx(2 / 3)
    assert told["confusion"] == {"labels": ["claim", "attribution"], "matrix": [[1, 0], [0, 0]]}
    assert {"en", "fr"} == set(told["methods"])
    words = annotator("agreement", path, "--by", "label").stdout
    assert "attribution" in words
    assert "0.67" in words
    assert "Le pont" in annotator("agreement", path, "--by", "document").stdout
    assert annotator("agreement", path, "--by", "span").returncode == 2
    assert "Nobody named" in annotator("agreement", path, "--annotator", "max").stderr
