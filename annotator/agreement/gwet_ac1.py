"""Gwet's AC1: chance agreement that stays low where one value is much more frequent than the others.

Gwet (2008), Computing inter-rater reliability and its variance in the presence of high agreement, British Journal of
Mathematical and Statistical Psychology 61(1):29-48.
"""

from annotator.agreement.estimate import Estimate
from annotator.agreement.gwet_ac2 import gwet_ac2
from annotator.agreement.items import Items


def gwet_ac1(items: Items) -> Estimate:
    """Return AC1: AC2 where only equal values agree."""
    return gwet_ac2(items, "identity")
