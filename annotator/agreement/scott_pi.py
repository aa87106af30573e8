"""Scott's pi: two annotators, chance from what both together give how often.

Scott (1955), Reliability of content analysis: the case of nominal scale coding, Public Opinion Quarterly 19(3):321-325.
"""

import numpy as np

from annotator.agreement.arrays import Floats
from annotator.agreement.estimate import Estimate
from annotator.agreement.item_estimate import item_estimate, over_chance, shares
from annotator.agreement.items import Items, contingencies


def scott_pi(items: Items) -> Estimate:
    """Return pi of the two annotators of these items."""
    return item_estimate(items, contingencies(items), pi_of)


def pi_of(tables: Floats) -> Floats:
    """Return pi of summed tables."""
    share = shares(tables)
    pooled = (share.sum(axis=-1) + share.sum(axis=-2)) / 2
    return over_chance(np.trace(share, axis1=-2, axis2=-1), (pooled**2).sum(axis=-1))
