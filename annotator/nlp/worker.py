"""What the language worker runs: set-up once, then a text at a time.

The window imports this to name the two functions; what they need is imported in the worker.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.highlights import Highlights

if TYPE_CHECKING:
    from annotator.nlp.highlighting import Highlighter


def setup(model: str, gazetteer: Sequence[tuple[str, str]]) -> "Highlighter":
    """Load a model with a project's names."""
    from annotator.nlp.highlighting import load_highlighter

    return load_highlighter(model, gazetteer=gazetteer)


def highlight_one(highlighter: "Highlighter", item: tuple[str, str]) -> Highlights:
    """Return the highlights of one text, given with its language."""
    text, language = item
    return highlighter.highlight(text, language=language)
