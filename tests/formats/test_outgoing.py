"""What only goes out: safe in a spreadsheet, on paper and on the web, and whole."""

import csv
import hashlib
import json
from pathlib import Path

import pytest

from annotator.model.layer import LabelledDocument
from annotator.store.project import Project
from annotator.workflow.exporting import ExportError, Wanted, export, losses_by_format, preview
from annotator.workflow.importing import Importing
from annotator.workflow.splitting import Shares

TEXT = "=cmd() a dit : « le pont est <b>miné</b> »."


def tail(number: int) -> str:
    """Return words that no other text has, or all would be near copies of one another."""
    return " ".join(f"mot{number}{n}" for n in range(60))


@pytest.fixture
def full(project: Project, tmp_path: Path) -> Project:
    spans = [
        {"start": 17, "end": 36, "label": "claim", "note": "-1", "attributes": {"verdict": "refuted"}, "id": "a"},
        {"start": 0, "end": 5, "label": "attribution", "attributes": {"type": "direct"}},
        {"start": 20, "end": 24, "label": "claim", "attributes": {"verdict": "unreviewed"}},
    ]
    evidence = [{"id": "e", "record": {"url": "https://example.org/proof", "title": "Proof"}}]
    links = [{"type": "evidence", "source": "a", "target": "e"}]
    lines = [
        {
            "text": f"{TEXT} {tail(n)}",
            "annotator": "anna",
            "status": "done",
            "meta": {"source": f"S{n % 2}"},
            "spans": spans,
        }
        | {"evidence": evidence, "links": links}
        for n in range(6)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    importing = Importing(project, [tmp_path / "in.jsonl"])
    for _ in importing.run():
        pass
    assert importing.report.refused == ()
    return project


def first(project: Project) -> LabelledDocument:
    return next(project.all_labelled())


def test_no_cell_is_a_formula(full: Project, tmp_path: Path) -> None:
    export(full, tmp_path / "out.csv", Wanted("span_csv"))
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert f"'{TEXT} {tail(0)}" in cells


def test_a_table_of_spans_comes_in_again(full: Project, tmp_path: Path) -> None:
    from annotator.workflow.starting import new_project

    export(full, tmp_path / "out.csv", Wanted("span_csv"))
    with new_project(tmp_path / "other.annotator") as other:
        for _ in (importing := Importing(other, [tmp_path / "out.csv"])).run():
            pass
        assert importing.report.refused == ()
        there, here = first(other), first(full)
        assert (there.text, there.spans, there.document.source) == (here.text, here.spans, here.document.source)


def test_only_checked_claims_are_reviewed_with_what_they_were_checked_against(full: Project, tmp_path: Path) -> None:
    report = export(full, tmp_path / "out.jsonld", Wanted("claim_review"))
    graph = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))["@graph"]
    assert len(graph) == 6
    assert graph[0]["reviewRating"]["alternateName"] == "refuted"
    assert graph[0]["citation"] == ["https://example.org/proof"]
    assert "spans that say neither verdict nor verifier, left out: 12" in map(str, report.losses)


def test_a_web_annotation_selects_by_quote_and_by_position(full: Project, tmp_path: Path) -> None:
    export(full, tmp_path / "out.jsonld", Wanted("web_annotation"))
    page = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))
    quote, position = page["items"][0]["target"]["selector"]
    text = first(full).text
    assert text[position["start"] : position["end"]] == quote["exact"]
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == 18


def test_a_dossier_shows_markup_as_it_is(full: Project, tmp_path: Path) -> None:
    export(full, tmp_path / "out.html", Wanted("dossier"))
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<b>" not in page
    assert page.count("<article") == 6
    assert "url: https://example.org/proof" in page


def test_a_dossier_of_a_french_article_speaks_french(full: Project, tmp_path: Path) -> None:
    export(full, tmp_path / "out.html", Wanted("dossier"))
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<th>Étiquette</th><th>Passage</th>" in page
    assert "anna · terminé" in page
    assert "Verdict : réfutée" in page


def test_a_hugging_face_folder_has_card_and_hashes_of_its_files(full: Project, tmp_path: Path) -> None:
    export(full, tmp_path / "set", Wanted("huggingface", shares=Shares(4, 1, 1)))
    assert sorted(path.name for path in (tmp_path / "set").iterdir()) == [
        "README.md", "croissant.json", "dev.parquet", "report.json", "test.parquet", "train.parquet",
    ]  # fmt: skip
    told = json.loads((tmp_path / "set" / "croissant.json").read_text(encoding="utf-8"))
    for one in told["distribution"]:
        assert one["sha256"] == hashlib.sha256((tmp_path / "set" / one["name"]).read_bytes()).hexdigest()
    card = (tmp_path / "set" / "README.md").read_text(encoding="utf-8")
    assert '{"split":"validation","path":"dev.parquet"}' in card
    assert full.head().hex() in card
    assert "anna" not in card


def test_the_preview_counts_what_the_export_then_loses(full: Project, tmp_path: Path) -> None:
    wanted = Wanted("bio", shares=Shares(4, 1, 1))
    told = preview(full, wanted)
    report = export(full, tmp_path / "set", wanted)
    assert told.losses == report.losses
    assert told.parts == report.parts
    assert "spans that overlap a longer one, left out: 6" in map(str, told.losses)
    assert losses_by_format(full)["bio"] == told.losses
    assert losses_by_format(full)["jsonl"] == ()


@pytest.mark.parametrize(("by", "sides"), [("outlet", {1}), ("date", {2})])
def test_an_outlet_is_on_one_side_where_that_is_asked(full: Project, tmp_path: Path, by: str, sides: set[int]) -> None:
    export(full, tmp_path / "set", Wanted("jsonl", shares=Shares(3, 0, 3, by)))  # type: ignore[arg-type]  # of By
    where: dict[str, set[str]] = {}
    for part in ("train", "test"):
        for line in (tmp_path / "set" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
            where.setdefault(json.loads(line)["meta"]["source"], set()).add(part)
    assert {len(parts) for parts in where.values()} == sides


def test_a_folder_that_no_export_made_is_not_replaced(full: Project, tmp_path: Path) -> None:
    (tmp_path / "set" / "all").mkdir(parents=True)
    (tmp_path / "set" / "all" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="other things in it"):
        export(full, tmp_path / "set", Wanted("brat"))
    assert (tmp_path / "set" / "all" / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_brat_folder_is_replaced_by_the_next_export(full: Project, tmp_path: Path) -> None:
    for _ in range(2):
        export(full, tmp_path / "set", Wanted("brat"))
    assert len(list((tmp_path / "set" / "all").rglob("*.ann"))) == 6
    assert sorted(path.name for path in (tmp_path / "set").iterdir()) == [
        "README.md",
        "all",
        "losses.jsonl",
        "report.json",
    ]
