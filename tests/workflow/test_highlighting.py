"""Highlighting a project through the real worker, and anew with another model: what people decided stays."""

import multiprocessing
from collections.abc import Callable

import pytest

from annotator.model.document import Document
from annotator.model.highlights import Found, Highlights
from annotator.model.layer import Entity
from annotator.model.segments import plain_segmentation
from annotator.nlp.highlighting import available_models
from annotator.store.project import Project
from annotator.workflow.annotating import Annotating
from annotator.workflow.highlighting import Highlighting

TEXT = (
    "Le tribunal correctionnel de Nanterre a condamné mardi Gilles Marsan à trois ans de prison. "
    "L'association Anticor salue la décision. Le parti Ensemble se tait."
)


def named(project: Project, document: Document) -> dict[str, Entity]:
    return {entity.words: entity for entity in project.entities(document.id)}


@pytest.fixture
def session(project: Project, file_text: Callable[[str], Document]) -> Annotating:
    """Return a session on a document that the medium model has highlighted."""
    document = file_text(TEXT)
    assert [done.error for done in Highlighting(project).run()] == [None]
    session = Annotating(project, project.annotator("Anna"))
    session.open(document.id)
    return session


def test_the_worker_writes_entities_and_sentences(session: Annotating) -> None:
    assert session.current is not None
    found = {entity.words: entity.label for entity in session.current.entities}
    assert found["tribunal correctionnel de Nanterre"] == "ORG"
    assert found["Gilles Marsan"] == "PER"
    assert found["mardi"] == "DATE"
    assert found["trois ans"] == "QTY"


def test_another_model_leaves_what_people_decided(session: Annotating) -> None:
    if "fr_core_news_sm" not in available_models():
        pytest.skip("the small French model is not installed")
    assert session.current is not None
    document = session.current.document
    held = {entity.words: entity.id for entity in session.current.entities}
    session.decide_entity(held["Gilles Marsan"], "confirmed")
    session.decide_entity(held["Anticor"], "confirmed", label="MISC")
    session.decide_entity(held["tribunal correctionnel de Nanterre"], "rejected")
    session.add_entity(TEXT.index("Ensemble"), TEXT.index(" se tait"), "ORG")
    decided = {e for e in session.project.entities(document.id) if e.status != "auto"}

    done = list(Highlighting(session.project, model="fr_core_news_sm", everything=True).run())

    assert [one.error for one in done] == [None]
    assert decided <= set(session.project.entities(document.id))
    assert len(named(session.project, document)) == len(session.project.entities(document.id))


def test_a_name_of_the_machine_gives_way_to_one_of_a_person_that_it_overlaps(session: Annotating) -> None:
    assert session.current is not None
    document = session.current.document
    start = TEXT.index("correctionnel")
    session.add_entity(start, TEXT.index(" a condamné"), "LOC")
    longer = Found("ORG", TEXT.index("tribunal"), TEXT.index(" a condamné"), "rule")
    inside = Found("QTY", start, start + len("correctionnel"), "rule")
    made = session.project.set_highlights(document.id, TEXT, Highlights(plain_segmentation(TEXT), (longer, inside)))
    assert [(entity.label, entity.words) for entity in made] == [("QTY", "correctionnel")]


def test_as_many_workers_as_are_wanted_find_the_same_and_none_is_left(
    project: Project, file_text: Callable[[str], Document]
) -> None:
    documents = [file_text(f"{TEXT} Le numéro {number} de La Dépêche du Midi en parle.") for number in range(5)]
    found = []
    for workers in (1, 3):
        work = Highlighting(project, everything=True, workers=workers)
        running = set()
        for one in work.run():
            assert one.error is None
            running |= {child.pid for child in multiprocessing.active_children()}
        assert (len(running), multiprocessing.active_children()) == (workers, [])
        found.append([project.entities(document.id) for document in documents])
    assert found[0] == found[1]


def test_a_name_that_is_never_an_entity_is_none_after_the_next_highlighting(session: Annotating) -> None:
    assert session.current is not None
    session.set_gazetteer_name("Anticor", "")
    session.set_gazetteer_name("prison", "LOC")
    list(Highlighting(session.project, everything=True).run())
    found = named(session.project, session.current.document)
    assert "Anticor" not in found
    assert found["prison"].label == "LOC"
