"""Quantities of reference vectors about gamma: dissimilarities, disorders, gamma and its relatives by sampler."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np

from annotator.agreement.alignment import Alignment, best_alignment
from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.disorder import SAMPLERS, Settings, disorders, label_disorders
from annotator.agreement.dissimilarity import Dissimilarity, places_apart
from annotator.agreement.estimate import valued
from annotator.agreement.gamma import gamma
from annotator.agreement.gamma_cat import gamma_cat
from annotator.agreement.gamma_k import gamma_k
from annotator.agreement.study import Spans, Study
from annotator.agreement.undefined import NO_PARTNERS, NO_SPANS, Value
from annotator.agreement.useful_sets import NOTHING

type Quantities = dict[str, Callable[[], Any]]
SAMPLES_OF_TWO, SAMPLES_OF_MORE = 300, 100


def gamma_quantities(vector: Mapping[str, Any], study: Study) -> Quantities:
    """Return what can be computed of the gamma family, by the names that vectors use."""
    unlike, empty = _unlike(vector, study), float(_params(vector).get("delta_empty", 1))
    if len(study.annotators) < 2:
        return {}
    found = _of_alignment(study, unlike, empty) | _dissimilarities(vector, study, unlike, empty)
    said = str(_params(vector).get("sampler", "")).lower()
    default = "statistical" if "statistical" in said else "shift"
    by_sampler = {name: _by_chance(vector, study, unlike, name, empty) for name in SAMPLERS}
    for name, quantities in by_sampler.items():
        for suffix in (f"_{name}", f"_{name}_sampler"):
            found |= {f"{quantity}{suffix}": compute for quantity, compute in quantities.items()}
    return found | by_sampler[default]


def _params(vector: Mapping[str, Any]) -> Mapping[str, Any]:
    return vector.get("params") or {}


def _unlike(vector: Mapping[str, Any], study: Study) -> Dissimilarity:
    params = _params(vector)
    own = params.get("category_dissimilarity")
    labels = None
    if own:
        at = [own["categories"].index(label) for label in study.labels]
        labels = np.array(own["matrix"], np.float64)[np.ix_(at, at)]
    return Dissimilarity(float(params.get("alpha", 1)), float(params.get("beta", 1)), labels)


def _layers(study: Study, document: int = 0) -> list[Spans]:
    return [study.layer(document, annotator) for annotator in range(len(study.annotators))]


def _of_alignment(study: Study, unlike: Dissimilarity, empty: float) -> Quantities:
    found = cache(lambda: best_alignment(_layers(study), unlike))

    def label_disorder() -> Value:
        above, below = label_disorders(_layers(study), found(), unlike, len(study.labels))
        return valued(float(ratio(above[0], below[0])) * empty, NO_PARTNERS)

    quantities: Quantities = {
        "unitary_alignments": lambda: len(found().sets),
        "observed_category_disorder": label_disorder,
    }
    return quantities | dict.fromkeys(
        ("best_alignment_disorder", "observed_disorder", "disorder"), lambda: valued(found().disorder * empty, NO_SPANS)
    )


def _dissimilarities(vector: Mapping[str, Any], study: Study, unlike: Dissimilarity, empty: float) -> Quantities:
    a, b = _layers(study)[:2]
    up = a.upright()
    place, label = places_apart(up, b) * empty, unlike.labels_apart(up, b) * empty
    tables = {"positional": place, "categorical": label, "combined": unlike.between(a, b) * empty}
    found: Quantities = {f"{name}_row_major": _listed(table) for name, table in tables.items()}
    pairs = vector.get("pair_dissimilarities", ())
    return found | {"pair_dissimilarities": lambda: [_pair(pair, study, unlike, empty) for pair in pairs]}


def _listed(table: Floats) -> Callable[[], Any]:
    return lambda: table.ravel().tolist()


def _pair(pair: Sequence[Any], study: Study, unlike: Dissimilarity, empty: float) -> list[Any]:
    """Return a listed pair of spans with how unlike they are in place, in label, and in all."""
    one, i, other, j, *_ = pair
    layers = dict(zip(study.annotators, _layers(study), strict=True))
    a, b = layers[one].take(slice(i, i + 1)), layers[other].take(slice(j, j + 1))
    parts = places_apart(a, b), unlike.labels_apart(a, b), unlike.between(a, b)
    return [one, i, other, j, *(float(part.item()) * empty for part in parts)]


def _by_chance(
    vector: Mapping[str, Any], study: Study, unlike: Dissimilarity, sampler: str, empty: float
) -> Quantities:
    samples = SAMPLES_OF_TWO if len(study.annotators) == 2 else SAMPLES_OF_MORE
    settings = Settings(unlike.alpha, unlike.beta, sampler, samples)
    made = cache(lambda: disorders(study, settings, unlike))
    labels = dict(enumerate(study.labels))
    found: Quantities = {
        "gamma": lambda: gamma(made()).value,
        "gamma_cat": lambda: gamma_cat(made()).value,
        "gamma_k": lambda: {label: gamma_k(made(), n).value for n, label in labels.items()},
        "expected_disorder": lambda: float((made().size * made().expected).sum() / made().size.sum() * empty),
    }
    if "are those of pygamma" in str(vector.get("notes", "")):
        theirs = cache(lambda: pygamma_labels(study, settings, unlike))
        found["gamma_cat"] = lambda: theirs()[""]
        found["gamma_k"] = lambda: {label: theirs()[label] for label in study.labels}
    found["gamma_k_at_most_0"] = lambda: [label for label, value in found["gamma_k"]().items() if _at_most_0(value)]
    return found


def _at_most_0(value: Any) -> bool:
    return isinstance(value, float) and value <= 0


def pygamma_labels(study: Study, settings: Settings, unlike: Dissimilarity) -> dict[str, float]:
    """Return gamma-cat (under no name) and gamma-k as pygamma-agreement 0.5.9 computes them, for comparison only.

    Other than in Mathet (2017) a span aligned with nothing costs 1, and the distance of places is multiplied by alpha.
    """
    layers = _layers(study)
    place = int(study.begin[0]), int(study.length[0])
    chance = np.random.default_rng(settings.seed)
    observed = _pygamma_disorders(layers, best_alignment(layers, unlike), unlike, len(study.labels))
    drawn = [SAMPLERS[settings.sampler](layers, *place, chance) for _ in range(settings.samples)]
    each = [_pygamma_disorders(one, best_alignment(one, unlike), unlike, len(study.labels)) for one in drawn]
    values = 1 - observed / np.mean(each, axis=0)
    return dict(zip(("", *study.labels), np.where(observed == 0, 1.0, values).tolist(), strict=True))


def _pygamma_disorders(layers: Sequence[Spans], found: Alignment, unlike: Dissimilarity, labels: int) -> Floats:
    above, below, pairs = (np.zeros(1 + labels) for _ in range(3))
    for places in found.sets:
        held = [
            layer.take(slice(at, at + 1)) if at != NOTHING else None for layer, at in zip(layers, places, strict=True)
        ]
        share = 1 / max(1, sum(span is not None for span in held) - 1)
        for a, b in combinations(held, 2):
            at = [0, *{1 + int(span.label.item()) for span in (a, b) if span is not None}]
            if a is None or b is None:
                alone = float(len(at) > 1)
                above[at], below[at], pairs[at] = above[at] + alone, below[at] + alone, pairs[at]
                continue
            weight = share * max(0.0, 1 - unlike.alpha * float(places_apart(a, b).item()))
            above[at] += weight * float(unlike.labels_apart(a, b).item())
            below[at] += weight
            pairs[at] += 1
    return np.where(
        (pairs > 0) & (above > 0), above / np.maximum(below, 1e-300), np.where((pairs == 0) & (below == 0), 1.0, 0.0)
    )
