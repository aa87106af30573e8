"""Documents and layers for the tests of agreement."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from annotator.model.document import Document
from annotator.model.edits import Edit
from annotator.model.ids import SpanId, derived_uuid, layer_id
from annotator.model.layer import Layer, Span, Status
from annotator.store.project import Project
from tests.workflow.laying import TEXTS, Place


@pytest.fixture
def documents(file_text: Callable[[str], Document]) -> list[Document]:
    return [file_text(text) for text in TEXTS]


@pytest.fixture
def lay(project: Project) -> Callable[..., list[Span]]:
    """Return a function that gives an annotator a layer."""

    def put(
        name: str,
        document: Document,
        *places: Place,
        status: Status = "done",
        attributes: Sequence[Mapping[str, Any]] = (),
    ) -> list[Span]:
        person = project.annotator(name)
        owner = layer_id(document.id, person.id)
        text = project.text(document.id)
        ids = {label.key: label.id for label in project.scheme.labels}
        spans = [
            Span(SpanId(derived_uuid(owner, n)), owner, ids[key], ((a, b),), (text[a:b],), dict(held))
            for n, ((a, b, key), held) in enumerate(zip(places, [*attributes, *[{}] * len(places)], strict=False))
        ]
        layer = Layer(owner, document.id, person.id, status)
        project.log(Edit(None, layer), *(Edit(None, span) for span in spans), by=person.id)
        return spans

    return put
