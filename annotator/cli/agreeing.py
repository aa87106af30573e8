"""What the terminal sees of agreement: the measures that there are, reference values, and a project's figures."""

from collections.abc import Iterable, Sequence

from annotator.agreement.reference import Checked
from annotator.agreement.registry import MEASURES
from annotator.cli.output import table
from annotator.workflow.agreeing import DocumentFigures, PairFigures, Report
from annotator.workflow.figures import Figure
from annotator.workflow.methods import methods


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


def report(made: Report) -> dict[str, object]:
    """Return a report ready for JSON, as the contract has it."""
    return {
        "annotators": made.annotators,
        "competence": made.competence,
        "confusion": made.confusion,
        "documents": made.documents,
        "documents_by": [
            {"document": one.document, "title": one.title, "disorder": one.disorder, "measures": figures(one.measures)}
            for one in made.documents_by
        ],
        "done": made.done,
        "gold": [
            {"annotator": one.annotator, "documents": one.documents, "measures": figures(one.measures)}
            for one in made.gold
        ],
        "losses": made.losses,
        "measures": figures(made.measures),
        "methods": {language: methods(made, language) for language in ("en", "fr")},
        "notices": made.notices,
        "pairs": [
            {
                "annotators": one.annotators,
                "confusion": one.confusion,
                "documents": one.documents,
                "losses": one.losses,
                "measures": figures(one.measures),
            }
            for one in made.pairs
        ],
        "spans": made.spans,
        "suggestions": made.suggestions,
    }


def figures(made: Iterable[Figure]) -> list[dict[str, object]]:
    """Return figures as flat objects: what stands beside a value is a key like the others."""
    return [
        {
            "attribute": one.attribute,
            "documents": one.documents,
            "high": one.high,
            "interval": one.interval,
            "label": one.label,
            "low": one.low,
            "measure": one.measure,
            "n": one.n,
            "undefined": one.undefined,
            "value": one.value,
            **one.also,
        }
        for one in made
    ]


def tell_report(made: Report, by: str) -> None:
    """Print a report: counts first, then figures; of labels or documents where asked."""
    print(f"{made.documents} documents done by two annotators at least; " + _counts(made))
    for notice in made.notices:
        print(notice)
    kept = [one for one in made.measures if by == "label" or (one.label is None and one.attribute is None)]
    table(("measure", "of", "value", "95 %", "n", ""), [_row(one) for one in kept])
    print("pairs")
    table(
        ("", "documents", "exact F1", "overlap F1", "gamma", "kappa of labels"), [_pair_row(one) for one in made.pairs]
    )
    print("what is lost of exact F1, and beside it")
    table(("", "disagreements", "share"), [(one.kind, one.count, f"{one.share:.3f}") for one in made.losses])
    if by == "document":
        table(
            ("document", "exact F1", "overlap F1", "gamma", "disorder"),
            [_document_row(one) for one in made.documents_by],
        )


def _counts(made: Report) -> str:
    people = ", ".join(
        f"{name} {made.done[name]} documents, {made.spans[name]} spans there" for name in made.annotators
    )
    share = made.suggestions["share"]
    accepted = f"; {share:.0%} of the suggested entities were accepted" if isinstance(share, float) else ""
    return f"{people}{accepted}."


def _row(one: Figure) -> tuple[str, ...]:
    of = " ".join(part for part in (one.label, one.attribute) if part) or "all labels"
    between = "" if one.low is None or one.high is None else f"{one.low:.2f} to {one.high:.2f}"
    stated = ", ".join(f"{key} {_short(value)}" for key, value in one.also.items())
    return one.measure, of, _number(one.value), between, str(one.n), str(one.undefined or stated)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _pair_row(one: PairFigures) -> tuple[object, ...]:
    head = (" – ".join(one.annotators), one.documents)
    return *head, *(_cell(one.measures, name) for name in ("span_f1_exact", "span_f1_overlap", "gamma", "cohen_kappa"))


def _document_row(one: DocumentFigures) -> tuple[object, ...]:
    names = ("span_f1_exact", "span_f1_overlap", "gamma")
    return one.title or one.document, *(_cell(one.measures, name) for name in names), _number(one.disorder)


def _cell(made: Iterable[Figure], name: str) -> str:
    """Return the value of a measure over all labels, a dash where there is none."""
    found = next((one for one in made if one.measure == name and one.label is None and one.attribute is None), None)
    return _number(found.value if found else None)
