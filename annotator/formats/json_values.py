"""JSON files of any layout, one value at a time: lines, an array's elements, or values written one after the other.

A file is never held whole, however long; a value is.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from annotator.formats.decoding import DecodingError, decode
from annotator.formats.registry import Refusal
from annotator.model.told import sentence

_SIGN = re.compile(rb'"(?:[^"\\]|\\.)*"|"|[\[\]{}]', re.DOTALL)
_ARRAY = re.compile(rb"\s*\[\s*[\[{\]]")
_CHUNK = 1 << 20
_LOOKED_AT = 50


def json_values(path: Path, *, encoding: str = "") -> Iterator[tuple[int, Any] | Refusal]:
    """Yield each object or array with the line it starts on, and a refusal for each thing that is no JSON."""
    try:
        with _opened(path, encoding) as file:
            pieces = _lines(file) if _in_lines(file) else _nested(file)
            for line, data in pieces:
                try:
                    yield line, msgspec.json.decode(data)
                except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                    why = sentence("The line is not JSON: {reason}", reason=error)
                    yield Refusal(f"{path.name}, line {line}", why)
    except DecodingError as error:
        yield Refusal(path.name, error.sentence)


@contextmanager
def _opened(path: Path, encoding: str) -> Iterator[BinaryIO]:
    """Give the file as UTF-8 without a byte-order mark; only another encoding takes the whole of it into memory."""
    with path.open("rb") as file:
        head = file.read(4)
        file.seek(0)
        if head.startswith(b"\xef\xbb\xbf"):
            file.seek(3)
        elif b"\0" in head or head[:2] in (b"\xff\xfe", b"\xfe\xff") or encoding.lower() not in ("", "utf-8"):
            yield BytesIO(decode(file.read(), encoding=encoding).text.encode())
            return
        yield file


def _in_lines(file: BinaryIO) -> bool:
    """Tell whether one of the first lines is a value by itself; leaves the file where it was."""
    began = file.tell()
    try:
        if _ARRAY.match(file.read(_CHUNK)):
            return False
        file.seek(began)
        return any(_is_value(line) for line, _ in zip(file, range(_LOOKED_AT), strict=False))
    finally:
        file.seek(began)


def _is_value(line: bytes) -> bool:
    try:
        return line[:1] in (b"{", b"[") and bool(msgspec.json.decode(line))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(file, 1) if line.strip())


def _nested(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the bytes of each object or array, those in one array around everything by themselves, with their line."""
    buffer, at, line, depth, start, chunk = b"", 0, 1, 0, 0, _CHUNK
    base = -1
    while more := file.read(chunk):
        buffer += more
        for found in _SIGN.finditer(buffer, at):
            sign = found.group()
            if sign == b'"':
                at = found.start()
                break
            at = found.end()
            if sign in (b"{", b"["):
                if base < 0:
                    base = 1 if _ARRAY.match(buffer) else 0
                if depth == base:
                    line += buffer.count(b"\n", start, found.start())
                    start = found.start()
                depth += 1
            elif sign in (b"}", b"]"):
                depth = max(depth - 1, 0)
                if depth == base and buffer[start : start + 1] in (b"{", b"["):
                    yield line, buffer[start:at]
                    line += buffer.count(b"\n", start, at)
                    start = at
        chunk = max(_CHUNK, len(buffer) - start)
        buffer, at, start = buffer[start:], at - start, 0
    if (base < 0 or depth > base) and buffer.strip():
        yield line, buffer
