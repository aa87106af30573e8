"""`python -m tests.reliability --kills N --cuts N`: nothing acknowledged is lost, nothing half, nothing corrupt."""

import argparse
import gzip
import sys
import tempfile
import time
from pathlib import Path

from tests.reliability.cuts import Op, RecorderMissing, cut_once, record
from tests.reliability.kills import kill_once
from tests.reliability.session import make_project

WORKS = 60
VERSION_1 = Path(__file__).parents[1] / "store" / "version_1.annotator.gz"
UNSAFE = ({"synchronous": "OFF"}, {"journal_mode": "MEMORY"})
"""What the harness must find faults with, or it could not tell a safe program from an unsafe one."""


def main() -> int:
    """Run both campaigns and the self-tests; returns 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reliability") as place:
        folder = Path(place)
        base, old = folder / "base" / "p.annotator", folder / "old" / "p.annotator"
        for path in (base, old):
            path.parent.mkdir()
        make_project(base)
        old.write_bytes(gzip.decompress(VERSION_1.read_bytes()))
        bad = _kills(base, folder / "kills", wanted.kills, wanted.seed)
        try:
            bad += _cuts("working", base, folder / "working", wanted.cuts, wanted.seed)
            bad += _cuts("migrating", old, folder / "migrating", wanted.cuts // 4, wanted.seed, works=3)
            bad += sum(_self_test(base, folder / "unsafe", **pragmas) for pragmas in UNSAFE)
        except RecorderMissing as error:
            print(f"power cuts: {error}", file=sys.stderr)
            return 1
    return 1 if bad else 0


def _kills(base: Path, folder: Path, count: int, seed: int) -> int:
    folder.mkdir()
    began, bad, acknowledged, in_commit, torn = time.perf_counter(), 0, 0, 0, 0
    for number in range(count):
        killed = kill_once(base, folder, seed=seed + number)
        acknowledged += killed.acknowledged
        in_commit += killed.in_commit
        torn += bool(killed.torn)
        bad += _told("kill", seed + number, killed.faults)
    seconds = time.perf_counter() - began
    print(f"{count} kills, {acknowledged} acknowledged works: {bad} with faults ({seconds:.0f} s)")
    print(
        f"  {in_commit} fell into a commit; the file alone, without its journal, was torn {torn} times, and found to be"
    )
    return bad


def _cuts(what: str, base: Path, folder: Path, count: int, seed: int, *, works: int = WORKS) -> int:
    began = time.perf_counter()
    operations = _recorded(base, folder, works)
    bad = sum(
        _told(f"cut while {what}", seed + n, cut_once(base, operations, folder / "left", seed=seed + n))
        for n in range(count)
    )
    seconds = time.perf_counter() - began
    print(f"{count} power cuts while {what}, over {len(operations)} operations: {bad} with faults ({seconds:.0f} s)")
    return bad


def _self_test(base: Path, folder: Path, **pragmas: str) -> bool:
    name = " ".join(f"{key}={value}" for key, value in pragmas.items())
    operations = _recorded(base, folder / name, WORKS // 3, **pragmas)
    caught = sum(bool(cut_once(base, operations, folder / name / "left", seed=n)) for n in range(40))
    print(f"self-test: with {name} {caught} of 40 cuts have faults")
    if not caught:
        print("the harness cannot tell a safe program from an unsafe one", file=sys.stderr)
    return not caught


def _recorded(base: Path, folder: Path, works: int, **pragmas: str) -> list[Op]:
    (folder / "left").mkdir(parents=True)
    work = folder / "work"
    work.mkdir()
    path = work / base.name
    path.write_bytes(base.read_bytes())
    return record(path, works, **pragmas)


def _told(what: str, seed: int, faults: list[str]) -> bool:
    for fault in faults[:3]:
        print(f"{what} {seed}: {fault}", file=sys.stderr)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
