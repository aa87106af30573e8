"""Every sentence that a person may be told, found in the source: what `Told`, its heirs and `Sentence` are made with.

Sentences are literals in the call, in an argument named ``message`` or ``nothing``, or in a name ``why``.
"""

import ast
import sys

from tests.architecture.sources import Source, sources

_HEAD = '''"""All sentences of errors and reports that come from below the window. Made by ``make translations``."""

from annotator.ui.marking import QT_TRANSLATE_NOOP

'''


def told_sentences(all_sources: list[Source]) -> set[str]:
    """Return the templates that the program holds."""
    trees = [ast.parse(source.text) for source in all_sources]
    kinds = {"Told", "Sentence", "sentence"}
    for _ in range(4):
        for tree in trees:
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef) and any(_name(base) in kinds for base in node.bases):
                    kinds.add(node.name)
    found = set()
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in kinds and node.args:
                found |= _words(node.args[0])
            if isinstance(node, ast.keyword) and node.arg in ("message", "nothing"):
                found |= _words(node.value)
            if isinstance(node, ast.Assign) and _name(node.targets[0]) in ("FLAG_SENTENCES", "why"):
                values = node.value.values if isinstance(node.value, ast.Dict) else [node.value]
                found |= {word for value in values for word in _words(value)}
    return found


def _name(node: ast.expr) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))


def _words(node: ast.expr) -> set[str]:
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value else set()


def _table(sentences: set[str]) -> str:
    lines = (f'    QT_TRANSLATE_NOOP("Told", {quoted}),' for quoted in sorted(map(_quoted, sentences)))
    return "SENTENCES = (\n" + "\n".join(lines) + "\n)\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


if __name__ == "__main__":
    sys.stdout.write(_HEAD + _table(told_sentences(sources())))
