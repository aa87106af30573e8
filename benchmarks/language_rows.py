"""Rows of highlighting: words a second, and the memory of the worker."""

from annotator.nlp.highlighting import MODELS, load_highlighter
from benchmarks.corpus import piece
from benchmarks.timing import Row, pairs


def highlighting(articles: int = 60) -> list[Row]:
    """Row 9: whole highlighting, against `nlp.pipe` with the entity recognizer alone on the same paragraphs."""
    import spacy

    highlighter = load_highlighter(MODELS[0])
    unused = ["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer"]
    nlp = spacy.load(MODELS[0], exclude=unused)
    texts = [piece(n).text for n in range(articles)]
    words = sum(len(text.split()) for text in texts)
    paragraphs = [line for text in texts for line in text.split("\n") if line.strip()]
    a, b, null = pairs(
        lambda: [highlighter.highlight(text) for text in texts], lambda: list(nlp.pipe(paragraphs)), count=5
    )
    with open("/proc/self/status", encoding="ascii") as file:  # noqa: PTH123  # a kernel file
        kilobytes = int(next(line for line in file if line.startswith("VmRSS")).split()[1])
    return [
        Row(9, "highlighting", words / a, words / b, "words/s", ">= 0.8", "", null),
        Row(14, "memory with the model loaded twice", kilobytes / 1024, None, "MB", "<= 900 MB"),
    ]
