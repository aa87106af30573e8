"""Competence by Dawid & Skene: what each annotator says where a value is true, and which values are true, by EM.

Dawid & Skene (1979), Maximum likelihood estimation of observer error-rates using the EM algorithm, Applied Statistics
28(1):20-28. It starts at the shares of votes, as in the paper. A bias that all annotators share cannot be seen by it.
"""

import sys
from dataclasses import dataclass

import numpy as np

from annotator.agreement.arrays import Floats, Ints, ratio
from annotator.agreement.items import MISSING, Items
from annotator.agreement.undefined import TOO_FEW_ANNOTATORS, TOO_FEW_ITEMS, Undefined

FEWEST_ANNOTATORS, FEWEST_ITEMS = 3, 50
_STILL, _LEAST = 1e-10, 1e-300


@dataclass(frozen=True, slots=True, eq=False)
class Competence:
    """``prevalence[value]``, ``confusion[annotator, true value, given value]``, ``posterior[item, value]``.

    ``accuracy[annotator]`` is the share of what each has given that is true.
    """

    prevalence: Floats
    confusion: Floats
    posterior: Floats
    accuracy: Floats
    log_likelihood: float


def enough(items: Items) -> Undefined | None:
    """Return why competence is not shown; None where there are annotators and shared items enough."""
    if len(items.annotators) < FEWEST_ANNOTATORS:
        return Undefined(TOO_FEW_ANNOTATORS)
    shared = (items.codes[:, items.pairable] != MISSING).sum(axis=1)
    return Undefined(TOO_FEW_ITEMS) if shared.min() < FEWEST_ITEMS else None


def votes(items: Items) -> Floats:
    """Return how often each annotator gave which value to each item (items by annotators by values)."""
    table = np.zeros((items.codes.shape[1], len(items.codes), len(items.values)))
    annotator, item = np.nonzero(items.codes != MISSING)
    table[item, annotator, items.codes[annotator, item]] = 1
    return table


def patterns(given: Floats) -> tuple[Floats, Ints, Floats]:
    """Return the different rows of votes that there are, which one each item has, and how many items have each."""
    flat, place, count = np.unique(given.reshape(len(given), -1), axis=0, return_inverse=True, return_counts=True)
    return flat.reshape(len(flat), *given.shape[1:]), place, count.astype(np.float64)


def dawid_skene(given: Floats) -> Competence:
    """Return the maximum of the likelihood near the shares of votes; ``given`` as of `votes`, repeats counted."""
    # loaded late: it takes longer than the first figures of a project
    from scipy.special import logsumexp

    rows, place, count = patterns(given)
    _, annotators, values = rows.shape
    flat, tally = rows.reshape(len(rows), -1), rows.sum(axis=1)
    posterior = tally / tally.sum(axis=1, keepdims=True)
    before, likelihood = -np.inf, -sys.float_info.max
    while likelihood - before > _STILL * abs(likelihood):
        expected = posterior * count[:, None]
        prevalence = expected.sum(axis=0) / count.sum()
        given_where_true = (expected.T @ flat).reshape(values, annotators, values)
        confusion = _rows_to_one(given_where_true.transpose(1, 0, 2))
        by_value = _log(confusion).transpose(1, 0, 2).reshape(values, -1)
        logs = _log(prevalence) + flat @ by_value.T
        whole = logsumexp(logs, axis=1, keepdims=True)
        posterior, before, likelihood = np.exp(logs - whole), likelihood, float(count @ whole[:, 0])
    accuracy = ratio(np.einsum("iak,ik->a", given, posterior[place]), given.sum(axis=(0, 2)))
    return Competence(prevalence, confusion, posterior[place], accuracy, likelihood)


def most_likely(found: Competence) -> Ints:
    """Return the most likely value of each item."""
    return np.asarray(found.posterior.argmax(axis=1))


def _rows_to_one(table: Floats) -> Floats:
    sums = table.sum(axis=-1, keepdims=True)
    return np.asarray(np.where(sums > 0, table / np.where(sums > 0, sums, 1), 1 / table.shape[-1]))


def _log(shares: Floats) -> Floats:
    return np.asarray(np.log(np.maximum(shares, _LEAST)))
