"""Overlap span F1: spans in common share text, paired one to one so that there are as many pairs as can be.

After the relaxed match of Hripcsak & Rothschild (2005), JAMIA 12(3):296-298. The pairing is a largest matching, so the
value does not depend on the order of spans or annotators. Spans are paired with spans of their label; blind to labels,
with any.
"""

from dataclasses import replace

import numpy as np

from annotator.agreement.arrays import Floats, counted
from annotator.agreement.meeting import meetings, most_paired, most_pairs
from annotator.agreement.span_f1 import Common
from annotator.agreement.span_f1_exact import exact_common
from annotator.agreement.study import Study


def overlap_common(study: Study, exact: Common | None = None, *, same_label: bool = True) -> Common:
    """Return the overlapping spans of each pair of annotators; blind to labels, a pair counts by the first's label."""
    sizes = exact or exact_common(study)
    both = [_paired(study, i, j, same_label=same_label) for i, j in sizes.pairs]
    return replace(sizes, both=np.array(both, np.float64).reshape(sizes.both.shape))


def _paired(study: Study, i: int, j: int, *, same_label: bool) -> Floats:
    common = (study.done[:, i] & study.done[:, j])[study.document]
    a, document = study.of(i, common)
    b, _ = study.of(j, common)
    met = meetings(a, b)
    if same_label:
        # which of them are paired makes no difference here: all that meet have one label and one document
        paired = most_paired(met.take(a.label[met.first] == b.label[met.second]), a, b)
    else:
        paired = most_pairs(met, len(a), len(b)) >= 0
    return counted(document[paired], a.label[paired], shape=(len(study.documents), len(study.labels)))
