"""The table of the README, made from the kept results and from nothing else."""

import json
import re
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results" / "latest.json"
README = Path(__file__).parents[1] / "README.md"
_BETWEEN = re.compile(r"(<!-- figures, by make bench -->\n).*?(<!-- end of figures -->)", re.DOTALL)


def with_table(readme: str) -> str:
    """Return the README with the table of the kept results between its two markers."""
    return _BETWEEN.sub(lambda found: f"{found[1]}{table()}{found[2]}", readme)


def table() -> str:
    """Return the kept results as a table; nothing where none are kept yet."""
    if not RESULTS.exists():
        return ""
    held = json.loads(RESULTS.read_text(encoding="utf-8"))
    head = "| what | measured | against | goal | |\n|---|---|---|---|---|\n"
    lines = "".join(_line(row) for row in held["rows"].values())
    return f"{held['machine']}, Python {held['python']}.\n\n{head}{lines}"


def _line(row: dict[str, Any]) -> str:
    p95 = "" if row["p95"] is None else f", p95 {_figure(row['p95'])}"
    against = "–" if row["ratio"] is None else f"{row['ratio']:.2f} × {row['arm']}"
    measured = f"{_figure(row['ours'])} {row['unit']}{p95}"
    return f"| {row['work']} | {measured} | {against} | {row['goal']} | {row['verdict']} |\n"


def _figure(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
