"""Tables of articles: columns found or said, every delimiter and quote, and our own escapes undone."""

from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow  # type: ignore[import-untyped]  # it has no types
import pyarrow.parquet  # type: ignore[import-untyped]  # it has no types
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook  # type: ignore[import-untyped]  # it has no types

from annotator.formats import csv_table, parquet, xlsx
from annotator.formats.cells import escaped, unescaped
from annotator.formats.registry import Reading, Refusal
from annotator.formats.tables import ColumnError, Row, parse_mapping, proposed
from annotator.model.document import Article
from tests.formats.making import PARAGRAPH, article, found, refusal

HEAD = "headline,body,date,section"


def table(path: Path, text: str, *, encoding: str = "utf-8") -> Path:
    """Write a table."""
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_is_read_whatever_parts_its_cells(tmp_path: Path, delimiter: str, encoding: str) -> None:
    quoted = f'"Le quai{delimiter} dit-elle, ""rouvre"".\nDeux; lignes | été."'
    lines = [HEAD.split(","), ["Titre", quoted, "2025-03-04", "Ville"], ["Autre", "Corps", "", ""]]
    text = "\r\n".join(delimiter.join(cells) for cells in lines)
    one, two = found(table(tmp_path / "a.csv", text, encoding=encoding))
    assert isinstance(one, Article)
    assert one.text == f'Le quai{delimiter} dit-elle, "rouvre".\nDeux; lignes | été.'
    assert (one.title, one.published, one.extra) == ("Titre", "2025-03-04", {"section": "Ville"})
    assert isinstance(two, Article)
    assert (two.where, two.extra) == ("a.csv, line 4", {})


def test_a_person_says_which_column_is_what(tmp_path: Path) -> None:
    path = table(tmp_path / "a.tsv", "a\tbody\tlang\nun\tdeux\ten-GB\n")
    one = article(path, how=Reading(columns={"text": "body", "title": "a", "language": "lang"}))
    assert (one.text, one.title, one.language) == ("deux", "un", "en")
    assert (one.extra, article(path, how=Reading(columns={"text": "body"})).language) == ({}, "")
    assert article(path, how=Reading(columns={"title": "a"}, language="fr")).language == "fr"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"text": "c"}, "There is no column “c”. There are: a, b."),
        ({"text": "a", "title": "a"}, "A column is said to be two things at once."),
        ({"title": "a"}, "No column is known to hold the text: say which with text=COLUMN. There are: a, b."),
    ],
)
def test_columns_that_do_not_fit_are_told(tmp_path: Path, said: dict[str, str], why: str) -> None:
    assert refusal(table(tmp_path / "a.csv", "a,b\n1,2\n"), how=Reading(columns=said)) == why


def test_a_row_that_is_wrong_costs_itself_only(tmp_path: Path) -> None:
    text = 'text,title\n"un","a"\n,b\n"deux, trois",c,d\n,\nquatre\n'
    one, two, three, four = found(table(tmp_path / "a.csv", text))
    assert isinstance(one, Article)
    assert isinstance(four, Article)
    assert (four.text, four.title) == ("quatre", "")
    assert isinstance(two, Refusal)
    assert (two.where, str(two.reason)) == ("a.csv, line 3", "The column “text” is empty.")
    assert isinstance(three, Refusal)
    assert str(three.reason).startswith("It has 3 cells, the head 2:")


def test_an_empty_table_and_one_that_is_no_text_are_told(tmp_path: Path) -> None:
    assert refusal(table(tmp_path / "a.csv", "")) == "There is no row in the table."
    (tmp_path / "b.csv").write_bytes(b"a,b\n\0\xff\xfe")
    assert "zero bytes" in refusal(tmp_path / "b.csv")


def test_a_cell_longer_than_any_article_breaks_the_table_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.formats.csv_table._LONGEST_CELL", 100)
    assert refusal(table(tmp_path / "a.csv", f'text,title\nun,a\n"{"x" * 200}",b\n')).startswith(
        "The table breaks off:"
    )


def test_the_text_is_proposed_by_name_and_then_by_length() -> None:
    rows = [Row("h", ("id", "title", "what", "what", "")), Row("1", ("1", "t", "x" * 90, "b")), Row("2", ("2",))]
    proposal = proposed(rows)
    assert proposal.columns == ("id", "title", "what", "what 4", "5")
    assert proposal.mapping == {"title": "title"}
    assert proposed([*rows[:2]]).mapping == {"title": "title", "text": "what"}
    assert proposal.rows[1] == ("2", "", "", "", "")
    assert proposed([Row("h", ("Content", "Texte"))]).mapping == {"text": "Texte"}
    assert proposed([]).columns == ()


def test_the_rows_of_a_file_can_be_looked_at_before_import(tmp_path: Path) -> None:
    rows = csv_table.rows(table(tmp_path / "a.csv", "a;b\n1;2\n"), Reading())
    assert proposed(rows).rows == (("1", "2"),)


def test_a_mapping_is_said_in_one_word() -> None:
    assert parse_mapping("text=body, title=head line,") == {"text": "body", "title": "head line"}
    for wrong in ("body", "text=", "colour=red"):
        with pytest.raises(ColumnError, match="says nothing of a column"):
            parse_mapping(wrong)


@given(st.text(alphabet="'=+-@\t\ra é"))
def test_an_escaped_cell_is_no_formula_and_comes_back_as_it_was(cell: str) -> None:
    out = escaped(cell)
    assert not out.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unescaped(out) == cell


def test_our_own_escapes_are_undone_on_import(tmp_path: Path) -> None:
    text = f"text,title\n{escaped('=1+1 font deux')},{escaped('-5 °C')}\n"
    one = article(table(tmp_path / "a.csv", text))
    assert (one.text, one.title) == ("=1+1 font deux", "-5 °C")


def test_a_spreadsheet_gives_the_rows_of_its_first_sheet_with_anything_in_it(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Presse")
    sheet.append(["titre", "texte", "date", "n"])
    sheet.append([])
    sheet.append(["Le quai", PARAGRAPH, date(2025, 3, 4), 3])
    sheet.append(["Le port", "Rouvert.", datetime(2025, 3, 4, 10, 30), None])  # Excel knows no zones
    book.create_sheet("Autre").append(["texte"])
    book.save(tmp_path / "a.xlsx")
    one, two = found(tmp_path / "a.xlsx")
    assert isinstance(one, Article)
    assert (one.where, one.text, one.published) == ("a.xlsx, Presse, row 3", PARAGRAPH, "2025-03-04")
    assert (one.title, one.extra) == ("Le quai", {"n": "3"})
    assert isinstance(two, Article)
    assert two.published == "2025-03-04T10:30:00"
    assert proposed(xlsx.rows(tmp_path / "a.xlsx", Reading())).mapping["text"] == "texte"


def test_a_spreadsheet_with_nothing_in_it_says_so(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "a.xlsx")
    assert refusal(tmp_path / "a.xlsx") == "There is no row in the table."


def test_parquet_gives_its_rows_with_what_can_be_said_of_them(tmp_path: Path) -> None:
    columns = {
        "text": ["un", "deux", None],
        "published": [date(2025, 3, 4), None, None],
        "seen": [datetime(2025, 3, 4, tzinfo=UTC)] * 3,
        "n": [1, 2, 3],
        "spans": [[1], [2], [3]],
    }
    pyarrow.parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet")
    one, two, three = found(tmp_path / "a.parquet")
    assert isinstance(one, Article)
    assert (one.text, one.published) == ("un", "2025-03-04")
    assert one.extra == {"seen": "2025-03-04T00:00:00+00:00", "n": "1"}
    assert isinstance(two, Article)
    assert isinstance(three, Refusal)
    assert three.where == "a.parquet, row 3"
    assert proposed(parquet.rows(tmp_path / "a.parquet", Reading())).columns == tuple(columns)
