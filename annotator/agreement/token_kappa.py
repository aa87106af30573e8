"""Cohen's kappa over tokens, each one an item whose value is the set of its labels; the mean over pairs of annotators.

Cohen (1960), Educational and Psychological Measurement 20(1):37-46; of more than two, Light (1971), Psychological
Bulletin 76(5):365-377. Read what `annotator.agreement.tokens` says of tokens as items.
"""

from annotator.agreement.conger_kappa import light_kappa
from annotator.agreement.estimate import Estimate
from annotator.agreement.items import Items


def token_kappa(tokens: Items) -> Estimate:
    """Return the mean kappa of pairs."""
    return light_kappa(tokens)
