"""Java's object serialization stream, written: objects of named classes, arrays of numbers and strings, strings.

https://docs.oracle.com/en/java/javase/17/docs/specs/serialization/protocol.html. Nothing is read here: what others
serialised is never taken in.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

_NULL, _REFERENCE, _CLASS, _OBJECT, _STRING, _ARRAY, _END, _LONG_STRING = 0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x78, 0x7C
_FIRST_HANDLE = 0x7E0000
_SERIALIZABLE = 2
_STRINGS = "[Ljava.lang.String;"
_ARRAYS = {
    "[I": (0x4DBA602676EAB2A5, "i"),
    "[B": (-0x530CE807F7F1AB20, "b"),
    "[S": (-0x107CD1F91AA24F06, "h"),
    "[J": (0x782004B512B17593, "q"),
    _STRINGS: (-0x522DA918166E84B9, ""),
}
"""The serial version of each kind of array, and how `struct` packs its numbers."""

type JavaValue = int | Sequence[int] | Sequence[str | None] | "JavaObject" | None


@dataclass(frozen=True, slots=True)
class JavaField:
    """A field: its name, its type as the stream writes it (``I``, ``[I``, ``Lorg/x/Y;``), and what it holds."""

    name: str
    type: str
    value: JavaValue


@dataclass(frozen=True, slots=True)
class JavaObject:
    """An object of a serialisable class without a serialisable parent; numbers come first, then by name."""

    class_name: str
    serial_version: int
    fields: tuple[JavaField, ...]


def serialized(value: JavaObject) -> bytes:
    """Return the stream of one object."""
    return _Stream().of(value)


class _Stream:
    """A stream as it is written: what was written before is referred to by its handle."""

    def __init__(self) -> None:
        self._out = bytearray(b"\xac\xed\x00\x05")
        self._handles: dict[object, int] = {}
        self._next = _FIRST_HANDLE

    def of(self, value: JavaObject) -> bytes:
        self._object(value)
        return bytes(self._out)

    def _object(self, value: JavaObject) -> None:
        self._out.append(_OBJECT)
        self._class(value.class_name, value.serial_version, value.fields)
        self._next += 1
        for field in value.fields:
            self._value(field)

    def _value(self, field: JavaField) -> None:
        held = field.value
        if isinstance(held, int):
            self._out += struct.pack(">i", held)
        elif isinstance(held, JavaObject):
            self._object(held)
        elif held is None:
            self._out.append(_NULL)
        else:
            self._array(field.type, held)

    def _array(self, type_: str, held: Sequence[int] | Sequence[str | None]) -> None:
        name = type_.replace("/", ".")
        serial_version, code = _ARRAYS[name]
        self._out.append(_ARRAY)
        self._class(name, serial_version, ())
        self._next += 1
        self._out += struct.pack(">i", len(held))
        if code:
            self._out += struct.pack(f">{len(held)}{code}", *held)
            return
        for one in held:
            if isinstance(one, str):
                self._string(one)
            else:
                self._out.append(_NULL)

    def _class(self, name: str, serial_version: int, fields: Sequence[JavaField]) -> None:
        if self._known(("class", name)):
            return
        self._out.append(_CLASS)
        self._out += _short(name) + struct.pack(">q", serial_version)
        self._handle(("class", name))
        self._out += struct.pack(">BH", _SERIALIZABLE, len(fields))
        for field in fields:
            self._out += field.type[:1].encode() + _short(field.name)
            if len(field.type) > 1:
                self._string(field.type)
        self._out += bytes((_END, _NULL))

    def _string(self, text: str) -> None:
        if self._known(text):
            return
        self._handle(text)
        data = _modified(text)
        long = len(data) > 0xFFFF
        self._out += struct.pack(">BQ", _LONG_STRING, len(data)) if long else struct.pack(">BH", _STRING, len(data))
        self._out += data

    def _known(self, key: object) -> bool:
        handle = self._handles.get(key)
        if handle is not None:
            self._out += struct.pack(">BI", _REFERENCE, handle)
        return handle is not None

    def _handle(self, key: object) -> None:
        self._handles[key] = self._next
        self._next += 1


def _short(text: str) -> bytes:
    data = _modified(text)
    return struct.pack(">H", len(data)) + data


def _modified(text: str) -> bytes:
    """Return Java's own UTF-8: what lies beyond U+FFFF as two surrogates, and no byte that is 0."""
    if max(text, default="") > "\uffff":
        data = text.encode("utf-16-be")
        units = struct.unpack(f">{len(data) // 2}H", data)
        text = "".join(map(chr, units))
    return text.encode("utf-8", "surrogatepass").replace(b"\x00", b"\xc0\x80")
