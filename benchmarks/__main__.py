"""`python -m benchmarks`: every figure, written to benchmarks/results/ as JSON and as the table of the README."""

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks import language_rows, store_rows, window_rows
from benchmarks.timing import NULL_LIMIT, Row

RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Run what was asked for, or everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="a tenth of the corpora, to see that it runs")
    parser.add_argument("--only", type=int, nargs="*", help="numbers of rows")
    wanted = parser.parse_args()
    share = 10 if wanted.small else 1
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="bench") as place:
        for numbers, work in _work(Path(place), 1000 // share, 10_000 // share, 5_000 // share).items():
            if not wanted.only or set(numbers) & set(wanted.only):
                made = work()
                rows += made if isinstance(made, list) else [made]
                print(
                    "\n".join(_line(row) for row in rows[-(len(made) if isinstance(made, list) else 1) :]), flush=True
                )
    if not wanted.small and not wanted.only:
        _keep(sorted(rows, key=lambda row: row.number))


def _work(folder: Path, a: int, b: int, spans: int) -> dict[tuple[int, ...], Callable[[], Row | list[Row]]]:
    path_a, path_b = folder / "a.annotator", folder / "b.annotator"

    def project_a() -> Path:
        if not path_a.exists():
            store_rows.make_project(path_a, a)
        return path_a

    def project_b() -> Path:
        if not path_b.exists():
            store_rows.make_project(path_b, b)
        return path_b

    goal = "16.7 / 33 ms"
    return {
        (1,): lambda: window_rows.key_to_commit(project_a(), 1, "key to painted and committed", goal),
        (2,): lambda: window_rows.key_to_commit(
            window_rows.long_project(folder, spans), 2, "the same in a text of 1 MB", "<= 1.5 x row 1"
        ),
        (3, 20, 21, 22): lambda: window_rows.opening_long(spans),
        (4,): lambda: store_rows.saving(folder),
        (5,): lambda: store_rows.importing(folder, b),
        (6,): lambda: store_rows.exporting(project_a(), folder),
        (7, 12): lambda: window_rows.starting(project_a()),
        (8,): lambda: window_rows.opening_article(project_a()),
        (9, 14): language_rows.highlighting,
        (10,): lambda: store_rows.searching(project_b()),
        (11,): lambda: store_rows.weighing(project_a(), a),
        (13,): lambda: store_rows.opening_many(project_b()),
    }


def _line(row: Row) -> str:
    reference = "–" if row.reference is None else f"{row.reference:,.4g}"
    ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
    null = "" if row.null is None else f"null {row.null:.0%}{' (judges nothing)' if row.null > NULL_LIMIT else ''}"
    notes = "; ".join(note for note in (row.note, null) if note)
    return f"| {row.number} | {row.work} | {row.ours:,.4g} {row.unit} | {reference} | {ratio} | {row.goal} | {notes} |"


def _keep(rows: list[Row]) -> None:
    RESULTS.mkdir(exist_ok=True)
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    data = {"machine": machine, "rows": [asdict(row) | {"ratio": row.ratio} for row in rows]}
    (RESULTS / "latest.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    head = "| # | work | ours | reference | ratio | goal | notes |\n|---|---|---|---|---|---|---|\n"
    table = head + "\n".join(_line(row) for row in rows) + "\n"
    (RESULTS / "latest.md").write_text(f"Measured on {machine}.\n\n{table}", encoding="utf-8")


if __name__ == "__main__":
    main()
