"""Rows of the language worker: words a second, and its memory."""

import time
from multiprocessing import active_children

from annotator.model.highlights import Highlights
from annotator.nlp.highlighting import MODELS, load_highlighter
from annotator.store.project import Project
from annotator.workflow.highlighting import Highlighting
from benchmarks.corpus import Ground, piece
from benchmarks.timing import Goal, Row, pairs, resident_mb

_UNUSED = ["tok2vec", "morphologizer", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]


def highlighting(_: Ground) -> list[Row]:
    """Row 9: whole highlighting, against `nlp.pipe` with the entity recognizer alone on the same texts."""
    import spacy

    highlighter = load_highlighter(MODELS[0])
    nlp = spacy.load(MODELS[0], exclude=_UNUSED)
    texts = [piece(n).text for n in range(60)]
    words = sum(len(text.split()) for text in texts)

    def ours() -> list[Highlights]:
        return [highlighter.highlight(text) for text in texts]

    taken = pairs(ours, lambda: list(nlp.pipe(texts)), count=7)
    a, b = taken.medians()
    arm = "nlp.pipe, entity recognizer only"
    goal = Goal(ratio_at_least=0.8)
    return [Row("9", "highlighting", arm, words / a, words / b, "words/s", goal, null=taken.null, pairs=7)]


def worker_memory(ground: Ground) -> list[Row]:
    """Row 12: memory of the language worker itself, while it highlights."""
    taken = 0.0
    with Project.open(ground.project(min(ground.a, 100))) as project:
        work = Highlighting(project, everything=True)
        until = time.monotonic() + 120
        while work.finished < min(work.total, 50) and time.monotonic() < until:
            work.poll(wait_seconds=0.2)
            taken = max([taken, *(resident_mb(child.pid or "self") for child in active_children())])
        work.cancel()
    return [Row("12b", "memory of the language worker, md model", "–", taken, None, "MB", Goal(at_most=900))]
