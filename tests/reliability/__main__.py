"""`python -m tests.reliability --kills N --cuts N`: nothing acknowledged is lost, nothing half, nothing corrupt."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from annotator.store.connection import PRAGMAS
from tests.reliability.cuts import Op, RecorderMissing, cut_once, record
from tests.reliability.kills import kill_once
from tests.reliability.session import make_project


def main() -> int:
    """Run both campaigns and the self-test of the second; returns 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reliability") as place:
        folder = Path(place)
        base = folder / "base" / "p.annotator"
        base.parent.mkdir()
        make_project(base)
        bad = _kills(base, folder / "kills", wanted.kills, wanted.seed)
        try:
            bad += _cuts(base, folder / "cuts", wanted.cuts, wanted.seed)
        except RecorderMissing as error:
            print(f"power cuts: {error}", file=sys.stderr)
            return 1
    return 1 if bad else 0


def _kills(base: Path, folder: Path, count: int, seed: int) -> int:
    folder.mkdir()
    began, bad, acknowledged = time.perf_counter(), 0, 0
    for number in range(count):
        edits, faults = kill_once(base, folder, seed=seed + number)
        acknowledged += edits
        bad += _told("kill", seed + number, faults)
    seconds = time.perf_counter() - began
    print(f"{count} kills, {acknowledged} acknowledged edits: {bad} with faults ({seconds:.0f} s)")
    return bad


def _cuts(base: Path, folder: Path, count: int, seed: int) -> int:
    began = time.perf_counter()
    bad = 0
    operations = _recorded(base, folder, "")
    for number in range(count):
        bad += _told("cut", seed + number, cut_once(base, operations, folder / "left", seed=seed + number))
    seconds = time.perf_counter() - began
    print(f"{count} power cuts over {len(operations)} operations: {bad} with faults ({seconds:.0f} s)")
    unsafe = _recorded(base, folder, "OFF")
    caught = sum(bool(cut_once(base, unsafe, folder / "left", seed=seed + n)) for n in range(100))
    print(f"self-test: with synchronous=OFF {caught} of 100 cuts have faults")
    if caught == 0:
        print("the harness cannot tell a safe program from an unsafe one", file=sys.stderr)
        return bad + 1
    return bad


def _recorded(base: Path, folder: Path, synchronous: str) -> list[Op]:

    work = folder / (synchronous or "safe")
    work.mkdir(parents=True)
    (folder / "left").mkdir(exist_ok=True)
    path = work / base.name
    path.write_bytes(base.read_bytes())
    return record(path, 60, synchronous=synchronous or PRAGMAS["synchronous"])


def _told(what: str, seed: int, faults: list[str]) -> int:
    for fault in faults[:3]:
        print(f"{what} {seed}: {fault}", file=sys.stderr)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
