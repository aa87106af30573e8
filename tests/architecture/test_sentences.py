"""Every sentence from below the window can be said in the window's language."""

import ast

from annotator.ui.sentences import SENTENCES
from tests.architecture.sentences import told_sentences
from tests.architecture.sources import PACKAGE, sources


def test_the_window_lists_every_sentence_that_comes_from_below_for_translation() -> None:
    assert set(SENTENCES) == told_sentences(sources())
    assert len(set(SENTENCES)) == len(SENTENCES)


def test_no_words_to_translate_stand_inside_an_f_string_where_lupdate_does_not_see_them() -> None:
    hidden = [
        f"{source.name}:{call.lineno}"
        for source in sources(PACKAGE / "ui")
        for string in ast.walk(source.tree)
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr"
    ]
    assert hidden == []
