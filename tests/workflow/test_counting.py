"""Counts of a project are made by the database, and are those of its layers one by one."""

from collections import Counter
from collections.abc import Callable

from annotator.model.document import Document
from annotator.model.edits import Edit
from annotator.model.layer import Span, Timing
from annotator.store.project import Project
from annotator.workflow.counting import statistics
from tests.workflow.laying import CLAIM, WHO


def test_counts_are_those_of_all_layers_read_one_by_one(
    project: Project, documents: list[Document], lay: Callable[..., list[Span]]
) -> None:
    lay("Zoé", documents[0], (*CLAIM, "claim"), (*WHO, "claim"))
    lay("Anna", documents[0], (*WHO, "opinion"), (*CLAIM, "claim"), status="in_progress")
    owner = lay("Anna", documents[1], (*CLAIM, "claim"))[0].layer_id
    lay("Anna", documents[2], status="new")
    project.log(Edit(None, Timing(owner, 90)))
    told = statistics(project)
    people = told["annotators"]
    assert isinstance(people, list)
    anna, zoe = people
    mine = [one for one in project.all_labelled() if one.annotator.name == "Anna"]
    labels = Counter(span.label for one in mine for span in one.spans)
    assert (anna["annotator"], zoe["annotator"]) == ("Anna", "Zoé")
    assert (anna["labels"], anna["spans"]) == (dict(labels), labels.total())
    assert [anna[status] for status in ("new", "in_progress", "done", "flagged")] == [1, 1, 1, 0]
    assert (anna["layers"], anna["seconds"], zoe["spans"], zoe["seconds"]) == (3, 90, 2, 0)
    assert (told["documents"], told["highlighted"]) == (6, 0)
    assert told["characters"] == sum(document.length for document in documents)


def test_a_project_without_documents_has_counts(project: Project) -> None:
    told = statistics(project)
    assert (told["annotators"], told["characters"], told["documents"], told["highlighted"]) == ([], 0, 0, 0)
