"""Exact span F1: spans in common have the same label, the same start and end, and the same fragments.

Hripcsak & Rothschild (2005), JAMIA 12(3):296-298, equation 2.
"""

import numpy as np

from annotator.agreement.arrays import Bools, Floats, Ints, counted, joint
from annotator.agreement.span_f1 import Common
from annotator.agreement.study import Study


def exact_common(study: Study) -> Common:
    """Return the identical spans of each pair of annotators."""
    pairs = study.pairs()
    kind, document, label = _kinds(study)
    has = np.zeros((len(study.annotators), len(document)), bool)
    has[study.annotator, kind] = True
    shape = (len(study.documents), len(study.labels))

    def table(which: Bools) -> Floats:
        return counted(document[which], label[which], shape=shape)

    done = study.done.T
    together = np.array([done[i] & done[j] for i, j in pairs], bool).reshape(len(pairs), len(study.documents))
    both = np.array([table(has[i] & has[j]) for i, j in pairs]).reshape(len(pairs), *shape)
    sizes = np.array([table(mine) for mine in has]).reshape(len(has), *shape)
    return Common(pairs, both, sizes, together)


def _kinds(study: Study) -> tuple[Ints, Ints, Ints]:
    """Return which kind of span each is (equal exactly when the spans are), and the kinds' documents and labels."""
    spans = study.spans
    start = spans.start + study.shift[study.document]
    code = joint(study.document, start, spans.end - spans.start, spans.label, spans.shape)
    _, example, kind = np.unique(code, return_index=True, return_inverse=True)
    return kind, study.document[example], spans.label[example]
