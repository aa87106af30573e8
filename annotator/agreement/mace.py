"""Competence by MACE: how often each annotator knows the true value rather than guessing.

Hovy, Berg-Kirkpatrick, Vaswani & Hovy (2013), Learning whom to trust with MACE, NAACL-HLT, 1120-1130: variational EM
with the priors of the paper, from several starts, the likeliest end kept.
"""

from dataclasses import dataclass, replace

import numpy as np

from annotator.agreement.arrays import Floats
from annotator.agreement.dawid_skene import patterns

STARTS, ROUNDS, SEED = 10, 50, 2013
_KNOWING_PRIOR, _GUESSING_PRIOR = 0.5, 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Trust:
    """``knowing[annotator]`` is how often each knows, ``posterior[item, value]`` how likely each value is true."""

    knowing: Floats
    posterior: Floats
    log_likelihood: float


def mace(given: Floats) -> Trust:
    """Return the likeliest of several runs; ``given`` as of `annotator.agreement.dawid_skene.votes`."""
    chance = np.random.default_rng(SEED)
    rows, place, count = patterns(given)
    runs = [_run(rows, count, chance) for _ in range(STARTS)]
    best = max(runs, key=lambda run: run.log_likelihood)
    return replace(best, posterior=best.posterior[place])


def _run(rows: Floats, count: Floats, chance: np.random.Generator) -> Trust:
    _, annotators, values = rows.shape
    knowing: Floats = np.asarray(chance.uniform(0.3, 0.9, annotators))
    guessing: Floats = np.asarray(chance.dirichlet(np.ones(values), annotators))
    for _ in range(ROUNDS):
        _, known, guessed, _ = _expectation(rows, count, knowing, guessing)
        knowing, guessing = _knowing(known, guessed.sum(axis=1)), _shares(guessed)
    posterior, _, _, likelihood = _expectation(rows, count, knowing, guessing)
    return Trust(knowing, posterior, likelihood)


def _expectation(
    rows: Floats, count: Floats, knowing: Floats, guessing: Floats
) -> tuple[Floats, Floats, Floats, float]:
    """Return the posterior of the values, expected counts of knowing and of guesses by value, and the likelihood."""
    from scipy.special import logsumexp

    values = rows.shape[2]
    by_guess = (1 - knowing)[:, None] * guessing
    by_knowledge = knowing[:, None] * np.eye(values)[:, None, :] + by_guess
    flat = rows.reshape(len(rows), -1)
    logs = flat @ np.log(np.maximum(by_knowledge, 1e-300)).reshape(values, -1).T
    whole = logsumexp(logs, axis=1, keepdims=True)
    posterior = np.exp(logs - whole)
    share_known = knowing[:, None] / np.maximum(knowing[:, None] + by_guess, 1e-300)
    known = np.einsum("i,iak,ik,ak->ak", count, rows, posterior, share_known)
    guessed = np.einsum("i,iak->ak", count, rows) - known
    likelihood = float(count @ whole[:, 0] - count.sum() * np.log(values))
    return posterior, known.sum(axis=1), guessed, likelihood


def _knowing(known: Floats, guessed: Floats) -> Floats:
    """Return the variational mean of how often each knows, after the counts and the prior."""
    from scipy.special import digamma

    knows, guesses = (np.exp(digamma(counts + _KNOWING_PRIOR)) for counts in (known, guessed))
    return np.asarray(knows / (knows + guesses))


def _shares(guessed: Floats) -> Floats:
    from scipy.special import digamma

    smooth = guessed + _GUESSING_PRIOR
    return np.asarray(np.exp(digamma(smooth) - digamma(smooth.sum(axis=1, keepdims=True))))
