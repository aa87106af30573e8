"""Tokens as items: each token's value is the set of labels that an annotator's spans put on it.

Where a study has no tokens each character is one. Such items measure how text is divided, not spans: blank text makes
agreement look better (Hripcsak & Rothschild 2005), and spans that touch cannot be told apart.
"""

import numpy as np

from annotator.agreement.arrays import Bools, Ints, joint
from annotator.agreement.items import MISSING, Items
from annotator.agreement.study import Spans, Study


def token_items(study: Study, label: int | None = None) -> Items:
    """Return the tokens of the common documents as items; of one label, values are whether it is there."""
    kept = np.flatnonzero(study.common())
    cut = [_tokens(study, int(document)) for document in kept]
    document = np.repeat(np.arange(len(kept)), [len(starts) for starts, _ in cut])
    starts, ends = (np.concatenate([part[side] for part in cut] or [np.zeros(0, np.int64)]) for side in (0, 1))
    shift = study.shift[kept][document]
    tokens = starts + shift, ends + shift
    labels = range(len(study.labels)) if label is None else (label,)
    done = study.done[kept][document].T
    covered = [[_covered(study, a, each, *tokens) for each in labels] for a in range(len(study.annotators))]
    sets = np.array(covered, np.int64).reshape(len(study.annotators), len(labels), len(document))
    code = joint(
        np.zeros(sets.shape[0] * sets.shape[2], np.int64),
        *sets.transpose(1, 0, 2).reshape(len(labels), sets.shape[0] * sets.shape[2]),
    )
    values, codes = np.unique(code, return_inverse=True)
    codes = np.where(done, codes.reshape(done.shape), MISSING)
    return Items(study.annotators, tuple(values.tolist()), codes, document, len(kept))


def _tokens(study: Study, document: int) -> tuple[Ints, Ints]:
    if study.tokens is not None:
        return study.tokens[document]
    starts = study.begin[document] + np.arange(study.length[document])
    return starts, starts + 1


def _covered(study: Study, annotator: int, label: int, starts: Ints, ends: Ints) -> Bools:
    """Tell which tokens a span of this label touches; tokens lie on one line."""
    spans: Spans
    spans, _ = study.of(annotator, study.spans.label == label)
    edges = np.zeros(len(starts) + 1, np.int64)
    np.add.at(edges, np.searchsorted(ends, spans.start, side="right"), 1)
    np.add.at(edges, np.searchsorted(starts, spans.end, side="left"), -1)
    return np.asarray(np.cumsum(edges)[:-1] > 0)
