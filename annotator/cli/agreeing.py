"""What the terminal sees of agreement: the measures that there are, reference values, and a project's figures."""

from collections.abc import Sequence

from annotator.agreement.reference import Checked
from annotator.agreement.registry import MEASURES
from annotator.cli.output import table


def tell_measures(_: object) -> None:
    """Print the measures with their papers."""
    table(("name", "title", "needs", "paper"), [(m.name, m.title, m.needed, m.paper) for m in MEASURES])


def measures() -> list[dict[str, str]]:
    """Return the measures ready for JSON."""
    return [{"measure": m.name, "title": m.title, "needs": m.needed, "paper": m.paper} for m in MEASURES]


def verified(rows: Sequence[Checked]) -> dict[str, object]:
    """Return reference values ready for JSON, with how many were met, missed and passed over."""
    counts = {name: sum(row.ok is ok for row in rows) for name, ok in _OUTCOMES.items()}
    vectors = len({row.id for row in rows})
    return {"ok": not counts["missed"], "vectors": vectors, **counts, "values": rows}


_OUTCOMES = {"met": True, "missed": False, "passed_over": None}
_WORDS = {True: "ok", False: "MISS", None: "passed over"}


def tell_verified(result: object) -> None:
    """Print every reference value: what came out, what was expected, how near is near enough, its source."""
    assert isinstance(result, dict)
    rows: list[Checked] = result["values"]
    for row in rows:
        print(f"{_WORDS[row.ok]:11} {row.id} {row.quantity}")
        print(f"{'':12}got {_short(row.got)}, expected {_short(row.expected)}, tolerance {row.tolerance:g}")
        print(f"{'':12}{row.source}" + (f" ({row.note})" if row.note else ""))
    print(
        f"{result['vectors']} vectors, {len(rows)} values: "
        f"{result['met']} met, {result['missed']} missed, {result['passed_over']} passed over."
    )


def _short(value: object) -> str:
    """Return a value in few signs; an undefined one in words."""
    if value is None:
        return "undefined"
    if isinstance(value, float):
        return f"{value:.7g}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_short(held)}" for key, held in value.items()) + "}"
    if isinstance(value, list):
        more = ", …" if len(value) > 8 else ""
        return "[" + ", ".join(map(_short, value[:8])) + more + "]"
    return str(value)
