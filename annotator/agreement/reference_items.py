"""Quantities of reference vectors about items: rows of values, counted rows, tables, repeated ratings."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from annotator.agreement import cohen_kappa, fleiss_kappa, gwet_ac2, krippendorff_alpha, weighted_kappa
from annotator.agreement.arrays import Floats
from annotator.agreement.bennett_s import bennett_s
from annotator.agreement.conger_kappa import conger_kappa, light_kappa
from annotator.agreement.dawid_skene import dawid_skene, most_likely
from annotator.agreement.estimate import valued
from annotator.agreement.gwet_ac1 import gwet_ac1
from annotator.agreement.items import Items, coincidences, contingencies, make_items, tallies
from annotator.agreement.mace import mace
from annotator.agreement.percent_agreement import percent_agreement
from annotator.agreement.scott_pi import scott_pi
from annotator.agreement.undefined import NO_ITEMS, NO_VARIATION, Undefined
from annotator.agreement.weights import DISTANCES, WEIGHTS, Distance
from annotator.model.told import Told

type Quantities = dict[str, Callable[[], Any]]
type Rows = list[list[Hashable | None]]
_TABLES = ("table", "matrix", "contingency_table", "confusion", "confusion_matrix")
_ROWS = ("items", "tokens", "ratings", "counts")


class NothingGiven(Told):
    """Items of which none has a value."""


def item_quantities(vector: Mapping[str, Any]) -> Quantities:
    """Return everything that can be computed from the items of a vector, by the names that vectors use."""
    data, measure = vector["data"], str(vector.get("measure", ""))
    if "both" in data:
        return _contingency(data)
    if data.get("type") == "items_repeated" or measure in ("dawid_skene", "mace"):
        return _competence(vector)
    items = _items(vector)
    if not items.values:
        raise NothingGiven("No item has a value from two annotators.")
    found = _alphas(vector, items) | _of_any(vector, items) | _fleiss(items)
    if len(items.annotators) == 2:
        found |= _of_two(vector, items)
    elif len(items.annotators) < 2:
        found |= dict.fromkeys(("cohen_kappa", "weighted_kappa", "scott_pi"), lambda: Undefined(NO_ITEMS))
    else:
        found["cohen_kappa"] = found["light_kappa"]
    return found | _by_measure(measure, found, items)


def _by_measure(measure: str, found: Quantities, items: Items) -> Quantities:
    """Return the quantities whose short names mean the measure that the vector is about."""
    name = measure.lower().removesuffix("_per_category")
    own: Quantities = {}
    if name in found:
        own |= dict.fromkeys(("value", "kappa", "coefficient"), found[name])
    own["po"] = own["pa"] = found["percent_agreement"]
    if "pe" not in found or name == "fleiss_kappa":
        own["pe"] = found["fleiss_pe"]
    per_value = {"krippendorff_alpha": krippendorff_alpha.alpha_per_value, "fleiss_kappa": fleiss_kappa.kappa_per_value}
    if name in per_value:
        made = per_value[name](items)
        own |= {str(value): _value_of(estimate) for value, estimate in made.items()}
        own["per_category"] = lambda: {str(value): estimate.value for value, estimate in made.items()}
    return own


def _value_of(estimate: Any) -> Callable[[], Any]:
    return lambda: estimate.value


def _alphas(vector: Mapping[str, Any], items: Items) -> Quantities:
    distance = _distance(vector)
    table = coincidences(items).sum(axis=0)
    apart = distance(items.values, table.sum(axis=-1))
    observed, expected = krippendorff_alpha.observed_and_expected(table, apart)
    alpha = krippendorff_alpha.krippendorff_alpha(items, distance=distance)
    found: Quantities = dict.fromkeys(("alpha", "krippendorff_alpha"), _value_of(alpha))
    for scale in DISTANCES if _are_numbers(items.values) else ("nominal",):
        one = _value_of(krippendorff_alpha.krippendorff_alpha(items, scale))
        found |= dict.fromkeys((f"alpha_{scale}", f"krippendorff_alpha_{scale}"), one)
    found |= dict.fromkeys(("Do", "alpha_Do", "observed_disagreement"), lambda: float(observed))
    return found | dict.fromkeys(("De", "alpha_De", "expected_disagreement"), lambda: float(expected))


def _of_any(vector: Mapping[str, Any], items: Items) -> Quantities:
    weights = _weights(vector, "ac2_weights", "weights", "weighting")
    found: Quantities = {
        "percent_agreement": lambda: percent_agreement(items).value,
        "bennett_s": lambda: bennett_s(items).value,
        "randolph_kappa": lambda: bennett_s(items).value,
        "brennan_prediger": lambda: bennett_s(items).value,
        "davies_fleiss_kappa": lambda: conger_kappa(items).value,
        "multi_kappa": lambda: conger_kappa(items).value,
        "light_kappa": lambda: light_kappa(items).value,
        "conger_kappa": lambda: conger_kappa(items).value,
        "hubert_conger_kappa": lambda: conger_kappa(items).value,
        "token_kappa": lambda: light_kappa(items).value,
        "token_alpha": lambda: krippendorff_alpha.krippendorff_alpha(items).value,
    }
    found |= dict.fromkeys(("ac1", "gwet_ac1"), lambda: gwet_ac1(items).value)
    for name, weighing in (("ac1", "identity"), ("ac2", weights)):
        found |= _chance_parts(name, items, WEIGHTS[weighing](len(items.values)))
    found |= dict.fromkeys(("ac2", "gwet_ac2"), lambda: gwet_ac2.gwet_ac2(items, weights).value)
    return found | {f"ac2_{name}": _value_of(gwet_ac2.gwet_ac2(items, name)) for name in WEIGHTS}


def _chance_parts(name: str, items: Items, weighing: Floats) -> Quantities:
    totals = gwet_ac2.statistics_of(items, weighing).sum(axis=0)
    agreed, chance = gwet_ac2.agreed_and_chance(totals, weighing)
    return {f"{name}_pa": lambda: float(agreed), f"{name}_pe": lambda: float(chance)}


def _fleiss(items: Items) -> Quantities:
    estimate = fleiss_kappa.fleiss_kappa(items)
    counts, _ = tallies(items)
    share = counts.sum(axis=0) / max(1, counts.sum())
    return {"fleiss_kappa": lambda: estimate.value, "fleiss_pe": lambda: float((share**2).sum())}


def _of_two(vector: Mapping[str, Any], items: Items) -> Quantities:
    table = contingencies(items).sum(axis=0)
    chance = float(cohen_kappa.agreed_and_chance(table)[1])
    own = _weighing(vector, items)
    _, by_chance = weighted_kappa.agreed_and_chance(table, own)
    found: Quantities = {
        "cohen_kappa": lambda: cohen_kappa.cohen_kappa(items).value,
        "scott_pi": lambda: scott_pi(items).value,
        "weighted_kappa": lambda: weighted_kappa.weighted_kappa(items, own=own).value,
        "expected_agreement": lambda: chance,
        "pe": lambda: chance,
        "kappa_De": lambda: float(1 - by_chance),
    }
    made = {name: weighted_kappa.weighted_kappa(items, name) for name in WEIGHTS}
    return found | {f"weighted_kappa_{name}": _value_of(estimate) for name, estimate in made.items()}


def _contingency(data: Mapping[str, Any]) -> Quantities:
    """Return F1, and kappa for each count of what neither annotator took (Hripcsak & Rothschild 2005)."""
    both, first, second = (float(data[name]) for name in ("both", "only_first", "only_second"))
    neither = data.get("neither", 0)

    def kappa(none: float) -> Any:
        return valued(float(cohen_kappa.kappa_of(np.array([[both, first], [second, none]]))), NO_VARIATION)

    found: Quantities = dict.fromkeys(("f1", "value", "mean"), lambda: 2 * both / (2 * both + first + second))
    if isinstance(neither, Sequence):
        return found | {"kappa_by_d": lambda: [kappa(none) for none in neither]}
    return found | dict.fromkeys(("kappa", "cohen_kappa"), lambda: kappa(neither))


def _competence(vector: Mapping[str, Any]) -> Quantities:
    rows = vector["data"]["items"]
    lists = [list(map(_as_list, row)) for row in rows]
    values = _sorted_values({value for row in lists for given in row for value in given})
    code = {value: n for n, value in enumerate(values)}
    names = vector.get("annotators") or range(max(map(len, lists)))
    given = np.zeros((len(lists), len(names), len(values)))
    for item, row in enumerate(lists):
        for annotator, ratings in enumerate(row):
            for value in ratings:
                given[item, annotator, code[value]] += 1
    found = dawid_skene(given)
    quantities: Quantities = dict.fromkeys(("prevalence", "prevalence_paper"), lambda: found.prevalence.tolist())
    for n, name in enumerate(names):
        quantities[f"confusion_{name}"] = _listed(found.confusion[n])
    quantities["log_likelihood"] = lambda: found.log_likelihood
    quantities["map_class"] = lambda: [values[n] for n in most_likely(found).tolist()]
    quantities["accuracy"] = lambda: found.accuracy.tolist()
    return quantities | {"competence": lambda: mace(given).knowing.tolist()}


def _listed(table: Floats) -> Callable[[], Any]:
    return lambda: table.tolist()


def _as_list(given: Any) -> list[Any]:
    if given is None:
        return []
    return given if isinstance(given, list) else [given]


def _items(vector: Mapping[str, Any]) -> Items:
    rows = list(_rows(vector["data"]))
    width = max((len(row) for row in rows), default=0)
    names = [str(name) for name in vector.get("annotators") or range(width)]
    names += [f"annotator {n}" for n in range(len(names), width)]
    whole = [row + [None] * (len(names) - len(row)) for row in rows]
    named = _params(vector).get("order") or _params(vector).get("categories") or vector["data"].get("categories") or ()
    found = {value for row in whole for value in row if value is not None}
    first = list(map(_hashable, named)) if isinstance(named, list) else []
    return make_items(names, whole, values=[*first, *_sorted_values(found - set(first))])


def _rows(data: Mapping[str, Any]) -> Iterator[list[Hashable | None]]:
    """Yield one row an item, one value an annotator."""
    table = next((data[name] for name in _TABLES if name in data), None)
    if table is not None:
        names = data.get("categories") or range(len(table))
        for i, counts in enumerate(table):
            for j, count in enumerate(counts):
                yield from ([names[i], names[j]] for _ in range(count))
        return
    given = data[next((name for name in _ROWS if name in data), _ROWS[0])]
    for item in zip(*given.values(), strict=True) if isinstance(given, Mapping) else given:
        row = item.get("values", item.get("counts")) if isinstance(item, Mapping) else item
        if data.get("type") == "item_category_counts":
            row = _spread(item if row is None else row, data)
        for _ in range(int(item.get("count", 1)) if isinstance(item, Mapping) and "values" in item else 1):
            yield [_hashable(value) for value in row]


def _spread(counts: Any, data: Mapping[str, Any]) -> Rows | list[Any]:
    """Return a row of values of which only the counts are known."""
    names = data.get("categories") or range(len(counts))
    pairs = counts.items() if isinstance(counts, Mapping) else zip(names, counts, strict=True)
    return [name for name, count in pairs for _ in range(int(count))]


def _hashable(value: Any) -> Hashable | None:
    return frozenset(value) if isinstance(value, list) else value


def _sorted_values(values: set[Any]) -> list[Any]:
    if _are_numbers(list(values)):
        return sorted(values, key=lambda value: float(str(value)))
    return sorted(values, key=lambda value: str(sorted(value)) if isinstance(value, frozenset) else str(value))


def _are_numbers(values: Sequence[Any]) -> bool:
    return all(re.fullmatch(r"-?\d+(\.\d+)?", str(value)) for value in values)


def _params(vector: Mapping[str, Any]) -> Mapping[str, Any]:
    return vector.get("params") or {}


def _distance(vector: Mapping[str, Any]) -> Distance:
    """Return the distance that a vector asks for: a scale by name, one of sets, or one in words or numbers."""
    params = _params(vector)
    named = next((value for value in params.values() if isinstance(value, str) and value in DISTANCES), "nominal")
    said = next((params[name] for name in ("metric", "level", "scale", "distance") if name in params), named)
    if isinstance(said, str) and said in DISTANCES:
        return DISTANCES[said]
    if isinstance(said, Mapping) or "exactly one of the two is" in str(said):
        return lambda values, _: _own_distance(said, values)
    return lambda values, _: _of_sets(values)


def _own_distance(said: Any, values: Sequence[Hashable]) -> Floats:
    if isinstance(said, Mapping):
        place = {name: n for n, name in enumerate(said["categories"])}
        at = [place[value] for value in values]
        return np.array(said["matrix"], np.float64)[np.ix_(at, at)]
    far, odd = re.search(r"([\d.]+) if exactly one of the two is (\w+)", said).groups()  # type: ignore[union-attr]  # found above
    return np.array([[0 if a == b else float(far) if odd in (a, b) else 1 for b in values] for a in values])


def _of_sets(values: Sequence[Any]) -> Floats:
    """Return the distances of Passonneau (2004) between sets: (1 - |X∩Y| / |X∪Y|) by how they lie to one another."""

    def apart(x: frozenset[Any], y: frozenset[Any]) -> float:
        lie = 0.0 if x == y else 1 / 3 if x <= y or y <= x else 2 / 3 if x & y else 1.0
        return (1 - len(x & y) / max(1, len(x | y))) * lie

    return np.array([[apart(x, y) for y in values] for x in values])


def _weighing(vector: Mapping[str, Any], items: Items) -> Floats:
    """Return the weights of agreement for kappa that a vector asks for, quadratic where it asks for none."""
    own = _params(vector).get("distance", _params(vector).get("weights"))
    if isinstance(own, Mapping) or "exactly one of the two is" in str(own):
        return 1 - _own_distance(own, items.values)
    return WEIGHTS[_weights(vector, "weights", "weighting")](len(items.values))


def _weights(vector: Mapping[str, Any], *names: str) -> str:
    """Return the weights that a vector names: by the first of these parameters, else by any; else quadratic.

    Raises KeyError for weights that there are not.
    """
    params = _params(vector)
    named = next((_first_word(params[name]) for name in names if name in params), "")
    if named in _UNWEIGHTED:
        return "identity"
    if named and named not in (*WEIGHTS, *DISTANCES):
        raise KeyError(f"there are no weights “{named}”")
    return next((word for word in (named, *map(_first_word, params.values())) if word in WEIGHTS), "quadratic")


_UNWEIGHTED = ("none", "unweighted", "nominal")


def _first_word(value: object) -> str:
    return "" if value is None else str(value).split(":")[0].strip().lower()
