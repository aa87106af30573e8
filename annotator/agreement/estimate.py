"""A measure gathered over documents: from what each document adds to the value for any weights of the documents."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from annotator.agreement.arrays import Floats
from annotator.agreement.undefined import Undefined, Value
from annotator.model.told import Sentence

type Estimator = Callable[[Floats], Floats]
"""From weights (rows by documents) to values (rows), NaN where there is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """What a measure says of any weighing of the documents.

    ``documents`` is how many documents it saw, ``count`` how many things (spans, items, tokens, links) it compares,
    ``why`` what is said where there is no value, ``floor`` the lowest value there can be, ``also`` what stands beside
    it: parameters, seeds, shares of text.
    """

    at: Estimator
    documents: int
    count: int
    why: Sentence
    floor: float = -np.inf
    also: Mapping[str, object] = field(default_factory=dict)

    @property
    def value(self) -> Value:
        """Return the value for the documents as they are."""
        return valued(float(self.at(np.ones((1, self.documents)))[0]), self.why)

    def by_document(self) -> list[Value]:
        """Return the value of each document alone."""
        return [valued(float(value), self.why) for value in self.at(np.eye(self.documents))]


def additive(statistics: Floats, value: Callable[[Floats], Floats]) -> Estimator:
    """Return the estimator of a measure whose numbers (documents by numbers) are summed over documents."""

    def at(weights: Floats) -> Floats:
        return value(np.tensordot(weights, statistics, axes=1))

    return at


def valued(number: float, why: Sentence) -> Value:
    """Return a number, or the sentence where it is none."""
    return Undefined(why) if np.isnan(number) else number
