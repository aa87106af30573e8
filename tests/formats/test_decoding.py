"""Which encoding a file is in: what it says, else what fits best, and for French never a neighbour of the right one."""

import pytest

from annotator.formats.decoding import DecodingError, decode
from tests.workflow.test_families import COPY


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (COPY, "cp1252"),
        ("Le père Noël a été arrêté à l’aéroport ; « où va-t-il ? » Ça coûte 5 €. Cœur, naïf, maïs, dû.", "cp1252"),
        ("Un échec où", "cp1252"),
        ("Die Straße ist für Fußgänger gesperrt, sagte der Bürgermeister; größere Schäden gab es nicht.", "cp1252"),
        (COPY, "mac_roman"),
        ("Podle přístavního úřadu spadly v úterý večer tři jeřáby. Ředitelka očekává zprávu do konce týdne.", "cp1250"),
        ("По данным капитана порта, три крана упали во вторник вечером на северном причале.", "cp1251"),
    ],
)
def test_an_encoding_is_guessed_and_said_to_be(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding, found.guessed) == (text, encoding, True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_a_file_says_of_itself_is_no_guess(encoding: str) -> None:
    found = decode(COPY.encode(encoding))
    assert (found.text.removeprefix("\ufeff"), found.guessed) == (COPY, False)


@pytest.mark.parametrize(
    ("data", "said", "why"),
    [
        (b"a\xff\0\0b", "", "zero bytes"),
        (b"\xff", "utf-8", "byte 0 does not fit"),
        (b"a", "klingon", "There is no encoding “klingon”."),
        (bytes(range(1, 256)) * 40, "", "could not be found"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, said: str, why: str) -> None:
    with pytest.raises(DecodingError, match=why):
        decode(data, encoding=said)
