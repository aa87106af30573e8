"""Files that are broken or meant to do harm: each costs one line of the report, and the others still come in."""

import random
from pathlib import Path

import pyarrow  # type: ignore[import-untyped]  # it has no types
import pyarrow.parquet  # type: ignore[import-untyped]  # it has no types
import pytest
from openpyxl import Workbook  # type: ignore[import-untyped]  # it has no types

from annotator.jobs.job import Limits
from annotator.store.project import Project
from annotator.workflow.importing import READING, Importing, ImportReport
from tests.formats.making import PAGE, docx, epub, odt, packed, pdf, words

BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaa">'
    + "".join(f'<!ENTITY {c} "{f"&{chr(ord(c) - 1)};" * 16}">' for c in "bcdefghijk")
    + "]>"
)
GOOD = "Le quai nord rouvre mardi."
DEEP = 20_000


def imported(project: Project, *paths: Path, limits: Limits = READING) -> ImportReport:
    """Bring files in through the real worker."""
    importing = Importing(project, paths, limits=limits)
    for _ in importing.run():
        pass
    return importing.report


def deep(tag: str, inside: str) -> str:
    """Return words inside a thousandfold element."""
    return f"<{tag}>" * DEEP + inside + f"</{tag}>" * DEEP


def hostile(folder: Path) -> list[Path]:
    """Write a file of each hostile kind."""
    noise = random.Random(1).randbytes(1 << 20)
    made = {
        "noise.pdf": b"%PDF-1.7\n" + noise,
        "noise.html": b"\0" + noise,
        "noise.docx": noise,
        "noise.parquet": b"PAR1" + noise,
        "noise.warc": noise,
        "noise.csv": noise,
        "bomb.rss": f"{BOMB}<rss version='2.0'><channel><title>&k;</title></channel></rss>".encode(),
        "deep.html": f"<html><body>{deep('div', 'x')}</body></html>".encode(),
        "deep.rtf": b"{\\rtf1" + b"{" * DEEP,
        "empty.pdf": b"",
        "empty.xlsx": b"",
        "old.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
    }
    paths = []
    for name, content in made.items():
        (folder / name).write_bytes(content)
        paths.append(folder / name)
    word, text = "word/document.xml", "content.xml"
    paths += [
        packed(folder / "bomb.docx", {word: f"{BOMB}<w>&k;</w>"}),
        packed(folder / "bomb.odt", {"META-INF/manifest.xml": "", text: f"{BOMB}<w>&k;</w>"}),
        packed(folder / "bomb.xlsx", {"xl/workbook.xml": f"{BOMB}<w>&k;</w>"}),
        packed(folder / "zeros.docx", {word: b"\0" * (300 << 20)}),
        packed(folder / "parts.epub", {str(n): b"" for n in range(20_001)}),
        docx(folder / "deep.docx", deep("w:sdt", words("x"))),
        odt(folder / "deep.odt", deep("text:span", "x")),
        epub(folder / "deep.epub", {"a": f"<html><body>{deep('b', 'x')}</body></html>"}),
        packed(folder / "strange.docx", {"hello": "x"}),
        packed(folder / "strange.xlsx", {"xl/workbook.xml": "<w/>", "hello": "x"}),
        _locked(folder / "locked.odt"),
    ]
    return paths


def _locked(path: Path) -> Path:
    packed(path, {"content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data/>"})
    return path


def test_a_hostile_file_of_each_kind_costs_one_line_of_the_report(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    paths = hostile(folder)
    (folder / "good.txt").write_text(GOOD)
    report = imported(project, *paths, folder / "good.txt")
    assert [one.where for one in report.came_in] == ["good.txt"]
    assert sorted(refused.where.split(",")[0] for refused in report.refused) == sorted(path.name for path in paths)
    told = {refused.where: str(refused.reason) for refused in report.refused}
    assert "XML" in told["bomb.docx"]
    assert "XML" in told["bomb.odt"]
    assert "XML" in told["bomb.xlsx"]
    assert told["zeros.docx"] == "Unpacked it would take 300 million bytes: it is not opened."
    assert told["old.docx"].startswith("It is encrypted, or in the old format of Office")
    assert told["locked.odt"] == "It is encrypted: save it without a password."
    assert not any("rror" in words.split(":")[0] for words in told.values())


@pytest.mark.parametrize("suffix", ["pdf", "docx", "odt", "epub", "xlsx", "parquet", "warc.gz", "mhtml", "rss", "rtf"])
def test_a_file_cut_short_is_refused_or_read_as_far_as_it_goes(project: Project, tmp_path: Path, suffix: str) -> None:
    whole = _whole(tmp_path / f"whole.{suffix}").read_bytes()
    for share in (30, 60, 95):
        (tmp_path / f"{share}.{suffix}").write_bytes(whole[: len(whole) * share // 100])
    report = imported(project, *(tmp_path / f"{share}.{suffix}" for share in (30, 60, 95)))
    told = [one.where for one in report.came_in] + [refused.where for refused in report.refused]
    assert {where[:2] for where in told} == {"30", "60", "95"}
    assert not any("Error" in str(refused.reason) for refused in report.refused)


def _whole(path: Path) -> Path:
    """Write a good file of the kind that its name says."""
    match path.name.split(".", 1)[1]:
        case "pdf":
            return pdf(path, [[(50, 500, GOOD)]] * 3)
        case "docx":
            return docx(path, words(GOOD) * 50)
        case "odt":
            return odt(path, f"<text:p>{GOOD}</text:p>" * 50)
        case "epub":
            return epub(path, {"a": f"<p>{GOOD}</p>", "b": f"<p>{GOOD}</p>"})
        case "xlsx":
            book = Workbook()
            for n in range(50):
                book.active.append([f"text{n}", GOOD])
            book.save(path)
        case "parquet":
            pyarrow.parquet.write_table(pyarrow.table({"text": [GOOD] * 50}), path)
        case "warc.gz":
            from tests.formats.test_pages import archive

            path.write_bytes(archive(*[("https://a.example/", "200 OK", "text/html", PAGE.encode())] * 3))
        case "mhtml":
            path.write_text(f"Content-Type: text/html; charset=utf-8\n\n{PAGE}", encoding="utf-8")
        case "rss":
            items = f"<item><description>{GOOD}</description></item>" * 9
            path.write_text(f"<rss version='2.0'><channel>{items}</channel></rss>")
        case _:
            path.write_text(r"{\rtf1\ansi " + GOOD * 9 + "}")
    return path


def test_a_file_that_takes_for_ever_is_stopped(project: Project, tmp_path: Path) -> None:
    (tmp_path / "slow.html").write_text("<html><body>" + "<p>a" * 400_000)
    (tmp_path / "good.txt").write_text(GOOD)
    limits = Limits(deadline_seconds=3, memory_bytes=1 << 30)
    report = imported(project, tmp_path / "slow.html", tmp_path / "good.txt", limits=limits)
    assert [str(refused.reason) for refused in report.refused] == ["It took longer than 3 seconds."]
    assert len(report.came_in) == 1


def test_a_file_that_eats_the_memory_is_stopped(project: Project, tmp_path: Path) -> None:
    (tmp_path / "big.csv").write_bytes(b"text,title\n" + b"x" * (40 << 20) + b",y\n")
    (tmp_path / "good.txt").write_text(GOOD)
    limits = Limits(deadline_seconds=60, memory_bytes=96 << 20)
    report = imported(project, tmp_path / "big.csv", tmp_path / "good.txt", limits=limits)
    assert [str(refused.reason) for refused in report.refused] == ["It needs more memory than is allowed."]
    assert len(report.came_in) == 1


def test_a_missing_library_is_named_with_the_command_that_adds_it(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = tmp_path / "stub"
    stub.mkdir()
    for name in ("pypdfium2", "feedparser"):
        (stub / f"{name}.py").write_text(f"raise ModuleNotFoundError('gone', name={name!r})")
    monkeypatch.syspath_prepend(stub)
    (tmp_path / "a.rss").write_text("<rss version='2.0'/>")
    report = imported(project, pdf(tmp_path / "a.pdf", [[(1, 1, "x")]]), tmp_path / "a.rss")
    assert [str(refused.reason) for refused in report.refused] == [
        "PDF needs “pypdfium2”, which is not installed: pip install 'annotator[documents]'",
        "News feed needs “feedparser”, which is not installed: pip install 'annotator[documents]'",
    ]
