"""What the language worker runs: set-up once, then a text at a time."""

from collections.abc import Sequence

from annotator.model.highlights import Highlights
from annotator.nlp.highlighting import Highlighter, load_highlighter


def setup(model: str, gazetteer: Sequence[tuple[str, str]]) -> Highlighter:
    """Load a model with a project's names."""
    return load_highlighter(model, gazetteer=gazetteer)


def highlight_one(highlighter: Highlighter, item: tuple[str, str]) -> Highlights:
    """Return the highlights of one text, given with its language."""
    text, language = item
    return highlighter.highlight(text, language=language)
