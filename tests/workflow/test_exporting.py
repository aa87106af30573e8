"""A data set handed over: nothing lost on the way round, the same bytes each time, the old file kept when it fails."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from annotator.formats.comparing import verify
from annotator.formats.jsonl_writer import write as write_jsonl
from annotator.formats.registry import Reading, Writing, format_named
from annotator.formats.spacy_docbin import read as read_docbin
from annotator.formats.spacy_docbin import write as write_docbin
from annotator.formats.writing import WriteError, all_written
from annotator.model.document import Article
from annotator.store.schemes import EMPTY_SCHEME
from annotator.workflow.exporting import ExportError, Wanted, export, parse_only
from annotator.workflow.filing import Filing
from annotator.workflow.importing import Importing
from annotator.workflow.preparing import Prepared, Source, read_and_prepare
from annotator.workflow.splitting import Shares
from annotator.workflow.starting import new_project
from tests.strategies import lines

LABELS = ("claim", "verified_fact", "attribution")
LINE: dict[str, Any] = {
    "annotator": "anna",
    "text": "Le quai nord rouvre mardi.",
    "spans": [[3, 12, "claim"], [3, 12, "attribution"], [4, 6, "claim"]],
}


def through_a_project(source: Path, out: Path, wanted: Wanted) -> None:
    """Import a file into a new project and export that."""
    with tempfile.TemporaryDirectory() as folder, new_project(Path(folder) / "p.annotator", title="T") as project:
        filing = Filing(project)
        for found in read_and_prepare(None, Source(source)):
            assert isinstance(found, Prepared)
            filing.add(found)
        filing.flush()
        assert not filing.filed.refused
        export(project, out, wanted)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "in.jsonl"
    many = [LINE | {"text": f"{LINE['text']} {n}"} for n in range(10)]
    file.write_bytes(b"\n".join(map(msgspec.json.encode, many)))
    return file


@settings(max_examples=25)
@given(line=lines(LABELS))
def test_a_project_goes_out_and_in_and_out_again_byte_for_byte(line: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.jsonl").write_bytes(msgspec.json.encode(line))
        through_a_project(folder / "in.jsonl", folder / "one.jsonl", Wanted("jsonl"))
        through_a_project(folder / "one.jsonl", folder / "two.jsonl", Wanted("jsonl"))
        once = (folder / "one.jsonl").read_bytes()
        assert once == (folder / "two.jsonl").read_bytes()
        told = msgspec.json.decode(once)
        assert (told["text"], told["seconds"], told["status"]) == (line["text"], line["seconds"], line["status"])
        assert told["evidence"] == line["evidence"]
        assert len(told["links"]) == len(line["links"])


@pytest.mark.parametrize("format_name", ["jsonl", "spacy"])
def test_the_same_project_and_options_give_the_same_bytes(source: Path, tmp_path: Path, format_name: str) -> None:
    with new_project(tmp_path / "p.annotator", title="T") as project:
        filing = Filing(project)
        for found in read_and_prepare(None, Source(source)):
            assert isinstance(found, Prepared)
            filing.add(found)
        filing.flush()
        for name in "ab":
            export(project, tmp_path / name, Wanted(format_name, shares=Shares(8, 1, 1)))
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert {"README.md", "report.json", f"train.{format_name}"} < set(files)
    assert all((tmp_path / "a" / f).read_bytes() == (tmp_path / "b" / f).read_bytes() for f in files)


def test_spans_with_equal_borders_and_off_token_borders_stay_apart_in_a_docbin(source: Path, tmp_path: Path) -> None:
    through_a_project(source, tmp_path / "all.spacy", Wanted("spacy"))
    article = next(read_docbin(tmp_path / "all.spacy", Reading()))
    assert isinstance(article, Article)
    found = sorted((span.label, *span.fragments[0]) for span in article.spans)
    assert found == [("attribution", 3, 12), ("claim", 3, 7), ("claim", 3, 12)]
    report = msgspec.json.decode((tmp_path / "all.spacy.report.json").read_bytes())
    assert report["losses"] == ["spans off token borders, grown to them: 10"]
    losses = (tmp_path / "all.spacy.losses.jsonl").read_bytes().splitlines()
    assert [msgspec.json.decode(line)["words"] for line in losses] == ["ua"] * 10


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    folder, old = tmp_path / "out", tmp_path / "out" / "all.jsonl"
    folder.mkdir()
    old.write_bytes(b"old")
    code = (
        "import resource, signal, sys; from pathlib import Path; from annotator.formats.writing import all_written\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "old = Path(sys.argv[1])\n"
        "with all_written((old,)) as beside: beside[old].write_bytes(b'n' * 5000)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(old)], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "could not be written" in ran.stderr
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("all.jsonl", b"old")]


def test_what_reads_back_otherwise_is_not_published(tmp_path: Path) -> None:
    old = tmp_path / "all.spacy"
    old.write_bytes(b"old")

    def publish() -> None:
        with all_written((old,)) as beside:
            write_docbin((), beside[old], Writing(EMPTY_SCHEME))
            verify(format_named("spacy"), beside[old], [b"the hash of a layer that is not there"])

    with pytest.raises(WriteError, match="1 layers are missing"):
        publish()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("all.spacy", b"old")]


def test_a_data_set_does_not_take_the_card_of_another_whose_files_would_stay(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    through_a_project(source, out, Wanted("jsonl"))
    through_a_project(source, out, Wanted("jsonl"))
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    for other in (Wanted("prodigy"), Wanted("jsonl", shares=Shares(80, 10, 10))):
        with pytest.raises(ExportError, match=r"“out” holds .*all\.jsonl.*choose another folder"):
            through_a_project(source, out, other)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_files_of_one_name_in_two_formats_each_have_their_report(source: Path, tmp_path: Path) -> None:
    for name in ("jsonl", "spacy"):
        through_a_project(source, tmp_path / f"x.{name}", Wanted(name))
    cards = {path.name for path in tmp_path.iterdir()} - {source.name}
    assert {"x.jsonl.card.md", "x.jsonl.report.json", "x.spacy.card.md", "x.spacy.report.json"} < cards


@pytest.mark.parametrize("format_name", ["doccano", "spacy"])
def test_a_folder_that_was_exported_comes_in_without_its_reports(
    source: Path, tmp_path: Path, format_name: str
) -> None:
    through_a_project(source, tmp_path / "out", Wanted(format_name))
    through_a_project(source, tmp_path / "parts", Wanted(format_name, shares=Shares(80, 10, 10)))
    for folder in (tmp_path / "out", tmp_path / "parts"):
        with new_project(tmp_path / f"{folder.name}.annotator") as project:
            importing = Importing(project, [folder], annotator="anna")
            list(importing.run())
            assert (len(project.documents()), importing.report.refused) == (10, ())


def test_nothing_to_export_is_said_and_nothing_written(tmp_path: Path) -> None:
    with new_project(tmp_path / "p.annotator", title="T") as project, pytest.raises(ExportError, match="nothing"):
        export(project, tmp_path / "x.jsonl", Wanted("jsonl"))
    assert not (tmp_path / "x.jsonl").exists()


def test_only_takes_done_or_nothing() -> None:
    assert (parse_only(""), parse_only("done")) == (False, True)
    with pytest.raises(ExportError, match="--only done"):
        parse_only("almost")


def test_no_layers_make_an_empty_file(tmp_path: Path) -> None:
    write_jsonl((), tmp_path / "e.jsonl", Writing(EMPTY_SCHEME))
    assert (tmp_path / "e.jsonl").read_bytes() == b""
