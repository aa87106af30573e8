"""All layers at once are the layers one by one."""

from collections.abc import Callable

from annotator.model.document import Document
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating


def test_all_layers_at_once_are_the_layers_one_by_one(project: Project, file_text: Callable[[str], Document]) -> None:
    documents = [file_text(f"Le pont {n} a fermé mardi, selon la ville.") for n in range(3)]
    for name, few in (("Zoé", documents), ("Ada", documents[1:])):
        session = Annotating(project, project.annotator(name))
        for document in few:
            session.open(document.id)
            long, short = session.make_span(0, 20, "claim").spans[0], session.make_span(0, 7, "attribution").spans[0]
            session.set_note(short.id, "voir plus haut")
            session.add_fragment(short.id, 24, 29)
            session.add_link("content", short.id, "span", long.id)
            session.add_evidence(long.id, {"url": "https://example.org"})
            session.add_entity(3, 7, "LOC" if name == "Ada" else "MISC")
            session.spend(7)
    expected = [
        project.labelled(document.id, person)
        for document in documents
        for person in project.annotators()
        if project.layer(document.id, person.id)
    ]
    assert list(project.all_labelled()) == expected
    assert [one.annotator.name for one in expected] == ["Zoé", "Ada", "Zoé", "Ada", "Zoé"]
