"""Texts: freezing what a reader found, hashing it, and its length-preserving normal forms."""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from annotator.model.told import Sentence, Told, sentence

BOM = "\ufeff"
_LINE_END = re.compile("\r\n?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN = str.maketrans(
    {
        "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u201b": "'",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200a": " ",
        "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ",
        "\u201c": '"', "\u201d": '"', "\u201e": '"',
        "\u2010": "-", "\u2011": "-",
    }
)  # fmt: skip


class TextError(Told):
    """A text that cannot become a document; the message says where and why."""


@dataclass(frozen=True, slots=True)
class FrozenText:
    """A text as it will stand for ever, and what freezing changed in the raw one.

    ``removed`` are the code-point offsets, in the raw text, of what was taken out (a BOM, the CR of a CRLF).
    """

    text: str
    changes: tuple[Sentence, ...]
    removed: tuple[int, ...]

    def offset(self, raw_offset: int) -> int:
        """Return where a code-point offset of the raw text lies in the frozen one."""
        return raw_offset - bisect_left(self.removed, raw_offset)


def freeze(raw: str) -> FrozenText:
    """Normalise line ends to ``\\n`` and drop a leading BOM.

    Raises TextError for an empty text or a lone surrogate, with its position in code points.
    """
    found = _SURROGATE.search(raw)
    if found:
        raise TextError(
            "The text cannot be kept: lone surrogate U+{code} at character {at}.",
            code=f"{ord(found.group()):04X}",
            at=found.start(),
        )
    if not raw.strip(BOM).strip():
        raise TextError("There is no text in it.")
    removed: list[int] = []
    changes: list[Sentence] = []
    if raw.startswith(BOM):
        removed.append(0)
        changes.append(Sentence("byte-order mark removed"))
    ends = list(_LINE_END.finditer(raw))
    removed += [m.start() for m in ends if m.end() - m.start() == 2]
    if ends:
        changes.append(sentence("{count} line ends made \\n", count=len(ends)))
    text = _LINE_END.sub("\n", raw[1:] if raw.startswith(BOM) else raw)
    return FrozenText(text, tuple(changes), tuple(removed))


def sha256_of(text: str) -> str:
    """Return the SHA-256 of the UTF-8 bytes of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def normal_form(text: str) -> str:
    """Return the text with straight apostrophes and quotes, plain spaces and hyphens: same length, same offsets."""
    return text.translate(_PLAIN)


def search_form(text: str) -> str:
    """Return the normal form without case or accents, one code point for each, for searching."""
    if text.isascii():
        return text.lower()
    # no form has another form, so the order does not matter; `str.translate` would take three times as long
    for character in set(text):
        form = _SEARCH[ord(character)]
        if form != character:
            text = text.replace(character, form)
    return text


def searched_words(text: str) -> list[bytes]:
    """Return the words of a text's search form, in order, as UTF-8; `\\w+` finds the same in three times as long."""
    for character in set(text):
        if character > "\x7f":
            form = _SEARCH[ord(character)]
            word = form if _in_words(form) else " "
            if word != character:
                text = text.replace(character, word)
    return text.encode().translate(_ASCII_WORDS).split()


def _in_words(character: str) -> bool:
    return character.isalnum() or character == "_"


class _SearchForms(dict[int, str]):
    """Search forms of characters, found once each."""

    def __missing__(self, code: int) -> str:
        character = chr(code).translate(_PLAIN)
        base = unicodedata.normalize("NFD", character)[0].lower()
        self[code] = base if len(base) == 1 else character
        return self[code]


_SEARCH = _SearchForms()
_ASCII_WORDS = bytes(ord(_SEARCH[n]) if _in_words(chr(n)) else ord(" ") for n in range(128)) + bytes(range(128, 256))
