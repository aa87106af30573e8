"""Rows of agreement: gamma, alpha and F1, beside packages that people use, which live in an environment of their own.

`make peers` makes that environment; without it the rows stand alone.
"""

import json
import statistics
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from annotator.agreement.disorder import Settings, disorders
from annotator.agreement.gamma import gamma
from annotator.agreement.items import Items
from annotator.agreement.krippendorff_alpha import krippendorff_alpha
from annotator.agreement.span_f1_exact import exact_common
from annotator.agreement.span_f1_overlap import overlap_common
from annotator.agreement.study import Sheet, Study, Unit, make_study
from annotator.model.ids import SpanId, annotator_id, derived_uuid, layer_id
from annotator.model.layer import Annotator, Layer, Span
from annotator.store.bulk import NewDocument, NewLayer
from annotator.store.project import Project
from annotator.workflow.comparing import comparison
from annotator.workflow.figures import quick_figures
from annotator.workflow.starting import new_project
from benchmarks.corpus import LABELS, Ground, new_document, piece
from benchmarks.timing import Goal, Row, seconds

PEERS = Path(__file__).parents[1] / ".venv-peers" / "bin" / "python"
RUNS = 5
NAMES = ("Anna", "Ben", "Chloé", "David", "Elsa")


def gammas(_: Ground) -> list[Row]:
    """Rows 14: gamma of one document with 30 samples, against pygamma-agreement after its import."""
    sizes = (("14", 2, 100), ("14b", 3, 200), ("14c", 5, 20))
    return [_gamma(id_, annotators, spans) for id_, annotators, spans in sizes]


def _gamma(id_: str, annotators: int, spans: int) -> Row:
    layers = document(annotators, spans)
    study = make_study([Sheet("d", 87 * spans, layers)], list(layers))
    ours = _median(lambda: gamma(disorders(study, Settings())).value)
    theirs = _peer("gamma", {"layers": {name: [unit[:3] for unit in units] for name, units in layers.items()}}, runs=1)
    goal = Goal(ratio_at_most=1 / 20) if annotators < 5 else Goal(at_most=2, ratio_at_most=1 / 20)
    return Row(
        id_, f"gamma, {annotators} × {spans} spans", "pygamma-agreement", ours, theirs, "s", goal, note=_note(theirs)
    )


def alphas(ground: Ground) -> list[Row]:
    """Row 15: nominal alpha of a million items of three annotators."""
    items = 1_000 * ground.a
    codes = np.random.default_rng(1).integers(0, 5, (3, items))
    made = Items(NAMES[:3], tuple(range(5)), codes, np.zeros(items, np.int64))
    ours = _median(lambda: krippendorff_alpha(made).value) * 1000
    theirs = _peer("alpha", {"seed": 1, "values": 5, "annotators": 3, "items": items})
    scaled = None if theirs is None else theirs * 1000
    return [
        Row(
            "15",
            f"alpha, {items:,} items × 3",
            "krippendorff",
            ours,
            scaled,
            "ms",
            Goal(at_most=100),
            note=_note(theirs),
        )
    ]


def f1s(ground: Ground) -> list[Row]:
    """Rows 16: exact and overlap F1 of a corpus, from spans in memory and from the project file."""
    sheets = corpus(ground.a)
    study = make_study(sheets, NAMES[:3])
    whole = _median(lambda: _f1(make_study(sheets, NAMES[:3]))) * 1000
    theirs = _peer("f1", _for_nervaluate(sheets), runs=1)
    path = ground.folder / "agreement.annotator"
    _project(path, sheets)
    work = f"F1, {ground.a:,} documents × 3 × {len(study.spans) // max(1, 3 * len(sheets))} spans"
    reference = None if theirs is None else theirs * 1000
    with Project.open(path, read_only=True) as project:
        from_file = _median(lambda: _f1(comparison(project).study))
        made = comparison(project)
        first = _median(lambda: quick_figures(made, (0, 1, 2))) + from_file
    return [
        Row(
            "16",
            f"{work}, exact and overlap, in memory",
            "nervaluate",
            whole,
            reference,
            "ms",
            Goal(at_most=200),
            note=_note(theirs),
        ),
        Row("16b", f"{work}, from the project file", "", from_file, None, "s", Goal(at_most=3)),
        Row(
            "16c",
            "the first figures of that project, with intervals and by label",
            "",
            first,
            None,
            "s",
            Goal(at_most=1),
        ),
    ]


def _f1(study: Study) -> object:
    exact = exact_common(study)
    return exact.f1().value, overlap_common(study, exact).f1().value


def document(annotators: int, spans: int) -> dict[str, list[Unit]]:
    """Return one document: spans about 87 characters apart, each annotator a little off, some missing or relabelled."""
    dice = Random(f"{annotators}:{spans}")
    starts = sorted(dice.sample(range(87 * spans - 60), spans))
    truth = [(start, start + dice.randint(8, 60), dice.choice(LABELS)) for start in starts]
    return {name: _seen(truth, dice) for name in NAMES[:annotators]}


def corpus(documents: int, spans: int = 40) -> list[Sheet]:
    """Return documents of three annotators who agree for the most part."""
    sheets = []
    for n in range(documents):
        made, dice = piece(n, spans=spans), Random(f"agreement:{n}")
        layers = {name: _seen(list(made.spans), dice, len(made.text)) for name in NAMES[:3]}
        sheets.append(Sheet(str(n), len(made.text), layers))
    return sheets


def _seen(truth: list[tuple[int, int, str]], dice: Random, length: int = 10**9) -> list[Unit]:
    """Return what an annotator makes of spans: some missing, some ends moved, some labels other ones."""
    seen: list[Unit] = []
    for start, end, label in truth:
        if dice.random() < 0.95:
            moved = min(length, end + dice.choice((0, 0, 0, 3, 7)))
            seen.append((start, moved, dice.choice(LABELS) if dice.random() < 0.1 else label, ()))
    return seen


def _project(path: Path, sheets: list[Sheet]) -> None:
    """Write the corpus as a project with three layers a document."""
    people = [Annotator(annotator_id(name), name) for name in NAMES[:3]]
    with new_project(path) as project:
        for person in people:
            project.annotator(person.name)
        for start in range(0, len(sheets), 200):
            project.add_documents([_new(n, sheets[n], people) for n in range(start, min(start + 200, len(sheets)))])


def _new(number: int, sheet: Sheet, people: list[Annotator]) -> NewDocument:
    made = new_document(piece(number))
    layers = []
    for person in people:
        owner = layer_id(made.document.id, person.id)
        spans = tuple(
            Span(SpanId(derived_uuid(owner, n)), owner, label, ((a, b),), (made.text[a:b],))
            for n, (a, b, label, _) in enumerate(sheet.layers[person.name])
        )
        layers.append(NewLayer(person, Layer(owner, made.document.id, person.id, "done"), spans))
    return replace(made, layers=tuple(layers))


def _for_nervaluate(sheets: list[Sheet]) -> Mapping[str, Any]:
    layers = {
        name: [[{"label": u[2], "start": u[0], "end": u[1] - 1} for u in sheet.layers[name]] for sheet in sheets]
        for name in NAMES[:3]
    }
    return {"layers": layers, "labels": list(LABELS)}


def _median(work: Callable[[], object]) -> float:
    work()
    return statistics.median(seconds(work) for _ in range(RUNS))


def _peer(what: str, job: Mapping[str, Any], *, runs: int = 3) -> float | None:
    """Return the median seconds of another package, None where its environment is not there."""
    if not PEERS.exists():
        return None
    command = [str(PEERS), str(Path(__file__).with_name("peers.py")), what]
    done = subprocess.run(command, input=json.dumps({**job, "runs": runs}), capture_output=True, text=True, check=True)
    told = next(line for line in done.stdout.splitlines() if line.startswith("seconds "))
    return float(statistics.median(json.loads(told.removeprefix("seconds "))))


def _note(theirs: float | None) -> str:
    return "" if theirs is not None else "the peers are not installed: make peers"
