"""Web pages, alone, in one file and in archives: the article, what is known of it, and the bytes it came from."""

import gzip
from pathlib import Path

import pytest

from annotator.formats.registry import Reading, Refusal
from annotator.model.document import Article
from tests.formats.making import PAGE, PARAGRAPH, article, found, refusal


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    one = article(tmp_path / "a.html")
    assert (one.title, one.source, one.published) == ("Le quai nord rouvre", "Radio Norvik", "2025-03-04")
    assert (one.url, one.language, one.encoding) == ("https://radio.example/quai-nord", "fr", "utf-8")
    assert f"\n\n{PARAGRAPH}\n\n" in one.text
    assert "trois grues\ndeux jours" in one.text
    assert "Accueil" not in one.text
    assert "droits" not in one.text
    assert one.original == PAGE.encode()


@pytest.mark.parametrize(
    ("declared", "encoding", "read"),
    [
        ('<meta charset="windows-1252">', "cp1252", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252", "cp1252"),
        ("", "utf-16", "utf-16"),
        ('<meta charset="klingon">', "utf-8", "utf-8"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares_or_has(
    tmp_path: Path, declared: str, encoding: str, read: str
) -> None:
    page = PAGE.replace('<meta charset="utf-8">', declared)
    (tmp_path / "a.html").write_bytes(page.encode(encoding, "replace"))
    one = article(tmp_path / "a.html")
    assert "Un échec honteux" in one.text
    assert one.encoding == read


def test_a_page_that_declares_a_wrong_encoding_says_that_it_was_guessed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.encode("cp1252", "replace"))
    one = article(tmp_path / "a.html")
    assert "Un échec honteux" in one.text
    assert "guessed" in str(one.notices[0])


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "gb2312"])
def test_a_page_in_utf_8_that_declares_something_else_keeps_its_letters(tmp_path: Path, declared: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE.replace('charset="utf-8"', f'charset="{declared}"'), encoding="utf-8")
    one = article(path)
    assert "Un échec honteux" in one.text
    assert "encoding guessed: utf-8" in map(str, one.notices)


def test_a_page_nested_beyond_measure_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body>" + "<div>" * 5000 + "mot")
    assert refusal(tmp_path / "a.html") == "It is nested too deeply to be read."


def test_an_encoding_that_is_said_goes_before_the_declared_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.encode())
    assert "Un Ã©chec" in article(tmp_path / "a.html", how=Reading(encoding="cp1252")).text
    assert "no encoding" in refusal(tmp_path / "a.html", how=Reading(encoding="klingon"))


def test_a_page_without_an_article_gives_all_of_its_text_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Accueil &amp; suite</p>")
    one = article(tmp_path / "a.html")
    assert one.text == "Accueil & suite"
    assert [str(notice) for notice in one.notices] == ["no article found in the page: all of its text is taken"]


def test_a_short_page_keeps_the_paragraphs_it_is_set_in(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><h1>Titre</h1><p>Un.</p><p>Deux <b>mots</b>.</p></body></html>")
    assert article(tmp_path / "a.html").text == "Titre\n\nUn.\n\nDeux mots."


def test_a_page_saved_in_one_file_is_read_with_its_address(tmp_path: Path) -> None:
    head = (
        "Snapshot-Content-Location: https://le-phare.example/a\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    )
    page = PAGE.replace('<link rel="canonical" href="https://radio.example/quai-nord">', "").replace(
        '<meta charset="utf-8">', ""
    )
    part = "Content-Type: text/html; charset=cp1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    (tmp_path / "a.mhtml").write_bytes((head + part + page + "\r\n--b--\r\n").encode("cp1252", "replace"))
    one = article(tmp_path / "a.mhtml")
    assert one.url == "https://le-phare.example/a"
    assert "Un échec honteux" in one.text
    assert one.encoding == "cp1252"


def test_a_saved_file_without_a_page_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.mht").write_text("Subject: rien\n\nbonjour")
    assert refusal(tmp_path / "a.mht") == "There is no web page in it."


def record(kind: str, address: str, content_type: str, content: bytes) -> bytes:
    """Return a record of a web archive, packed."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-03-04T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + content + b"\r\n\r\n")


def archive(*answers: tuple[str, str, str, bytes]) -> bytes:
    """Return a web archive of answers: address, status, kind, body."""
    records = [record("warcinfo", "urn:x", "text/html", b"<html>")]
    for address, status, kind, body in answers:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        records.append(record("response", address, "application/http; msgtype=response", answer))
    return b"".join(records)


def test_an_archive_gives_its_pages_and_nothing_else(tmp_path: Path) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://radio.example/quai-nord">', "").encode()
    data = archive(
        ("https://a.example/1", "200 OK", "text/html; charset=utf-8", page),
        ("https://a.example/2", "404 Not Found", "text/html", page),
        ("https://a.example/3", "200 OK", "image/png", b"\x89PNG"),
    )
    (tmp_path / "a.warc.gz").write_bytes(data)
    (tmp_path / "b.warc").write_bytes(gzip.decompress(data))
    for name in ("a.warc.gz", "b.warc"):
        one = article(tmp_path / name)
        assert (one.where, one.url) == (f"{name}, page 1", "https://a.example/1")
        assert one.original == page


def test_an_archive_without_pages_and_one_cut_short_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(archive())
    assert refusal(tmp_path / "a.warc.gz") == "There is no web page in the archive."
    (tmp_path / "b.warc").write_bytes(b"<html>not an archive")
    assert refusal(tmp_path / "b.warc").startswith("The archive is broken after 0 pages:")


def test_a_page_that_the_archive_cuts_off_is_not_taken(tmp_path: Path) -> None:
    page = ("https://a.example/1", "200 OK", "text/html", PAGE.encode())
    (tmp_path / "a.warc").write_bytes(gzip.decompress(archive(page))[:-900])
    assert refusal(tmp_path / "a.warc") == "The archive ends in the middle of the page."


def test_a_page_that_unpacks_without_end_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.formats.warc.LONGEST_PAGE", 1 << 20)
    many = archive(("https://a.example/1", "200 OK", "text/html", b"<p>" + b"a" * (2 << 20)))
    (tmp_path / "a.warc.gz").write_bytes(many)
    assert refusal(tmp_path / "a.warc.gz") == "It is longer than 1 million bytes."


FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Radio Norvik</title><language>fr-fr</language>
<item><title>Le quai &amp;amp; la ville</title><link>https://a.example/1</link>
<pubDate>Tue, 04 Mar 2025 10:00:00 +0100</pubDate>
<description>court</description>
<content:encoded><![CDATA[<p>Un échec.</p><p>Selon la ville.</p>]]></content:encoded></item>
<item><title>Sans texte</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Le Phare</title><entry><title>T</title>
<author><name>Lena Hout</name></author><updated>2025-03-04T10:00:00Z</updated>
<content type="text">A &lt; B, said the mayor.</content></entry></feed>"""


def test_a_feed_gives_its_entries_and_says_which_have_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(FEED, encoding="utf-8")
    one, two = found(tmp_path / "a.xml")
    assert isinstance(one, Article)
    assert (one.text, one.title) == ("Un échec.\n\nSelon la ville.", "Le quai & la ville")
    assert (one.source, one.published, one.url, one.language) == (
        "Radio Norvik",
        "2025-03-04",
        "https://a.example/1",
        "fr",
    )
    assert isinstance(two, Refusal)
    assert (two.where, str(two.reason)) == ("a.xml, entry 2", "The entry has a title at most, and no text.")


def test_plain_content_of_a_feed_is_not_taken_for_markup(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(ATOM)
    one = article(tmp_path / "a.atom")
    assert (one.text, one.language, one.published) == ("A < B, said the mayor.", "en", "2025-03-04")
    assert one.extra == {"author": "Lena Hout"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<rss version='2.0'><channel><title>T</title></channel></rss>", "There is no entry in the feed."),
        ("<opml>", "It is no feed."),
        ("<rss version='2.0'><channel", "The feed is broken, and"),
    ],
)
def test_a_feed_without_entries_says_why(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "a.rss").write_text(text)
    assert refusal(tmp_path / "a.rss", format_name="feed").startswith(why)


def test_a_feed_is_read_in_the_encoding_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_bytes(FEED.replace('encoding="utf-8"', "").encode("cp1252"))
    one = found(tmp_path / "a.rss", how=Reading(encoding="cp1252"))[0]
    assert isinstance(one, Article)
    assert one.text.startswith("Un échec.")
