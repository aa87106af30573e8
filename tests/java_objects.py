"""Java's object serialization stream, read as its specification says, apart from the code that writes it.

https://docs.oracle.com/en/java/javase/17/docs/specs/serialization/protocol.html, sections 6.2 to 6.4.
"""

import struct
from dataclasses import dataclass
from typing import Any


@dataclass
class Described:
    """A class as the stream describes it: name, serial version, flags, and its fields with their types."""

    name: str
    version: int
    flags: int
    fields: list[tuple[str, str]]


class Reader:
    """One pass over a stream; everything that gets a handle is kept in the order of the handles."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0
        self._handles: list[Any] = []
        assert self._take(">HH") == (0xACED, 5)

    def content(self) -> Any:
        """Return the next thing: an object as its fields by name with ``class``, a list, a text or None."""
        (code,) = self._take(">B")
        if code == 0x70:
            return None
        if code == 0x71:
            return self._handles[self._take(">I")[0] - 0x7E0000]
        if code in (0x74, 0x7C):
            (length,) = self._take(">H" if code == 0x74 else ">Q")
            return self._kept(self._text(length))
        return {0x72: self._class, 0x73: self._object, 0x75: self._array}[code]()

    def ended(self) -> bool:
        """Tell whether the stream is used up."""
        return self._at == len(self._data)

    def _class(self) -> Described:
        name = self._text(self._take(">H")[0])
        made = Described(name, self._take(">q")[0], 0, [])
        self._kept(made)
        made.flags, count = self._take(">BH")
        for _ in range(count):
            (kind,) = self._take(">c")
            field = self._text(self._take(">H")[0])
            made.fields.append((field, kind.decode() if kind not in b"L[" else self.content()))
        assert self._take(">B") == (0x78,)
        assert self.content() is None
        return made

    def _object(self) -> dict[str, Any]:
        described = self.content()
        made: dict[str, Any] = {"class": described}
        self._kept(made)
        primitive = [kind for _, kind in described.fields if kind == "I"]
        assert [kind for _, kind in described.fields[: len(primitive)]] == primitive
        for name, kind in described.fields:
            made[name] = self._take(">i")[0] if kind == "I" else self.content()
        return made

    def _array(self) -> list[Any]:
        described = self.content()
        made: list[Any] = []
        self._kept(made)
        (count,) = self._take(">i")
        code = {"[I": "i", "[J": "q", "[S": "h", "[B": "b"}.get(described.name)
        made += self._take(f">{count}{code}") if code else (self.content() for _ in range(count))
        return made

    def _kept(self, value: Any) -> Any:
        self._handles.append(value)
        return value

    def _take(self, shape: str) -> tuple[Any, ...]:
        found = struct.unpack_from(shape, self._data, self._at)
        self._at += struct.calcsize(shape)
        return found

    def _text(self, length: int) -> str:
        data = self._data[self._at : self._at + length]
        self._at += length
        assert b"\x00" not in data
        units = data.replace(b"\xc0\x80", b"\x00").decode("utf-8", "surrogatepass")
        assert all(unit <= "\uffff" for unit in units)
        return units.encode("utf-16-be", "surrogatepass").decode("utf-16-be")


def value_of(data: bytes) -> Any:
    """Return the one thing in a stream."""
    reader = Reader(data)
    found = reader.content()
    assert reader.ended()
    return found
