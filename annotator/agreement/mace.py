"""Competence by MACE: how often each annotator knows the true value rather than guessing.

Hovy, Berg-Kirkpatrick, Vaswani & Hovy (2013), Learning whom to trust with MACE, NAACL-HLT, 1120-1130: variational EM
with the priors of the paper, from several starts, the likeliest end kept.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import digamma, logsumexp

from annotator.agreement.arrays import Floats

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
    runs = [_run(given, chance) for _ in range(STARTS)]
    return max(runs, key=lambda run: run.log_likelihood)


def _run(given: Floats, chance: np.random.Generator) -> Trust:
    _, annotators, values = given.shape
    knowing: Floats = np.asarray(chance.uniform(0.3, 0.9, annotators))
    guessing: Floats = np.asarray(chance.dirichlet(np.ones(values), annotators))
    for _ in range(ROUNDS):
        _, known, guessed, _ = _expectation(given, knowing, guessing)
        knowing, guessing = _knowing(known, guessed.sum(axis=1)), _shares(guessed)
    posterior, _, _, likelihood = _expectation(given, knowing, guessing)
    return Trust(knowing, posterior, likelihood)


def _expectation(given: Floats, knowing: Floats, guessing: Floats) -> tuple[Floats, Floats, Floats, float]:
    """Return the posterior of the values, expected counts of knowing and of guesses by value, and the likelihood."""
    by_guess = (1 - knowing)[:, None] * guessing
    by_knowledge = knowing[:, None] * np.eye(given.shape[2])[:, None, :] + by_guess
    logs = np.einsum("iak,jak->ij", given, np.log(np.maximum(by_knowledge, 1e-300)))
    whole = logsumexp(logs, axis=1, keepdims=True)
    posterior = np.exp(logs - whole)
    share_known = knowing[:, None] / np.maximum(knowing[:, None] + by_guess, 1e-300)
    known = np.einsum("iak,ik,ak->ak", given, posterior, share_known)
    guessed = given.sum(axis=0) - known
    return posterior, known.sum(axis=1), guessed, float(whole.sum() - len(given) * np.log(given.shape[2]))


def _knowing(known: Floats, guessed: Floats) -> Floats:
    """Return the variational mean of how often each knows, after the counts and the prior."""
    knows, guesses = (np.exp(digamma(counts + _KNOWING_PRIOR)) for counts in (known, guessed))
    return np.asarray(knows / (knows + guesses))


def _shares(guessed: Floats) -> Floats:
    smooth = guessed + _GUESSING_PRIOR
    return np.asarray(np.exp(digamma(smooth) - digamma(smooth.sum(axis=1, keepdims=True))))
