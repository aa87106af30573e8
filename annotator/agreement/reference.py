"""Reference values: computing published and constructed values anew, and comparing them.

A file of vectors holds for each its data, what is expected of it, how far off is near enough, and where it comes from.
What there is no measure for is passed over, and said to be.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.agreement.reference_items import item_quantities
from annotator.agreement.reference_spans import span_quantities
from annotator.agreement.undefined import NO_SPANS, Undefined
from annotator.model.told import Told

MONTE_CARLO = 0.05
"""How far two samplings of chance may lie apart, where a vector does not say."""

type Quantities = Mapping[str, Callable[[], Any]]
type Vector = Mapping[str, Any]

_UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RuntimeError, StopIteration)
"""What a vector of another shape than the ones that are known makes of the arithmetic."""


class VectorError(Told):
    """A file that holds no reference values."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One quantity of a vector: what came out, what was expected, how near is near enough, where it comes from.

    ``ok`` is None where nothing was computed; then ``note`` says why.
    """

    id: str
    measure: str
    quantity: str
    got: object
    expected: object
    tolerance: float
    source: str
    ok: bool | None
    note: str = ""


def checked(content: object) -> list[Checked]:
    """Return all quantities of a file of vectors, in its order. Raises VectorError for something else."""
    vectors = content.get("vectors") if isinstance(content, Mapping) else content
    if not isinstance(vectors, Sequence) or not all(isinstance(v, Mapping) and "expected" in v for v in vectors):
        raise VectorError("This file holds no reference values: a list of vectors with what is expected of each.")
    return [one for vector in vectors for one in _of_vector(vector)]


def _of_vector(vector: Vector) -> Iterator[Checked]:
    data = vector.get("data") or {}
    expected = vector["expected"] if isinstance(vector["expected"], Mapping) else {"value": vector["expected"]}
    about_spans = not data.keys().isdisjoint(("spans", "documents", "links"))
    try:
        quantities = span_quantities(vector) if about_spans else item_quantities(vector)
    except Told as error:
        # what cannot be measured at all is refused in a sentence, which may be just what is expected
        quantities = _Refused(error)
    except _UNREADABLE as error:
        yield _passed_over(vector, "", expected, f"its data cannot be read: {type(error).__name__} {error}")
        return
    for name, value in _with_pairs(vector, expected).items():
        yield _computed(vector, name, value, quantities)


class _Refused(dict[str, Callable[[], Any]]):
    """Quantities of data that are refused: none has a value, and each says why."""

    def __init__(self, why: Told) -> None:
        super().__init__()
        self._why = Undefined(why.sentence)

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> Callable[[], Any]:
        return lambda: self._why


def _computed(vector: Vector, name: str, expected: Any, quantities: Quantities) -> Checked:
    if name not in quantities:
        return _passed_over(vector, name, expected, "there is no measure for it")
    try:
        got = quantities[name]()
        if isinstance(got, Mapping) and not isinstance(expected, Mapping):
            values = set(map(_comparable, got.values()))
            if len(values) > 1:
                return _passed_over(vector, name, expected, "it has a value for each label, and one is expected")
            got = next(iter(got.values()), Undefined(NO_SPANS))
        return _judged(vector, name, expected, got)
    except _UNREADABLE as error:
        return _passed_over(vector, name, expected, f"it cannot be computed: {type(error).__name__} {error}")


def _comparable(value: Any) -> object:
    """Return a value by which two are seen to be the same, whatever makes one undefined."""
    return None if isinstance(value, Undefined) else value


def _with_pairs(vector: Vector, expected: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is expected, with the dissimilarities that some vectors list beside it."""
    pairs = vector.get("pair_dissimilarities")
    return dict(expected) | ({"pair_dissimilarities": pairs} if pairs else {})


def _judged(vector: Vector, name: str, expected: Any, got: Any) -> Checked:
    tolerance = float(vector.get("tolerance", 0))
    ok = _near(name, got, expected, tolerance)
    if not ok and name.startswith(("gamma", "expected_disorder")):
        tolerance = _chance_tolerance(vector, name, expected, tolerance)
        ok = _near(name, got, expected, tolerance)
    return Checked(
        str(vector.get("id", "")),
        str(vector.get("measure", "")),
        name,
        plain(got),
        expected,
        tolerance,
        str(vector.get("source", "")),
        ok,
        "the reading of pygamma-agreement, as the note asks" if follows_pygamma(vector, name) else "",
    )


def follows_pygamma(vector: Vector, name: str) -> bool:
    """Tell whether a vector says that its gamma-cat and gamma-k are not the published ones but pygamma-agreement's."""
    return name.startswith(("gamma_cat", "gamma_k")) and "are those of pygamma" in str(vector.get("notes", ""))


def _chance_tolerance(vector: Vector, name: str, expected: Any, tolerance: float) -> float:
    """Return how far a value may lie off that depends on samples of chance."""
    said = str(vector.get("params", {}).get("sampler", ""))
    if name.startswith("expected_disorder"):
        share = re.search(r"expected disorder within ([\d.]+) ?%", said)
        return max(tolerance, abs(float(expected)) * (float(share[1]) / 100 if share else MONTE_CARLO))
    within = re.search(r"gamma within ([\d.]+)", said)
    return max(tolerance, float(within[1]) if within else MONTE_CARLO)


def _near(name: str, got: Any, expected: Any, tolerance: float) -> bool:
    if name.startswith("gamma") and _is_range(expected) and isinstance(got, float):
        return bool(expected[0] - 1e-12 <= got <= expected[1] + 1e-12)
    if isinstance(got, Undefined) or expected is None:
        return isinstance(got, Undefined) and expected is None
    if isinstance(expected, Mapping):
        return isinstance(got, Mapping) and all(
            str(key) in got and _near(name, got[str(key)], value, tolerance) for key, value in expected.items()
        )
    if isinstance(expected, list):
        same = isinstance(got, list | tuple) and len(got) == len(expected)
        return same and all(_near("", one, other, tolerance) for one, other in zip(got, expected, strict=True))
    if isinstance(expected, str) or isinstance(got, str):
        return str(got) == str(expected)
    return bool(abs(float(got) - float(expected)) <= tolerance + 1e-12)


def _is_range(expected: Any) -> bool:
    return isinstance(expected, list) and len(expected) == 2 and all(isinstance(end, int | float) for end in expected)


def plain(value: Any) -> object:
    """Return a computed quantity as JSON can hold it: None where it is undefined."""
    if isinstance(value, Undefined):
        return None
    if isinstance(value, Mapping):
        return {str(key): plain(held) for key, held in value.items()}
    return [plain(held) for held in value] if isinstance(value, list | tuple) else value


def _passed_over(vector: Vector, name: str, expected: object, why: str) -> Checked:
    tolerance = float(vector.get("tolerance", 0) or 0)
    head = str(vector.get("id", "")), str(vector.get("measure", "")), name
    return Checked(*head, None, expected, tolerance, str(vector.get("source", "")), None, why)
