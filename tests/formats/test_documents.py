"""Office documents, books and PDF: the words a person reads, in order, and nothing that was struck out."""

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from annotator.formats.lines import Line, flowed, joined
from tests.formats.making import article, docx, epub, odt, packed, pdf, refusal, run, words

INSERTED = f'<w:ins w:id="1" w:author="L">{run(" aurait")}</w:ins>'
STRUCK = '<w:del w:id="2" w:author="L"><w:r><w:delText> a</w:delText></w:r></w:del>'
CONTROL = f"<w:sdt><w:sdtContent>{words('Dans un champ.')}</w:sdtContent></w:sdt>"
CELLS = "".join(f"<w:tr>{''.join(f'<w:tc>{words(c)}</w:tc>' for c in row)}</w:tr>" for row in ("ab", "cd"))


def test_a_word_document_keeps_insertions_fields_and_tables_and_drops_what_was_struck_out(tmp_path: Path) -> None:
    body = (
        f"<w:p>{run('Le quai')}{INSERTED}{STRUCK}{run(' fermé.')}</w:p>{CONTROL}<w:tbl>{CELLS}</w:tbl>{words('Fin.')}"
    )
    one = article(docx(tmp_path / "a.docx", body, title="Le quai"))
    assert one.text == "Le quai aurait fermé.\n\nDans un champ.\n\na\tb\nc\td\n\nFin."
    assert (one.title, one.extra) == ("Le quai", {"author": "Lena Hout"})


def test_an_opendocument_text_keeps_its_notes_apart_and_drops_what_was_struck_out(tmp_path: Path) -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p></text:note-body>"
    )
    body = (
        "<text:tracked-changes><text:p>struck</text:p></text:tracked-changes>"
        f"<text:h>Titre</text:h><text:p>Le<text:s/><text:span>quai</text:span>{note}</text:note> ferme."
        "<office:annotation><text:p>hm</text:p></office:annotation><text:line-break/>Ici.</text:p>"
        "<text:list><text:list-item><text:p>un</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    one = article(odt(tmp_path / "a.odt", body))
    assert one.text == "Titre\n\nLe quai ferme.\nIci.\n\nun\n\na\tb\n\nNote."
    assert one.title == "Le quai nord"


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    chapters: dict[str, str | bytes] = {
        "z": '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>Deux&#160;!</p></body></html>',
        "a": '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd"><html><body><p>Un&nbsp;: &eacute;t&eacute;</p>'
        "</body></html>",
        "0": "<html><body><p>Avant<br>tout</body></html>",
    }
    one = article(epub(tmp_path / "a.epub", chapters))
    assert one.text == "Avant\ntout\n\nUn\u00a0: été\n\nDeux\u00a0!"
    assert (one.title, one.language, one.extra) == ("Les quais", "fr", {"author": "Lena Hout"})


def test_a_book_that_is_locked_or_lists_nothing_is_named_as_such(tmp_path: Path) -> None:
    locked = {"META-INF/encryption.xml": '<e><CipherReference URI="OPS/a.xhtml"/></e>'}
    path = epub(tmp_path / "a.epub", {"a": "<p>x</p>"}, more=dict(locked))
    assert refusal(path) == "It is protected against copying: its text cannot be read."
    fonts = epub(tmp_path / "b.epub", {"a": "<p>x</p>"}, more={"META-INF/encryption.xml": '<e URI="f.otf"/>'})
    assert article(fonts).text == "x"
    empty = packed(tmp_path / "c.epub", {"META-INF/container.xml": "<container/>"})
    assert refusal(empty) == "It is no book: it does not say where its contents are listed."


def test_rich_text_gives_its_words_and_its_title(tmp_path: Path) -> None:
    rtf = r"{\rtf1\ansi\ansicpg1252{\info{\title Le quai}}\pard Un \'e9chec\par\par\par Deux.\par}"
    (tmp_path / "a.rtf").write_text(rtf)
    one = article(tmp_path / "a.rtf")
    assert (one.text, one.title) == ("Un échec\n\nDeux.", "Le quai")
    (tmp_path / "b.rtf").write_text("pas du RTF")
    assert refusal(tmp_path / "b.rtf") == "It is not RTF: it does not begin as RTF does."
    assert refusal(tmp_path / "b.rtf", format_name="rtf") == "It is not RTF: it does not begin as RTF does."


LINES = [
    (50, 500, "Le quai nord a \\351t\\351 ferm\\351 mardi soir, selon la capi-"),
    (50, 488, "tainerie du port de Norvik, qui attend encore un porte-"),
    (50, 476, "parole. Rien de plus."),
    (62, 464, "Un autre alin\\351a commence ici et va jusqu'au bout de"),
    (50, 452, "la ligne, a dit le porte-parole, puis la page finit et la"),
]


@pytest.mark.parametrize("reader", ["pdf", "pdf2"])
def test_the_lines_of_a_pdf_become_paragraphs_and_broken_words_are_mended(tmp_path: Path, reader: str) -> None:
    path = pdf(tmp_path / "a.pdf", [LINES, [(50, 500, "phrase continue.")]], title="Le quai")
    one = article(path, format_name=reader)
    assert one.text.split("\n\n")[0].endswith(
        "selon la capitainerie du port de Norvik, qui attend encore un porte-parole. Rien de plus."
    )
    assert one.text.endswith("puis la page finit et la phrase continue.")
    assert (one.title, one.extra) == ("Le quai", {"author": "Lena Hout", "created": "2025-03-04"})
    assert [str(notice) for notice in one.notices] == ["words joined that a hyphen parted at a line end: 1"]


def test_a_paragraph_of_a_pdf_begins_where_its_first_line_is_indented(tmp_path: Path) -> None:
    assert "Rien de plus.\n\nUn autre" in article(pdf(tmp_path / "a.pdf", [LINES])).text


@pytest.mark.parametrize("reader", ["pdf", "pdf2"])
def test_pages_that_are_pictures_are_named(tmp_path: Path, reader: str) -> None:
    path = pdf(tmp_path / "a.pdf", [LINES, []])
    assert "pages that are pictures without text: 2" in map(str, article(path, format_name=reader).notices)
    scanned = refusal(pdf(tmp_path / "b.pdf", [[]]), format_name=reader)
    assert (
        scanned == "Its pages are pictures without text: have the text recognised first, and import what comes of it."
    )
    assert refusal(pdf(tmp_path / "c.pdf", [[(1, 1, " ")]]), format_name=reader) == "There is no text in it."


@pytest.mark.parametrize("reader", ["pdf", "pdf2"])
def test_an_encrypted_pdf_is_named_as_such(tmp_path: Path, reader: str) -> None:
    writer = PdfWriter(clone_from=PdfReader(pdf(tmp_path / "a.pdf", [LINES])))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "b.pdf")
    told = refusal(tmp_path / "b.pdf", format_name=reader)
    assert told == "It is encrypted: save it without a password, and import that."


def test_the_title_that_a_program_wrote_into_a_pdf_is_none(tmp_path: Path) -> None:
    assert article(pdf(tmp_path / "a.pdf", [LINES], title="Microsoft Word - quai.doc")).title == ""


def line(text: str, *, left: float = 0, right: float = 100, bottom: float = 0, high: float = 10, page: int = 0) -> Line:
    """Return a line of a page."""
    return Line(text, left, right, bottom, bottom + high, page)


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("capi\u00ad", "tainerie", ("capitainerie", False)),
        ("capi-", "tainerie", ("capitainerie", True)),
        ("a-t-", "il dit", ("a-t-il dit", False)),
        ("non-", "lieu", ("non-lieu", False)),
        ("Saint-", "Denis", ("Saint-Denis", False)),
        ("en 2012-", "2013", ("en 2012-2013", False)),
        ("porte-", "parole", ("porte-parole", False)),
        ("deux -", "trois", ("deux - trois", False)),
        ("deux", "trois", ("deux trois", False)),
    ],
)
def test_two_lines_are_joined_as_their_words_want(before: str, after: str, whole: tuple[str, bool]) -> None:
    assert joined(before, after, {"porte-parole"}) == whole


def test_lines_part_where_size_gap_or_column_say_so() -> None:
    title = line("Grand titre", bottom=80, high=20)
    far = [line("Un.", bottom=60), line("suite", bottom=48), line("loin", bottom=10)]
    column = [line("plus de", left=200, right=300, bottom=60), line("mots.", left=200, right=300, bottom=48)]
    assert flowed([title, *far, *column]).text == "Grand titre\n\nUn. suite\n\nloin plus de mots."


def test_pieces_of_one_line_stay_on_it() -> None:
    pieces = [line("x", right=10), line("2", left=11, right=15, bottom=4), line("= 9", left=16)]
    assert flowed(pieces).text == "x 2 = 9"


def test_no_lines_make_no_text() -> None:
    assert flowed([line("  ")]).text == ""
