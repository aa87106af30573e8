"""Broken files of each kind, read in this process: each says in a sentence what is wrong with it."""

import random
import zipfile
from pathlib import Path

import pytest
import trafilatura

from annotator.formats.registry import FormatError, Reading
from annotator.nlp import tongues
from tests.formats.making import PAGE, article, docx, epub, found, odt, packed, refusal, words

NOISE = random.Random(2).randbytes(4000)
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">' + "".join(
    f'<!ENTITY {c} "{f"&{chr(ord(c) - 1)};" * 20}">' for c in "bcdefghij"
)


def noise(path: Path, head: bytes = b"") -> Path:
    """Write a file that is nothing."""
    path.write_bytes(head + NOISE)
    return path


@pytest.mark.parametrize(
    ("name", "head", "why"),
    [
        ("a.docx", b"", "It is broken or cut short:"),
        ("a.odt", b"", "It is broken or cut short:"),
        ("a.epub", b"", "It is broken or cut short:"),
        ("a.xlsx", b"", "It is broken or cut short:"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "It is encrypted, or in the old format of Office"),
        ("a.parquet", b"PAR1", "It is not Parquet, or a broken one:"),
        ("a.pdf", b"%PDF-1.4", "It is not a PDF, or a broken one:"),
    ],
)
def test_a_file_that_is_nothing_says_so(tmp_path: Path, name: str, head: bytes, why: str) -> None:
    assert refusal(noise(tmp_path / name, head)).startswith(why)


def test_the_second_opinion_says_so_too(tmp_path: Path) -> None:
    assert refusal(noise(tmp_path / "a.pdf"), format_name="pdf2").startswith("It is not a PDF, or a broken one:")


@pytest.mark.parametrize(
    ("name", "parts", "why"),
    [
        ("a.docx", {"word/document.xml": f"{BOMB}]><x>&j;</x>"}, "Its XML cannot be read:"),
        ("a.xlsx", {"xl/workbook.xml": f"{BOMB}]><x>&j;</x>"}, "Its XML cannot be read:"),
        ("a.odt", {"META-INF/manifest.xml": "", "content.xml": "<x>"}, "Its XML cannot be read:"),
        ("a.docx", {"x": "x"}, "It is not what its name says: “word/document.xml” is missing in it."),
        ("a.xlsx", {"x": "x"}, "The spreadsheet is broken:"),
        ("a.odt", {"META-INF/manifest.xml": "manifest:encryption-data"}, "It is encrypted: save it without"),
    ],
)
def test_a_packed_file_that_is_wrong_inside_says_so(
    tmp_path: Path, name: str, parts: dict[str, str | bytes], why: str
) -> None:
    assert refusal(packed(tmp_path / name, parts)).startswith(why)


def test_a_bomb_stays_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.formats.zips.LARGEST", 2 << 20)
    path = packed(tmp_path / "a.docx", {"word/document.xml": b"\0" * (3 << 20)})
    assert refusal(path) == "Unpacked it would take 3 million bytes: it is not opened."


def test_a_part_with_a_password_is_named_as_such(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", words("x"))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            data[info.header_offset + 6] |= 1
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    path.write_bytes(data)
    assert refusal(path) == "It is encrypted: save it without a password."


def test_documents_without_text_say_so(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text(r"{\rtf1 }")
    for path in (
        docx(tmp_path / "a.docx", ""),
        odt(tmp_path / "a.odt", ""),
        epub(tmp_path / "a.epub", {}),
        tmp_path / "a.rtf",
    ):
        assert refusal(path) == "There is no text in it."


def test_a_document_nested_beyond_measure_is_refused(tmp_path: Path) -> None:
    nested = "<w:sdt><w:sdtContent>" * 120 + words("x") + "</w:sdtContent></w:sdt>" * 120
    assert article(docx(tmp_path / "a.docx", nested)).text == "x"
    assert "Excessive depth" in refusal(docx(tmp_path / "b.docx", "<w:sdt>" * 3000 + "</w:sdt>" * 3000))


def test_rich_text_in_an_encoding_that_is_none_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text(r"{\rtf1 \'e9}")
    assert refusal(tmp_path / "a.rtf", how=Reading(encoding="klingon")).startswith("Its RTF cannot be read:")


def test_a_page_that_the_extractor_trips_over_still_has_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: object, **__: object) -> None:
        raise AssertionError("tripped")

    monkeypatch.setattr(trafilatura, "bare_extraction", trip)
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    assert "Accueil Sport" in article(tmp_path / "a.html").text


def test_a_web_page_that_is_called_text_is_read_as_text_and_said_to_be_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    one = article(tmp_path / "a.txt")
    assert one.text == PAGE
    assert [str(notice) for notice in one.notices] == ["a web page, read as the text that its name says it is"]
    (tmp_path / "b.txt").write_bytes("« Un été »".encode("cp1252"))
    assert [str(notice) for notice in article(tmp_path / "b.txt").notices] == ["encoding guessed: cp1252"]
    (tmp_path / "c.txt").write_bytes(b"\0\xff\0")
    assert "zero bytes" in refusal(tmp_path / "c.txt")


def test_xml_that_is_no_feed_is_in_no_format(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<x/>")
    with pytest.raises(FormatError, match="not in a format that can be read"):
        found(tmp_path / "a.xml")


def test_a_feed_entry_nested_beyond_measure_costs_itself(tmp_path: Path) -> None:
    deep = "<div>" * 3000 + "x"
    item = f"<item><description><![CDATA[{deep}]]></description></item>"
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel>{item}</channel></rss>")
    assert refusal(tmp_path / "a.rss") == "It is nested too deeply to be read."


def test_a_language_is_found_where_there_is_enough_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    german = "Die Straße ist für Fußgänger gesperrt, sagte der Bürgermeister am Dienstag."
    assert tongues.language_of(german) == "de"
    assert tongues.language_of("12 " * 40) == ""
    assert tongues.language_of("Guten Tag") == ""
    monkeypatch.setitem(__import__("sys").modules, "py3langid.langid", None)
    tongues._identifier.cache_clear()
    assert tongues.language_of(german) == ""
    tongues._identifier.cache_clear()
