"""What the terminal sees of progress: documents by status, spans over time, minutes a document, steadiness."""

from collections import Counter
from collections.abc import Iterable

from annotator.cli.agreeing import figures
from annotator.cli.output import table
from annotator.workflow.figures import Figure
from annotator.workflow.progressing import Progress


def told_progress(made: Progress) -> dict[str, object]:
    """Return progress ready for JSON, as the contract has it."""
    return {
        "drift": [
            {
                "against": "gold" if one.against_gold else "others",
                "annotator": one.annotator,
                "change": None if one.change is None else figures([one.change])[0],
                "documents": one.documents,
                "labels": [
                    {**figures([held.change])[0], "label": held.label, "first": held.first, "second": held.second}
                    for held in one.labels
                ],
                "undefined": one.undefined,
                "windows": [
                    {"begin": held.begin, "end": held.end, **figures([held.figure])[0]} for held in one.windows
                ],
            }
            for one in made.drift
        ],
        "minutes": made.minutes,
        "over_time": {"periods": made.periods, "spans": made.made, "unit": made.unit.value},
        "progress": [
            {
                "annotator": one.annotator,
                "documents": one.documents,
                "seconds": one.seconds,
                "spans": one.spans,
                **one.statuses,
            }
            for one in made.people
        ],
        "self_agreement": [
            {
                "annotator": one.annotator,
                "days": one.days,
                "documents": one.documents,
                "measures": figures(one.measures),
                "undefined": one.undefined,
            }
            for one in made.self_agreement
        ],
    }


def tell_progress(made: Progress) -> None:
    """Print it: tables, and a sentence where there is no figure."""
    minutes = {one.annotator: one for one in made.minutes}
    rows = []
    for one in made.people:
        taken = minutes.get(one.annotator)
        middle = "–" if taken is None or taken.median is None else f"{taken.median:.1f}"
        rows.append((one.annotator, *one.statuses.values(), one.spans, f"{one.seconds // 60} min", middle))
    if rows:
        table(("annotator", "new", "in progress", "done", "flagged", "spans", "time", "minutes a document"), rows)
    if made.periods:
        _tell_over_time(made)
    if made.self_agreement:
        _tell_self_agreement(made)
    if made.drift:
        _tell_drift(made)


def _tell_over_time(made: Progress) -> None:
    print(f"spans by {made.unit.value} (UTC)")
    labels = list(dict.fromkeys(one.label for one in made.made))
    counts = Counter[tuple[str, str]]()
    for some in made.made:
        counts[some.begin, some.label] += some.spans
    table(("from", *labels), [(begin, *(counts[begin, label] for label in labels)) for begin in made.periods])


def _tell_self_agreement(made: Progress) -> None:
    print("agreement of each with themself, on documents that came a second time")
    for held in made.self_agreement:
        if held.undefined:
            print(f"  {held.annotator}: {held.undefined}")
        else:
            apart = "" if held.days is None else f", {held.days:.0f} days apart"
            print(f"  {held.annotator}: {held.documents} documents{apart}: {_quoted(held.measures)}")


def _tell_drift(made: Progress) -> None:
    print("drift: overlap F1 of documents in the order in which they were done, and its change from first to last")
    for moved in made.drift:
        against = "gold" if moved.against_gold else "the others"
        if moved.change is None:
            print(f"  {moved.annotator}: {moved.undefined}")
        else:
            each = " ".join(_value(window.figure) for window in moved.windows)
            print(f"  {moved.annotator}, against {against}: {each}; change {_value(moved.change)}")


def _quoted(measures: Iterable[Figure]) -> str:
    return ", ".join(f"{one.measure} {_value(one)}" for one in measures if one.label is None)


def _value(one: Figure) -> str:
    between = "" if one.low is None or one.high is None else f" [{one.low:.2f}, {one.high:.2f}]"
    return "–" if one.value is None else f"{one.value:.2f}{between}"
