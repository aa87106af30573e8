"""Krippendorff's alpha over tokens, each one an item whose value is the set of its labels.

Krippendorff (2004), Content Analysis, chapter 11. Read what `annotator.agreement.tokens` says of tokens as items.
"""

from annotator.agreement.estimate import Estimate
from annotator.agreement.items import Items
from annotator.agreement.krippendorff_alpha import krippendorff_alpha


def token_alpha(tokens: Items) -> Estimate:
    """Return alpha of tokens."""
    return krippendorff_alpha(tokens)
