"""`python -m benchmarks`: every figure, written to benchmarks/results/ and, from there, into the README."""

import argparse
import json
import multiprocessing
import os
import platform
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import agreement_rows, format_rows, language_rows, merge_rows, page_rows, store_rows, window_rows
from benchmarks.corpus import Ground
from benchmarks.readme import README, RESULTS, with_table
from benchmarks.timing import Row

TASKS: dict[tuple[str, ...], Callable[[Ground], list[Row]]] = {
    ("1", "2", "2b"): window_rows.keys,
    ("3", "3b", "scroll", "resize"): window_rows.opening_long,
    ("4",): store_rows.saving,
    ("5",): store_rows.importing,
    ("6", "6b"): store_rows.exporting,
    ("7", "7b", "12", "12c"): window_rows.starting,
    ("8",): window_rows.opening_article,
    ("9",): language_rows.highlighting,
    ("10",): store_rows.searching,
    ("11", "11b"): store_rows.weighing,
    ("12b",): language_rows.worker_memory,
    ("14", "14b", "14c"): agreement_rows.gammas,
    ("15",): agreement_rows.alphas,
    ("16", "16b", "16c"): agreement_rows.f1s,
    ("formats",): format_rows.every,
    ("13", "13b"): merge_rows.merging,
    ("queue",): store_rows.opening_many,
    ("pages",): page_rows.importing,
    ("pages_all",): page_rows.importing_all,
    ("pages_mb",): page_rows.memory,
}


def main() -> None:
    """Run what was asked for, or everything, each group of rows in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="a tenth of the corpora, to see that it runs; not kept")
    parser.add_argument("--only", nargs="*", default=(), metavar="ROW", help="some rows; the others are left as kept")
    asked = parser.parse_args()
    share = 10 if asked.small else 1
    with tempfile.TemporaryDirectory(prefix="bench") as place:
        ground = Ground(Path(place), 1_000 // share, 10_000 // share, 5_000 // share)
        for numbers, work in TASKS.items():
            if not asked.only or set(numbers) & set(asked.only):
                # a fresh process that may have children: no group pays for the memory of the one before
                with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as alone:
                    rows = alone.submit(work, ground).result()
                print("\n".join(map(_line, rows)), flush=True)
                if not asked.small:
                    _keep(rows)


def _line(row: Row) -> str:
    parts = [f"{row.id:>6}  {row.work}: {row.ours:.4g} {row.unit}"]
    if row.p95 is not None:
        parts.append(f"p95 {row.p95:.4g}")
    if row.ratio is not None:
        parts.append(f"{row.ratio:.2f} x {row.arm} ({row.reference:.4g})")
    parts.append(f"goal {row.goal.told(row.unit)}: {row.verdict}")
    if row.null is not None:
        parts.append(f"null {row.null:.1%}")
    return " | ".join(parts)


def _keep(rows: Iterable[Row]) -> None:
    RESULTS.parent.mkdir(exist_ok=True)
    held = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {"rows": {}}
    held["machine"] = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    held["python"] = platform.python_version()
    today = datetime.now(UTC).date().isoformat()
    for row in rows:
        said = {"ratio": row.ratio, "verdict": row.verdict, "goal": row.goal.told(row.unit), "measured": today}
        held["rows"][row.id] = asdict(row) | {"bounds": asdict(row.goal)} | said
    order = [id_ for numbers in TASKS for id_ in numbers]
    held["rows"] = {id_: held["rows"][id_] for id_ in order if id_ in held["rows"]}
    RESULTS.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
