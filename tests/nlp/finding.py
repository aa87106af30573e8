"""What highlighting finds, as words, so that a test reads like the article."""

from annotator.nlp.highlighting import Highlighter


def entities(highlighter: Highlighter, text: str, *labels: str, language: str = "fr") -> list[str]:
    """Return the words of entities of some types, in text order."""
    found = highlighter.highlight(text, language=language).found
    return [text[one.start : one.end] for one in found if one.label in labels]


def typed(highlighter: Highlighter, text: str, *, language: str = "fr") -> dict[str, str]:
    """Return names with their types."""
    found = highlighter.highlight(text, language=language).found
    return {text[one.start : one.end]: one.label for one in found if one.label in ("PER", "ORG", "LOC", "MISC")}
