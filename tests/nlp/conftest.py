"""The French model, loaded once for all tests of the room."""

import pytest

from annotator.nlp.highlighting import Highlighter, load_highlighter


@pytest.fixture(scope="session")
def french() -> Highlighter:
    """Return a highlighter with the lists that ship and no names of a project."""
    return load_highlighter()
