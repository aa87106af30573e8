"""The tutorials that brat ships, against a count of their lines by type."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.conformance.counting import articles, labels, prepared


@pytest.mark.parametrize("folder", ["tutorials-news", "tutorials-bio"])
def test_every_line_of_the_tutorials_comes_in(samples: Path, folder: str) -> None:
    files = sorted((samples / "brat" / folder).glob("*.ann"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    found = [article for file in files for article in articles(file)]
    prepared(found)
    assert len(found) == 13
    assert labels(found) == Counter(line.split("\t")[1].split(" ")[0] for line in lines if line[0] == "T")
    links = [link for article in found for link in article.links]
    arguments = [a for line in lines if line[0] == "E" for a in line.split("\t")[1].split()[1:]]
    members = [line.split("\t")[1].split()[1:] for line in lines if line[0] == "*"]
    relations = [line for line in lines if line[0] == "R"]
    assert len(links) == len(arguments) + sum(len(m) - 1 for m in members) + len(relations)
    events = Counter(link.type for link in links if "event" in link.attributes)
    assert events == Counter(re.sub(":.*", "", argument) for argument in arguments)
    spans = [span for article in found for span in article.spans]
    said = sum(len(span.attributes.keys() - {"event", "event_type"}) for span in spans)
    assert said == sum(line[0] in "AMN" for line in lines)
    notes = sum(bool(span.note) for span in spans) + sum("note" in link.attributes for link in links)
    assert notes == sum(line[0] == "#" for line in lines)


def test_the_whole_of_both_has_the_counts_that_its_source_states(samples: Path) -> None:
    files = sorted((samples / "brat").rglob("*.ann"))
    found = [article for file in files for article in articles(file)]
    events = {(n, e) for n, a in enumerate(found) for s in a.spans for e in _events(s.attributes.get("event", ()))}
    relations = [k for a in found for k in a.links if not k.attributes.keys() & {"event", "equivalence"}]
    assert (len(files), labels(found).total(), len(events), len(relations)) == (26, 226, 47, 14)


def _events(held: str | tuple[str, ...]) -> tuple[str, ...]:
    return (held,) if isinstance(held, str) else held
