"""Every sentence from below the window can be said in the window's language."""

from annotator.ui.sentences import SENTENCES
from tests.architecture.sentences import told_sentences
from tests.architecture.sources import sources


def test_the_window_lists_every_sentence_that_comes_from_below_for_translation() -> None:
    assert set(SENTENCES) == told_sentences(sources())
    assert len(set(SENTENCES)) == len(SENTENCES)
