"""What is said where a measure has no value: a sentence, never 0, 1 or NaN."""

from dataclasses import dataclass

from annotator.model.told import Sentence


@dataclass(frozen=True, slots=True)
class Undefined:
    """No value, and the sentence that says why."""

    why: Sentence

    def __str__(self) -> str:
        return str(self.why)


type Value = float | Undefined

NO_COMMON = Sentence("No document was done by two of these annotators.")
NO_SPANS = Sentence("There are no spans.")
NO_LABEL = Sentence("None of these annotators used this label.")
NO_LINKS = Sentence("There are no links.")
NO_ITEMS = Sentence("No item has a value from two annotators.")
NO_VARIATION = Sentence("No variation: all items have the same value, so agreement by chance cannot be told apart.")
NO_MEETING = Sentence("No labelled text of one annotator meets labelled text of another.")
ONE_LABEL = Sentence("Only one label meets itself: there are no labels to confuse.")
NO_PARTNERS = Sentence("No span of one annotator is aligned with a span of another.")
NO_CHANCE = Sentence("Chance would give no disorder here, so there is nothing to compare with.")
LABELS_OVERLAP = Sentence("Spans of different labels overlap: this measure is only given label by label.")
TOO_FEW_ANNOTATORS = Sentence("This needs three annotators at least.")
TOO_FEW_ITEMS = Sentence("This needs 50 items at least that two annotators share.")
