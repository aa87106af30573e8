"""Power cuts: a session's writes and syncs are recorded, then replayed up to a random point as a disk might hold them.

What was not synced may be dropped, reordered and torn at 512 bytes; names made or taken away since the folder was last
synced may or may not be there. The recorder is strace: what is judged is the program itself, not a model of it.
"""

import random
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability.judging import faults

SECTOR = 512
_CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename,close"
_LINE = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")


class RecorderMissing(RuntimeError):
    """There is no strace here, or it may not be used."""


@dataclass(frozen=True, slots=True)
class Op:
    """Something that reached the system: a write, truncation, sync, name made, changed or gone, or acknowledgement."""

    kind: str
    name: str = ""
    new_name: str = ""
    offset: int = 0
    data: bytes = b""


type _Names = list[tuple[Op, "_File"]]


@dataclass(slots=True)
class _File:
    durable: bytearray
    pending: list[Op] = field(default_factory=list)


def record(path: Path, count: int, **pragmas: str) -> list[Op]:
    """Run a session in a traced process and return its operations on the project's folder, in order."""
    strace = shutil.which("strace")
    if strace is None:
        raise RecorderMissing("strace is not installed: apt-get install strace")
    log = path.with_suffix(".strace")
    command = [strace, "-f", "-qq", "-xx", "-s", "70000", "-e", f"trace={_CALLS}", "-o", str(log), sys.executable]
    command += ["-m", "tests.reliability.session", str(path), str(count)]
    command += [f"{name}={value}" for name, value in pragmas.items()]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise RecorderMissing(f"the recorded session failed: {done.stderr.decode()[-300:]}")
    operations = list(_operations(log, path.parent))
    log.unlink()
    return operations


def cut_once(base: Path, operations: list[Op], folder: Path, *, seed: int) -> list[str]:
    """Build what a disk may hold after a cut at a random point, and judge it."""
    dice = random.Random(seed)
    point = dice.randrange(1, len(operations) + 1)
    for old in folder.iterdir():
        old.unlink()
    acknowledged = _leave(base, operations[:point], folder, dice)
    return faults(folder / base.name, acknowledged)


def _leave(base: Path, operations: list[Op], folder: Path, dice: random.Random) -> list[str]:
    files = {base.name: _File(bytearray(base.read_bytes()))}
    names: _Names = []
    live = dict(files)
    acknowledged = []
    for op in operations:
        if op.kind == "ack":
            acknowledged.append(op.name)
        elif op.kind == "create" and op.name not in live:
            live[op.name] = _File(bytearray())
            names.append((op, live[op.name]))
        elif op.kind == "unlink" and op.name in live:
            names.append((op, live.pop(op.name)))
        elif op.kind == "rename" and op.name in live:
            live[op.new_name] = live.pop(op.name)
            names.append((op, live[op.new_name]))
        elif op.kind in ("write", "truncate") and op.name in live:
            live[op.name].pending.append(op)
        elif op.kind == "sync" and op.name in live:
            _settle(live[op.name])
        elif op.kind == "sync_folder":
            _name(files, names)
            names.clear()
    _name(files, _some(names, dice))
    for name, file in files.items():
        (folder / name).write_bytes(_torn(file, dice))
    return acknowledged


def _some(names: _Names, dice: random.Random) -> _Names:
    """Return the changes of names that a disk has got: the first so many, or any of them."""
    if dice.random() < 0.5:
        return names[: dice.randrange(len(names) + 1)]
    return [change for change in names if dice.random() < 0.5]


def _name(files: dict[str, _File], names: _Names) -> None:
    for op, file in names:
        if op.kind != "create":
            files.pop(op.name, None)
        if op.kind != "unlink":
            files[op.new_name or op.name] = file


def _settle(file: _File) -> None:
    for op in file.pending:
        _write(file.durable, op)
    file.pending.clear()


def _torn(file: _File, dice: random.Random) -> bytes:
    """Return what is left of a file: all that was synced, and any of the rest, in any order, torn at sectors."""
    content = bytearray(file.durable)
    rest = [op for op in file.pending if dice.random() < 0.6]
    dice.shuffle(rest)
    for op in rest:
        if op.kind == "write" and dice.random() < 0.4:
            sectors = len(op.data) // SECTOR
            op = Op("write", op.name, offset=op.offset, data=op.data[: dice.randrange(sectors + 1) * SECTOR])
        _write(content, op)
    return bytes(content)


def _write(content: bytearray, op: Op) -> None:
    if op.kind == "truncate":
        del content[op.offset :]
        return
    if len(content) < op.offset:
        content.extend(bytes(op.offset - len(content)))
    content[op.offset : op.offset + len(op.data)] = op.data


def _operations(log: Path, folder: Path) -> list[Op]:
    open_files: dict[str, str] = {}
    operations: list[Op] = []
    place = str(folder)
    for line in log.read_text(encoding="ascii", errors="replace").splitlines():
        match = _LINE.match(line)
        if not match or match[3].startswith("-"):
            continue
        call, arguments, result = match.groups()
        if call == "openat":
            _opened(arguments, result, place, open_files, operations)
        elif call == "close":
            open_files.pop(arguments.strip(), None)
        elif call == "unlink":
            name = _text(arguments)
            if name.startswith(place + "/"):
                operations.append(Op("unlink", Path(name).name))
        elif call == "rename":
            old, new = (_text(piece) for piece in arguments.split(", "))
            if old.startswith(place + "/"):
                operations.append(Op("rename", Path(old).name, Path(new).name))
        else:
            operations += _on_file(call, arguments, open_files)
    return operations


def _opened(arguments: str, result: str, place: str, open_files: dict[str, str], operations: list[Op]) -> None:
    pieces = arguments.split(", ")
    name = _text(pieces[1])
    if name == place:
        open_files[result] = "."
    elif name.startswith(place + "/"):
        open_files[result] = Path(name).name
        if "O_CREAT" in pieces[2]:
            operations.append(Op("create", Path(name).name))
    else:
        open_files.pop(result, None)


def _on_file(call: str, arguments: str, open_files: dict[str, str]) -> list[Op]:
    pieces = arguments.split(", ")
    handle = pieces[0].strip()
    if call == "write" and handle == "1":
        text = _text(pieces[1])
        return [Op("ack", text[4:].strip())] if text.startswith("ACK ") else []
    name = open_files.get(handle)
    if name is None:
        return []
    if call in ("fsync", "fdatasync"):
        return [Op("sync_folder") if name == "." else Op("sync", name)]
    if call == "ftruncate":
        return [Op("truncate", name, offset=int(pieces[1], 0))]
    if call == "pwrite64":
        return [Op("write", name, offset=int(pieces[3], 0), data=_bytes(pieces[1]))]
    return []


def _bytes(quoted: str) -> bytes:
    return bytes.fromhex(quoted.strip().strip('"').replace("\\x", ""))


def _text(quoted: str) -> str:
    return _bytes(quoted).decode(errors="replace")
