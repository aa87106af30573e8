"""Bennett's S: chance gives every value as often, which for any number of annotators is Randolph's free kappa.

Bennett, Alpert & Goldstein (1954), Communications through limited-response questioning, Public Opinion Quarterly
18(3):303-308; Randolph (2005), Free-marginal multirater kappa, Joensuu Learning and Instruction Symposium.
"""

import numpy as np

from annotator.agreement.arrays import Floats, ratio
from annotator.agreement.estimate import Estimate
from annotator.agreement.item_estimate import item_estimate, over_chance
from annotator.agreement.items import Items, per_document, tallies
from annotator.agreement.percent_agreement import agreeing


def bennett_s(items: Items) -> Estimate:
    """Return S; undefined where there is one value only."""
    counts, document = tallies(items)
    chance = np.array(1 / max(1, len(items.values)))

    def value(totals: Floats) -> Floats:
        return over_chance(ratio(totals[..., 0], totals[..., 1]), chance)

    rows = np.column_stack([agreeing(counts), np.ones(len(counts))])
    return item_estimate(items, per_document(rows, document, items.documents), value)
