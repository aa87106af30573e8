"""Sentences for people: an English template with its values, so that the window can say it in another language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something that a person is told: a template, which is what is translated, and what fills its ``{names}``."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template


def sentence(template: str, **values: object) -> Sentence:
    """Return a sentence with its values; of what is no word or number, such as an error, its words are kept."""
    return Sentence(template, {k: v if isinstance(v, str | int | float) else str(v) for k, v in values.items()})


class Told(Exception):
    """An error that a person is told. ``str()`` is the English sentence."""

    def __init__(self, template: str, **values: object) -> None:
        """Keep the sentence."""
        super().__init__(template)
        self.sentence = sentence(template, **values)

    def __str__(self) -> str:
        return str(self.sentence)


def sentence_of(error: Exception) -> Sentence:
    """Return what an error says: its own sentence, or for a foreign one its words or its name."""
    if isinstance(error, Told):
        return error.sentence
    words = str(error).strip() or type(error).__name__
    return Sentence(words if words.endswith((".", "!", "?")) else f"{words}.")
