"""From bytes to text: strict UTF-8 first, then byte-order marks, then a guess that is always said."""

import codecs
from dataclasses import dataclass

from annotator.model.told import Told

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LIKELY = ("utf-8", "cp1252", "iso-8859-15", "iso-8859-1", "mac_roman", "utf-16", "cp1251", "iso-8859-6")
"""Encodings to offer when a guess was wrong."""

_WESTERN = "cp1252"
_CENTRAL = ("Croatian", "Czech", "Hungarian", "Polish", "Romanian", "Slovak", "Slovene")
"""Languages in which cp1250 is meant where nothing else tells it from cp1252: in both most letters are the same."""


class DecodingError(Told):
    """Bytes that cannot be read as text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in; ``guessed`` when nothing in the file says so."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, *, encoding: str = "") -> Decoded:
    """Return the text of bytes, in the encoding given or found.

    Raises DecodingError when it cannot be read so, or is no text at all.
    """
    if encoding:
        try:
            return Decoded(data.decode(encoding), encoding, guessed=False)
        except LookupError as error:
            raise DecodingError("There is no encoding “{encoding}”.", encoding=encoding) from error
        except UnicodeDecodeError as error:
            why = "It is not {encoding}: byte {at} does not fit."
            raise DecodingError(why, encoding=encoding, at=error.start) from error
    for mark, name in _MARKS:
        if data.startswith(mark):
            return decode(data, encoding=name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    if b"\0" in data[:4096]:
        raise DecodingError("It is not a text: there are zero bytes in it and no byte-order mark.")
    matches = from_bytes(data, cp_isolation=["cp1252", "iso8859_15", "mac_roman", "cp1251", "cp1256", "cp1250"])
    found = matches.best()
    if found is None:
        raise DecodingError("Its encoding could not be found: name it and try again.")
    if found.language not in _CENTRAL:
        equal = (one for one in matches if (one.chaos, one.coherence) == (found.chaos, found.coherence))
        found = next((one for one in equal if _WESTERN in one.could_be_from_charset), found)
    western = _WESTERN in found.could_be_from_charset and found.language not in _CENTRAL
    return Decoded(str(found), _WESTERN if western else found.encoding, guessed=True)
