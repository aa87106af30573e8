"""What our readers find in files, counted by label."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from annotator.formats.registry import Reading, Refusal, read_articles
from annotator.model.document import Article
from annotator.workflow.preparing import Prepared, prepare


def articles(path: Path, how: Reading = Reading(), *, format_name: str = "") -> list[Article]:
    """Return the articles of a file; a refusal fails the test with its words."""
    found = list(read_articles(path, how, format_name=format_name))
    assert [f"{f.where}: {f.reason}" for f in found if isinstance(f, Refusal)] == []
    return [f for f in found if isinstance(f, Article)]


def prepared(articles_: Iterable[Article]) -> list[Prepared]:
    """Return the documents of articles, all of whose spans hold against their text."""
    made = [prepare(article) for article in articles_]
    documents = [one for one in made if isinstance(one, Prepared)]
    assert len(documents) == len(made)
    assert [str(refusal.reason) for one in documents for refusal in one.refusals] == []
    return documents


def labels(articles_: Iterable[Article]) -> Counter[str]:
    """Return spans by label."""
    return Counter(span.label for article in articles_ for span in article.spans)
